"""The floor: who speaks in a transcript, from the name and colon before his words to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sijill.mentions.mentions import Mentions
from sijill.records import Mention, Passage

# What may stand in brackets between a name and its colon ("(through an interpreter):"), in words.
_ASIDE = 6


class Floor(NamedTuple):
    """Who speaks in a passage, from the word `first` on."""

    speaker: Mention
    first: int


def floors(passages: Sequence[Passage], mentions: Mentions) -> Mapping[int, Floor]:
    """The speaker of each passage of a transcript, by the passage's index.

    A transcript begins where a name with an initial stands before a colon ("A. Name: …"); from there on any
    name before a colon takes the floor, to the end of the text or to a passage cut short by "<".
    """
    found: dict[int, Floor] = {}
    current: Mention | None = None
    for number, passage in enumerate(passages):
        first = 0
        for speaker, after in _named(passage, mentions):
            if current is not None or _initialled(passage, speaker):
                current, first = speaker, after
        if current is not None:
            found[number] = Floor(current, first)
        if passage.words[-1].folded in "<>" or any(word.folded == "<" for word in passage.words):
            current = None
    return found


def _named(passage: Passage, mentions: Mentions) -> Iterator[tuple[Mention, int]]:
    """The persons in a passage whose name a colon follows, and the word after the colon."""
    colons = [index for index, word in enumerate(passage.words) if word.folded == ":"]
    persons = mentions.within(passage.start, passage.end, "person", "office") if colons else []
    for colon in colons:
        last = colon
        if passage.words[last - 1].folded == ")":
            aside = range(last - 2, max(0, last - _ASIDE), -1)
            last = next((at for at in aside if passage.words[at].folded == "("), last)
        ends = {word.end for word in passage.words[max(0, last - 2) : last]}
        near = [one for one in persons if one.end in ends and one.parties and one.latin]
        yield from ((one, colon + 1) for one in near[-1:])


def _initialled(passage: Passage, speaker: Mention) -> bool:
    words = [word for word in passage.words if speaker.start <= word.start < speaker.end]
    return len(words) > 2 and words[1].folded == "." and len(words[0].folded) == 1
