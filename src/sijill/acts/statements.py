"""Clauses: the acts of a passage in a language where the subject stands before its verb.

In a joint text the text itself speaks: what "we" do is an act, and a sentence without an act verb a claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sijill.acts.candidate import Candidate, HeadKind, Voice
from sijill.acts.predicates import Predicates
from sijill.acts.tokens import Token, tokens
from sijill.mentions.mentions import Mentions
from sijill.passages.lines import BULLETS
from sijill.records import ActType, Passage

# A subject has so many words at most, and a claim so many at least.
_SUBJECT, _CLAIM = 16, 5
# A label before a colon ("Trade:") has so many words at most.
_LABEL = 5
# An adverbial before the subject ends within so many words.
_PRELUDE = 60
_ADVERBIAL = frozenset(("preposition", "clause", "to", "relative"))
_NOT_SUBJECT = frozenset(("preposition", "to", "that", "relative", "clause", "purpose"))
# What is done, not said: in the base form it may go on with "to …" before it.
_DEEDS = frozenset(("support", "decide", "oppose", "commit", "propose"))
# What only somebody does, even in the present.
_PERSONAL = frozenset(("commit", "praise"))
_STEPS = 6
_APOSTROPHES, _ENDING = frozenset("'’´"), 2


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


class Statement:
    """The passages of a document in order; an open list and whether the text speaks go on between them."""

    def __init__(self, text: str, passages: Sequence[Passage], mentions: Mentions | None) -> None:
        self._text, self._passages, self._mentions = text, passages, mentions
        self._flow: _Flow | None = None

    def rows(self, number: int, passage: Passage) -> Iterator[Candidate]:
        """The rows of one passage, in order."""
        if self._flow is None:
            self._flow = _Flow(is_joint(self._passages))
        flow, kinds = self._flow, ("party", "person", "office")
        names = self._mentions.within(passage.start, passage.end, *kinds) if self._mentions else ()
        bullet = _is_point(self._text, passage)
        flow.listed = flow.listed if bullet else None
        yield from _Clauses(passage, number, tokens(passage.words, passage.language, False, names), flow, bullet).rows()


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
    return before[-1:] in BULLETS or before[-1:] in tuple(".)") and before[-2:-1].isdigit()


class _Clauses:
    """The clauses of one passage."""

    def __init__(self, passage: Passage, number: int, seen: list[Token], flow: _Flow, bullet: bool) -> None:
        self.passage, self.number, self.flow, self.bullet = passage, number, flow, bullet
        self.tokens = _without_apostrophes(seen)
        self.size = len(seen)
        self.types = Predicates(self.tokens)

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

    def _past_label(self) -> int:
        for index in range(min(_LABEL + 1, self.size - 2)):
            if self.tokens[index].mark == "colon":
                return index + 1
        return 0

    def _only_announces(self, head: _Head) -> bool:
        """Whether a clause that ends with a colon says nothing but that a list follows."""
        rest = self.tokens[head.index :]
        return len(rest) < _STEPS or any("following" in token.links for token in rest)

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

    def _past_joins(self, index: int) -> int:
        while index < self.size - 1 and ("joins" in self.tokens[index].links or self.tokens[index].mark == "other"):
            index += 1
        return index

    # rows

    def _told(self, heads: Sequence[_Head]) -> Iterator[Candidate | None]:
        for place, head in enumerate(heads):
            end = heads[place + 1].left if place + 1 < len(heads) else self.size
            kind = head.type or self.types.of(head.index, end, self.flow.joint, thing=head.kind == "cue")
            yield self._row(head, end, kind) if kind else None

    def _row(self, head: _Head, end: int, kind: ActType) -> Candidate:
        first = head.index
        last = max(self._trimmed(first, end), first + 1)
        return Candidate(
            start=self.tokens[first].word.start,
            end=self.tokens[last - 1].word.end,
            type=kind,
            passage=self.number,
            head=first,
            kind=head.kind,
            subject=head.subject,
            voice=head.voice,
        )

    def _trimmed(self, first: int, end: int) -> int:
        """`end` without the marks and small words that lead on to something else."""
        while end > first + 1:
            last = self.tokens[end - 1]
            leads = last.link_words == 1 and not {"joins", "adverb", "purpose"}.isdisjoint(last.links)
            if last.mark in ("comma", "semicolon", "stop", "open", "colon", "other") or (leads and end < self.size):
                end -= 1
            elif leads and last.links[0] == "joins":
                end -= 1
            else:
                break
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

    def _opening(self, first: int) -> Iterator[_Head]:
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

    def _after_we(self, start: int) -> int | None:
        """The word after "we" or "they", which is a verb whatever it is."""
        if not {"we", "pronoun"}.intersection(self.tokens[start].links) or self.tokens[start].word.folded == "it":
            return None
        at = start + 1
        while at < self.size and _is_adverb(self.tokens[at]):
            at += 1
        joint = {"joins", "preposition", "relative", "determiner"}
        if at >= self.size or self.tokens[at].mark or self.tokens[at].named or joint.intersection(self.tokens[at].links):
            return None
        return at

    def _acting(self, verb: int) -> bool:
        """Whether only somebody can do what a verb says, whoever its subject is."""
        helpers = {role for token in self.tokens[verb : self._verb_end(verb) - 1] for role in token.links}
        main = self._verb_end(verb) if {"be", "have", "will"}.intersection(self.tokens[verb].links) else verb
        if main >= self.size or "be" in helpers:
            return False
        return any(
            sense.shape.tense == "past" or (sense.shape.tense == "present" and sense.entry.text("type") in _PERSONAL)
            for sense in self.tokens[main].senses
        )

    def _claim(self, first: int, start: int, verb: int | None) -> Iterator[_Head]:
        """A sentence in which a thing is the subject: a claim of the text."""
        ended = self.tokens[-1].mark in ("stop", "close", "semicolon", "colon")
        worth = self.flow.joint and self.passage.kind == "body" and self.size - start > _CLAIM and ended
        told = any("following" in token.links for token in self.tokens[first : first + 2]) or verb is not None and any("narrated" in token.links for token in self.tokens[verb : verb + 3])
        at = start if not self._timed(first, start) else first
        head = _Head(at, first, (at, at), "text", "cue")
        after = start + 1 if verb is None else verb + 1
        if not worth or told:
            return None, after
        yield head
        return head, after

    def _timed(self, first: int, start: int) -> bool:
        return any("time" in token.links or token.word.folded.isdigit() for token in self.tokens[first:start]) and (
            "prelude" not in self.tokens[first].links
        )

    def _leading(self, first: int) -> _Head | None:
        """A participle of saying that leads a sentence ("Recognizing the need for …, we …")."""
        says = self._participle(first)
        return _Head(first, first, (first, first), "text", "participle") if says else None

    def _participle(self, index: int) -> bool:
        if index >= self.size:
            return False
        return any(
            sense.shape.tense == "participle" and sense.entry.text("type") not in ("commit", "decide")
            for sense in self.tokens[index].senses
        ) and "narrated" not in self.tokens[index].links

    def _prelude(self, first: int) -> int:
        """Where the main clause begins: after adverbials and the comma that ends them."""
        index = self._past_adverbs(first)
        for _ in range(_STEPS):
            if index >= self.size or not self._adverbial(index):
                break
            after = self._main_after(index)
            if after is None:
                break
            index = self._past_adverbs(after)
        return index

    def _adverbial(self, index: int) -> bool:
        token = self.tokens[index]
        if token.named:
            return False
        folded = token.word.folded
        shaped = folded.endswith("ing") or folded.endswith("ed")
        return bool(_ADVERBIAL.intersection(token.links)) or shaped or any(
            "time" in near.links for near in self.tokens[index : index + 3]
        )

    def _main_after(self, index: int) -> int | None:
        """The word after the comma that ends an adverbial: one that begins a subject with its verb."""
        begun = fallback = None
        for at in range(index + 1, min(self.size - 1, index + _PRELUDE)):
            after, parted = self.tokens[at], self.tokens[at - 1].mark == "comma"
            if not parted and "we" not in after.links:
                continue
            verb = self._verb(at, at + _SUBJECT)
            if verb is None:
                continue
            if self._named(at, verb) is None:
                begins = {"determiner", "own"}.intersection(after.links) or after.named
                fallback = at if fallback is None and parted and begins else fallback
            elif parted:
                return at
            elif begun is None and not {"relative", "clause"}.intersection(self.tokens[at - 1].links):
                begun = at
        return begun or fallback

    def _past_adverbs(self, index: int) -> int:
        while index < self.size - 1:
            token = self.tokens[index]
            if "prelude" in token.links and not token.named:
                index += token.link_words
            elif token.mark in ("comma", "other") or _is_adverb(token):
                index += 1
            else:
                break
        return index

    # verbs and subjects

    def _verb(self, first: int, last: int) -> int | None:
        """The first word of the verb of the clause that begins at `first`."""
        silent = False
        for index in range(first, min(last, self.size)):
            token = self.tokens[index]
            if token.mark == "stop":
                return None
            if not token.links and not token.senses and not token.cues:
                continue
            if {"relative", "clause"}.intersection(token.links) and index > first and not self._also_verb(index):
                silent = True
            elif silent and token.links and {"we"}.intersection(token.links):
                silent = False
            elif not silent and self._begins_verb(index, first):
                return index
        return None

    def _also_verb(self, index: int) -> bool:
        return any(sense.shape.tense in ("past", "present") for sense in self.tokens[index].senses)

    def _begins_verb(self, index: int, first: int) -> bool:
        token = self.tokens[index]
        if token.named:
            return False
        before = self.tokens[index - 1] if index > first else None
        if before is not None and ("to" in before.links or "determiner" in before.links or "own" in before.links):
            return False
        if {"will", "must", "can", "be", "have", "do"}.intersection(token.links):
            return before is not None
        if "narrated" in token.links and before is not None and self._ends_subject(index, first):
            return True
        tenses = {sense.shape.tense for sense in token.senses}
        if tenses.isdisjoint(("past", "present")):
            return any(cue.where == "predicate" and cue.clause for cue in token.cues) and self._ends_subject(index, first)
        if before is None:
            return "past" in tenses or "present" in tenses
        return self._ends_subject(index, first) or ("past" in tenses and "preposition" not in before.links)

    def _ends_subject(self, index: int, first: int) -> bool:
        """Whether a subject that can act ends right before a word, adverbs left out."""
        at = index - 1
        while at >= first and _is_adverb(self.tokens[at]):
            at -= 1
        if at < first:
            return False
        token = self.tokens[at]
        return bool(token.named) or not {"we", "pronoun"}.isdisjoint(token.links) or token.mark in ("comma", "close")

    def _named(self, first: int, verb: int) -> tuple[tuple[int, int], Voice] | None:
        """The words of a subject that can act, and whose act it is; None for a thing."""
        last = verb
        while last > first and _is_adverb(self.tokens[last - 1]):
            last -= 1
        if last <= first:
            return None
        opening = self.tokens[first]
        if "we" in opening.links:
            return (first, first + 1), "text"
        if "pronoun" in opening.links and opening.word.folded != "it":
            return (first, last), "same"
        end = self._noun_phrase(first, last)
        begun = self._name_begins(first, end)
        if begun is not None and self.tokens[end - 1].named:
            return (begun, end), "named"
        near = self.tokens[last - 1]
        if near.named and not self._possessive(last - 1):
            at = last - 1
            while at > first and (self.tokens[at - 1].named or {"joins", "determiner", "adverb"}.intersection(self.tokens[at - 1].links)):
                at -= 1
            if at == first or not (_NOT_SUBJECT | {"joins"}).intersection(self.tokens[at - 1].links):
                return (at, last), "named"
        return None

    def _noun_phrase(self, first: int, last: int) -> int:
        """The end of the first noun phrase: before a preposition, a mark or a clause."""
        index = first
        while index < last:
            token = self.tokens[index]
            joint = token.mark == "comma" and index + 1 < last and (self.tokens[index + 1].named or "joins" in self.tokens[index + 1].links)
            stops = (token.mark and not joint) or (_NOT_SUBJECT.intersection(token.links) and not token.named)
            if stops and index > first:
                break
            index += 1
        while index > first + 1 and self.tokens[index - 1].mark:
            index -= 1
        return index

    def _name_begins(self, first: int, end: int) -> int | None:
        for index in range(first, min(end, first + _STEPS)):
            if self.tokens[index].named and not self._possessive(index):
                return index
        return None

    def _possessive(self, index: int) -> bool:
        after = self.tokens[index + 1 : index + 3]
        return bool(after) and after[0].word.folded in ("'", "’") and len(after) > 1 and after[1].word.folded == "s"

    def _verb_end(self, index: int) -> int:
        """The word after the small words of a verb and its main word."""
        index += 1
        while index < self.size and ({"be", "have", "will", "must", "negation"}.intersection(self.tokens[index].links) or _is_adverb(self.tokens[index])):
            index += 1
        return index

    # what is joined to a clause

    def _joined(self, head: _Head | None, index: int) -> _Head | None:
        """The head that begins at or right after a word joining it to what stands before."""
        token = self.tokens[index]
        if token.mark == "semicolon":
            return self._after_semicolon(head, index)
        if token.mark == "comma":
            return self._after_comma(index)
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
            return _Head(at, index, (at, at), "same", type=self.types.of(head.index, index, self.flow.joint))
        return None

    def _after_comma(self, index: int) -> _Head | None:
        at = index + 1
        if at >= self.size - 1:
            return None
        if self._participle(at) or (_is_adverb(self.tokens[at]) and self._participle(at + 1)):
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
        tense = "past" if self._is_past(head.index) else "present"
        return same if head.kind == "verb" and self._goes_with(head, at, tense) else None

    def _claims(self, at: int) -> bool:
        """Whether a thing begins a clause of its own at a word."""
        if not {"determiner", "own"}.intersection(self.tokens[at].links):
            return False
        verb = self._verb(at, at + _SUBJECT)
        return verb is not None and bool({"will", "be", "have", "must"}.intersection(self.tokens[verb].links))

    def _goes_with(self, head: _Head, at: int, tense: str) -> bool:
        if not self._finite(at, tense) or {"determiner", "own"}.intersection(self.tokens[at - 1].links):
            return False
        governs = any({"to", "will", "can", "must"}.intersection(token.links) for token in self.tokens[head.index : at])
        deeds = any(sense.entry.text("type") in _DEEDS for sense in self.tokens[at].senses)
        pledges = deeds and at + 1 < self.size and "to" in self.tokens[at + 1].links
        return tense == "past" or pledges or not (governs and deeds)

    def _states_will(self, index: int) -> bool:
        return any(cue.where == "predicate" for token in self.tokens[index : index + 3] for cue in token.cues)

    def _is_past(self, index: int) -> bool:
        token = self.tokens[index]
        if {"have"}.intersection(token.links):
            return True
        return any(sense.shape.tense == "past" for sense in token.senses)

    def _finite(self, index: int, tense: str) -> bool:
        token = self.tokens[index]
        return not token.named and any(sense.shape.tense == tense for sense in token.senses)

    def _clause(self, at: int, left: int) -> _Head | None:
        """The head of a clause of its own that begins with its subject at a word."""
        verb = self._verb(at, at + _SUBJECT)
        named = self._named(at, verb) if verb is not None and verb > at else None
        if verb is None or named is None:
            return None
        return _Head(verb, left, named[0], named[1])


def _without_apostrophes(seen: list[Token]) -> list[Token]:
    """The tokens with no marks within words and names; a name in the possessive is none."""
    for token in seen:
        token.mark = "" if token.named else token.mark
    for before, token, after in zip(seen, seen[1:], seen[2:], strict=False):
        if token.word.folded in _APOSTROPHES and before.word.end == token.word.start:
            ours = token.word.end == after.word.start and len(after.word.folded) <= _ENDING
            if ours or before.word.folded.endswith("s"):
                token.mark = ""
                before.named = ""
                after.named = "" if ours else after.named
    return seen


def _is_adverb(token: Token) -> bool:
    if token.named or token.mark:
        return False
    return "adverb" in token.links or (token.word.folded.endswith("ly") and not token.senses and len(token.word.folded) > 4)
