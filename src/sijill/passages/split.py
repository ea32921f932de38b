"""Split a document into sentences and headlines, and say of everything left out why it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, cast

from sijill.errors import RefusedInput
from sijill.passages.furniture import is_furnished, is_furniture
from sijill.passages.language import line_languages
from sijill.passages.lines import BULLETS, CLOSING, STOPS, Line, lines_of, said
from sijill.passages.lists import packs
from sijill.passages.repeats import Seen
from sijill.passages.sentences import sentences
from sijill.records import Document, Dropped, Language, Passage

Kind = Literal["headline", "body"]

# A first line, and a line within the text, of this many words at most and no stop is a headline.
_HEADLINE, _SUBHEADING = 30, 12


def split(document: Document) -> tuple[tuple[Passage, ...], tuple[Dropped, ...]]:
    """The sentences and headlines of a document in order, and what is not to be read, with reasons.

    The reasons are "furniture", "repeat" and "language: " with an ISO 639 code. Raises RefusedInput
    where nothing is in a language that has a pack.
    """
    text, lines = document.text, lines_of(document.text)
    kept = [line for line in lines if not is_furniture(text, line)]
    told = line_languages(text, kept, document.language)
    main = _main(document, kept, told)
    codes = {line.start: code or main for line, code in zip(kept, told, strict=True)}
    readable = [start for start, code in codes.items() if code in packs()]
    seen = Seen()
    parts: list[Passage | Dropped] = []
    for paragraph, line in enumerate(lines):
        code = codes.get(line.start)
        if code is None:
            parts.append(Dropped(line.start, line.end, "furniture"))
        elif code not in packs():
            parts.append(Dropped(line.start, line.end, f"language: {code}"))
        else:
            kind = _kind(line, line.start == readable[0], line.start == readable[-1])
            parts.extend(_parts(text, line, (cast(Language, code), kind, paragraph), seen))
    passages = tuple(part for part in parts if isinstance(part, Passage))
    return passages, tuple(part for part in parts if isinstance(part, Dropped))


def _parts(
    text: str, line: Line, what: tuple[Language, Kind, int], seen: Seen
) -> Iterator[Passage | Dropped]:
    """The sentences of one line, each as a passage or with the reason why not."""
    for sentence in sentences(text, line):
        start, end = sentence[0].start, sentence[-1].end
        words = said(sentence)
        if is_furnished(words):
            yield Dropped(start, end, "furniture")
        elif what[1] == "body" and seen.repeats(words):
            yield Dropped(start, end, "repeat")
        else:
            yield Passage(start, end, *what, sentence)


def _main(document: Document, lines: Sequence[Line], codes: Sequence[str | None]) -> str:
    """The language of ours that most words are in. Raises RefusedInput where there is none."""
    votes = Counter[str]()
    for line, code in zip(lines, codes, strict=True):
        if code is not None:
            votes[code] += len(line.spoken)
    if not votes:
        raise RefusedInput(f"{document.source}: has no words in it; give a text with words")
    ours = [code for code, _ in votes.most_common() if code in packs()]
    if not ours:
        found, read = _name(votes.most_common(1)[0][0]), ", ".join(map(_name, packs()))
        raise RefusedInput(f"{document.source}: is in {found}, which is not read yet; give a text in {read}")
    return ours[0]


def _kind(line: Line, first: bool, last: bool) -> Kind:
    """Whether a line is a headline: short, without a stop, and something follows it."""
    end = next((word.folded for word in reversed(line.words) if word.folded not in CLOSING), "")
    if last or end in STOPS or end == ":" or line.words[0].folded in BULLETS:
        return "body"
    return "headline" if len(line.spoken) <= (_HEADLINE if first else _SUBHEADING) else "body"


def _name(code: str) -> str:
    from babel import Locale  # needed for refusals only, and slow to load

    return str(Locale("en").languages.get(code, f'language "{code}"'))
