"""The catalogue of parties: every one has names in three languages, and refers only to others it has."""

from __future__ import annotations

import pytest

from sijill.catalogue.parties import KINDS, LANGUAGES, parties


def test_every_party_is_named_in_three_languages() -> None:
    for party in parties().values():
        assert party.kind in KINDS
        for language in LANGUAGES:
            assert party.forms[language].names, (party.id, language)
            assert party.named(language) == party.forms[language].names[0]


def test_states_have_iso_codes_and_others_slugs() -> None:
    for party in parties().values():
        is_code = len(party.id) == 2 and party.id.isupper() and party.id.isascii()
        assert is_code == (party.kind == "state"), party.id


def test_a_format_knows_its_members() -> None:
    five = parties()["c5"].members
    assert five == ("KZ", "KG", "TJ", "TM", "UZ")
    assert {*five, "US"} == set(parties()["c5+1"].members)


def test_no_name_of_a_state_is_another_state_s() -> None:
    for language in LANGUAGES:
        owners: dict[str, str] = {}
        for party in parties().values():
            if party.kind == "state":
                for name in party.forms[language].names:
                    assert owners.setdefault(name, party.id) == party.id, name


@pytest.mark.parametrize("state", ["PS", "XK", "TW", "EH"])
def test_disputed_states_are_there(state: str) -> None:
    assert state in parties()
