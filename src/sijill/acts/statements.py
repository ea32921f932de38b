"""Statements: the acts of a passage in a language where the subject stands before its verb.

In a joint text the text itself speaks: what "we" do is an act, and a sentence without an act verb a claim.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace

from sijill.acts.candidate import Candidate, HeadKind, Voice
from sijill.acts.predicates import Predicates
from sijill.acts.syntax import STEPS, SUBJECT, Syntax, is_adverb
from sijill.acts.tokens import Token, tokens
from sijill.mentions.mentions import Mentions
from sijill.passages.lines import BULLETS
from sijill.records import ActType, MentionKind, Passage

# A claim has so many words at least.
_CLAIM = 5
# A label before a colon ("Trade:") has so many words at most.
_LABEL = 5
# What is done, not said: in the base form it may go on with "to …" before it.
_DEEDS = frozenset(("support", "decide", "oppose", "commit", "propose"))
# Verbs in a series are within so many words of each other; a participle has one of these right after it.
_SERIES = 30
_LED = frozenset(("preposition", "to", "clause"))
# A dateline has so many words, no verb, and a dash at its end.
_DATELINE, _DASHES = 12, frozenset("-–—")
_VERBAL = frozenset(("be", "have", "will", "must", "that"))
_NAMES: tuple[MentionKind, ...] = ("party", "person", "office")


@dataclass(slots=True)
class _Flow:
    """What goes on from passage to passage: whether the text speaks, and the type of an open list."""

    joint: bool = False
    listed: ActType | None = None


@dataclass(frozen=True, slots=True)
class _Head:
    """A verb that begins a row: its word, the words of its subject, whose it is, and its type if settled."""

    index: int
    left: int
    subject: tuple[int, int]
    voice: Voice
    kind: HeadKind = "verb"
    type: ActType | None = None


# Heads, and at the end the last of them with the word at which to go on.
_Opening = Generator[_Head, None, "tuple[_Head | None, int]"]


class Statement:
    """The passages of a document in order; an open list and whether the text speaks go on between them."""

    def __init__(self, text: str, passages: Sequence[Passage], mentions: Mentions | None) -> None:
        self._text, self._passages, self._mentions = text, passages, mentions
        self._flow: _Flow | None = None

    def rows(self, number: int, passage: Passage) -> Iterator[Candidate]:
        """The rows of one passage, in order."""
        if self._flow is None:
            self._flow = _Flow(is_joint(self._passages))
        flow = self._flow
        names = self._mentions.within(passage.start, passage.end, *_NAMES) if self._mentions else ()
        bullet = _is_point(self._text, passage)
        flow.listed = flow.listed if bullet else None
        seen = tokens(passage.words, passage.language, False, names)
        yield from _Clauses(passage, number, seen, flow, bullet).rows()


def is_joint(passages: Sequence[Passage]) -> bool:
    """Whether a text speaks for all who meet: its headline calls it joint, or it says "we"."""
    for number, passage in enumerate(passages):
        quoted = False
        for token in tokens(passage.words, passage.language, False):
            quoted = token.mark == "open" if token.mark in ("open", "close") else quoted
            if ("we" in token.links and not quoted) or (number < 2 and "joint" in token.links):
                return True
    return False


def _is_point(text: str, passage: Passage) -> bool:
    """Whether a bullet or a number stands right before the passage."""
    before = text[max(0, passage.start - 6) : passage.start].rstrip()
    return before[-1:] in BULLETS or (before[-1:] in (".", ")") and before[-2:-1].isdigit())


class _Clauses(Syntax):
    """The clauses of one passage."""

    def __init__(self, passage: Passage, number: int, seen: list[Token], flow: _Flow, bullet: bool) -> None:
        super().__init__(seen)
        self.passage, self.number, self.flow, self.bullet = passage, number, flow, bullet
        self.types = Predicates(self.tokens, flow.joint)
        self.actors: frozenset[str] = frozenset()

    def rows(self) -> Iterator[Candidate]:
        """The rows in order."""
        first = self._past_label()
        announces = self.tokens[-1].mark == "colon"
        if self.passage.kind == "headline" and not self._headline():
            return
        if self.flow.listed and not self._own_subject(first):
            yield from self._points(first, self.flow.listed)
            return
        heads = list(self._heads(first))
        found = [row for row in self._told(heads) if row is not None]
        if announces and found:
            self.flow.listed = found[-1].type
            if self._only_announces(heads[-1]):
                found.pop()
        yield from found

    def _headline(self) -> bool:
        """Whether a headline reports an act: it has a subject and a verb."""
        verb = self._verb(0, self.size)
        return verb is not None and self._named(0, verb) is not None and bool(self.tokens[verb].senses)

    def _past_dateline(self) -> int:
        """The word after a place, a date and a dash ("BASRA, Sept. 3 – The ministers …"); 0 without them."""
        for index in range(1, min(_DATELINE, self.size - 2)):
            token, before, after = self.tokens[index], self.tokens[index - 1], self.tokens[index + 1]
            if before.senses or not _VERBAL.isdisjoint(before.links):
                break
            if token.word.folded in _DASHES:
                apart = before.word.end < token.word.start and token.word.end < after.word.start
                return index + 1 if apart and self.tokens[0].named else 0
        return 0

    def _past_label(self) -> int:
        dateline = self._past_dateline() if self.passage.kind == "body" else 0
        if dateline:
            return dateline
        for index in range(min(_LABEL + 1, self.size - 2)):
            if self.tokens[index].mark == "colon":
                return index + 1
        return 0

    def _only_announces(self, head: _Head) -> bool:
        """Whether a clause that ends with a colon says nothing but that a list follows."""
        rest = self.tokens[head.index :]
        return len(rest) < STEPS or any("following" in token.links for token in rest)

    def _own_subject(self, first: int) -> bool:
        """Whether a point of a list is a sentence of its own."""
        verb = self._verb(first, self.size)
        return verb is not None and self._named(first, verb) is not None

    def _points(self, first: int, kind: ActType) -> Iterator[Candidate]:
        """The points of a list, each a row of the type that was announced."""
        places = [first]
        for index in range(first, self.size - 2):
            if self.tokens[index].mark == "semicolon":
                places.append(self._past_joins(index + 1))
        for place, after in zip(places, [*places[1:], self.size], strict=True):
            if after - place > 1:
                yield self._row(_Head(place, place, (place, place), "same", "cue"), after, kind)

    def _told(self, heads: Sequence[_Head]) -> Iterator[Candidate | None]:
        silent: _Head | None = None
        for place, head in enumerate(heads):
            if head.voice == "same" and silent is not None:
                head = replace(head, subject=silent.subject, voice=silent.voice)
            end = heads[place + 1].left if place + 1 < len(heads) else self.size
            if head.voice != "same":
                self.actors = self._parties(head)
            kind = head.type or self.types.of(head.index, end, self.actors, thing=head.kind == "cue")
            silent = None if kind else head
            yield self._row(head, end, kind) if kind else None

    def _parties(self, head: _Head) -> frozenset[str]:
        """The parties that the words of a subject name."""
        first, last = head.subject
        return frozenset(party for token in self.tokens[first:last] for party in token.parties)

    def _row(self, head: _Head, end: int, kind: ActType) -> Candidate:
        first = head.index
        last = max(self._trimmed(first, end), first + 1)
        return Candidate(
            start=self.tokens[first].word.start,
            end=self.tokens[last - 1].word.end,
            type=kind,
            passage=self.number,
            kind=head.kind,
            subject=head.subject,
            voice=head.voice,
        )

    def _trimmed(self, first: int, end: int) -> int:
        """`end` without the marks and small words that lead on to something else."""
        while end > first + 1:
            last = self.tokens[end - 1]
            leads = last.link_words == 1 and not {"joins", "adverb", "purpose"}.isdisjoint(last.links)
            marked = last.mark in ("comma", "semicolon", "stop", "open", "colon", "other")
            if not marked and not (leads and (end < self.size or last.links[0] == "joins")):
                break
            end -= 1
        return end

    # heads

    def _heads(self, first: int) -> Iterator[_Head]:
        """The heads of the passage: that of each main clause, and those joined to it."""
        head, index = yield from self._opening(first)
        while index < self.size:
            found = self._joined(head, index)
            if found is None:
                index += 1
            else:
                yield found
                head, index = found, self._verb_end(found.index)

    def _opening(self, first: int) -> _Opening:
        """The head of the first clause; returns it with the word at which to go on."""
        start = self._prelude(first)
        leading = self._leading(first)
        if leading is not None and start > first:
            yield leading
        verb = self._after_we(start) or self._verb(start, self.size)
        head: _Head | None = None
        if verb is not None:
            named = self._named(start, verb)
            if named is not None:
                head = _Head(verb, start if leading else first, named[0], named[1])
            elif start < verb and self._acting(verb):
                head = _Head(verb, start if leading else first, (verb, verb), "text")
            elif start == verb and self.bullet and self.tokens[verb].senses:
                head = _Head(verb, first, (verb, verb), "same", "participle")
        if head is None:
            return (yield from self._claim(first, start, verb))
        yield head
        return head, self._verb_end(head.index)

    def _claim(self, first: int, start: int, verb: int | None) -> _Opening:
        """A sentence in which a thing is the subject: a claim of the text."""
        ended = self.tokens[-1].mark in ("stop", "close", "semicolon", "colon")
        worth = self.flow.joint and self.passage.kind == "body" and self.size - start > _CLAIM and ended
        told = any("following" in token.links for token in self.tokens[first : first + 2]) or (
            verb is not None and any("narrated" in token.links for token in self.tokens[verb : verb + 3])
        )
        at = start if not self._timed(first, start) else first
        head = _Head(at, first, (at, at), "text", "cue")
        after = start + 1 if verb is None else verb + 1
        if not worth or told:
            return None, after
        yield head
        return head, after

    def _timed(self, first: int, start: int) -> bool:
        return any(
            "time" in token.links or token.word.folded.isdigit() for token in self.tokens[first:start]
        ) and ("prelude" not in self.tokens[first].links)

    def _leading(self, first: int) -> _Head | None:
        """A participle of saying that leads a sentence ("Recognizing the need for …, we …")."""
        says = self._participle(first)
        return _Head(first, first, (first, first), "text", "participle") if says else None

    def _joined(self, head: _Head | None, index: int) -> _Head | None:
        """The head that begins at or right after a word joining it to what stands before."""
        token = self.tokens[index]
        if token.mark == "semicolon":
            return self._after_semicolon(head, index)
        if token.mark == "comma":
            return self._after_comma(head, index)
        if "joins" in token.links and token.word.folded in ("and", "but", "while"):
            return self._after_and(head, index)
        return None

    def _after_semicolon(self, head: _Head | None, index: int) -> _Head | None:
        at = self._past_adverbs(self._past_joins(index + 1))
        if at >= self.size - 1:
            return None
        clause = self._clause(at, index)
        if clause is not None:
            return clause
        governs = head is not None and any("to" in token.links for token in self.tokens[head.index : index])
        deed = governs and {"effect", "deed"}.intersection(self.tokens[at].links)
        if head is not None and head.kind == "verb" and (self._finite(at, "past") or deed):
            return _Head(
                at, index, (at, at), "same", type=self.types.of(head.index, index, self._parties(head))
            )
        return None

    def _in_series(self, at: int) -> bool:
        """Whether a verb in the past is one of several joined by commas ("thanked them, proposed talks, and
        urged calm"), not a participle of the noun before it."""
        after = self.tokens[at + 1]
        if not self._finite(at, "past") or _LED.intersection(after.links) or after.mark:
            return False
        series = range(at + 1, min(self.size - 2, at + _SERIES))
        return any(
            self.tokens[place].word.folded == "and"
            and self._finite(self._past_adverbs(place + 1), "past")
            and self._past_adverbs(place + 1) < self.size - 1
            for place in series
        )

    def _after_comma(self, head: _Head | None, index: int) -> _Head | None:
        at = index + 1
        if at >= self.size - 1:
            return None
        if head is not None and head.kind == "verb" and self._in_series(at):
            return _Head(at, index, (at, at), "same")
        if self._participle(at) or (is_adverb(self.tokens[at]) and self._participle(at + 1)):
            return _Head(at, index, (at, at), "same", "participle")
        relative = {"relative", "preposition"}.intersection(self.tokens[at].links)
        for place in range(at, min(at + 3, self.size - 1)) if relative else (at,):
            if "we" in self.tokens[place].links:
                return self._clause(place, index)
        return None

    def _after_and(self, head: _Head | None, index: int) -> _Head | None:
        left = index - 1 if self.tokens[index - 1].mark == "comma" else index
        at = self._past_adverbs(index + 1)
        if at >= self.size - 1:
            return None
        token = self.tokens[at]
        start = self._prelude(index + 1)
        if start > at and self._clause(start, left) is not None:
            return self._clause(start, left)
        apart = left < index or "we" in token.links or "pronoun" in token.links
        clause = self._clause(at, left) if apart else None
        if clause is not None:
            return clause
        if left < index and self.flow.joint and self._claims(at):
            return _Head(at, left, (at, at), "text", "cue")
        if head is None:
            return None
        voice: Voice = "same"
        same = _Head(at, left, (at, at), voice, type=None)
        if "will" in token.links or ({"be", "have"}.intersection(token.links) and self._states_will(at)):
            return same
        if self._participle(at) and head.kind == "participle":
            return replace(same, kind="participle")
        told = "narrated" in self.tokens[head.index].links and self._finite(at, "past")
        tense = "past" if told or self._is_past(head.index) else "present"
        return same if head.kind == "verb" and self._goes_with(head, at, tense) else None

    def _claims(self, at: int) -> bool:
        """Whether a thing begins a clause of its own at a word."""
        if not {"determiner", "own"}.intersection(self.tokens[at].links):
            return False
        verb = self._verb(at, at + SUBJECT)
        return verb is not None and bool({"will", "be", "have", "must"}.intersection(self.tokens[verb].links))

    def _goes_with(self, head: _Head, at: int, tense: str) -> bool:
        if not self._finite(at, tense) or {"determiner", "own"}.intersection(self.tokens[at - 1].links):
            return False
        governs = any(
            {"to", "will", "can", "must"}.intersection(token.links) for token in self.tokens[head.index : at]
        )
        deeds = any(sense.entry.text("type") in _DEEDS for sense in self.tokens[at].senses)
        pledges = deeds and at + 1 < self.size and "to" in self.tokens[at + 1].links
        return tense == "past" or pledges or not (governs and deeds)

    def _clause(self, at: int, left: int) -> _Head | None:
        """The head of a clause of its own that begins with its subject at a word."""
        verb = self._verb(at, at + SUBJECT)
        named = self._named(at, verb) if verb is not None and verb > at else None
        if verb is None or named is None:
            return None
        return _Head(verb, left, named[0], named[1])
