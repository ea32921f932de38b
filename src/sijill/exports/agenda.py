"""An iCalendar (RFC 5545) of meetings and deadlines, written by icalendar: whole days, no invented hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import BinaryIO

from icalendar import Calendar, Event

from sijill.exports.tables import Line, Table
from sijill.register.days import days


def write_agenda(meetings: Table, threads: Table, out: BinaryIO) -> None:
    """One event for each meeting whose date is known, and one on the last day of each deadline."""
    calendar = Calendar()
    calendar.add("prodid", "-//Sijill//register//EN")
    calendar.add("version", "2.0")
    for meeting in meetings.lines:
        if meeting["first_day"]:
            calendar.add_component(_meeting(meeting))
    for thread in threads.lines:
        due = days(thread["deadline"])
        if due is not None:
            calendar.add_component(_deadline(thread, due[1]))
    out.write(calendar.to_ical())


def _meeting(meeting: Line) -> Event:
    event = _event(meeting["id"], meeting["first_day"], meeting["last_day"] or meeting["first_day"])
    event.add("summary", " ".join(filter(None, [meeting["format"] or "talks", meeting["level"]])))
    event.add("location", ", ".join(filter(None, [meeting["city"], meeting["country"]])))
    event.add("status", "CONFIRMED" if meeting["held"] else "TENTATIVE")
    event.add("description", "\n".join(["; ".join(meeting["parties"]), *meeting["documents"]]))
    return event


def _deadline(thread: Line, day: date) -> Event:
    event = _event(f"{thread['id']}-due", day, day)
    event.add("summary", f"due: {'; '.join(thread['actors'])}")
    event.add("description", f"{thread['quote']}\n{thread['status']}")
    event.add("categories", ["deadline"])
    return event


def _event(id: str, first: date, last: date) -> Event:
    """An event of whole days; its stamp is its first day, so that the same register writes the same file."""
    event = Event()
    event.add("uid", f"{id}@sijill")
    event.add("dtstamp", datetime.combine(first, time(), UTC))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    return event
