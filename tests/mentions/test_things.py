"""Instruments, projects and targets: what a text names as a thing, each once."""

from __future__ import annotations

import pytest

from sijill.documents.load import from_text
from sijill.mentions.amounts import find_amounts
from sijill.mentions.dates import find_dates
from sijill.mentions.find import find_mentions
from sijill.mentions.mentions import Mentions
from sijill.mentions.things import find_instruments, find_projects, find_targets
from sijill.passages.split import split
from sijill.records import Instrument, Language


def instruments(text: str, language: Language = "ar") -> list[Instrument]:
    document = from_text(text, None, language)
    passages = split(document)[0]
    return list(find_instruments(document, passages, find_mentions(document, passages)))


def test_a_text_is_named_by_its_shortest_full_name() -> None:
    rows = instruments("أكد الوزير التمسك بمعاهدة حظر الأسلحة الكيميائية وعدم المساس بها.")
    assert [(one.quote, one.kind, one.status) for one in rows] == [
        ("معاهدة حظر الأسلحة الكيميائية", "treaty", "in-force")
    ]


def test_a_text_named_twice_is_one_row() -> None:
    text = "انسحبت الدولة من الاتفاق النووي مع إيران. وبقي الآخرون في الاتفاق النووي."
    assert [one.quote for one in instruments(text)] == ["الاتفاق النووي مع إيران"]


def test_a_list_of_adopted_texts_is_a_row_each() -> None:
    text = "وافق القادة على إعلان مشترك، وخارطة طريق للتعاون في مجال المياه، ومبادرة لحماية الأنهار."
    assert [one.kind for one in instruments(text)] == ["declaration", "roadmap", "initiative"]


def test_a_press_statement_and_an_agreement_of_minds_are_none() -> None:
    assert instruments("قالت الوزارة في بيان إن الطرفين توصلا إلى اتفاق على مواصلة الحوار.") == []


def test_a_statement_that_closes_a_meeting_counts() -> None:
    assert [one.quote for one in instruments("جاء ذلك في بيان صدر في ختام القمة.")] == ["بيان"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلن الوزير الالتزام بالقرار الأممي (2254).", ["القرار الأممي (2254)"]),
        ("بحثا تنفيذ اتفاق أوسلو وقانون مكافحة الإرهاب.", ["اتفاق أوسلو", "قانون مكافحة الإرهاب"]),
        ("رحبوا ببروتوكول كيوتو ومعاهدة الدفاع المشترك.", ["بروتوكول كيوتو", "معاهدة الدفاع المشترك"]),
        ("دعت إلى اتفاق تجاري مع الاتحاد الأوروبي.", ["اتفاق تجاري مع الاتحاد الأوروبي"]),
        ("أكد احترام القانون الدولي والعلاقات الاستراتيجية.", []),
        ("جاء ذلك بعد إعلان بريطانيا طرد الدبلوماسيين.", []),
    ],
)
def test_arabic_names_reach_over_their_complement(text: str, names: list[str]) -> None:
    assert [one.quote for one in instruments(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "They met under the River Framework for Water, Public Health, and Safe Cities (RFW) on Monday.",
            ["River Framework for Water, Public Health, and Safe Cities (RFW)"],
        ),
        (
            "We recall the U.S.-Japan Space Agreement and the National Water Strategy.",
            ["U.S.-Japan Space Agreement", "National Water Strategy"],
        ),
        ("They adopted an agreement on land transport in Paris.", ["agreement on land transport"]),
        ("She recalled UN Security Council Resolution 1701.", ["UN Security Council Resolution 1701"]),
        ("They discussed the rule of law and a strategic partnership.", []),
    ],
)
def test_english_names_reach_as_far_as_their_capitals(text: str, names: list[str]) -> None:
    assert [one.quote for one in instruments(text, "en")] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Они подписали Договор о стратегическом партнёрстве и сотрудничестве, который вступил в силу.",
            ["Договор о стратегическом партнёрстве и сотрудничестве"],
        ),
        ("Одобрен план действий на 2024–2026 годы.", ["план действий на 2024–2026 годы"]),
        ("Стороны привержены Парижскому соглашению.", ["Парижскому соглашению"]),
        ("Он поддержал инициативу «Один горизонт».", ["инициативу «Один горизонт»"]),
        ("Напомнил о резолюции Совета Безопасности ООН 2254.", ["резолюции Совета Безопасности ООН 2254"]),
        ("У вас насыщенная программа визита.", []),
    ],
)
def test_russian_names_reach_over_what_hangs_on_them(text: str, names: list[str]) -> None:
    assert [one.quote for one in instruments(text, "ru")] == names


def test_known_projects_carry_their_id() -> None:
    text = "ناقش الجانبان سد النهضة وممر النقل عبر بحر قزوين. وعادا إلى سد النهضة."
    document = from_text(text, None, "ar")
    rows = find_projects(document, split(document)[0], Mentions())
    assert [one.id for one in rows] == ["grand-ethiopian-renaissance-dam", "trans-caspian-corridor"]


@pytest.mark.parametrize(
    ("language", "text", "projects"),
    [
        (
            "en",
            "They praised the Lobito Corridor and the Green River Dam.",
            ["Lobito Corridor", "Green River Dam"],
        ),
        ("en", "They spoke of the bridge and of new pipelines.", []),
        ("ru", "Поезда пойдут по Зангезурскому коридору.", ["Зангезурскому коридору"]),
    ],
)
def test_projects_are_known_by_their_names(language: Language, text: str, projects: list[str]) -> None:
    document = from_text(text, None, language)
    passages = split(document)[0]
    found = find_projects(document, passages, find_mentions(document, passages))
    assert [one.quote for one in found] == projects


def test_texts_that_are_told_together_share_what_became_of_them() -> None:
    rows = instruments("اعتمد القادة إعلانا مشتركا، وخارطة طريق للتعاون، ومبادرة لحماية الأنهار.")
    assert [one.status for one in rows] == ["adopted", "adopted", "adopted"]


def test_a_sum_pledged_is_a_target_and_a_price_is_none() -> None:
    text = "تعهدت الدولة بتقديم 50 مليون يورو حتى عام 2030. وبلغت الصادرات 3 مليارات دولار."
    document = from_text(text, None, "ar")
    passages = split(document)[0]
    mentions = Mentions(find_dates(document, passages) + find_amounts(document, passages))
    assert [(one.value, one.unit, one.by) for one in find_targets(document, passages, mentions)] == [
        (50e6, "EUR", "2030")
    ]


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("en", "China will offer 600 more scholarships over the next three years.", [(600, "scholarships")]),
        ("en", "We will reach net zero emissions by 2050.", [(0, "net emissions")]),
        ("en", "Germany will provide $12 million (11 million euros) to them.", [(12e6, "USD")]),
        ("ru", "Пекин предоставит им 3 тыс. учебных мест.", [(3000, "training places")]),
        ("ru", "Стороны намерены довести торговлю до 20 млрд долларов к 2030 году.", [(20e9, "USD")]),
        ("ar", "تعهد بتوفير 3000 فرصة تدريب خلال العامين المقبلين.", [(3000, "training places")]),
        ("ar", "أرسلت مساعدات إلى 300 ألف شخص.", []),
    ],
)
def test_what_is_given_or_aimed_at_is_a_target(
    language: Language, text: str, targets: list[tuple[float, str]]
) -> None:
    document = from_text(text, None, language)
    passages = split(document)[0]
    found = find_targets(document, passages, find_mentions(document, passages))
    assert [(one.value, one.unit) for one in found] == targets
