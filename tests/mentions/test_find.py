"""Mentions: who and where is named in a text, and what each resolves to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.documents.load import from_text
from sijill.mentions.find import find_mentions
from sijill.mentions.mentions import Mentions
from sijill.passages.split import split
from sijill.records import Mention


def mentions(text: str, published: date | None = date(2018, 5, 2)) -> Mentions:
    document = from_text(text, published, "ar")
    return find_mentions(document, split(document)[0])


def parties(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [
        (text[one.start : one.end], one.parties, one.form) for one in mentions(text) if one.kind == "party"
    ]


def persons(text: str, published: date | None = date(2018, 5, 2)) -> list[Mention]:
    return [one for one in mentions(text, published) if one.kind in ("person", "office")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلنت اليابان موعد القمة المقبلة.", ("اليابان", ("JP",), "name")),
        ("وصلت القافلة القرغيزية إلى المعبر.", ("القرغيزية", ("KG",), "nisba")),
        ("ترى واشنطن أن الوقت مناسب.", ("واشنطن", ("US",), "capital")),
        ("قالت وزارة الخارجية الصينية إن الموعد ثابت.", ("وزارة الخارجية الصينية", ("CN",), "institution")),
        ("نفى الكرملين صحة الخبر أمس.", ("الكرملين", ("RU",), "institution")),
        ("اتفقت جميع الأطراف على موعد آخر.", ("جميع الأطراف", (), "group")),
        ("رحبت #السعودية بالخطوة الجديدة.", ("السعودية", ("SA",), "name")),
        ("رحبت منظمة شنغهاي للتعاون بالخطوة.", ("منظمة شنغهاي للتعاون", ("sco",), "name")),
        ("وقعت كوريا الشمالية الوثيقة هناك.", ("كوريا الشمالية", ("KP",), "name")),
    ],
)
def test_a_party_is_named_in_many_ways(text: str, expected: tuple[str, tuple[str, ...], str]) -> None:
    assert expected in parties(text)


def test_a_common_word_is_no_party() -> None:
    assert parties("يحتاج المشروع إلى دعم مالي كبير.") == []
    assert ("مالي", ("ML",), "name") in parties("تقدمت القوات في مالي أمس.")


def test_a_name_of_two_states_is_the_one_the_text_is_about() -> None:
    jordan = "وصل الوفد إلى عمان قادما من معبر في شمال الأردن."
    assert ("عمان", ("JO",), "capital") in parties(jordan)
    assert ("عمان", ("OM",), "name") in parties("رحبت عمان بالخطوة.")
    assert ("المملكة", ("MA",), "name") in parties("قال مسؤول مغربي إن المملكة مستعدة.")
    assert ("المملكة", ("SA",), "name") in parties("قال مسؤول إن المملكة مستعدة.")


def test_an_adjective_that_is_also_a_name_is_one_after_a_noun() -> None:
    assert ("السعودية", ("SA",), "nisba") in parties("تطورت العلاقات السعودية كثيرا.")
    assert ("القادة الفلسطينيون", ("PS",), "institution") in parties("اجتمع القادة الفلسطينيون ليلا.")


def test_the_ministry_is_the_last_one_named() -> None:
    text = "نشرت وزارة الطاقة الأوزبكية خطتها. وأضافت الوزارة أن العمل بدأ."
    assert ("الوزارة", ("UZ",), "institution") in parties(text)


def test_the_council_is_the_body_named_before() -> None:
    text = "انعقد مجلس الأمن الدولي ليلا. وأصدر المجلس بيانا قصيرا."
    assert ("المجلس", ("unsc",), "name") in parties(text)


@pytest.mark.parametrize(
    ("text", "latin", "party", "office"),
    [
        ("وصل وزير الخارجية الروسي سيرغي لافروف إلى المدينة.", "Sergey Lavrov", "RU", "foreign-minister"),
        ("قال وزير النقل الطاجيكي، عظيم إبراهيم، إن الطريق مفتوح.", "Azim Ibrohim", "TJ", "minister"),
        (
            "التقى الأمين العام للأمم المتحدة أنطونيو غوتيريس الوفد.",
            "António Guterres",
            "un",
            "organisation-head",
        ),
        (
            "شارك القائم بأعمال وزير الخارجية الأوزبكي فلاديمير نوروف.",
            "Vladimir Norov",
            "UZ",
            "foreign-minister",
        ),
        ("استقبل الملك سلمان بن عبد العزيز ضيفه.", "Salman bin Abdulaziz Al Saud", "SA", "head-of-state"),
        ("وصل رئيس أوزبكستان شوكت ميرضيائيف صباحا.", "Shavkat Mirziyoyev", "UZ", "head-of-state"),
        (
            "قال نائب رئيس الوزراء ووزير الخارجية الكازاخي مختار تليوبيردي.",
            "Mukhtar Tileuberdi",
            "KZ",
            "foreign-minister",
        ),
    ],
)
def test_a_person_has_party_and_office(text: str, latin: str, party: str, office: str) -> None:
    (found,) = persons(text)
    assert (found.latin, found.parties, found.office) == (latin, (party,), office)


def test_somebody_whom_nobody_listed_is_found_by_the_office() -> None:
    (found,) = persons("قال وزير الزراعة المغربي سمير الخوري إن الموسم جيد.")
    assert (found.name, found.latin) == ("سمير الخوري", "Samir al-Khuri")
    assert (found.parties, found.office) == (("MA",), "minister")


def test_a_family_name_follows_the_full_name_and_precedes_it_in_a_headline() -> None:
    text = (
        "الخوري: الموسم جيد\n\nقال وزير الزراعة المغربي سمير الخوري إن الموسم جيد. وأضاف الخوري أن المطر كاف."
    )
    assert {one.latin for one in persons(text)} == {"Samir al-Khuri"}
    assert len(persons(text)) == 3


def test_an_office_alone_is_its_holder_s() -> None:
    *_, last = persons(
        "وصل الرئيس القرغيزي صدير جاباروف إلى المدينة. وقال الرئيس إن اللقاء مفيد.", date(2022, 6, 8)
    )
    assert (last.kind, last.latin, last.parties) == ("office", "Sadyr Japarov", ("KG",))


def test_the_office_is_that_of_the_day_where_the_text_says_none() -> None:
    text = "تحدث قاسم جومارت توكاييف عن الخطة."
    assert persons(text, date(2018, 5, 1))[0].office == "speaker-of-parliament"
    assert persons(text, date(2022, 5, 1))[0].office == "head-of-state"


def test_a_name_far_from_its_office_is_joined_to_it() -> None:
    (found,) = persons("قال سفير المملكة المتحدة لدى تونس، سمير الخوري، إن الموعد قريب.")
    assert (found.name, found.parties, found.office) == ("سمير الخوري", ("GB",), "ambassador")
    (found,) = persons("تحدث سمير الخوري، المدير العام للشركة، عن الخطة.")
    assert (found.name, found.office) == ("سمير الخوري", "organisation-head")


def test_a_verb_after_an_office_is_no_name() -> None:
    (found,) = persons("وزير الدفاع الفرنسي يبحث التعاون مع نظيره.")
    assert (found.kind, found.name) == ("office", None)


def test_a_city_has_the_name_of_its_day() -> None:
    (city,) = (one for one in mentions("اجتمعوا في نور سلطان أمس.", date(2022, 6, 8)) if one.kind == "place")
    assert (city.name, city.country) == ("Nur-Sultan", "KZ")


PIECES = [
    "وزير",
    "الخارجية",
    "الروسي",
    "سيرغي",
    "لافروف",
    "#",
    "،",
    "على",
    "علي",
    "بن",
    "و",
    "ال",
    "ل",
    "\n\n",
    ".",
    "ـ",
    "مَ",
    "رئيس",
    "C5+1",
    "-",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_mentions_lie_within_the_text_in_order(text: str) -> None:
    document = from_text(text + " كلمة", None, "ar")
    starts = 0
    for one in find_mentions(document, split(document)[0]):
        assert starts <= one.start < one.end <= len(document.text)
        starts = one.start
