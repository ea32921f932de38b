"""Who and what rows name: once each, in whatever script, the same whatever the order of adding."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sijill.documents.load import from_text
from sijill.errors import RefusedRegister
from sijill.records import Act, Instrument, Meeting, Participant, Project, Reading
from sijill.register.decisions import Decision, DecisionKind, subject_of
from sijill.register.entities import Entity
from sijill.register.naming import EntityKind
from sijill.register.store import Register


def a_reading(
    text: str, day: str, *people: Participant, speaker: str | None = None, **meeting: Any
) -> Reading:
    sat = Meeting(
        start=0, end=5, quote=text[:5], level="other", participants=people, **{"format": None, **meeting}
    )
    said = Act(start=0, end=5, quote=text[:5], type="state", actors=(people[0].party,), speaker=speaker)
    return Reading(from_text(text, date.fromisoformat(day)), "en", (sat,), (said,))


# Arabic, Russian and English of one minister whom no catalogue knows, of his namesake, and of one it knows.
READINGS = [
    a_reading(
        "اجتماع أول", "2023-03-01", Participant("KG", "نورلان ساتيبالدييف", "Nurlan Satibaldiyev", "minister")
    ),
    a_reading(
        "Вторая встреча",
        "2024-05-02",
        Participant("KG", "Нурлан Сатыбалдиев", "Nurlan Satybaldiev", "minister"),
    ),
    a_reading("Third meeting", "2025-01-03", Participant("KZ", "Nurlan Satybaldiev", "Nurlan Satybaldiev")),
    a_reading(
        "Fourth one",
        "2022-01-01",
        Participant("RU", "Сергей Лавров", "Sergei Lavrov"),
        speaker="Sergey Lavrov",
    ),
    a_reading(
        "Пятая встреча", "2019-06-01", Participant("KZ"), city="Нур-Султан", country="KZ", format="c5+1"
    ),
    a_reading("Sixth one", "2023-06-01", Participant("KZ"), city="Astana", country="KZ", format="c5+1"),
]


@pytest.fixture
def register(place: str) -> Any:
    with Register(place) as register:
        for reading in READINGS:
            register.add(reading)
        yield register


def people(register: Register) -> list[Entity]:
    return register.entities(["person"])


def decide(register: Register, kind: DecisionKind, id: str, **value: Any) -> Decision:
    return register.decide(Decision(kind=kind, subject=subject_of(id), by="Anna", value=value))


def test_a_person_is_one_across_scripts_and_spellings_and_two_for_two_states(register: Register) -> None:
    found = {(each.source, each.rows): each for each in people(register)}
    assert found.keys() == {("register", 2), ("register", 1), ("catalogue", 2)}
    one = found["register", 2]
    assert {alias.name for alias in one.aliases} >= {"نورلان ساتيبالدييف", "Нурлан Сатыбалдиев"}
    assert [(each.since, each.until) for each in one.offices] == [("2023-03-01", "2024-05-02")]
    lavrov = found["catalogue", 2]
    assert (lavrov.name, lavrov.offices[0].source) == ("Sergey Lavrov", "catalogue")
    assert {alias.source for alias in lavrov.aliases if alias.name == "Сергей Лавров"} == {"catalogue"}


def test_a_city_is_one_by_all_its_names(register: Register) -> None:
    (astana,) = register.entities(["place"])
    assert (astana.name, astana.source, astana.rows) == ("Astana", "catalogue", 2)
    assert {found.row.quote for found in register.naming(astana.id)} == {"Пятая", "Sixth"}
    (format,) = register.entities(["format"])
    assert (format.source, format.rows) == ("catalogue", 2)


def test_what_is_merged_and_split_can_be_undone(register: Register) -> None:
    before = people(register)
    kazakh, kyrgyz = sorted(
        (each for each in before if each.source == "register"), key=lambda each: each.rows
    )
    decide(register, "merge", kazakh.id, into=kyrgyz.id)
    (merged,) = (each for each in people(register) if each.source == "register")
    assert (merged.id, merged.rows) == (kyrgyz.id, 3)
    rows = [found.id for found in register.naming(merged.id)]
    split = decide(register, "split", merged.id, rows=rows[:1])
    assert sorted(each.rows for each in people(register) if each.source == "register") == [1, 2]
    assert [found.id for found in register.naming(split.value["new"])] == rows[:1]
    decide(register, "undo", merged.id)
    decide(register, "undo", kazakh.id)
    assert people(register) == before
    decide(register, "split", kyrgyz.id, names=["Нурлан Сатыбалдиев"])
    assert len(people(register)) == len(before) + 1


def test_what_cannot_be_merged_or_split_is_refused(register: Register) -> None:
    one, other = people(register)[:2]
    (city,) = register.entities(["place"])
    wrong: list[tuple[DecisionKind, str, dict[str, Any]]] = [
        ("merge", one.id, {"into": one.id}),
        ("merge", one.id, {"into": city.id}),
        ("merge", "entity-person-0", {"into": one.id}),
        ("merge", "entity-0", {"into": one.id}),
        ("split", one.id, {}),
        ("split", one.id, {"names": ["Nobody"]}),
        ("split", one.id, {"rows": [found.id for found in register.naming(one.id)]}),
        ("status", one.id, {"into": other.id}),
    ]
    for kind, id, value in wrong:
        with pytest.raises(RefusedRegister):
            decide(register, kind, id, **value)
    assert register.history() == []


def test_the_order_of_adding_makes_no_difference(new_place: Callable[[str], str]) -> None:
    seen = []
    for order in itertools.islice(itertools.permutations(READINGS), 0, 720, 200):
        with Register(new_place("sqlite")) as register:
            for reading in order:
                register.add(reading)
            seen.append(register.entities())
    assert seen == seen[:1] * len(seen)


def test_texts_and_projects_are_one_where_their_names_are(place: str) -> None:
    def told(text: str, *quotes: str) -> Reading:
        found = [(text.index(quote), quote) for quote in quotes]
        texts = [
            Instrument(start=at, end=at + len(quote), quote=quote, kind="roadmap", status="adopted")
            for at, quote in found
        ]
        work = [Project(start=at, end=at + len(quote), quote=quote, kind="railway") for at, quote in found]
        return Reading(from_text(text), "en", instruments=tuple(texts), projects=tuple(work))

    with Register(place) as register:
        register.add(
            told("They adopted the Lima Roadmap and a joint roadmap.", "the Lima Roadmap", "a joint roadmap")
        )
        register.add(
            told("The Lima Roadmap and a joint roadmap are here.", "The Lima Roadmap", "a joint roadmap")
        )
        # The roadmap that has no name is another in each document.
        assert sorted(each.rows for each in register.entities(["instrument"])) == [1, 1, 2]
        assert [each.rows for each in register.entities(["project"])] == [2, 2]


def test_every_kind_is_told(register: Register) -> None:
    kinds: set[EntityKind] = {each.kind for each in register.entities()}
    assert kinds == {"party", "person", "place", "format"}
