"""Amounts: numbers in digits and words with their units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.documents.load import from_text
from sijill.mentions.amounts import find_amounts
from sijill.passages.split import split


def amounts(text: str) -> list[tuple[float | None, str | None, str]]:
    document = from_text(text, None, "ar")
    return [
        (one.value, one.unit, text[one.start : one.end]) for one in find_amounts(document, split(document)[0])
    ]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("زيادة التجارة إلى 15 مليار دولار قريبا", 15e9, "USD"),
        ("منحة قدرها خمسة ملايين يورو للتعليم", 5e6, "EUR"),
        ("قرض بقيمة مئة مليون دينار كويتي للطرق", 1e8, "KWD"),
        ("خمسة وعشرون مليون درهم مغربي للري", 25e6, "MAD"),
        ("نمو بنسبة ٣٠ في المائة هذا العام", 30, "percent"),
        ("محطة بقدرة 1.500 ميغاواط في الجنوب", 1500, "MW"),
        ("نحو ثلاثة آلاف طن من القمح", 3000, "tonne"),
        ("مساعدات ب65 مليار جنيه إسترليني", 65e9, "GBP"),
        ("دعم قدره 2,5 مليون دولار", 2.5e6, "USD"),
    ],
)
def test_an_amount_has_its_value_and_unit(text: str, value: float, unit: str) -> None:
    assert [one[:2] for one in amounts(text)] == [(value, unit)]


def test_an_amount_is_number_and_unit_alone() -> None:
    assert amounts("على أن يزيد إلى 15 مليار دولار في غضون أعوام")[0][2] == "15 مليار دولار"


def test_a_number_without_a_unit_is_no_amount() -> None:
    assert amounts("وقعت عام 2015 بين البلدين 3 وثائق") == []


@given(st.text(alphabet="0123456789.,٣% مليونألفدولاروبئة", max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    if text.strip():
        for _, _, words in amounts("قيمة " + text):
            assert words.strip()
