"""Dates of the codebook, which may stop at the month or the year, as the days they may mean."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def days(written: str | None) -> tuple[date, date] | None:
    """The first and the last day of "2023", "2023-09" or "2023-09-19"; None where it is no date."""
    parts = (written or "").split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    year, *rest = (int(part) for part in parts)
    try:
        if len(rest) == 2:
            day = date(year, *rest)
            return day, day
        first, last = (rest[0], rest[0]) if rest else (1, 12)
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    except ValueError:
        return None
