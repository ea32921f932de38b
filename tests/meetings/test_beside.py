"""Two words of meeting in one sentence: one meeting, or one on the margins of the other."""

from datetime import date

import sijill
from sijill.records import Meeting


def meetings(text: str) -> tuple[Meeting, ...]:
    return sijill.read(text, published=date(2024, 7, 10)).meetings


def test_who_meets_for_a_summit_holds_one_meeting() -> None:
    (one,) = meetings("The leaders of Kenya and Peru met in Lima on 3 May 2024 for their third summit.")
    assert (one.level, one.ordinal, one.start_date, one.city) == ("summit", 3, "2024-05-03", "Lima")


def test_talks_on_the_margins_sit_where_the_summit_does() -> None:
    text = (
        "President Ann Stone of Kenya met today with Prime Minister Tom Hill of Peru on the margins of the "
    )
    talks, summit = meetings(text + "NATO Summit in Lima.")
    assert {person.party for person in talks.participants} == {"KE", "PE"}
    assert (talks.start_date, talks.city) == ("2024-07-10", "Lima")
    assert (summit.format, {person.party for person in summit.participants}) == ("nato", {"nato"})


def test_to_meet_a_target_is_no_meeting() -> None:
    assert (
        meetings("Kenya and Peru will work together to meet future targets and the needs of farmers.") == ()
    )
