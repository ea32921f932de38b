"""Russian: cases of names, passives, what is said in a transcript, calls and the stamp of a page."""

from __future__ import annotations

from datetime import date

import pytest

from sijill import read
from sijill.languages.cases import case_forms, nominative
from sijill.languages.check import faults
from sijill.languages.inflection import forms, senses
from sijill.languages.pack import entries
from sijill.passages.folding import fold
from sijill.records import Reading

CALL = (
    "Состоялся телефонный разговор Президента России Владимира Путина с Президентом Казахстана "
    "Касым-Жомартом Токаевым. 12 апреля 2025 года 11:40 "
)
TALKS = (
    "Переговоры с Президентом Сербии\n\n"
    "В Кремле прошли переговоры Владимира Путина с Александром Вучичем.\n\n"
)


def told(text: str) -> Reading:
    return read(CALL + text, published=date(2025, 4, 12))


def test_every_entry_has_its_word_in_its_example() -> None:
    assert [fault for fault in faults(fold) if fault.startswith("ru/")] == []


@pytest.mark.parametrize("form", ["подчеркнул", "подчеркивают", "подчеркнута", "подчеркнув", "условлено"])
def test_verbs_are_known_in_both_aspects_and_in_the_passive(form: str) -> None:
    assert form in senses("ru", entries("ru", "acts"), fold)


def test_a_verb_of_both_aspects_is_no_future() -> None:
    tenses = {sense.shape.tense for sense in senses("ru", entries("ru", "acts"), fold)["приветствуют"]}
    assert tenses == {"present"}


def test_futures_are_known_whatever_their_verb() -> None:
    future = forms("ru").future
    assert (future("построим"), future("построит"), future("строит")) == ((1, 0), (3, 0), (0, 0))


@pytest.mark.parametrize(
    ("name", "kind", "form"),
    [
        ("Российская Федерация", "party", "Российской Федерации"),
        ("Республика Казахстан", "party", "Республикой Казахстан"),
        ("Соединённые Штаты Америки", "party", "Соединёнными Штатами Америки"),
        ("Касым-Жомарт Токаев", "person", "Касым-Жомартом Токаевым"),
        ("Си Цзиньпин", "person", "Си Цзиньпином"),
        ("Эр-Рияд", "place", "Эр-Рияде"),
    ],
)
def test_names_are_known_in_their_cases(name: str, kind: str, form: str) -> None:
    assert form in set(case_forms("ru")(name, kind)) | {fold(form)}


def test_an_unlisted_name_is_told_in_the_nominative() -> None:
    assert nominative("ru")("Антоном Берёзовым") == "Антон Берёзов"


def test_a_call_has_both_sides_and_the_day_of_the_page() -> None:
    (meeting,) = told("Обсуждены вопросы торговли.").meetings
    assert [(one.party, one.latin) for one in meeting.participants] == [
        ("RU", "Vladimir Putin"),
        ("KZ", "Kassym-Jomart Tokayev"),
    ]
    assert (meeting.start_date, meeting.city, meeting.level) == ("2025-04-12", None, "summit")


def test_an_agentless_passive_speaks_for_both_and_its_noun_gives_the_type() -> None:
    acts = told("Выражена обоюдная готовность расширять торговлю. Условлено о новой встрече.").acts
    assert [(act.type, act.actors) for act in acts] == [("commit", ("RU", "KZ")), ("decide", ("RU", "KZ"))]


def test_the_side_named_beside_a_passive_acts_alone() -> None:
    (act,) = told("С казахстанской стороны выражена поддержка идее о новом мосте.").acts
    assert (act.type, act.actors) == ("support", ("KZ",))


def test_a_row_begins_with_the_adverb_and_ends_before_the_next_verb() -> None:
    acts = told(
        "Владимир Путин тепло поздравил соседей с праздником и подчеркнул необходимость ремонта дорог."
    ).acts
    assert [(act.type, act.quote) for act in acts] == [
        ("praise", "тепло поздравил соседей с праздником"),
        ("urge", "подчеркнул необходимость ремонта дорог"),
    ]


def test_what_is_said_after_a_name_and_colon_is_said_by_it_without_greetings() -> None:
    reading = read(
        TALKS + "В.Путин: Уважаемый господин Президент! Мы очень рады Вас видеть. "
        "В этом году мы построим новый мост. Торговля между нашими странами растёт.\n\n"
        "А.Вучич: Спасибо. Благодарю Вас за помощь в ремонте дорог и портов.",
        published=date(2025, 4, 12),
    )
    assert [(act.type, act.speaker, act.quote) for act in reading.acts] == [
        ("commit", "Vladimir Putin", "построим новый мост"),
        ("state", "Vladimir Putin", "Торговля между нашими странами растёт"),
        ("praise", "Aleksandar Vucic", "Благодарю Вас за помощь в ремонте дорог и портов"),
    ]
    assert reading.acts[2].addressees == ("RU",)


def test_talks_told_by_the_adjectives_of_their_sides_lie_behind() -> None:
    reading = told("Отмечены итоги состоявшихся 18 февраля в Эр-Рияде российско-американских переговоров.")
    earlier = [
        (meeting.city, meeting.start_date, {one.party for one in meeting.participants})
        for meeting in reading.meetings
        if meeting.earlier
    ]
    assert earlier == [("Riyadh", "2025-02-18", {"RU", "US"})]
