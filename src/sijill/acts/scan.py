"""Scan a document for the words of its acts: heads, what they govern, and what type that makes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sijill.acts.candidate import Candidate, HeadKind
from sijill.acts.complements import takes
from sijill.acts.floor import Floor, floors
from sijill.acts.heads import Head, find_heads
from sijill.acts.sourced import begins, told_after
from sijill.acts.spans import clitic_of, content_end, predicates, start_offset, trimmed, turns
from sijill.acts.spoken import opening, past_subject
from sijill.acts.statements import Statement
from sijill.acts.tokens import Token, tokens
from sijill.acts.types import NOBODY, Subject, TypeReader, content_opener, subject_of
from sijill.languages.inflection import subject_first
from sijill.mentions.mentions import Mentions
from sijill.records import ActType, Passage

# A headline names its speaker in this many words at most before the colon.
_SPEAKER = 9
# So few words after the opener of a content are no clause ("وأضاف: ثانيا، يجب …").
_BARE = 2


# A text speaks for itself ("يرحب القادة …") where so many sentences begin with its verb in the present.
_JOINT = 2
# A headline names whom it tells of within these words.
_LEADS = 2
# Those in talk begin a sentence that tells what they will do within these words.
_SIDES = 6


@dataclass(slots=True)
class _Flow:
    """What one passage hands on to the next.

    An open quotation, a list of points, who speaks; in how many sentences the text itself has spoken,
    and the type of the act whose points an earlier sentence announced ("قرر القادة ما يلي:").
    """

    paragraph: int = -1
    quoted: bool = False
    listed: bool = False
    speaker: Subject = NOBODY
    spoken: int = 0
    announced: ActType | None = None


def candidates(
    text: str, passages: Sequence[Passage], mentions: Mentions | None = None
) -> tuple[Candidate, ...]:
    """The acts of a document before it is known who acts, in order of the text."""
    found: list[Candidate] = []
    flow = _Flow()
    floor = floors(passages, mentions) if mentions else {}
    statement = Statement(text, passages, mentions)
    for number, passage in enumerate(passages):
        if subject_first(passage.language):
            found.extend(statement.rows(number, passage))
            continue
        if passage.paragraph != flow.paragraph:
            flow.paragraph, flow.quoted, flow.listed = passage.paragraph, False, False
        scan = _scan(text, passage, number, flow, mentions)
        if number in floor:
            found.extend(scan.spoken(floor[number]))
            continue
        rows = list(scan.rows(flow.quoted and bool(found), flow.listed or _speaks_as_we(scan.tokens)))
        leads = flow.quoted and found and rows and rows[0].start == passage.start
        if leads and rows[0].type == found[-1].type == "state":
            found[-1] = replace(found[-1], end=rows.pop(0).end)
        found.extend(rows)
        flow.speaker = replace(scan.speaker, everyone=False)
        flow.announced = scan.announced
        flow.spoken += scan.speaks
        for token in scan.tokens:
            flow.quoted = token.mark == "open" if token.mark in ("open", "close") else flow.quoted
    return tuple(_apart(found))


def _apart(rows: Iterable[Candidate]) -> Iterator[Candidate]:
    """The rows without those that begin inside another ("X confirms: we will not …" told twice)."""
    end = 0
    for row in sorted(rows, key=lambda row: (row.start, -row.end)):
        if row.start >= end:
            yield row
            end = row.end


def _scan(text: str, passage: Passage, number: int, flow: _Flow, mentions: Mentions | None) -> _Scan:
    """The passage with its words read; a new verb of saying ends a quotation that nobody closed."""
    names = mentions.within(passage.start, passage.end, "party", "person", "office") if mentions else ()
    seen = tokens(passage.words, passage.language, flow.quoted, names)
    if flow.quoted and any(head.index == 0 and head.clitic for head in find_heads(seen[:60], False)):
        flow.quoted = False
        seen = tokens(passage.words, passage.language, False, names)
    scan = _Scan(text, passage, number, seen[_point(seen) :] or seen, flow)
    told = any(head.kind == "verb" for head in scan.heads)
    if not flow.quoted:
        joint = flow.spoken >= _JOINT and bool(scan.tokens[0].future)
        flow.listed = flow.listed or _point(seen) > 0 or joint or (flow.announced is not None and not told)
    if told:
        scan.announced = None
    return scan


def _point(seen: Sequence[Token]) -> int:
    """The words of a number ("أولا،", "4.") that opens a point of a list."""
    numbered = "ordinal" in seen[0].links or seen[0].word.folded.isdigit()
    return 2 if numbered and len(seen) > 1 and seen[1].mark else 0


def _speaks_as_we(seen: Sequence[Token]) -> bool:
    """Whether a sentence is one in which a joint text, or somebody quoted, speaks as "we"."""
    return seen[0].future == 1 or "we" in seen[0].links


def _tells(heads: list[Head]) -> bool:
    """Whether a point of a list reports acts itself: a verb of saying, or a noun in front ("إدانة …")."""
    first = heads[0] if heads else None
    acts = first is not None and (first.index == 0 or first.left < first.index) and first.role == "act"
    if acts and first is not None and first.sense.shape.tense != "future":
        return True
    return any(head.role == "say" for head in heads)


def _parts(token: Token) -> bool:
    """Whether a word ends a subject: a mark or a preposition."""
    return bool(token.mark) or token.meaning.bound or "preposition" in token.links


class _Scan:
    """The rows of one passage."""

    def __init__(self, text: str, passage: Passage, number: int, seen: list[Token], flow: _Flow) -> None:
        self.text = text
        self.headline = passage.kind == "headline"
        self.number = number
        self.skipped = len(passage.words) - len(seen)
        self.tokens = seen
        self.speaker = flow.speaker
        self.announced = flow.announced
        self.types = TypeReader(seen)
        self.heads = find_heads(seen, flow.quoted)

    @property
    def speaks(self) -> bool:
        """Whether a sentence begins with a verb in the present: the text itself speaks."""
        first = self.heads[0] if self.heads and not self.headline else None
        if first is None or first.index or first.clitic or first.kind != "verb":
            return False
        return first.sense.shape.tense == "present"

    def rows(self, quoted: bool, listed: bool) -> Iterator[Candidate]:
        """The rows in order; `quoted` inside a quotation, `listed` inside the points of a list."""
        heads = self.heads
        colon = self._colon() if self.headline and not quoted else None
        if colon is not None:
            yield from self._told([head for head in heads if head.index < colon])
            yield from self._after_colon(colon, heads)
        elif quoted:
            yield from self._content(0, self._quotation_end(heads), "cue")
            yield from self._told(heads)
        elif not heads and self._tells_of_sides():
            yield from self._claim()
        elif listed and not _tells(heads):
            self.speaker = replace(self.speaker, everyone=True)
            yield from self._content(0, len(self.tokens), "cue")
        elif not heads and self.headline:
            yield from self._claim()
        elif not heads and (duty := self._duty()) is not None:
            yield self._row(duty, 0, len(self.tokens), "urge")
        elif not heads and (source := told_after(self.tokens)) is not None:
            first = next(index for index, token in enumerate(self.tokens) if not begins(token))
            row = self._row(first, 0, source.tail, "state")
            yield replace(row, voice="named", subject=(source.first, len(self.tokens)))
        else:
            yield from self._told(heads)

    def spoken(self, floor: Floor) -> Iterator[Candidate]:
        """The rows of a passage in which somebody has the floor: all that is said, but for greetings."""
        first = opening(self.tokens, max(0, floor.first - self.skipped))
        if first is not None:
            self.speaker = Subject(parties=frozenset(floor.speaker.parties), aloud=True)
            yield from self._content(first, len(self.tokens), "cue")

    def _told(self, heads: list[Head]) -> Iterator[Candidate]:
        """The rows that heads begin, each up to the next."""
        for place, head in enumerate(heads):
            following = heads[place + 1] if place + 1 < len(heads) else None
            end = content_end(self.tokens, head, following)
            if end > head.index + 1:
                governs = takes(self.tokens[:end], head.index, head.sense)
            else:
                governs = following is not None and self._shares(head.index + 1)
            if governs and self._announces(end):
                self.announced = self.types.act_type(head, end, self.speaker)
            elif governs:
                yield from self._of_head(head, end)

    def _announces(self, end: int) -> bool:
        """Whether a sentence only announces the points after it ("قرر القادة ما يلي:")."""
        marks = [token.mark for token in self.tokens[end:]]
        return (
            all(marks)
            and "colon" in marks
            and any("announce" in token.links for token in self.tokens[max(0, end - 3) : end])
        )

    def _after_colon(self, colon: int, heads: list[Head]) -> Iterator[Candidate]:
        """What a headline quotes after its colon."""
        if not heads or heads[0].index > colon:
            self.speaker = subject_of(self.tokens, 0, colon)
        for row in self._content(colon + 1, len(self.tokens), "headline"):
            # Under the title, what stands after a colon without a pledge or a demand is mostly a link.
            if row.type != "state" or self.number == 0:
                yield row

    def _claim(self) -> Iterator[Candidate]:
        """The pledge or feeling of a headline without a verb of saying ("برلين مستعدة للحوار")."""
        named = False
        if not any(token.named for token in self.tokens[:_LEADS]):
            return
        for index, token in enumerate(self.tokens):
            if named and predicates(token):
                kind = self.types.clause_type(index, len(self.tokens), NOBODY)
                if kind != "state":
                    first = index - (self.tokens[index - 1].mark == "open")
                    yield self._row(first, 0, len(self.tokens), kind, "headline")
                return
            named = named or bool(token.named)

    def _tells_of_sides(self) -> bool:
        """Whether a sentence without a verb of saying begins with those who will do something."""
        first = self.tokens[:_SIDES]
        return any("sides" in token.links for token in first) or (
            bool(first[0].parties) and any(map(predicates, first))
        )

    def _duty(self) -> int | None:
        """The word that says what is to be done, where a sentence begins with it."""
        for index, token in enumerate(self.tokens[:_SIDES]):
            if "duty" in token.links:
                return index
            if not token.mark and {"intro", "clause"}.isdisjoint(token.links):
                return None
        return None

    def _adverbs(self, head: Head) -> int:
        """How many adverbs right before a head belong to it ("тепло поздравил")."""
        first = head.index
        while first > head.left and "adverb" in self.tokens[first - 1].links:
            first -= 1
        return head.index - first

    def _colon(self) -> int | None:
        """The colon after the speaker of a headline ("برلين: …")."""
        for index, token in enumerate(self.tokens[: _SPEAKER + 1]):
            if token.mark == "colon":
                return index if index and index + 2 < len(self.tokens) else None
        return None

    def _quotation_end(self, heads: list[Head]) -> int:
        """The word after a quotation that was open before the passage."""
        end = heads[0].left if heads else len(self.tokens)
        closed = (index + 1 for index in range(end) if self.tokens[index].mark == "close")
        return next(closed, end)

    def _content(self, first: int, end: int, kind: HeadKind) -> Iterator[Candidate]:
        """The rows of a content whose speaker was named before it."""
        if end < first + 2:
            return
        places = [first, *turns(self.tokens, first, end), end]
        types = [self.types.clause_type(at, after, self.speaker) for at, after in pairwise(places)]
        keep = [0] + [n for n in range(1, len(types)) if self._turns(places[n], types[n - 1], types[n])]
        for place, after in pairwise([*keep, len(types)]):
            found = types[place]
            if found == "state" and kind == "cue" and self.announced is not None:
                found = self.announced
            yield self._part(places[place], places[after], found, kind)

    def _of_head(self, head: Head, end: int) -> Iterator[Candidate]:
        """The row of a head, and the rows into which what it governs turns."""
        opener = content_opener(self.tokens, head.index + 1, end)
        self._hear(head, opener if opener is not None else end)
        if opener is None or head.role == "act":
            kind, stops = self._pledges(head, end)
        else:
            kind, stops = self._stops(head, opener, end)
        if kind is None:
            return
        row = self._row(head.index - self._adverbs(head), head.clitic, stops[0], kind)
        yield replace(row, kind=head.kind, subject=(head.left, stops[0]))
        for first, last in pairwise(stops):
            found = self.types.clause_type(first, last, self.speaker, opener)
            yield self._part(first, last, found)

    def _stops(self, head: Head, opener: int, end: int) -> tuple[ActType | None, list[int]]:
        """The type of what a head says, where it turns into an act of another type, then its end."""
        places = [*turns(self.tokens, opener, end), end]
        first = kind = self.types.act_type(head, places[0], self.speaker)
        stops: list[int] = []
        for turn, after in pairwise(places):
            found = self.types.clause_type(turn, after, self.speaker, opener)
            if not stops and turn - opener <= _BARE:
                first = kind = found
            elif self._turns(turn, kind, found):
                stops.append(turn)
                kind = found
        return first, [*stops, end]

    def _turns(self, turn: int, kind: ActType | None, found: ActType) -> bool:
        """Whether a clause is a row of its own beside one of type `kind`."""
        if found == "commit" or self.tokens[turn - 1].mark in ("stop", "semicolon"):
            return True
        if self.speaker.aloud:
            token = self.tokens[turn]
            if not {"speaks", "wish"}.isdisjoint(token.links) or "clause" in self.tokens[turn - 1].links:
                return found != kind or "clause" not in self.tokens[turn - 1].links
            if any(cue.where == "object" for cue in token.cues):
                return False
        if found != "state" and self._shares(turn):
            return True
        told = found != "state" or not {"that", "pronoun"}.isdisjoint(self.tokens[turn].links)
        return found != kind and told

    def _shares(self, index: int) -> bool:
        """Whether a verb shares its object with the verb right before it ("ندين ونستنكر الهجوم")."""
        return all(
            any(sense.entry.text("role") == "act" and sense.shape.tense != "noun" for sense in token.senses)
            for token in self.tokens[index - 1 : index + 1]
        )

    def _pledges(self, head: Head, end: int) -> tuple[ActType | None, list[int]]:
        """The type of an act without a content, and where a pledge is joined to it ("… وستعمل على …")."""
        places = [*turns(self.tokens, head.index, end), end]
        own = self.types.act_type(head, places[0], self.speaker)
        stops = []
        for turn, after in pairwise(places):
            found = self.types.clause_type(turn, after, self.speaker)
            if found not in ("state", own) or (found == "commit" and self.tokens[turn].future):
                stops.append(turn)
        stops.append(end)
        return self.types.act_type(head, stops[0], self.speaker), stops

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
            self.speaker = subject

    def _part(self, first: int, end: int, found: ActType, kind: HeadKind = "cue") -> Candidate:
        """A row that begins inside a content, after its that-word or conjunction."""
        if self.speaker.aloud:
            first = past_subject(self.tokens, first, end)
        that = self.tokens[first].that and first + 1 < end
        return self._row(first + that, 0 if that else clitic_of(self.tokens[first]), end, found, kind)

    def _row(self, first: int, clitic: int, end: int, found: ActType, kind: HeadKind = "cue") -> Candidate:
        last = max(trimmed(self.tokens, first, end), first + 1)
        return Candidate(
            start=start_offset(self.text, self.tokens[first].word, clitic),
            end=self.tokens[last - 1].word.end,
            type=found,
            passage=self.number,
            kind=kind,
            subject=(first, first),
        )
