"""Participants: who meets, from the mentions on both sides of a trigger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sijill.languages.inflection import attributes_first, subject_first
from sijill.meetings import reference
from sijill.meetings.format import kind_of
from sijill.meetings.frame import POSSESSIVE, Frame, Placed
from sijill.meetings.location import is_where, names_it
from sijill.meetings.topic import Topic
from sijill.mentions import phrases
from sijill.mentions.numbers import conjunction
from sijill.records import Mention, MentionKind, Participant, Role, Word

_PERSONS: tuple[MentionKind, ...] = ("person", "office")
_FIRST_GAP = 16
_GAP = 9
_BETWEEN_WITHIN = 14
_TITLE = 4
_TITLE_MOST = 8
_ADJECTIVES = 6
_OPENING = 3
_PEOPLE_WITHIN = 2
_TITLE_WITHIN = 3
_MARGINS_WITHIN = 6
_OWNER = 3
_RANK = 2
_BRACKETS = frozenset("()")
_COMMAS = frozenset("،,;؛:.")


def of(mention: Mention, office: str | None = None, role: Role = "member") -> list[Participant]:
    """The participants that a mention stands for; `office` where it is a counterpart's."""
    if mention.kind in _PERSONS:
        return [
            Participant(party, mention.name, mention.latin, mention.office or office, role)
            for party in mention.parties[:1]
        ]
    return [Participant(party, office=office, role=role) for party in mention.parties]


def of_talk(frame: Frame, topic: Topic) -> tuple[list[Participant], int]:
    """Who meets whom, and the index after the last of them; `topic` is of whom the text was speaking."""
    trigger, cues = frame.trigger, frame.sentence.cues
    called = any(
        names_it(one, frame)
        for one in frame.sentence.between(trigger.last, trigger.last + 1, "place", "party")
    )
    told = cues.within(trigger.last, frame.right, "light") if called else []
    right = _right(frame, told[0].last if told else trigger.last) if told or not called else []
    between = (
        []
        if called
        else cues.within(trigger.last, min(trigger.last + _BETWEEN_WITHIN, frame.right), "between")
    )
    if between:
        right = [one for one in right if one.first > between[0].first] or right
    people = _people(right, frame)
    joined = cues.within(trigger.last, frame.right, "with")
    host_missing = joined and not any(one.first < joined[0].first for one in right)
    if trigger.sort == "summon":
        return distinct([*_summoner(frame), *people]), right[-1].last if right else trigger.last
    few = len({one.party for one in people}) < 2
    adjectives = _adjectives(frame) if few and not people else []
    if len({one.party for one in adjectives}) > 1:
        return distinct(adjectives), trigger.last
    held = _people(_holders(frame), frame) if few and not joined else []
    if len({one.party for one in held}) > 1:
        people = held
    elif few and topic.joint and len(topic.recent) < 2 and reference.ours(frame):
        people = [*topic.joint]
    elif few and (between or (reference.each_other(frame) and topic.of_two(frame.sentence.passage.language))):
        people = _with_pair(people, frame, topic)
    elif few and reference.of_all(frame):
        before = frame.sentence.between(0, trigger.first, "person", "office", "party")
        people = _people([one for one in before if _takes_part(one, (), frame)], frame)
    elif not between and (host_missing or few):
        subjects = _subjects(frame) or _tellers(frame) or ([] if topic.joint else _speaker(frame, topic))
        people = [*(one for subject in subjects for one in of(subject)), *people]
    if trigger.sort == "experts" and not right:
        # Those of whom the text speaks send others to it.
        people = [Participant(party) for one in topic.pair([]) for party in one.parties[:1]]
    return distinct(people), right[-1].last if right else trigger.last


def _with_pair(people: list[Participant], frame: Frame, topic: Topic) -> list[Participant]:
    """The participants with those of the two last named who are of other parties."""
    named = [one.mention for one in frame.sentence.between(0, frame.trigger.first, *_PERSONS)]
    here = {one.party for one in people}
    others = [other for other in topic.pair(named) if not here & set(other.parties)]
    pair = [*people, *(one for other in others[-1 if here else 0 :] for one in of(other))]
    office = next((one.office for one in pair if one.office), None)
    return [replace(one, office=one.office or office) if one.person else one for one in pair]


def _adjectives(frame: Frame) -> list[Participant]:
    """The states named right before the noun ("Serbian-Russian talks", "the US-Japan summit")."""
    found: list[Participant] = []
    at = frame.trigger.first
    named = frame.trigger.is_noun and subject_first(frame.sentence.passage.language)
    forms = ("nisba", "name") if named else ("nisba",)
    for one in reversed(frame.sentence.between(at - _ADJECTIVES, at, "party")):
        if one.mention.form not in forms or at - one.last > (_RANK if named and not found else 1):
            break
        found, at = [*of(one.mention), *found], one.first
    return found


def _speaker(frame: Frame, topic: Topic) -> list[Mention]:
    """Of whom the text is speaking: the person named last in the sentence, else in those before."""
    before = frame.sentence.between(0, frame.left, *_PERSONS)
    if before:
        return [before[-1].mention]
    return [topic.person] if topic.person is not None else []


def _holders(frame: Frame) -> list[Placed]:
    """Those named between a verb and the noun that is its object ("the ministers of A held talks")."""
    found: list[Placed] = []
    for one in frame.sentence.between(frame.opening, frame.trigger.first, "party", "person", "office"):
        if _takes_part(one, found, frame):
            found.append(one)
    return found


def _tellers(frame: Frame) -> list[Mention]:
    """Who spoke in the course of talks that open the sentence ("in a phone call, the two leaders agreed")."""
    if not reference.right_in_course(frame) or frame.trigger.first > _OPENING:
        return []
    after = frame.sentence.between(frame.right, frame.right + _FIRST_GAP, *_PERSONS)
    joined = len(after) > 1 and _goes_on(frame, after[0].last, after[1])
    return [one.mention for one in after[: 2 if joined else 1]]


def _summoner(frame: Frame) -> list[Participant]:
    """The state that summons an ambassador, where it stands before the verb."""
    before = frame.sentence.between(frame.left, frame.trigger.first, "party")
    return of(before[-1].mention) if before and before[-1].mention.form != "nisba" else []


def of_sitting(frame: Frame) -> tuple[list[Participant], int]:
    """Who attends the sitting of a forum: those named as attending or chairing, and who speaks there."""
    trigger, cues = frame.trigger, frame.sentence.cues
    kinds = ("hosted",) if subject_first(frame.sentence.passage.language) else ()
    marks = cues.within(trigger.last, frame.right, "attend", "chair", "including", *kinds)
    right = _right(frame, marks[0].last) if marks else []
    before = frame.sentence.between(frame.left, trigger.first, *_PERSONS)
    if before and _sits_itself(frame, before[-1].last):
        before = []
    speakers = [before[-1].mention] if before else _tellers(frame)
    people = [*(one for speaker in speakers for one in of(speaker)), *_people(right, frame)]
    return distinct(people), right[-1].last if right else trigger.last


def _sits_itself(frame: Frame, at: int) -> bool:
    """Whether the forum is the subject of the verb whose object the sitting is, so that no person is."""
    held = frame.sentence.between(max(at, frame.opening - _OPENING), frame.trigger.first, "party")
    forums = [one for one in held if one.mention.parties and kind_of(one.mention.parties[0]) != "state"]
    held_by = frame.opening < frame.trigger.first and bool(forums)
    return held_by and not attributes_first(frame.sentence.passage.language)


def attending(frame: Frame) -> list[Participant]:
    """Who attends by a verb of attending: those after it, or the one before it; guests where it says so."""
    sentence, trigger = frame.sentence, frame.trigger
    right = _right(frame, trigger.last)
    role: Role = "guest" if sentence.cues.within(trigger.first, len(sentence.words), "guest") else "member"
    persons = [one for one in right if one.mention.kind in _PERSONS]
    passive = sentence.cues.within(trigger.first, trigger.last, "attend", "chair", "hosted")
    if subject_first(sentence.passage.language) and not (trigger.is_noun or passive):
        people = [one for mention in _row_before(frame) for one in of(mention)]
    else:
        found = persons or (right if trigger.is_noun else [])
        before = [] if found or not attributes_first(sentence.passage.language) else _row_before(frame)
        people = _people(found, frame) or [one for mention in before for one in of(mention)]
    return distinct(replace(one, role=role) for one in people)


def distinct(people: Iterable[Participant]) -> list[Participant]:
    """Each participant once: a person once, a party without a person only where no person comes from it."""
    found: list[Participant] = []
    for one in people:
        if any(one.latin and one.latin == other.latin for other in found):
            continue
        if one.person is None and any(one.party == other.party for other in found):
            continue
        found = [other for other in found if other.party != one.party or other.person is not None]
        found.append(one)
    return found


def _people(right: Sequence[Placed], frame: Frame) -> list[Participant]:
    """The participants of the mentions; a counterpart has the office of the one before."""
    people: list[Participant] = []
    before = [one.mention for one in frame.sentence.between(0, frame.trigger.first, *_PERSONS)]
    subject = next((one.office for one in [*_subjects(frame), *reversed(before)]), None)
    title: str | None = None
    for one in right:
        counterpart = frame.sentence.cues.within(one.first - 2, one.last, "counterpart")
        office = next((other.office for other in people if other.office), subject)
        title = _title(one, frame) or (title if one.mention.kind == "party" else None)
        people += of(one.mention, office if counterpart else title)
    return people


def _title(one: Placed, frame: Frame) -> str | None:
    """The office of those who come from a party when it is told of them ("the presidents of")."""
    if one.mention.kind != "party":
        return None
    titles = frame.sentence.cues.within(
        one.first - _TITLE_WITHIN, one.last, "leaders", "ministers", "foreign"
    )
    kinds = [match.value for match in titles]
    if "ministers" in kinds:
        return "foreign-minister" if "foreign" in kinds else "minister"
    return "head-of-state" if "leaders" in kinds else None


def _right(frame: Frame, at: int) -> list[Placed]:
    """The mentions after a word that take part, up to the word that turns to something else."""
    sentence = frame.sentence
    stop = phrases.kind_words(sentence.passage.language, "stop")
    found: list[Placed] = []
    for one in sentence.between(at, frame.right, "person", "office", "party"):
        gap = sentence.words[at : one.first]
        if not found and (_unrelated(frame, one) or _in_clause(frame, one)):
            break
        if len(gap) > (_GAP if found else _FIRST_GAP):
            break
        if sentence.topics(at, one.first) or sentence.cues.within(at, one.first, "margins"):
            break
        including = sentence.cues.within(at, one.first, "including")
        if found and not including and any(word.folded in stop for word in gap):
            break
        if not _takes_part(one, found, frame) or _led_to(one, frame):
            continue
        same_side = bool(found) and _same_delegation(found[-1], one, frame)
        joined = same_side or bool(sentence.cues.within(at, one.first, "with"))
        if _enough(found) and not joined and not _goes_on(frame, at, one):
            break
        found.append(one)
        at = one.last
    return found


def _same_delegation(last: Placed, one: Placed, frame: Frame) -> bool:
    """Whether a mention right after another is of its side: a second person after a comma only with "and"."""
    if not set(last.mention.parties) & set(one.mention.parties):
        return False
    gap = frame.sentence.words[last.last : one.first]
    persons = last.mention.kind == one.mention.kind == "person"
    parted = any(word.folded in _COMMAS for word in gap)
    listed = subject_first(frame.sentence.passage.language)
    return listed or not (persons and parted) or _goes_on(frame, last.last, one)


def _led_to(one: Placed, frame: Frame) -> bool:
    """Whether a party is only where guests are received ("welcomed them to the White House")."""
    if frame.trigger.sort != "host" or one.mention.kind != "party":
        return False
    return bool(frame.sentence.cues.within(one.first - _PEOPLE_WITHIN, one.first, "to"))


def _unrelated(frame: Frame, one: Placed) -> bool:
    """Whether no word ties a mention to the noun before it, where nouns need one."""
    sentence, trigger = frame.sentence, frame.trigger
    if not (trigger.is_noun and subject_first(sentence.passage.language)) or one.first == trigger.last:
        return False
    return not sentence.cues.within(
        trigger.last, one.first, "between", "with", "of", "attend", "chair", "hosted"
    )


def _in_clause(frame: Frame, one: Placed) -> bool:
    """Whether a mention stands in a clause that tells something else of the noun."""
    sentence, trigger = frame.sentence, frame.trigger
    if not trigger.is_noun or subject_first(sentence.passage.language):
        return False
    stop = phrases.kind_words(sentence.passage.language, "stop")
    gap = sentence.words[trigger.last : one.first]
    tied = sentence.cues.within(
        trigger.last, one.first + 1, "with", "between", "light", "attend", "chair", "counterpart", "hosted"
    )
    return len(gap) > _GAP and not tied and any(word.folded in stop for word in gap)


def _enough(found: Sequence[Placed]) -> bool:
    return len({party for one in found for party in one.mention.parties}) > 1


def _goes_on(frame: Frame, at: int, one: Placed) -> bool:
    """Whether "and" joins a mention, or the title before it, to those before; in a list a comma may do so."""
    words, joint = frame.sentence.words, conjunction(frame.sentence.passage.language)
    language = frame.sentence.passage.language
    listed = attributes_first(language) and not subject_first(language) and one.mention.kind in _PERSONS
    if listed and at < one.first <= at + 2 and words[at].folded == ",":
        return True
    last = at
    for index in range(at, one.first):
        last = index + 1 if phrases.is_mark(words[index]) else last
    near = words[last : one.first + 1]
    return len(near) <= _TITLE_MOST and any(word.folded.startswith(joint) for word in near[:3])


def _takes_part(one: Placed, found: Sequence[Placed], frame: Frame) -> bool:
    """Whether a mention can be of somebody who meets: a person, or a party that is no place or adjective."""
    if one.mention.kind in _PERSONS:
        return True
    mention, trigger = one.mention, frame.trigger
    if not mention.parties or any(kind_of(party) == "region" for party in mention.parties):
        return False
    if mention.form == "nisba":
        counterpart = frame.sentence.cues.within(one.first - 1, one.first, "counterpart")
        follows = one.first == (found[-1].last if found else trigger.last) and trigger.is_noun
        adjectives = all(other.mention.form == "nisba" for other in found)
        after = _goes_on(frame, one.first, one) and bool(found) and found[-1].mention.form == "nisba"
        row = bool(found) and one.first == found[-1].last and found[-1].mention.form != "nisba"
        after = after or (row and _goes_on(frame, one.first, one))
        return bool(counterpart) or (follows and adjectives) or after or _of_people(one, frame)
    if found and not _joined_closely(one, found, frame):
        return False
    return not is_where(one, frame.sentence) and not names_it(one, frame)


def _of_people(one: Placed, frame: Frame) -> bool:
    """Whether an adjective is that of people ("the Russian and Turkish presidents")."""
    words, language = frame.sentence.words, frame.sentence.passage.language
    people = phrases.kind_words(language, "delegates") | phrases.kind_words(language, "two")
    return any(word.folded in people for word in words[max(0, one.first - _PEOPLE_WITHIN) : one.first])


def _joined_closely(one: Placed, found: Sequence[Placed], frame: Frame) -> bool:
    """Whether no comma parts a state from those before it, unless "and" is written onto its name."""
    gap = frame.sentence.words[found[-1].last : one.first]
    attached = one.mention.start > frame.sentence.words[one.first].start or _goes_on(
        frame, one.first - 1, one
    )
    return attached or not any(word.folded in _COMMAS for word in gap)


def _subjects(frame: Frame) -> list[Mention]:
    """Who meets by the words before the trigger: the nearest person there, and one whom "and" joins to it."""
    trigger = frame.trigger
    if subject_first(frame.sentence.passage.language) and not trigger.is_noun:
        return _row_before(frame)
    before = frame.sentence.between(frame.left, trigger.first, *_PERSONS)
    if len(before) > 1:
        first, second = before[-2], before[-1]
        joined = second.first - first.last <= _TITLE and _goes_on(frame, first.last, second)
        joined_with = frame.sentence.cues.within(frame.trigger.last, frame.right, "with")
        of_both = reference.right_in_course(frame) or not (trigger.is_noun or _right(frame, trigger.last))
        if joined or (
            not joined_with and of_both and not set(first.mention.parties) & set(second.mention.parties)
        ):
            return [first.mention, second.mention]
    other = _other_than_met(before, frame) if trigger.own else None
    return [other or before[-1].mention] if before else []


def _other_than_met(before: Sequence[Placed], frame: Frame) -> Mention | None:
    """Of whom "his talks with" are: the nearest person who is not of the side of those met."""
    after = frame.sentence.between(frame.trigger.last, frame.right, *_PERSONS)
    met = set(after[0].mention.parties) if after else set()
    return next((one.mention for one in reversed(before) if not met & set(one.mention.parties)), None)


def _row_before(frame: Frame) -> list[Mention]:
    """All who are named in a row right before a verb ("the presidents of A, B and C met")."""
    sentence = frame.sentence
    joint = conjunction(sentence.passage.language)
    found: list[Mention] = []
    edge = frame.trigger.first
    for one in reversed(sentence.between(0, edge, "person", "office", "party")):
        gap = sentence.words[one.last : edge]
        if found and _same_side(one.mention, found[0], gap, frame):
            found[0] = found[0] if found[0].kind in _PERSONS else one.mention
            edge = one.first
            continue
        tied = not found or any(word.folded == joint or word.folded in _COMMAS for word in gap)
        if len(gap) > (_TITLE_MOST if not found else _TITLE) or not tied:
            break
        if sentence.cues.within(one.first - _MARGINS_WITHIN, one.first, "margins"):
            break
        named = one.mention.form in ("name", "institution") and not is_where(one, sentence)
        if one.mention.kind in _PERSONS or named:
            found.insert(0, one.mention)
        edge = one.first
    return found


def _same_side(one: Mention, other: Mention, gap: Sequence[Word], frame: Frame) -> bool:
    """Whether of two mentions one says whose the other is ("N. N. of Kenya", "Kenya's N. N.")."""
    language = frame.sentence.passage.language
    links = (phrases.kind_words(language, "inner") | POSSESSIVE | _BRACKETS) - {conjunction(language)}
    tied = 0 < len(gap) <= _OWNER and all(word.folded in links for word in gap)
    return tied and (one.kind in _PERSONS) != (other.kind in _PERSONS)
