"""English: joint texts that speak as "we", coordinated acts, lists of pledges, names, offices and dates."""

from __future__ import annotations

import pytest

from sijill import read
from sijill.languages.check import faults
from sijill.languages.inflection import senses
from sijill.languages.pack import entries
from sijill.passages.folding import fold
from sijill.records import Reading

HEADLINE = "Joint Statement by the United States and Japan\n\n"


def acts(text: str) -> list[tuple[str, str]]:
    return [(act.type, act.quote) for act in joint(text).acts]


def joint(text: str) -> Reading:
    return read(HEADLINE + text)


def test_every_entry_has_its_word_in_its_example() -> None:
    assert [fault for fault in faults(fold) if fault.startswith("en/")] == []


@pytest.mark.parametrize("form", ["reaffirm", "reaffirms", "reaffirmed", "reaffirming", "committing"])
def test_verbs_are_known_in_all_their_forms(form: str) -> None:
    assert form in senses("en", entries("en", "acts"), fold)


def test_verbs_joined_under_one_subject_are_acts_of_their_own() -> None:
    assert acts("The two leaders welcomed the new bridge and reaffirmed the need to keep it open.") == [
        ("support", "welcomed the new bridge"),
        ("urge", "reaffirmed the need to keep it open"),
    ]


def test_what_a_list_announces_is_the_type_of_its_points() -> None:
    told = acts("We commit to:\n\n- Building a bridge across the river;\n- Sharing the water of the lake.")
    assert told == [
        ("commit", "Building a bridge across the river"),
        ("commit", "Sharing the water of the lake"),
    ]


def test_the_text_speaks_for_those_whose_it_is() -> None:
    reading = joint(
        "We will build the bridge. Japan intends to lend two engines. The bridge is a beacon to us all."
    )
    assert [(act.type, act.actors) for act in reading.acts] == [
        ("commit", ("US", "JP")),
        ("commit", ("JP",)),
        ("state", ("US", "JP")),
    ]


def test_a_claim_with_must_not_rejects_and_with_must_urges() -> None:
    told = acts(
        "The lake must be kept clean by all who live there. The bridge must not be closed at any time."
    )
    assert [kind for kind, _ in told] == ["urge", "oppose"]


def test_names_offices_and_dates_of_those_who_meet() -> None:
    reading = read(
        "President Joseph R. Biden, Jr. met with Prime Minister Fumio Kishida of Japan "
        "in Tokyo on May 23, 2022. President Biden thanked Japan for its welcome."
    )
    (meeting,) = reading.meetings
    assert (meeting.start_date, meeting.city, meeting.country) == ("2022-05-23", "Tokyo", "JP")
    assert [(one.party, one.latin, one.office) for one in meeting.participants] == [
        ("US", "Joe Biden", "head-of-state"),
        ("JP", "Fumio Kishida", "head-of-government"),
    ]
    (act,) = reading.acts
    assert (act.type, act.speaker, act.addressees) == ("praise", "Joe Biden", ("JP",))


def test_several_days_of_two_months_are_one_date() -> None:
    (meeting,) = read(
        "Foreign Minister Sergey Lavrov of Russia and Foreign Minister Wang Yi of China "
        "met in Geneva on October 31-November 1, 2022."
    ).meetings
    assert (meeting.start_date, meeting.end_date) == ("2022-10-31", "2022-11-01")


def test_those_who_sign_a_joint_text_are_those_who_met() -> None:
    (meeting,) = joint("We met in Geneva on 3 May 2023. We agreed to build a bridge.").meetings
    assert [one.party for one in meeting.participants] == ["US", "JP"]
    assert (meeting.start_date, meeting.city) == ("2023-05-03", "Geneva")


def test_a_forum_is_called_by_the_name_written_in_capitals() -> None:
    text = "The third U.S.-India Clean Rivers Dialogue (CRD) was held in Vienna on 11 April 2022."
    (meeting,) = joint(text + " They agreed to build a bridge.").meetings
    assert (meeting.format, meeting.ordinal) == ("us-india-crd", 3)
    assert [one.party for one in meeting.participants] == ["US", "IN"]


def test_delegates_in_a_list_take_part() -> None:
    text = (
        "Delegations from the United States and Japan met in Geneva on 3 May 2023.\n\n"
        "The Japanese delegation included the Secretary of the Navy, Hanako Mori; "
        "and the Director of the River Office, Taro Kawa; among others."
    )
    (meeting,) = joint(text).meetings
    assert {one.latin for one in meeting.participants if one.latin} == {"Hanako Mori", "Taro Kawa"}


def test_who_is_welcomed_meets_the_host() -> None:
    text = (
        "President Ann Stone of the United States welcomed President Otto Berg of Germany to the White House."
    )
    (meeting,) = joint(text + " They agreed to build a bridge.").meetings
    assert (meeting.level, meeting.city) == ("summit", "Washington")
    assert [one.party for one in meeting.participants] == ["US", "DE"]
