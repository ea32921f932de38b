"""What stands on pages and wires beside the text: share bars, comment forms, sign-offs, credits, links."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from sijill.errors import BrokenPack
from sijill.languages.pack import entries
from sijill.passages.lines import STOPS, Line
from sijill.passages.lists import listed, packs, spoken

_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*")
_AFTER_LABEL = frozenset(":-–—|/")
_LABEL, _CREDIT = 6, 12
_ANY = 10_000


def is_furniture(text: str, line: Line) -> bool:
    """Whether a whole line is no text, by the lists `furniture` and `credits` of the packs."""
    said = line.spoken
    if (len(said) < 2 and all(word.isdigit() for word in said)) or line.words[0].folded == "©":
        return True
    return (
        _says(said)
        or _starts(said, said, "opening")
        or _starts(_label(line), said, "label")
        or _is_credit(said)
        or _is_signed(line)
        or _ADDRESS.fullmatch(text, line.start, line.end) is not None
    )


def is_furnished(said: tuple[str, ...]) -> bool:
    """Whether a sentence of these words is no text: it is, or holds, a phrase of the list `furniture`."""
    within = _phrases("within")
    if within.keys().isdisjoint(said):
        return _says(said)
    return any(
        said[index : index + len(phrase)] == phrase
        for index, word in enumerate(said)
        if word in within
        for phrase, _ in within[word]
    )


def _says(said: tuple[str, ...]) -> bool:
    """Whether these words are, from first to last, a phrase of the list."""
    return any(said == phrase for phrase, _ in _phrases("whole").get(said[0] if said else "", ()))


def _starts(start: tuple[str, ...], said: tuple[str, ...], place: str) -> bool:
    """Whether `start` begins with a phrase of the list (is it, for a label) in a line not too long."""
    return any(
        (start == phrase if place == "label" else start[: len(phrase)] == phrase) and len(said) <= most
        for phrase, most in _phrases(place).get(start[0] if start else "", ())
    )


def _label(line: Line) -> tuple[str, ...]:
    """The words before the first colon or dash, if one comes soon."""
    for index, word in enumerate(line.words[:_LABEL]):
        if word.folded in _AFTER_LABEL:
            return tuple(word.folded for word in line.words[:index] if word.folded[0].isalnum())
    return ()


def _is_credit(said: tuple[str, ...]) -> bool:
    """Whether these are only agencies, ages ("about 4 years ago") and numbers, or only initials."""
    if len(said) > _CREDIT:
        return False
    if all(len(word) == 1 and word.isalpha() for word in said):
        return True
    parts = listed("credits")
    return all(word in parts or word.isdigit() or len(word) == 1 for word in said) and any(
        word in parts for word in said
    )


def _is_signed(line: Line) -> bool:
    """Whether a short line begins with an agency and names its staff ("Agency/ first name/ second name")."""
    if len(line.spoken) > _CREDIT or line.words[0].folded not in listed("credits"):
        return False
    rest = [word.folded for word in line.words[1:]]
    return rest[:1] == ["/"] and STOPS.isdisjoint(rest)


@cache
def _phrases(place: str) -> Mapping[str, Sequence[tuple[tuple[str, ...], int]]]:
    """The phrases of one place by their first word, each with the most words that its line may have."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
    for name in packs():
        for entry in entries(name, "furniture"):
            if entry.text("place") == place:
                most = entry.number("most") if "most" in entry.fields else _ANY
                for spelling in entry.words:
                    phrase = spoken(spelling)
                    if not phrase:
                        raise BrokenPack(f"{entry.where}: {spelling!r} has no letters")
                    found[phrase[0]].append((phrase, most))
    return found
