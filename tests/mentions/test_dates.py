"""Dates: what the words, the dateline and the day of publication allow, and no more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.documents.load import from_text
from sijill.mentions.dates import base_of, deadline_in, find_dates
from sijill.passages.split import split
from sijill.records import Mention

MONDAY = date(2018, 6, 11)
_WORDS = (
    *("في", "5", "12", "31", "2018", "مايو", "/", "و", "من", "إلى", "يوم", "الأحد", "الماضي", "المقبل"),
    *("الشهر", "عام", "-", "(", ")", "،", "شهر", "مارس", "99"),
)


def found(text: str, published: date | None = MONDAY) -> list[Mention]:
    document = from_text(text, published, "ar")
    return find_dates(document, split(document)[0])


def told(text: str, published: date | None = MONDAY) -> list[tuple[str | None, str | None]]:
    return [(one.start_date, one.end_date) for one in found(text, published)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("اجتمع الوزراء في 9 أغسطس 2024 هنا", "2024-08-09"),
        ("اجتمع الوزراء في ٩ آب/أغسطس ٢٠٢٤ هنا", "2024-08-09"),
        ("اجتمع الوزراء في 20 فيفري 2017 هنا", "2017-02-20"),
        ("اجتمع الوزراء في الثاني عشر من تشرين الثاني 2019 هنا", "2019-11-12"),
        ("اجتمع الوزراء في 10 رجب 1440 هـ هنا", "2019-03-17"),
        ("اجتمع الوزراء في 2022-06-08 هنا", "2022-06-08"),
        ("اجتمع الوزراء اليوم هنا", "2018-06-11"),
        ("اجتمع الوزراء أمس الأحد هنا", "2018-06-10"),
        ("اجتمع الوزراء الجمعة هنا", "2018-06-08"),
        ("سيجتمع الوزراء الجمعة هنا", "2018-06-15"),
        ("يجتمع الوزراء يوم الثلاثاء المقبل هنا", "2018-06-12"),
        ("اجتمع الوزراء الاثنين الماضي هنا", "2018-06-04"),
        ("تعقد القمة في الثاني عشر من الشهر المقبل هنا", "2018-07-12"),
        ("عقدت القمة في 20 ديسمبر هنا", "2017-12-20"),
    ],
)
def test_a_day_is_read_whatever_its_calendar(words: str, day: str) -> None:
    assert told(words) == [(day, day)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("تعقد القمة في أبريل المقبل هنا", "2019-04"),
        ("عقدت القمة الشهر الماضي هنا", "2018-05"),
        ("عقدت القمة العام الماضي هنا", "2017"),
        ("تسري الخطة حتى عام 2030 هنا", "2030"),
        ("تسري الخطة بحلول 2030 هنا", "2030"),
    ],
)
def test_a_date_is_no_more_exact_than_its_words(words: str, value: str) -> None:
    assert told(words) == [(value, value)]


def test_ranges_have_two_ends() -> None:
    assert told("تستمر الزيارة بين 23 و25 أيار/مايو هنا") == [("2018-05-23", "2018-05-25")]
    assert told("تستمر الزيارة يومي 2 و 3 مايو 2017 هنا") == [("2017-05-02", "2017-05-03")]


def test_without_a_year_there_is_no_date() -> None:
    assert told("موسكو - 3 - 2 (وكالة) -- اجتمع الوزراء اليوم الاثنين في 5 مايو", None) == []


def test_a_dateline_dates_what_follows() -> None:
    text = "طشقند 8 يونيو 2022 (وكالة) اجتمع الوزراء يوم الأربعاء."
    assert told(text, None) == [("2022-06-08", "2022-06-08")] * 2
    document = from_text(text, None, "ar")
    assert base_of(document, split(document)[0]) == date(2022, 6, 8)


@pytest.mark.parametrize(
    "words", ["مارس ضغوطا على الوفد", "قالت ماي إن اللقاء مهم", "شارك 2018 شخصا", "صدر القرار 2015"]
)
def test_words_that_only_look_like_dates_are_none(words: str) -> None:
    assert told(words) == []


def test_a_deadline_is_the_last_date_ahead() -> None:
    text = "أكد يوم الأحد أن البرنامج سينفذ قبل نهاية عام 2019"
    document = from_text(text, MONDAY, "ar")
    words = split(document)[0][0].words
    assert deadline_in(words, found(text), MONDAY, "ar") == "2019"
    assert deadline_in(words, [], MONDAY, "ar") is None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(_WORDS),
        max_size=25,
    )
)
def test_dates_never_overlap_and_are_dates(words: list[str]) -> None:
    text = "قال " + " ".join(words)
    at = 0
    for one in found(text):
        assert at <= one.start < one.end <= len(text)
        assert one.start_date is not None
        assert 1900 <= int(one.start_date[:4]) <= 2100
        at = one.end
