"""Four times the text costs about four times the time, whatever the text is made of."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest

from sijill.reading import read

PUBLISHED = date(2024, 8, 9)
# Words, and what four times as many may cost: what grows with the square would cost sixteen times as much.
FEW, MORE, MOST = 3_000, 4, 8


def lines(line: str, words: int) -> str:
    """The line again and again, each time with another number and so no repeat, up to so many words."""
    return "\n".join(line.format(number) for number in range(words // len(line.split())))


TEXTS: dict[str, Callable[[int], str]] = {
    "one sentence": lambda words: (
        "أكد الوزير أن بلاده " + "ستدعم الحوار مع الجيران وترفض التدخل " * (words // 6)
    ),
    "one letter": lambda words: "أعلنت الوزارة اليوم أن الاتفاق نافذ\n" + "ا" * words * 10,
    "quotation marks": lambda words: "قال الوزير إن " + '"' * words,
    "brackets": lambda words: "قال الوزير إن " + "(" * words,
    "numbers": lambda words: "قال الوزير إن عدد الدول " + "25 " * words,
    "one party": lambda words: "أعلنت الصين " + "الصين " * words,
    "short lines": lambda words: lines("قال الوزير {}", words),
    "the two sides": lambda words: lines("اتفق الجانبان على تعزيز التعاون رقم {}.", words),
    "meetings": lambda words: lines("التقى الرئيس الكازاخي نظيره الصيني في أستانا وبحثا الملف {}.", words),
    "instruments": lambda words: lines("وقع الجانبان اتفاقية التعاون {0} في مجال الطاقة{0}.", words),
}


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """The word lists are read once, before anything is measured."""
    read(lines("أكد الرئيس الكازاخي أن بلاده ستستضيف القمة المقبلة عام {}.", 100), PUBLISHED)


@pytest.mark.parametrize("name", TEXTS)
def test_cost_grows_with_length(name: str) -> None:
    few, more = TEXTS[name](FEW), TEXTS[name](FEW * MORE)
    # Below some hundredths of a second chance decides; twice over it seldom does.
    limit = MOST * max(0.03, _cost(few), _cost(few))
    assert any(_cost(more) < limit for _ in range(2))


def _cost(text: str) -> float:
    before = time.process_time()
    read(text, PUBLISHED, "ar")
    return time.process_time() - before
