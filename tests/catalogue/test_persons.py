"""The catalogue of persons: terms that can be asked for by the day."""

from __future__ import annotations

from datetime import date

from sijill.catalogue.parties import parties
from sijill.catalogue.persons import Person, persons

OFFICES = {
    "head-of-state", "head-of-government", "deputy-head-of-government", "foreign-minister", "minister",
    "deputy-minister", "speaker-of-parliament", "security-council-secretary", "ambassador",
    "organisation-head", "envoy", "other",
}  # fmt: skip


def person(latin: str) -> Person:
    return next(one for one in persons() if one.latin == latin)


def test_every_person_has_a_name_in_each_script_and_a_known_office() -> None:
    for one in persons():
        assert one.latin and one.ar and one.ru, one.latin
        for term in one.terms:
            assert term.party in parties() and term.office in OFFICES, one.latin
            assert not term.until or term.since <= term.until, one.latin


def test_nobody_comes_twice() -> None:
    names = [one.latin for one in persons()]
    assert len(names) == len(set(names))


def test_the_term_follows_the_day() -> None:
    tokayev = person("Kassym-Jomart Tokayev")
    assert tokayev.term(date(2018, 5, 1)).office == "speaker-of-parliament"
    assert tokayev.term(date(2022, 6, 8)).office == "head-of-state"
    assert tokayev.term(None).office == "head-of-state"


def test_between_two_terms_the_one_before_counts() -> None:
    trump = person("Donald Trump")
    assert trump.term(date(2023, 1, 1)).until == "2021-01-19"
    assert trump.term(date(2015, 1, 1)) == trump.terms[0]
