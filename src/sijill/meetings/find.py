"""Finding meetings: triggers, what stands around them, and the tellings of one meeting put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sijill.catalogue.parties import is_forum, parties
from sijill.languages.inflection import attributes_first
from sijill.meetings import format as formats
from sijill.meetings import participants, reference, visit
from sijill.meetings.attendance import add_speakers
from sijill.meetings.beside import Told, settle
from sijill.meetings.called import called
from sijill.meetings.candidate import Candidate
from sijill.meetings.dateline import set_by_dateline
from sijill.meetings.delegations import add_delegations
from sijill.meetings.frame import Frame, Sentence, frames, placed
from sijill.meetings.groups import told_before
from sijill.meetings.holders import name_holders
from sijill.meetings.level import of_offices, said
from sijill.meetings.merge import merge
from sijill.meetings.place import set_place
from sijill.meetings.series import continue_series
from sijill.meetings.signers import signers, take_signers
from sijill.meetings.stamp import set_by_stamp
from sijill.meetings.time import set_time
from sijill.meetings.topic import Topic
from sijill.meetings.triggers import Cues, Trigger, may_tell, triggers
from sijill.meetings.unheld import is_unheld
from sijill.mentions import numbers, phrases
from sijill.mentions.dates import base_of
from sijill.mentions.mentions import Mentions
from sijill.records import Document, Level, Meeting, Mention, Participant, Passage

_ORDINAL_WITHIN = 5
_ORDINAL_BEFORE = 7
_WISH_WITHIN = 4
_JOINT_WITHIN = 8
_DAY = 10
_COMPLEMENT_WITHIN = 10
_EARLIER = 3
_MOST_SESSIONS = 1000
# What has more words of meeting than this is no sentence.
_MOST_TRIGGERS = 200


def find_meetings(document: Document, passages: Sequence[Passage], mentions: Mentions) -> tuple[Meeting, ...]:
    """The meetings that the document tells of, one row each, in order of their first telling."""
    base = base_of(document, passages)
    joint = signers(passages, mentions)
    told = list(_candidates(document.text, passages, mentions, Topic(joint=joint), base))
    continue_series(told)
    meetings = merge(told, joint)
    add_speakers(meetings, mentions)
    add_delegations(meetings, passages, mentions)
    name_holders(meetings, mentions, base)
    for one in meetings:
        take_signers(one, joint)
        if one.format and formats.members(one.format):
            one.participants = [other for other in one.participants if other.party != one.format]
    set_by_stamp(meetings, passages, mentions)
    set_by_dateline(meetings, passages, mentions, base)
    for one in meetings:
        _place_by_visit(one, meetings)
    told_of = [one for one in meetings if not _within_another(one, meetings)]
    series = {one.format: rank for one in reversed(told_of) if (rank := _rank(one)) != "other"}
    return tuple(_meeting(document, one, series.get(one.format)) for one in told_of)


def _unranked(one: Candidate) -> bool:
    return one.level is None and not any(other.office for other in one.participants)


def _rank(one: Candidate) -> Level:
    """The level of a meeting: what it says, else the rank of those who met."""
    return one.level or ("other" if one.sort == "conference" else of_offices(one.participants))


def _place_by_visit(one: Candidate, meetings: Sequence[Candidate]) -> None:
    """Talks of a visitor with those visited are held there, where nothing else is said."""
    if one.sort in ("visit", "call") or one.city is not None or one.planned or one.format is not None:
        return
    for other in meetings:
        if other.sort != "visit" or other.planned != one.planned or not _met_on(other, one):
            continue
        if one.country in (None, other.country):
            one.city, one.country = other.city, other.country
            one.add(other.participants[0])
            if one.start_date is None and other.start_date == other.end_date:
                one.start_date, one.end_date = other.start_date, other.end_date
            return


def _met_on(journey: Candidate, talk: Candidate) -> bool:
    """Whether talks can be those held on a visit: the visitor, or one unnamed, with those visited."""
    guest = journey.participants[0]
    side = [person.latin for person in talk.participants if person.party == guest.party]
    return bool(side) and (guest.latin in side or not any(side)) and journey.parties() <= talk.parties()


def _within_another(one: Candidate, meetings: Sequence[Candidate]) -> bool:
    """Whether a visit without a day of its own is told by the talks held on it."""
    if one.sort != "visit":
        return False
    return any(
        other.sort not in ("visit", "call")
        and one.start_date in (None, other.start_date)
        and one.start_date == one.end_date
        and _met_on(one, other)
        for other in meetings
    )


def _candidates(
    text: str, passages: Sequence[Passage], mentions: Mentions, topic: Topic, base: date | None
) -> Iterator[Candidate]:
    for index, passage in enumerate(passages):
        cues = Cues(passage.words, passage.language) if may_tell(passage.words, passage.language) else None
        found = triggers(passage.words, cues, passage.language)[:_MOST_TRIGGERS] if cues is not None else []
        yield from _on_floor(passage, index, mentions)
        if cues is not None and found:
            parts = numbers.parts(passage.words, passage.language)
            earlier = passages[max(0, index - _EARLIER) : index]
            sentence = Sentence(
                passage, index, cues, parts, placed(passage, mentions), earlier, mentions, text
            )
            yield from _told(sentence, found, topic, base)
        told = mentions.within(passage.start, passage.end, "person", "office", "party")
        topic = topic.after(
            told, index if cues is not None and cues.within(0, len(passage.words), "tour") else None
        )


def _on_floor(passage: Passage, index: int, mentions: Mentions) -> Iterator[Candidate]:
    """A sitting told only by who speaks "before the Security Council"."""
    bodies = [one for one in mentions.within(passage.start, passage.end, "party") if _is_body(one)]
    if not bodies:
        return
    cues = Cues(passage.words, passage.language)
    for one in placed(passage, Mentions(bodies)):
        if cues.within(one.first - 1, one.first, "floor"):
            speakers = mentions.within(passage.start, one.mention.start, "person", "office")
            people = participants.of(speakers[-1]) if speakers else []
            yield Candidate(
                "session", index, one.mention.start, one.mention.end, people, one.mention.parties[0]
            )


def _is_body(one: Mention) -> bool:
    return bool(one.parties) and formats.kind_of(one.parties[0]) == "body"


def _told(sentence: Sentence, found: list[Trigger], topic: Topic, base: date | None) -> Iterator[Candidate]:
    """What a sentence tells; who attends goes to the sitting it names next, else to the one told before."""
    waiting: list[Participant] = []
    when = Candidate("attend", sentence.index, 0, 0)
    told: list[Told] = []
    attended = any(trigger.sort in ("attend", "arrive") for trigger in found)
    for frame in frames(sentence, found):
        if frame.trigger.sort == "attend":
            waiting += participants.attending(frame)
            set_time(when, frame, base)
            continue
        for candidate in _read(frame, topic, base):
            if told and told[-1][0].sort == "host" and reference.in_course(frame):
                _take_hosted(candidate, told.pop()[0])
            if waiting and _may_be_attended(candidate):
                candidate.participants = participants.distinct([*waiting, *candidate.participants])
                waiting = []
            told.append((candidate, frame.trigger))
    sittings = [one for one in told if _may_be_attended(one[0])]
    if sittings and len(when.start_date or "") == _DAY and sittings[0][0].start_date is None:
        sittings[0][0].start_date, sittings[0][0].end_date = when.start_date, when.end_date
    if sittings and (waiting or attended):
        last, definite = sittings[-1][0], sittings[-1][1].definite
        last.participants = participants.distinct([*last.participants, *waiting])
        last.bare = last.bare and (definite or len(last.parties()) < 2)
        if last.bare and len(last.parties()) > 2:
            last.sort = "attend"
    elif waiting:
        word = found[-1]
        yield Candidate(
            "attend", sentence.index, word.start, word.end, participants.distinct(waiting), bare=True
        )
    yield from settle(sentence, told)


def _take_hosted(candidate: Candidate, hosted: Candidate) -> None:
    """Put who hosted whom into the meeting at which it was ("hosted the ministers in the second session")."""
    candidate.participants = participants.distinct([*hosted.participants, *candidate.participants])
    candidate.bare = candidate.bare and len(candidate.parties()) < 2
    if candidate.start_date is None:
        candidate.start_date, candidate.end_date = hosted.start_date, hosted.end_date


def _may_be_attended(one: Candidate) -> bool:
    """Whether others can attend: the sitting of a forum, or one whose parties are not named."""
    return one.sort not in ("visit", "call") and (one.format is not None or one.bare)


def _read(frame: Frame, topic: Topic, base: date | None) -> Iterator[Candidate]:
    """What one frame tells: a meeting, or a visit to each of its countries."""
    trigger, cues = frame.trigger, frame.sentence.cues
    if is_unheld(frame):
        return
    if trigger.sort == "visit":
        for people, city, country in visit.of(frame, topic.person):
            candidate = _candidate(frame)
            candidate.participants, candidate.city, candidate.country = people, city, country
            set_time(candidate, frame, base)
            yield candidate
        return
    candidate = _candidate(frame)
    candidate.format, candidate.level = formats.of(frame), said(frame)
    candidate.ordinal = _ordinal(frame, candidate.format is not None)
    candidate.first = candidate.ordinal is None and _ordinal(frame, True) == 1
    _set_people(candidate, frame, topic)
    if candidate.first and candidate.format is not None:
        candidate.ordinal = 1
    set_time(candidate, frame, base)
    set_place(candidate, frame)
    if _says_nothing(candidate, frame):
        return
    tour = topic.on_tour(frame.sentence.index) or cues.within(0, trigger.first, "tour")
    if candidate.country is None and tour and len(candidate.parties()) == 2 and trigger.sort == "meet":
        home = candidate.participants[1].party
        candidate.country = home if formats.kind_of(home) == "state" else None
    if trigger.sort == "calls":
        yield from _calls(candidate, frame)
        return
    wished = cues.within(max(0, trigger.first - _WISH_WITHIN), trigger.first, "wished")
    if not wished or candidate.start_date or candidate.city or candidate.ordinal:
        yield candidate


def _calls(candidate: Candidate, frame: Frame) -> Iterator[Candidate]:
    """Calls with several are a call with each: the first who takes part made them."""
    for other in candidate.participants[1:]:
        one = _candidate(frame)
        one.sort, one.end, one.participants = "call", candidate.end, [candidate.participants[0], other]
        one.start_date, one.end_date = candidate.start_date, candidate.end_date
        yield one


def _says_nothing(candidate: Candidate, frame: Frame) -> bool:
    """Whether a word of another meaning too has nothing beside it that makes it a meeting."""
    sort = frame.trigger.sort
    if sort == "discuss":
        return len(candidate.parties()) < 2 or not all(one.office for one in candidate.participants)
    if sort == "press":
        beside = ("with", "joint", "light", "counterpart")
        after = frame.sentence.cues.within(frame.trigger.last, frame.trigger.last + _JOINT_WITHIN, *beside)
        held = bool(after) or frame.opening < frame.trigger.first
        return frame.trigger.own or not held or len(candidate.parties()) < 2
    if sort == "calls":
        reach = frame.trigger.last + _COMPLEMENT_WITHIN
        return not frame.sentence.cues.within(frame.trigger.last, reach, "with", "between")
    if sort == "host":
        return len(candidate.persons()) < 2
    if sort == "receive":
        return not reference.has_people(candidate.participants[1:], frame)
    if sort == "summon":
        own = frame.sentence.cues.within(frame.trigger.last, frame.trigger.last + _JOINT_WITHIN, "own-envoy")
        offices = {one.office for one in candidate.participants}
        return bool(own) or len(candidate.parties()) < 2 or "ambassador" not in offices
    unnamed = candidate.format is None and candidate.ordinal is None and candidate.city is None
    unnamed = unnamed and len(candidate.parties()) < 2
    unnamed = unnamed and not (candidate.start_date and called(frame))
    return unnamed and not frame.trigger.definite and sort in ("session", "conference")


def _set_people(candidate: Candidate, frame: Frame, topic: Topic) -> None:
    trigger, cues = frame.trigger, frame.sentence.cues
    if candidate.format is not None:
        candidate.participants, last = participants.of_sitting(frame)
        name = called(frame)
        if name is not None and not candidate.participants:
            sides = frame.sentence.between(*name, "party")
            states = [party for one in sides for party in one.mention.parties]
            candidate.participants = [Participant(party) for party in states if not is_forum(party)]
    else:
        candidate.participants, last = participants.of_talk(frame, topic)
        states = formats.expand(one.party for one in candidate.participants)
        candidate.format = formats.of_members(states) if len(states) > 3 or not candidate.persons() else None
        if len(candidate.parties()) < 2 and reference.of_group(frame):
            candidate.participants = told_before(frame.sentence)
        near = min(frame.right, trigger.last + _COMPLEMENT_WITHIN)
        complement = cues.within(trigger.last, near, "between", "with", "light")
        named = trigger.sort == "conference" and not trigger.definite
        candidate.bare = (len(candidate.parties()) < 2 and not named) or (trigger.definite and not complement)
        if candidate.bare and candidate.format is None:
            candidate.format = formats.of_speaker(frame, topic.forum)
            candidate.bare = candidate.format is None
    candidate.end = frame.sentence.words[max(last, trigger.last) - 1].end
    chair = cues.within(max(0, trigger.first - 2), frame.right, "chair")
    if chair:
        people = frame.sentence.between(chair[0].last, frame.right, "person", "office", "party")
        head = people[0].mention if people else None
        candidate.chair = (head.latin or next(iter(head.parties), None)) if head is not None else None
        if head is not None and head.latin and candidate.format is not None:
            for one in participants.of(head):
                candidate.add(one)


def _candidate(frame: Frame) -> Candidate:
    trigger = frame.trigger
    return Candidate(trigger.sort, frame.sentence.index, trigger.start, trigger.end, new=_brings_up(frame))


def _brings_up(frame: Frame) -> bool:
    """Whether a noun has no article, itself or by the one after it, in a language that has one."""
    trigger, sentence = frame.trigger, frame.sentence
    language = sentence.passage.language
    if not trigger.is_noun or trigger.definite or trigger.own or not phrases.kind_words(language, "article"):
        return False
    after = sentence.words[trigger.last : trigger.last + 1]
    called = sentence.between(trigger.last, trigger.last + 1, "place", "date")
    return not (called or any(phrases.definite(word, language) for word in after))


def _ordinal(frame: Frame, forum: bool) -> int | None:
    """Which in a row the meeting is: an ordinal beside the noun; the first only of a forum."""
    if not frame.trigger.is_noun:
        return None
    reach = min(frame.trigger.last + _ORDINAL_WITHIN, frame.right)
    taken = {
        index
        for one in frame.sentence.between(0, reach + 1, "date", "party")
        if one.mention.kind == "date" or one.mention.form == "name"
        for index in range(one.first, one.last)
    }
    first = frame.trigger.last - 2
    if attributes_first(frame.sentence.passage.language):
        name = called(frame)
        begins = min(name[0], frame.trigger.first) if name else frame.trigger.first
        first = max(frame.left, min(begins - 1, frame.trigger.first - _ORDINAL_BEFORE))
    for index in range(first, reach):
        found = numbers.ordinal(frame.sentence.parts, index) or _counted(frame, index)
        if found is not None and index not in taken and (found.value > 1 or forum):
            return int(found.value)
    return None


def _counted(frame: Frame, index: int) -> numbers.Number | None:
    """A number in digits that orders a session ("the 162nd session", written with the article or alone)."""
    part, words = frame.sentence.parts.get(index), frame.sentence.words
    if (
        part is None
        or part.kind != "cardinal"
        or part.value >= _MOST_SESSIONS
        or not words[index].folded[-1].isdigit()
    ):
        return None
    articled = phrases.kind_words(frame.sentence.passage.language, "article")
    before = words[index - 1].folded
    ordered = before in articled or not words[index].folded[0].isdigit()
    alone = frame.trigger.sort == "session" and (index - frame.trigger.last <= 1 or before == "(")
    return numbers.Number(part.value, part.first, part.last) if ordered or alone else None


def _meeting(document: Document, one: Candidate, series: Level | None) -> Meeting:
    """The row of a meeting; one of small format that names nobody has the level of others in its `series`."""
    small = formats.members(one.format) if one.format else ()
    people = list(one.participants)
    alone = (one.format,) if one.format and one.format in parties() and not people else ()
    # A text that names several of those who came leaves out nobody whom it counts.
    for party in () if len(one.persons()) > 1 else small or alone:
        if party not in {other.party for other in people}:
            people.append(Participant(party))
    return Meeting(
        start=one.start,
        end=one.end,
        quote=document.text[one.start : one.end],
        format=one.format,
        level=series if small and series and _unranked(one) else _rank(one),
        ordinal=one.ordinal,
        start_date=one.start_date,
        end_date=one.end_date,
        city=one.city,
        country=one.country,
        chair=one.chair,
        earlier=one.earlier,
        planned=one.planned,
        participants=tuple(one for one in people if formats.kind_of(one.party) not in ("region", "group")),
    )
