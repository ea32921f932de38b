"""Authors: whose text a document is, so that its "we" and its unnamed subjects have parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sijill.acts.clause import SUBJECTS
from sijill.acts.roles import role
from sijill.catalogue.parties import is_forum
from sijill.mentions.mentions import Mentions
from sijill.records import Meeting, Passage

# A text that lists more parties than these after the short name of a body is that body's.
_MANY = 3
# The body names itself in the headline or in the first sentences.
_OPENING = 4


def authors(
    text: str,
    passages: Sequence[Passage],
    mentions: Mentions,
    meetings: Sequence[Meeting],
    first_row: int,
) -> tuple[str, ...]:
    """Whose text it is: the format that meets, the parties of the headline, of the talks, or first named.

    `first_row` is where the first act starts. A body that nobody lists goes by its short name ("the members
    of the Safe Harbours Initiative (SHI): …" → shi).
    """
    head = _headed(passages[0], mentions) if passages else ()
    met = _met(meetings)
    if len(met) == 1:
        return met
    bodies = tuple(party for party in head if is_forum(party))
    if len(head) > 1:
        return head
    found = bodies[:1] or met or _opening(mentions, first_row)
    own = _short_name(text, passages, mentions) if len(found) > _MANY else None
    return (own,) if own else found


def _met(meetings: Sequence[Meeting]) -> tuple[str, ...]:
    """The format, or all the parties, of the first talks told as held now."""
    for meeting in meetings:
        if not meeting.earlier and not meeting.planned:
            present = tuple(dict.fromkeys(each.party for each in meeting.participants))
            parties = (meeting.format,) if meeting.format else present
            if len(parties) > 1 or is_forum(parties[0] if parties else ""):
                return parties
    return ()


def _opening(mentions: Mentions, first_row: int) -> tuple[str, ...]:
    """The parties named before the first act."""
    named = mentions.within(0, first_row, *SUBJECTS)
    return tuple(dict.fromkeys(each for one in named if one.form != "nisba" for each in one.parties))


def _headed(passage: Passage, mentions: Mentions) -> tuple[str, ...]:
    """The parties that a headline names before it says what it is about."""
    about = (word.start for word in passage.words if role(passage.language, word.folded) == "content")
    named = mentions.within(passage.start, next(about, passage.end), *SUBJECTS)
    return tuple(dict.fromkeys(each for one in named for each in one.parties))


def _short_name(text: str, passages: Sequence[Passage], mentions: Mentions) -> str | None:
    """The short name in brackets before a long list of parties, as a slug; None where there is none."""
    opening = passages[:_OPENING]
    for passage in opening:
        for start, end in _bracketed(text, passage):
            if len(mentions.within(end, opening[-1].end, "party")) > _MANY:
                return text[start:end].lower()
    return None


def _bracketed(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    """Where the words in capitals stand that fill a pair of brackets."""
    for before, word, after in zip(passage.words, passage.words[1:], passage.words[2:], strict=False):
        if before.folded == "(" and after.folded == ")" and text[word.start : word.end].isupper():
            yield word.start, word.end
