"""The day of a report's meeting, where only the opening of the report tells it."""

from datetime import date

import pytest

import sijill


@pytest.mark.parametrize(
    "text",
    [
        "АСТАНА, 17 июня 2025 года. Второй саммит «Центральная Азия – Китай» прошёл в столице Казахстана.",
        "TASHKENT – The presidents decided on Tuesday to open an office. They met for the second "
        "China–Central Asia Summit in Astana.",
        "أستانا 17 يونيو 2025 (سجل) -- انعقدت القمة الثانية بين الصين وآسيا الوسطى في العاصمة الكازاخستانية.",
    ],
)
def test_the_opening_dates_the_meeting(text: str) -> None:
    reading = sijill.read(text, published=date(2025, 6, 18))
    assert [(one.format, one.start_date, one.city) for one in reading.meetings] == [
        ("china-c5", "2025-06-17", "Astana")
    ]
