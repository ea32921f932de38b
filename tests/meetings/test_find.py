"""Meetings: one row a sitting, with what the text and its dateline say and nothing more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.documents.load import from_text
from sijill.meetings.find import find_meetings
from sijill.mentions.find import find_mentions
from sijill.passages.split import split
from sijill.records import Meeting

FRIDAY = date(2022, 6, 10)
_WORDS = (
    *("اجتمع", "قمة", "لقاء", "زيارة", "بين", "مع", "في", "الرئيس", "الصيني", "وزير", "خارجية", "كازاخستان"),
    *("باكو", "،", "الاثنين", "الثالث", "و", "هاتفيا", "مؤتمر", "صحفي", "برئاسة", "مجلس", "الأمن", "استقبل"),
    *("إلى", "أن", "2021", ".", "الزعيمان", "قمتهما", "اجتماعهم", "استدعى", "السفير", "شارك", "جولة"),
)


def meetings(text: str, published: date | None = FRIDAY) -> tuple[Meeting, ...]:
    document = from_text(text, published, "ar")
    passages, _ = split(document)
    return find_meetings(document, passages, find_mentions(document, passages))


def only(text: str, published: date | None = FRIDAY) -> Meeting:
    found = meetings(text, published)
    assert len(found) == 1, [one.quote for one in found]
    return found[0]


def test_a_summit_of_a_forum_has_all_its_slots() -> None:
    one = only("عقد قادة منظمة شنغهاي للتعاون في سمرقند يوم 9 يونيو 2022 القمة الثانية والعشرين للمنظمة.")
    assert (one.level, one.ordinal, one.start_date) == ("summit", 22, "2022-06-09")


def test_a_forum_of_a_few_brings_its_members() -> None:
    one = only("انعقد الاجتماع التشاوري الرابع لرؤساء دول آسيا الوسطى في 21 يوليو 2022 في تشولبون آتا.")
    assert (one.format, one.ordinal, one.level) == ("ca-consultative", 4, "summit")
    assert {"KZ", "KG", "TJ", "TM", "UZ"} <= {person.party for person in one.participants}


def test_ministers_of_a_state_and_a_group_are_their_forum() -> None:
    one = only("شارك الوزير في اللقاء الثالث بين وزراء خارجية الصين ودول آسيا الوسطى في نور سلطان.")
    assert (one.format, one.level, one.ordinal, one.country) == ("china-c5", "ministers", 3, "KZ")


def test_a_call_is_a_meeting_without_a_city() -> None:
    one = only(
        "أجرى الرئيس الكازاخستاني قاسم جومارت توكاييف الخميس اتصالا هاتفيا مع الرئيس الصيني شي جين بينغ."
    )
    assert (one.format, one.level, one.city, one.start_date) == (None, "summit", None, "2022-06-09")
    assert {person.party for person in one.participants} == {"KZ", "CN"}


def test_who_receives_is_at_home() -> None:
    one = only("استقبل الرئيس الأوزبكي شوكت ميرضيائيف وزير الخارجية الصيني وانغ يي.")
    assert (one.level, one.country) == ("other", "UZ")
    assert [person.latin for person in one.participants] == ["Shavkat Mirziyoyev", "Wang Yi"]


def test_tellings_of_one_meeting_are_one_row() -> None:
    text = (
        "عقدت في باريس قمة بين الرئيس الصيني شي جين بينغ والرئيس الكازاخستاني قاسم جومارت توكاييف. "
        "وتناولت القمة التعاون في مجال الطاقة. وبحث الرئيسان خلال القمة النقل."
    )
    one = only(text)
    assert (one.city, one.country, one.level) == ("Paris", "FR", "summit")


def test_a_meeting_only_called_for_is_none() -> None:
    assert meetings("دعا الرئيس الصيني إلى مؤتمر دولي للسلام في الشرق الأوسط.") == ()


def test_what_is_to_come_is_planned() -> None:
    one = only("سيلتقي الرئيس الصيني شي جين بينغ نظيره الكازاخستاني قاسم جومارت توكاييف في 12 يونيو.")
    assert one.planned and not one.earlier
    assert one.start_date == "2022-06-12"


def test_three_who_meet_are_all_there() -> None:
    one = only(
        "عقد بالقاهرة الخميس اجتماع تشاوري بمشاركة وزير خارجية مصر سامح شكري "
        "ونظيريه الأردني أيمن الصفدي والفلسطيني رياض المالكي."
    )
    assert (one.level, one.city, one.country, one.start_date) == ("ministers", "Cairo", "EG", "2022-06-09")
    assert [person.party for person in one.participants] == ["EG", "JO", "PS"]


def test_their_meeting_is_that_of_the_group_named_before() -> None:
    text = "جدد وزراء خارجية الجزائر ومصر وتونس دعوتهم. وأصدر الوزراء بيانا في ختام اجتماعهم الاثنين."
    one = only(text)
    assert (one.level, one.start_date) == ("ministers", "2022-06-06")
    assert {person.party for person in one.participants} == {"DZ", "EG", "TN"}


def test_calls_with_two_are_two_calls() -> None:
    text = (
        "أجرى وزير الخارجية الصيني وانغ يي اتصالين هاتفيين مع وزير خارجية مصر سامح شكري "
        "ووزير الخارجية الأردني أيمن الصفدي."
    )
    assert [{person.party for person in one.participants} for one in meetings(text)] == [
        {"CN", "EG"},
        {"CN", "JO"},
    ]


def test_a_visit_is_a_meeting_in_the_country_visited() -> None:
    one = only("وصل الرئيس الصيني شي جين بينغ الخميس إلى موسكو في زيارة دولة.")
    assert (one.format, one.level, one.city, one.country) == (None, "other", "Moscow", "RU")


def test_what_was_signed_during_a_meeting_dates_it() -> None:
    one = only("وقع الرئيسان القرغيزي والطاجيكي الخميس الوثيقة في ختام قمة منظمة شنغهاي للتعاون في سمرقند.")
    assert (one.start_date, one.city) == ("2022-06-09", "Samarkand")


def test_this_came_during_has_the_day_of_the_sentence_before() -> None:
    one = only(
        "أكد وزير الخارجية المصري سامح شكري الخميس دعم بلاده للحل.\n"
        "جاء ذلك خلال اجتماع مع نظيره التونسي خميس الجهيناوي في العاصمة الجزائرية."
    )
    assert (one.start_date, one.city, one.level) == ("2022-06-09", "Algiers", "ministers")


def test_since_is_no_date_of_a_meeting() -> None:
    assert only("اتفق الجانبان على عقد قمة بين الصين وكازاخستان هي الأولى منذ 1990.").start_date is None


@pytest.mark.parametrize(
    "text",
    [
        "دعت فرنسا إلى اجتماع عاجل لمجلس الأمن الدولي.",
        "تدعو فرنسا لاجتماع عاجل لمجلس الأمن الدولي.",
        "قالت روسيا إنها لن تجري محادثات مع ألمانيا.",
        "ترأس رئيس الوزراء الياباني اجتماعا طارئا لمجلس الأمن القومي.",
        "دعا الرئيس الصيني شي جين بينغ نظيره الفرنسي إلى زيارة الصين.",
    ],
)
def test_what_is_asked_for_denied_or_inner_is_no_meeting(text: str) -> None:
    assert meetings(text) == ()


def test_who_met_by_office_is_named_from_elsewhere_in_the_text() -> None:
    one = only(
        "جرت محادثات بين رئيسي الصين وكازاخستان الخميس في بكين.\n"
        "وقال الرئيس الكازاخستاني قاسم جومارت توكاييف إن الطريق مفتوح."
    )
    names = {person.party: person.latin for person in one.participants}
    assert names == {"CN": None, "KZ": "Kassym-Jomart Tokayev"}


def test_a_former_president_is_not_the_president() -> None:
    one = only(
        "استقبل الرئيس الأمريكي جو بايدن الخميس نظيره الصيني شي جين بينغ في واشنطن.\n"
        "وأشاد الرئيس الأمريكي السابق ريتشارد نيكسون بالصين في عهده. وشكر الرئيس الأمريكي ضيفه."
    )
    assert {person.latin for person in one.participants} == {"Joe Biden", "Xi Jinping"}


def test_a_visit_to_a_person_is_a_meeting_with_that_person() -> None:
    one = only("زار وزير الخارجية المصري سامح شكري الخميس رئيس مجلس النواب اللبناني نبيه بري.")
    assert [person.latin for person in one.participants] == ["Sameh Shoukry", "Nabih Berri"]
    assert one.country == "LB"


def test_a_report_without_meetings_has_none() -> None:
    assert meetings("انفجر مصنع في ضواحي المدينة وأصيب عشرات العمال بجروح.") == ()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(_WORDS),
        max_size=30,
    )
)
def test_rows_are_grounded_whatever_the_words(words: list[str]) -> None:
    text = "قال " + " ".join(words)
    for one in meetings(text):
        assert one.quote and text[one.start : one.end] == one.quote
        assert one.level in ("summit", "ministers", "officials", "other")
        assert len({(person.party, person.person) for person in one.participants}) == len(one.participants)


def test_on_before_a_day_leads_to_no_topic() -> None:
    (talks,) = meetings("President Biden met on Tuesday with President Tokayev of Kazakhstan in New York.")
    assert {each.party for each in talks.participants} == {"US", "KZ"}
    assert talks.city == "New York"


def test_prime_ministers_sit_at_a_summit() -> None:
    assert only("The prime ministers of India and Japan held talks in Tokyo on Friday.").level == "summit"
    assert (
        only("The foreign ministers of India and Japan held talks in Tokyo on Friday.").level == "ministers"
    )
