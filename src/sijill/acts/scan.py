"""Scan a document for the words of its acts: heads, what they govern, and what type that makes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sijill.acts.candidate import Candidate, HeadKind
from sijill.acts.heads import Head, find_heads, takes
from sijill.acts.spans import clitic_of, content_end, predicates, trimmed, turns
from sijill.acts.tokens import Token, tokens
from sijill.acts.types import Reader, Subject, content_opener, subject_of
from sijill.mentions.mentions import Mentions
from sijill.records import ActType, Passage


# A headline names its speaker in this many words at most before the colon.
_SPEAKER = 9


def candidates(passages: Sequence[Passage], mentions: Mentions | None = None) -> tuple[Candidate, ...]:
    """The acts of a document before it is known who acts, in order of the text."""
    found: list[Candidate] = []
    quoted, listed, paragraph = False, False, -1
    speaker = Subject()
    for number, passage in enumerate(passages):
        if passage.paragraph != paragraph:
            quoted, listed, paragraph = False, False, passage.paragraph
        names = mentions.within(passage.start, passage.end, "party", "person", "office") if mentions else ()
        seen = tokens(passage.words, passage.language, quoted, names)
        listed = listed or _opens_point(seen, quoted)
        if quoted and any(head.index == 0 and head.clitic for head in find_heads(seen, False)):
            quoted = False
            seen = tokens(passage.words, passage.language, quoted, names)
        scan = _Scan(passage, number, seen, speaker)
        rows = list(scan.rows(quoted and bool(found), listed))
        if quoted and found and rows and rows[0].head == 0 and rows[0].type == found[-1].type == "state":
            found[-1] = replace(found[-1], end=rows.pop(0).end)
        found.extend(rows)
        speaker = scan.speaker
        for token in seen:
            quoted = token.mark == "open" if token.mark in ("open", "close") else quoted
    return tuple(found)


def _point(seen: Sequence[Token]) -> int:
    """The words of a number ("أولا،", "4.") that opens a point of a list."""
    numbered = "ordinal" in seen[0].links or seen[0].word.folded.isdigit()
    return 2 if numbered and len(seen) > 1 and seen[1].mark else 0


def _opens_point(seen: Sequence[Token], quoted: bool) -> bool:
    """Whether a passage is a point of a joint text: it is numbered, or the text speaks as "we"."""
    if quoted:
        return False
    first = _point(seen)
    return first > 0 or seen[0].future == 1 or "we" in seen[0].links


def _parts(token: Token) -> bool:
    """Whether a word ends a subject: a mark or a preposition."""
    return bool(token.mark) or token.bound or "preposition" in token.links


class _Scan:
    """The rows of one passage."""

    def __init__(self, passage: Passage, number: int, seen: list[Token], speaker: Subject) -> None:
        self.passage = passage
        self.number = number
        self.tokens = seen
        self.speaker = speaker
        self.reader = Reader(seen, passage.language)

    def rows(self, quoted: bool, listed: bool) -> Iterator[Candidate]:
        """The rows in order; `quoted` inside a quotation, `listed` inside the points of a list."""
        heads = find_heads(self.tokens, quoted)
        colon = self._colon() if self.passage.kind == "headline" and not quoted else None
        if colon is not None:
            heads = [head for head in heads if head.index < colon]
            if not heads:
                self.speaker = subject_of(self.tokens, 0, colon)
        elif self.passage.kind == "headline" and not heads:
            yield from self._claim()
        if listed and not any(head.sense.entry.text("role") == "say" for head in heads):
            heads = []
        if quoted or (listed and not heads):
            self.speaker = self.speaker if quoted else replace(self.speaker, everyone=True)
            yield from self._content(_point(self.tokens), self._quotation_end(heads, quoted), "cue")
        for place, head in enumerate(heads):
            following = heads[place + 1] if place + 1 < len(heads) else None
            end = content_end(self.tokens, head, following)
            if end > head.index + 1 and takes(self.tokens[:end], head.index, head.sense):
                yield from self._of_head(head, end)
        if colon is not None:
            for row in self._content(colon + 1, len(self.tokens), "headline"):
                # Under the title, what stands after a colon without a pledge or a demand is mostly a link.
                if row.type != "state" or self.number == 0:
                    yield row

    def _claim(self) -> Iterator[Candidate]:
        """The pledge or feeling of a headline without a verb of saying ("برلين مستعدة للحوار")."""
        for index in range(1, len(self.tokens)):
            token = self.tokens[index]
            if any(each.named for each in self.tokens[:index]) and predicates(token):
                first = index - (self.tokens[index - 1].mark == "open")
                kind = self.reader.clause_type(index, len(self.tokens), Subject())
                if kind != "state":
                    yield replace(self._row(first, 0, len(self.tokens)), type=kind, kind="headline")
                return

    def _colon(self) -> int | None:
        """The colon after the speaker of a headline ("برلين: …")."""
        for index, token in enumerate(self.tokens[: _SPEAKER + 1]):
            if token.mark == "colon":
                return index if index and index + 2 < len(self.tokens) else None
        return None

    def _quotation_end(self, heads: list[Head], quoted: bool) -> int:
        end = heads[0].left if heads else len(self.tokens)
        if quoted:
            for index in range(end):
                if self.tokens[index].mark == "close":
                    return index + 1
        return end

    def _content(self, first: int, end: int, kind: HeadKind) -> Iterator[Candidate]:
        """The rows of a content whose speaker was named before it."""
        if end < first + 2:
            return
        places = [first, *turns(self.tokens, first, end), end]
        types = [self.reader.clause_type(at, after, self.speaker) for at, after in pairwise(places)]
        keep = [0] + [n for n in range(1, len(types)) if self._turns(places[n], types[n - 1], types[n])]
        for n, place in enumerate(keep):
            last = places[keep[n + 1]] if n + 1 < len(keep) else end
            yield replace(self._part(places[place], last), type=types[place], kind=kind, continues=True)

    def _part(self, first: int, end: int) -> Candidate:
        token = self.tokens[first]
        that = bool(token.links) and token.links[0] == "that"
        return self._row(first + that, 0 if that else clitic_of(token), end)

    def _of_head(self, head: Head, end: int) -> Iterator[Candidate]:
        opener = content_opener(self.tokens, head.index + 1, end)
        self._hear(head, opener if opener is not None else end)
        acts = head.sense.entry.text("role") == "act"
        stops = self._stops(head, opener, end) if opener is not None and not acts else [end]
        if acts or opener is None:
            stops = self._pledges(head, end)
        kind = self.reader.act_type(head, stops[0], self.speaker)
        if kind is None:
            return
        row = self._row(head.index, head.clitic, stops[0])
        yield replace(row, type=kind, kind=head.kind, subject=(head.left, stops[0]))
        for first, last in pairwise(stops):
            found = self.reader.clause_type(first, last, self.speaker, opener)
            yield replace(self._part(first, last), type=found, continues=True)

    def _stops(self, head: Head, opener: int, end: int) -> list[int]:
        """Where the content turns into an act of another type, then its end."""
        places = [*turns(self.tokens, opener, end), end]
        kind = self.reader.act_type(head, places[0], self.speaker)
        stops = []
        for turn, after in pairwise(places):
            found = self.reader.clause_type(turn, after, self.speaker, opener)
            if self._turns(turn, kind, found):
                stops.append(turn)
                kind = found
        return [*stops, end]

    def _turns(self, turn: int, kind: ActType | None, found: ActType) -> bool:
        """Whether a clause is a row of its own beside one of type `kind`."""
        if found == "commit" or self.tokens[turn - 1].mark == "stop":
            return True
        return found != kind and (found != "state" or "that" in self.tokens[turn].links)

    def _pledges(self, head: Head, end: int) -> list[int]:
        """Where a pledge or a demand is joined to an act without a content ("… وستعمل على …")."""
        places = [*turns(self.tokens, head.index, end), end]
        kinds = [self.reader.clause_type(at, after, self.speaker) for at, after in pairwise(places)]
        own = self.reader.act_type(head, places[0], self.speaker)
        stops = [at for at, kind in zip(places, kinds, strict=False) if kind not in ("state", own) or (kind == "commit" and self.tokens[at].future)]
        return [*stops, end]

    def _hear(self, head: Head, end: int) -> None:
        """Remember who speaks where the head names its subject."""
        if head.kind != "verb":
            return
        last = head.index + 1
        while last < end and not _parts(self.tokens[last]):
            last += 1
        subject = subject_of(self.tokens, head.index + 1, last)
        if not subject.roots:
            subject = subject_of(self.tokens, head.left, head.index)
        if subject.roots:
            self.speaker = Subject(subject.roots, subject.parties)

    def _row(self, first: int, clitic: int, end: int) -> Candidate:
        last = trimmed(self.tokens, first, end)
        return Candidate(
            start=self.tokens[first].word.start + clitic,
            end=self.tokens[last - 1].word.end,
            type="state",
            passage=self.number,
            head=first,
            kind="cue",
            subject=(first, first),
        )
