"""Who acts, who speaks, whom an act asks and whom it is about, from its words and what stands around them.

A reporting verb has its subject right after it (VSO) or right before it (SVO, headlines); where it has
none, and for participles, rows split off a sentence and speech that goes on, the one who acted last acts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol

from sijill.acts.tokens import verb_senses
from sijill.languages.inflection import forms
from sijill.languages.pack import entries
from sijill.mentions.mentions import Mentions
from sijill.passages.folding import fold
from sijill.records import ActType, Language, Meeting, Mention, Passage, Word

# How many words may stand between a verb and its subject ("وأعلن أمس كل من الرئيسين …"): beyond five
# the first name was an object more often than a subject in the train stories.
_REACH = 5
# An office told at length has its holder's name within these words.
_LONG_OFFICE = 12
_SUBJECTS = ("party", "person", "office")
_QUOTES = {"“": 1, "«": 1, "”": -1, "»": -1}
_SPEECH = frozenset((":", '"', "“", "«"))
_OPENERS = frozenset(("opener", "pronoun", "content", "preposition", "duty", "with"))
_BETWEEN = frozenset("،,:؛-–—\"“”«»()#")


class Marked(Protocol):
    """A row whose words and type are known: an act before it has actors."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def type(self) -> ActType: ...


@dataclass(frozen=True, slots=True)
class Parties:
    """Who has a part in one act, in the codebook's terms."""

    actors: tuple[str, ...]
    speaker: str | None
    addressees: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts, and the stretch of text that names them (empty where carried over)."""

    actors: tuple[str, ...] = ()
    speaker: str | None = None
    start: int = 0
    end: int = 0


@cache
def _roles(language: Language) -> dict[str, str]:
    return {
        fold(word): entry.text("role")
        for entry in entries(language, "attribution")
        for word in entry.words
        if " " not in word
    }


@cache
def _agents(language: Language) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(fold(part) for part in phrase.split())
        for entry in entries(language, "attribution")
        if entry.text("role") == "agent"
        for phrase in entry.words
    )


def attribute(
    rows: Sequence[Marked], passages: Sequence[Passage], mentions: Mentions, meetings: Sequence[Meeting]
) -> list[Parties]:
    """The parties of each row, in the order of `rows`, which are sorted by start and do not overlap."""
    starts = [passage.start for passage in passages]
    resolver = _Resolver(mentions, meetings)
    speech = _Speech(passages)
    sentences, subjects = [], []
    floor = 0
    for row in rows:
        passage = passages[max(0, bisect_right(starts, row.start) - 1)]
        sentences.append(_Sentence(passage, row, mentions, floor))
        spoken = bool(subjects) and speech.open_at(row.start)
        goes_on = sentences[-1].goes_on(floor > passage.start)
        subjects.append(None if spoken or goes_on else resolver.subject(sentences[-1]))
        floor = row.end
    # A headline that names nobody tells what the first row of the story tells in full.
    carried = next((subject for subject in subjects if subject), None)
    found = []
    for sentence, subject in zip(sentences, subjects, strict=True):
        carried = subject or carried or resolver.nearest(sentence.row)
        found.append(resolver.parties(sentence, carried, named=subject is not None))
    return found


class _Speech:
    """Where in the text a quotation is open."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._edges: list[int] = []
        paragraph, is_open = -1, False
        for passage in passages:
            if passage.paragraph != paragraph:
                paragraph = passage.paragraph
                if is_open:
                    self._edges.append(passage.start)
                is_open = False
            for word in passage.words:
                turn = (-1 if is_open else 1) if word.folded == '"' else _QUOTES.get(word.folded, 0)
                if turn and (turn > 0) != is_open:
                    self._edges.append(word.end)
                    is_open = not is_open

    def open_at(self, at: int) -> bool:
        """Whether a quotation that began before the place has not ended there."""
        return bisect_left(self._edges, at) % 2 == 1


class _Sentence:
    """One row in its sentence: its words, the words before it, and the mentions in both."""

    def __init__(self, passage: Passage, row: Marked, mentions: Mentions, floor: int) -> None:
        self.row = row
        self.roles = _roles(passage.language)
        self.agents = _agents(passage.language)
        self.words = passage.words
        self.first = bisect_right([word.end for word in passage.words], row.start)
        self.last = bisect_left([word.start for word in passage.words], row.end)
        self.before = mentions.within(max(floor, passage.start), row.start, *_SUBJECTS)
        self.inside = mentions.within(row.start, row.end, "party", "person", "office", "place")
        self.head = self.words[self.first].folded if self.last > self.first else ""
        self.language = passage.language
        self.senses = verb_senses(self.language, self.head) if self.head else ()

    def goes_on(self, within: bool) -> bool:
        """Whether the row only goes on with what was said before it; `within` the sentence of another row.

        So it does after a pronoun ("لكنها استدركت"), and within a sentence where its head is neither listed
        nor preceded by a subject ("؛ وستستضيف الصين …").
        """
        if self.first and self._role(self.first - 1) == "pronoun":
            return True
        return within and not self.senses and not self.before_head()

    def size(self) -> str:
        """How many the verb says act: "two" or "many", who then stand before it, or "one"."""
        if not self.senses or any(sense.shape.joined for sense in self.senses):
            return "one"
        return forms(self.language).number(self.head, self._is_verb)

    def _is_verb(self, folded: str) -> bool:
        return any(sense.shape.tense in ("past", "present") for sense in verb_senses(self.language, folded))

    def named(self) -> list[Mention]:
        """The mentions that name the subject, where the sentence names it."""
        shapes = [sense.shape for sense in self.senses]
        if shapes and all(shape.tense == "participle" for shape in shapes):
            return []
        before = self.before_head()
        if shapes and (all(shape.person == 1 for shape in shapes) or self.size() != "one"):
            return before
        if before and self._touches(before[-1]):
            return before
        return self.after_head() or before or self.by_phrase()

    def partners(self, subject: Subject) -> list[Mention]:
        """With whom the subject acts together ("اتفقت باريس مع برلين على …")."""
        index = bisect_left([word.end for word in self.words], subject.end + 1)
        if subject.end <= self.row.start or index >= self.last or self._role(index) != "with":
            return []
        mention = self._covering(self.words[index + 1]) if index + 1 < self.last else None
        return self._joined(mention, self.inside) if mention else []

    def _touches(self, mention: Mention) -> bool:
        """Whether a mention stands right before the head, which is not joined to it by "and"."""
        head = self.words[self.first]
        between = self.words[bisect_left([word.start for word in self.words], mention.end) : self.first]
        return head.start == self.row.start and all(self.roles.get(w.folded) == "bridge" for w in between)

    def _role(self, index: int) -> str:
        return self.roles.get(self.words[index].folded, "")

    def after_head(self) -> list[Mention]:
        """The mentions that name the subject after the head: the nearest, and those joined to it."""
        for index in range(self.first + 1, min(self.last, self.first + 1 + _REACH)):
            word = self.words[index]
            mention = self._covering(word)
            if mention is not None:
                return [] if _governed(word, mention) else self._with_name(mention)
            if self._opens(word):
                break
        return self._named_late()

    def _with_name(self, mention: Mention) -> list[Mention]:
        """A subject with what belongs to it: the sides of "the two sides", the name after an office, partners."""
        following = [other for other in self.inside if other.start >= mention.end and other.kind in _SUBJECTS]
        if mention.form == "group":
            sides = []
            for other in following:
                if other.form != "nisba" or self._gap(sides[-1].end if sides else mention.end, other.start):
                    break
                sides.append(other)
            return sides or [mention]
        if mention.kind == "party" and mention.form != "nisba" and following and following[0].kind == "person":
            gap = self._gap(mention.end, following[0].start)
            if not following[0].parties and not self._only_joins(mention.end, following[0].start) and len(gap) < 4:
                if all(self.roles.get(word.folded) is None for word in gap):
                    return [replace(following[0], parties=mention.parties)]
        return self._joined(mention, self.inside)

    def _named_late(self) -> list[Mention]:
        """The name after a long office ("أكدت مسؤولة الشؤون الخارجية في الاتحاد الأوروبي فيديريكا موغيريني أن …")."""
        if self.first + 1 >= self.last or self._opens(self.words[self.first + 1]):
            return []
        for index in range(self.first + 2, min(self.last, self.first + 1 + _LONG_OFFICE)):
            word = self.words[index]
            if self._role(index) == "opener" or word.folded in _SPEECH or self._role(index) == "content":
                return []
            mention = self._covering(word)
            if mention is not None and mention.kind == "person" and not _governed(word, mention):
                party = next((m.parties for m in self.inside if m.kind == "party" and m.start < mention.start), ())
                led = self._role(index - 1) in ("preposition", "with")
                return [] if led else [replace(mention, parties=mention.parties or party)]
        return []

    def _gap(self, start: int, end: int) -> list[Word]:
        """The words between two places, marks of punctuation aside."""
        return [word for word in self.words if start <= word.start and word.end <= end and word.folded not in _BETWEEN]

    def before_head(self) -> list[Mention]:
        """The mentions that name the subject right before the head ("أما واشنطن فترفض")."""
        chain, index = self._led_by()
        if not chain:
            return []
        relative = False
        while index >= 0 and self.words[index].start >= chain[0].end:
            relative = relative or self._role(index) == "relative"
            if self.words[index].folded not in _BETWEEN and self._role(index) not in ("bridge", "relative"):
                return []
            index -= 1
        if relative:
            return chain
        for other in reversed(self.before[:-1]):
            if not self._only_joins(other.end, chain[0].start):
                break
            chain.insert(0, other)
        at = self._index_at(chain[0].start)
        if at is None or _governed(self.words[at], chain[0]):
            return []
        reach = 1 if chain[0].kind != "party" else 3 if chain[0].form == "capital" else 2
        led = {self._role(index) for index in range(max(0, at - reach), at)}
        return [] if led & {"preposition", "duty", "with"} else chain

    def _led_by(self) -> tuple[list[Mention], int]:
        """The name that may lead up to the head, and the word before which it stands.

        A name that only says where or with whom ("السفير الفرنسي لدى الأمم المتحدة") gives way to the one
        before it.
        """
        if not self.before:
            return [], -1
        last = self.before[-1]
        at = self._index_at(last.start)
        if at is None or len(self.before) < 2 or not (_governed(self.words[at], last) or self._prepositional(at)):
            return [last], self.first - 1
        prior = self.before[-2]
        between = bisect_left([word.start for word in self.words], prior.end)
        led = at - between <= 1 and all(self._role(index) == "preposition" for index in range(between, at))
        after = bisect_left([word.start for word in self.words], last.end)
        bridged = all(
            word.folded in _BETWEEN or self.roles.get(word.folded) == "bridge" for word in self.words[after : self.first]
        )
        return ([prior], at - 1) if led and bridged else ([last], self.first - 1)

    def _prepositional(self, at: int) -> bool:
        return at > 0 and self._role(at - 1) == "preposition"

    def by_phrase(self) -> list[Mention]:
        """The mention after "by" of an agentless verb ("من قبل الأطراف")."""
        for index in range(self.first + 1, self.last):
            for phrase in self.agents:
                after = index + len(phrase)
                folded = tuple(word.folded for word in self.words[index:after])
                if folded == phrase and after < self.last:
                    return [m for m in self.inside if 0 <= m.start - self.words[after].start < 12][:1]
        return []

    def _joined(self, mention: Mention, among: Iterable[Mention]) -> list[Mention]:
        chain = [mention]
        for other in among:
            if other.start >= chain[-1].end and other.kind in _SUBJECTS:
                if not self._only_joins(chain[-1].end, other.start):
                    break
                chain.append(other)
        return chain

    def _only_joins(self, start: int, end: int) -> bool:
        """Whether nothing but "and", commas and bridges stands between two mentions, and something does."""
        index = bisect_left([word.end for word in self.words], start + 1)
        joined = False
        while index < len(self.words) and self.words[index].end <= end:
            word = self.words[index]
            if word.folded not in {"،", ",", "و", "and", "и"} and self.roles.get(word.folded) != "bridge":
                return False
            joined = joined or word.folded in {"و", "and", "и"}
            index += 1
        at = self._index_at(end)
        return joined or (at is not None and self.words[at].start < end)

    def _covering(self, word: Word) -> Mention | None:
        return next(
            (m for m in self.inside if m.start < word.end and word.start < m.end and m.kind != "place"), None
        )

    def _index_at(self, at: int) -> int | None:
        index = bisect_right([word.end for word in self.words], at)
        return index if index < len(self.words) and self.words[index].start <= at else None

    def _opens(self, word: Word) -> bool:
        return word.folded in _SPEECH or self.roles.get(word.folded) in _OPENERS


def _governed(word: Word, mention: Mention) -> bool:
    """Whether a preposition is joined to the name ("لروسيا", "بالصين"), so that it is no subject."""
    return mention.start > word.start and word.folded[0] in "بلك"


def _may_hold(named: str | None, held: str | None) -> bool:
    """Whether who holds one office may be named by another ("the minister" of a foreign minister)."""
    if named in (None, "other", held) or held is None:
        return True
    return named == "minister" and held == "foreign-minister"


class _Resolver:
    """What the document as a whole says about its mentions: groups, the meeting's format, who spoke."""

    def __init__(self, mentions: Mentions, meetings: Sequence[Meeting]) -> None:
        self._mentions = mentions
        self._meetings = [meeting for meeting in meetings if not meeting.planned]
        self._persons: dict[str, list[Mention]] = {}
        for mention in mentions:
            if mention.kind == "person" and mention.latin:
                for party in mention.parties:
                    self._persons.setdefault(party, []).append(mention)

    def subject(self, sentence: _Sentence) -> Subject | None:
        """The subject that the row's own sentence names, if any."""
        named = sentence.named()
        if not named and sentence.size() == "two":
            return self._pair(sentence.row.start)
        actors = tuple(dict.fromkeys(party for mention in named for party in self._parties(mention)))
        if not actors:
            return None
        speaker = self._speaker(named[0]) if len(named) == 1 else None
        subject = Subject(actors, speaker, named[0].start, named[-1].end)
        if sentence.row.type != "decide":
            return subject
        partners = [party for mention in sentence.partners(subject) for party in self._parties(mention)]
        together = tuple(dict.fromkeys((*actors, *partners)))
        return Subject(together, None if partners else speaker, subject.start, subject.end)

    def nearest(self, row: Marked) -> Subject:
        """Where nobody acts in the whole document: the first who is named in the row, or before it."""
        near = self._mentions.within(row.start, row.end, *_SUBJECTS)
        for mention in near or self._mentions.within(0, row.start, *_SUBJECTS)[-1:]:
            actors = self._parties(mention)
            if actors:
                return Subject(actors, mention.latin, mention.start, mention.end)
        return Subject()

    def parties(self, sentence: _Sentence, subject: Subject, named: bool) -> Parties:
        """The row's parties, given who acts and whether its own sentence names them."""
        own = (subject.start, subject.end) if named else (0, 0)
        others = [mention for mention in sentence.inside if mention.start >= own[1] or own[0] >= mention.end]
        addressees = self._asked(others, subject, own[1]) if sentence.row.type == "urge" else ()
        about: dict[str, None] = {}
        for mention in others:
            about.update(dict.fromkeys(self._parties(mention) or ((mention.country,) if mention.country else ())))
        rest = tuple(party for party in about if party not in subject.actors and party not in addressees)
        return Parties(subject.actors, subject.speaker, addressees, rest)

    def _speaker(self, mention: Mention) -> str | None:
        """Who speaks: the person, or where an office is named again, whoever of that party held it before."""
        if mention.kind == "party":
            return None
        party = mention.parties[0] if mention.parties else ""
        if mention.latin:
            return mention.latin
        for person in reversed(self._persons.get(party, ())):
            if person.start < mention.start and _may_hold(mention.office, person.office):
                return person.latin
        return None

    def _asked(self, others: Sequence[Mention], subject: Subject, after: int) -> tuple[str, ...]:
        """Whom an urging act asks: the first party named as such after the subject."""
        for mention in others:
            if mention.start >= after and mention.kind == "party" and mention.form in {"name", "group"}:
                return tuple(party for party in self._parties(mention) if party not in subject.actors)
        return ()

    def _parties(self, mention: Mention) -> tuple[str, ...]:
        if mention.form != "group" or mention.parties:
            return mention.parties
        return self._two(mention.start) if mention.name == "two" else self._all(mention)

    def _pair(self, at: int) -> Subject | None:
        """The two who act together where a verb says that two do, if the text tells who."""
        two = self._two(at)
        return Subject(two) if two else None

    def _two(self, at: int) -> tuple[str, ...]:
        """The two sides of the talks told last; without talks, the two parties named last."""
        for meeting in reversed(self._meetings):
            parties = tuple(dict.fromkeys(each.party for each in meeting.participants))
            if len(parties) == 2 and meeting.start <= at:
                return parties
        last: dict[str, None] = {}
        for other in reversed(self._mentions.within(0, at, *_SUBJECTS)):
            last.update(dict.fromkeys(other.parties))
            if len(last) >= 2:
                return tuple(last)[1::-1]
        return ()

    def _all(self, mention: Mention) -> tuple[str, ...]:
        """The format that meets; without one, all who take part."""
        told = [meeting for meeting in self._meetings if meeting.start <= mention.start and not meeting.earlier]
        for meeting in reversed(told):
            if meeting.format:
                return (meeting.format,)
        return tuple(dict.fromkeys(each.party for meeting in told[-1:] for each in meeting.participants))
