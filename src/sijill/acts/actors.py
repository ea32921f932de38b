"""Who acts, who speaks, whom an act asks and whom it is about, from its words and what stands around them.

A reporting verb has its subject right after it (VSO) or right before it (SVO, headlines); where it has
none, and for participles, rows split off a sentence and speech that goes on, the one who acted last acts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sijill.acts.addressees import addressed, is_asked_by_pronoun
from sijill.acts.authors import authors
from sijill.acts.candidate import Voice
from sijill.acts.clause import SUBJECTS, Clause, Marked
from sijill.acts.doers import doers, settles
from sijill.acts.floor import floors
from sijill.acts.speech import Speech
from sijill.catalogue.parties import acting, is_forum, is_region, parties
from sijill.mentions.mentions import Mentions
from sijill.records import ActType, Meeting, Mention, Passage

# What one does to the other in talks, where no one else is named.
_TO_SOMEBODY = ("praise", "urge", "support")


_PAIR = 2
# So many mentions, or meetings, before a row are looked at for who "the two sides" or "all" may be: longer
# texts cost no more for each of their rows.
_LATEST = 200
# Whom a pronoun means was named within so many mentions before it.
_NEAR = 6
# Nobody calls these an official or a spokesman.
_HIGHEST = frozenset(("head-of-state", "head-of-government"))
_RECENT = 2


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


@dataclass(frozen=True, slots=True)
class _Nothing:
    """No act: where a sentence is over that has none."""

    start: int
    end: int
    type: ActType = "state"
    subject: tuple[int, int] = (0, 0)
    voice: Voice = "around"


def attribute(
    text: str,
    rows: Sequence[Marked],
    passages: Sequence[Passage],
    mentions: Mentions,
    meetings: Sequence[Meeting],
) -> list[Parties]:
    """The parties of each row, in the order of `rows`, which are sorted by start and do not overlap."""
    starts = [passage.start for passage in passages]
    first_row = rows[0].start if rows else 0
    resolver = _Resolver(mentions, meetings, authors(text, passages, mentions, meetings, first_row))
    speech = Speech(passages)
    transcript = floors(passages, mentions)
    heard: list[bool] = []
    clauses: list[Clause] = []
    subjects: list[Subject | None] = []
    floor = last = 0
    for row in rows:
        number = max(0, bisect_right(starts, row.start) - 1)
        passage = passages[number]
        clauses.append(Clause(passage, row, mentions, floor))
        heard.append(number in transcript)
        spoken = bool(subjects) and speech.open_at(row.start)
        first = floor <= passage.start
        if number in transcript:
            speaker = transcript[number].speaker
            subjects.append(Subject(speaker.parties, speaker.latin))
        else:
            told = None if spoken else resolver.subject(clauses[-1], first)
            around = row.voice == "around" and first and not spoken
            between = passages[last + 1 : number] if around else ()
            subjects.append(told or resolver.narrated(between))
        floor, last = row.end, number
    # A headline that names nobody tells what the first row of the story tells in full.
    carried = next((subject for subject in subjects if subject), None)
    found = []
    latest: dict[str, Subject] = {}
    for clause, subject, aloud in zip(clauses, subjects, heard, strict=True):
        before = latest.get(clause.pronoun(), carried)
        acts = subject or resolver.together(clause, before) or before or resolver.nearest(clause.row)
        if acts.speaker or _several(acts.actors):
            latest["person" if acts.speaker else "several"] = acts
        on_the_way = clause.embedded() and not acts.speaker
        carried = carried if carried and on_the_way else acts
        acting = resolver.whole(resolver.with_others(clause, acts))
        parties = resolver.parties(clause, acting, named=subject is not None and not aloud)
        found.append(resolver.face_to_face(clause, parties) if aloud else parties)
    return found


def _several(actors: tuple[str, ...]) -> bool:
    """Whether those who act are more than one state."""
    return len(actors) > 1 or any(map(is_forum, actors))


def _members(party: str) -> tuple[str, ...]:
    known = parties().get(party)
    return known.members if known else ()


def _may_hold(named: str | None, held: str | None) -> bool:
    """Whether who holds one office may be named by another ("the minister" of a foreign minister)."""
    if named in (None, held) or held is None:
        return True
    if named == "other":
        return held not in _HIGHEST
    return named == "minister" and held == "foreign-minister"


class _Resolver:
    """What the document as a whole says about its mentions: groups, the meeting's format, who spoke."""

    def __init__(self, mentions: Mentions, meetings: Sequence[Meeting], authors: tuple[str, ...]) -> None:
        self._mentions = mentions
        told = [meeting for meeting in meetings if not meeting.planned]
        formats = (meeting.format for meeting in meetings if meeting.format and not told)
        self._planned = tuple(islice(formats, 1))
        self._meetings = sorted(told, key=lambda meeting: meeting.start)
        self._starts = [meeting.start for meeting in self._meetings]
        self._authors = authors
        persons: dict[str, list[Mention]] = {}
        for mention in mentions:
            if mention.kind == "person" and mention.latin:
                for party in mention.parties:
                    persons.setdefault(party, []).append(mention)
        self._persons = {party: Mentions(found) for party, found in persons.items()}

    def subject(self, clause: Clause, first: bool) -> Subject | None:
        """The subject that the row's own sentence names, if any; `first` of the rows in its sentence."""
        if clause.row.voice != "around":
            return self._told(clause)
        if clause.goes_on(not first):
            return None
        named = clause.named() or (clause.narrated() if first else [])
        if not named and clause.size() == "two":
            return self._pair(clause.row.start)
        if not named and clause.size() == "all":
            present = self._all(clause.row.start)
            return Subject(present) if present else self._pair(clause.row.start)
        actors = tuple(dict.fromkeys(acting(party) for one in named for party in self._parties(one)))
        if not actors:
            return None
        speaker = self._speaker(named[0]) if len(named) == 1 else None
        subject = Subject(actors, speaker, named[0].start, named[-1].end)
        partners = [party for mention in clause.partners(named[-1]) for party in self._parties(mention)]
        together = tuple(dict.fromkeys((*actors, *partners)))
        return Subject(together, None if partners else speaker, subject.start, subject.end)

    def narrated(self, passages: Sequence[Passage]) -> Subject | None:
        """Whom the last of the sentences without an act tells of, where it begins with them."""
        for passage in reversed(passages[-_RECENT:]):
            if passage.kind == "body":
                clause = Clause(passage, _Nothing(passage.end, passage.end), self._mentions, passage.start)
                for mention in clause.narrated()[:1]:
                    parties = self._parties(mention)
                    if parties:
                        return Subject(parties, self._speaker(mention))
        return None

    def _told(self, clause: Clause) -> Subject | None:
        """The subject where the row tells who acts: by name, or as the text itself."""
        if clause.row.voice == "text":
            return Subject(self._authors) if self._authors else None
        named = clause.told()
        told = (party for mention in named for party in self._of_joint(mention))
        actors = tuple(party for party in dict.fromkeys(told) if not is_region(party))
        if not actors:
            return Subject(self._authors) if named and self._authors else None
        persons = [mention for mention in named if mention.kind != "party"]
        speaker = self._speaker(persons[0]) if len(persons) == len(actors) == 1 else None
        return Subject(actors, speaker, named[0].start, named[-1].end)

    def _of_joint(self, mention: Mention) -> tuple[str, ...]:
        """The parties of a mention in a joint text, whose groups are those whose text it is."""
        group = mention.form == "group" and not mention.parties
        fits = mention.name != "two" or len(self._authors) == _PAIR
        return self._authors if group and fits else self._parties(mention)

    def face_to_face(self, clause: Clause, told: Parties) -> Parties:
        """The parties of what one says to the other in talks: who is asked or thanked, or talked about."""
        partners = tuple(party for party in self._partners(told.actors) if party not in told.actors)
        if not partners:
            return told
        others = tuple(party for party in told.about if party not in partners)
        if clause.row.type == "decide":
            return replace(told, actors=(*told.actors, *partners), about=others)
        if clause.row.type in _TO_SOMEBODY and not told.addressees:
            return replace(told, addressees=partners, about=others)
        partners = tuple(party for party in partners if party not in told.addressees)
        return replace(told, about=tuple(dict.fromkeys((*partners, *told.about))))

    def _partners(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The parties of the first talks told as held now in which these take part."""
        for meeting in self._meetings:
            parties = tuple(dict.fromkeys(each.party for each in meeting.participants))
            if not meeting.earlier and not set(parties).isdisjoint(actors):
                return parties
        return ()

    def together(self, clause: Clause, carried: Subject | None) -> Subject | None:
        """All who meet, where the "we" of a joint text acts and no one person was speaking."""
        if not clause.we() or clause.row.voice != "around" or (carried and carried.speaker):
            return None
        parties = self._all(clause.row.start)
        return Subject(parties) if parties else None

    def with_others(self, clause: Clause, subject: Subject) -> Subject:
        """Who acts where one tells what several settled or will do, he or his state among them."""
        if clause.row.voice != "around" or not settles(clause):
            return subject
        own, named = doers(clause)
        told = tuple(dict.fromkeys(acting(party) for one in named for party in self._parties(one)))
        if own and told:
            return replace(subject, actors=tuple(dict.fromkeys((*subject.actors, *told))))
        several = len(told) > 1 and not set(told).isdisjoint(subject.actors)
        return replace(subject, actors=told) if several else subject

    def whole(self, subject: Subject) -> Subject:
        """All members of the format that meets act as that format ("China and the Central Asian states")."""
        known = parties().get(self._authors[0]) if len(self._authors) == 1 else None
        members = set(known.members) if known and known.kind == "format" else set()
        told = {one for actor in subject.actors for one in (actor, *_members(actor))} if members else ()
        present = members and not subject.speaker and members.issubset(told)
        return replace(subject, actors=self._authors) if present else subject

    def nearest(self, row: Marked) -> Subject:
        """Where nobody acts in the whole document: the first who is named in the row, or before it."""
        near = self._mentions.within(row.start, row.end, *SUBJECTS)
        for mention in near or islice(self._mentions.before(row.start, *SUBJECTS), 1):
            actors = self._parties(mention)
            if actors:
                return Subject(actors, mention.latin, mention.start, mention.end)
        return Subject()

    def parties(self, clause: Clause, subject: Subject, named: bool) -> Parties:
        """The row's parties, given who acts and whether its own sentence names them."""
        own = (subject.start, subject.end) if named else (0, 0)
        others = [mention for mention in clause.inside if mention.start >= own[1] or own[0] >= mention.end]
        addressees = self._addressees(clause, subject, [m for m in others if m.start >= own[1]])
        resolve = self._parties if clause.row.voice == "around" else self._of_joint
        about: dict[str, None] = {}
        for mention in others:
            about.update(dict.fromkeys(resolve(mention) or ((mention.country,) if mention.country else ())))
        rest = tuple(party for party in about if party not in subject.actors and party not in addressees)
        return Parties(subject.actors, subject.speaker, addressees, rest)

    def _speaker(self, mention: Mention) -> str | None:
        """Who speaks: the person, or where an office is named again, whoever of that party held it before."""
        if mention.kind == "party":
            return None
        party = mention.parties[0] if mention.parties else ""
        if mention.latin:
            return mention.latin
        persons = self._persons.get(party, Mentions()).before(mention.start)
        for person in islice(persons, _LATEST):
            if _may_hold(mention.office, person.office):
                return person.latin
        return None

    def _addressees(self, clause: Clause, subject: Subject, after: Sequence[Mention]) -> tuple[str, ...]:
        """Whom an act asks, backs, thanks or binds itself to, as far as the words name them."""
        others = [mention for mention in after if not set(self._parties(mention)) <= set(subject.actors)]
        asked = (self._parties(mention) for mention in addressed(clause, others))
        named = [party for parties in asked for party in parties if party not in subject.actors]
        if not named and is_asked_by_pronoun(clause):
            named = list(self._other_before(clause.row.start, subject.actors))
        return tuple(dict.fromkeys(named))

    def _other_before(self, at: int, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Who was named last before a place, but for those who act."""
        near = islice(self._mentions.before(at, *SUBJECTS), _NEAR)
        named = (self._parties(mention) for mention in near)
        return next((parties for parties in named if parties and not set(parties) & set(actors)), ())

    def _parties(self, mention: Mention) -> tuple[str, ...]:
        if mention.form != "group" or mention.parties:
            return mention.parties
        return self._two(mention.start) if mention.name == "two" else self._all(mention.start)

    def _pair(self, at: int) -> Subject | None:
        """The two who act together where a verb says that two do, if the text tells who."""
        two = self._two(at)
        return Subject(two) if two else None

    def _two(self, at: int) -> tuple[str, ...]:
        """The two sides of the talks told last; without talks, the two parties named last."""
        for meeting in reversed(self._told_before(at)):
            parties = tuple(dict.fromkeys(each.party for each in meeting.participants))
            if len(parties) == 2:
                return parties
        last: dict[str, None] = {}
        for other in islice(self._mentions.before(at, *SUBJECTS), _LATEST):
            last.update(dict.fromkeys(other.parties))
            if len(last) >= 2:
                return tuple(last)[1::-1]
        return ()

    def _all(self, at: int) -> tuple[str, ...]:
        """The format that meets; without one, all who take part."""
        told = [meeting for meeting in self._told_before(at) if not meeting.earlier]
        formats = [meeting.format for meeting in told if meeting.format]
        if formats:
            return (formats[0],)
        present = tuple(dict.fromkeys(each.party for meeting in told[-1:] for each in meeting.participants))
        return tuple(filter(is_forum, present))[:1] or present or self._planned

    def _told_before(self, at: int) -> Sequence[Meeting]:
        """The meetings told before a place, in order, as far back as is looked."""
        after = bisect_right(self._starts, at)
        return self._meetings[max(0, after - _LATEST) : after]
