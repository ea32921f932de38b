"""Who holds what in English lists and behind names."""

import pytest

import sijill
from sijill.mentions.find import find_mentions
from sijill.passages.split import split


def people(text: str) -> list[tuple[tuple[str, ...], str | None, str | None]]:
    document = sijill.read(text).document
    passages, _ = split(document)
    found = find_mentions(document, passages)
    return [(one.parties, one.latin, one.office) for one in found if one.kind == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The talks were opened by Presidents Ann Stone of Kenya and Tom Hill of Peru.",
            [(("KE",), "Ann Stone", "head-of-state"), (("PE",), "Tom Hill", "head-of-state")],
        ),
        (
            "The minister met President Tom Hill, Jr. of Peru.",
            [(("PE",), "Tom Hill", "head-of-state")],
        ),
        (
            "They met with Ann Stone, Federal Minister of Defense of Germany.",
            [(("DE",), "Ann Stone", "minister")],
        ),
        (
            "President Ann B. Stone of Kenya spoke first, and then Ann Stone left the hall.",
            [(("KE",), "Ann B. Stone", "head-of-state"), (("KE",), "Ann B. Stone", "head-of-state")],
        ),
    ],
)
def test_offices_find_their_holders(text: str, expected: list[object]) -> None:
    assert people(text) == expected


def test_a_common_word_is_no_organisation() -> None:
    assert not [one for one in people("The leaders who met here told us of it.") if one[0] == ("who",)]
