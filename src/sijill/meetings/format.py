"""Format: the organisation or forum that meets, and a slug for one that the catalogue does not know."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sijill.catalogue.forums import forums
from sijill.catalogue.parties import is_forum, parties
from sijill.languages.cases import case_forms
from sijill.languages.inflection import attributes_first, forms, subject_first
from sijill.languages.pack import Entry, entries
from sijill.meetings.called import slug
from sijill.meetings.frame import Frame
from sijill.meetings.location import is_where
from sijill.mentions import numbers, phrases
from sijill.mentions.lexicon import Lexicon
from sijill.records import Language

_SORTS = frozenset(("meet", "summit", "session", "conference", "experts"))
_NEAR = 9
_NAME = 7
_INNER = 5
_CLOSE = 2
_SUBJECT_WITHIN = 4
_BEFORE_LIGHT = 6
_MOST_MEMBERS = 7
# Between a forum's name and the noun for its meeting stand so many words at most.
_BESIDE = 4


def kind_of(party: str) -> str:
    """The kind of a party; of one not in the catalogue, "state" for two capitals, else "format"."""
    known = parties().get(party)
    if known is not None:
        return known.kind
    return "state" if len(party) == 2 and party.isupper() else "format"


def of(frame: Frame) -> str | None:
    """The format whose meeting the trigger tells of, or None."""
    trigger, sentence = frame.trigger, frame.sentence
    if trigger.sort not in _SORTS:
        return None
    if not trigger.is_noun:
        return _sits(frame)
    named = _by_name(frame) or _named_before(frame)
    if named is not None:
        return named
    reach = min(trigger.last + _NEAR, len(sentence.words))
    told = ("light",) if attributes_first(sentence.passage.language) else ()
    ends = sentence.cues.within(trigger.last, reach, "with", "topic", "said", "attend", "margins", *told)
    reach = min(reach, ends[0].first) if ends else reach
    sides = sentence.cues.within(trigger.last, reach, "between")
    found: list[str] = []
    stop = phrases.kind_words(sentence.passage.language, "stop")
    ahead = forms(sentence.passage.language).future
    for one in sentence.between(trigger.first, reach, "party", "person", "office"):
        if is_where(one, sentence):
            continue
        if one.mention.form == "group" and not one.mention.parties:
            continue
        gap = sentence.words[trigger.last : one.first]
        clause = any(word.folded in stop or ahead(word.folded)[0] for word in gap)
        if one.mention.kind != "party" or not one.mention.parties or clause:
            break
        found += one.mention.parties
        forum = one.mention.parties[0]
        if one.mention.form != "nisba" and is_forum(forum) and (not sides or kind_of(forum) == "format"):
            return forum
        if not sides and _founded(forum):
            return forum
        if one.mention.form == "nisba" and one.first == trigger.last and trigger.sort == "summit":
            return one.mention.parties[0] if is_forum(one.mention.parties[0]) else None
    return of_members(found) or _held_by(frame) or _new(frame)


def _new(frame: Frame) -> str | None:
    """The slug of a forum that the catalogue does not know: by its subject, else by its name in capitals."""
    return (unknown(frame) if frame.trigger.sort == "conference" else None) or slug(frame)


def _named_before(frame: Frame) -> str | None:
    """The forum whose name stands before the noun, or ends with it ("the fifth C5+1 leaders' meeting")."""
    sentence, language = frame.sentence, frame.sentence.passage.language
    if not subject_first(language):
        return None
    parting = phrases.kind_words(language, "stop") | phrases.kind_words(language, "inner")
    for first in range(max(0, frame.trigger.first - _NAME), frame.trigger.first + 1):
        match = _names(language).at(sentence.words, first)
        between = sentence.words[match.last : frame.trigger.first] if match else ()
        near = len(between) <= _BESIDE and not any(
            word.folded in parting or word.folded in "," for word in between
        )
        if match is not None and match.last > frame.trigger.first - _BESIDE - 1 and near:
            return match.value
    return None


def _held_by(frame: Frame) -> str | None:
    """The forum that holds the meeting, itself or by its leaders: the subject of the verb before the noun."""
    before = frame.sentence.between(frame.opening - _BEFORE_LIGHT, frame.opening, "party")
    near = before[-1] if before and frame.opening - before[-1].last <= 1 else None
    if near is not None and near.mention.parties:
        forum = near.mention.parties[0]
        if is_forum(forum) and frame.sentence.cues.within(near.last, frame.opening, "light"):
            return forum
    for one in frame.sentence.between(frame.opening, frame.trigger.first, "party", "person", "office"):
        named = one.mention.kind == "party" and one.mention.form == "name" and one.mention.parties
        if not named or one.first - frame.opening > _SUBJECT_WITHIN:
            return None
        if is_forum(one.mention.parties[0]):
            return one.mention.parties[0]
    return None


def _sits(frame: Frame) -> str | None:
    """The forum that is the subject of a verb of meeting ("the Security Council meets today")."""
    trigger = frame.trigger
    if subject_first(frame.sentence.passage.language):
        return _sits_before(frame)
    near = frame.sentence.between(trigger.last, trigger.last + 2, "party")
    if not near or frame.sentence.cues.within(trigger.last, frame.right, "with"):
        return None
    return next((party for party in near[0].mention.parties[:1] if is_forum(party)), None)


def _sits_before(frame: Frame) -> str | None:
    """The same where the subject stands first ("the leaders of the G7 met")."""
    sentence, at = frame.sentence, frame.trigger.first
    before = sentence.between(max(frame.left, at - _SUBJECT_WITHIN), at, "party", "person", "office")
    if not before or before[-1].mention.kind != "party" or sentence.cues.within(0, at, "margins"):
        return None
    parties_named = before[-1].mention.parties
    return parties_named[0] if parties_named and kind_of(parties_named[0]) == "format" else None


def of_speaker(frame: Frame, topic: str | None) -> str | None:
    """The forum whose "its meeting" is, or that speaks at a conference in its sentence; None else.

    `topic` is the forum last named before the sentence.
    """
    trigger, sentence = frame.trigger, frame.sentence
    if sentence.cues.within(trigger.last, trigger.last + _SUBJECT_WITHIN, "format"):
        return topic
    if not trigger.is_noun or trigger.sort not in _SORTS:
        return None
    named = sentence.between(0, trigger.first, "party")
    before = [party for one in named for party in one.mention.parties]
    if trigger.own and not sentence.between(0, trigger.first, "person", "office"):
        if named and named[-1].mention.form == "group":
            return topic
        return before[-1] if before and is_forum(before[-1]) else None
    near = named[-1] if named and trigger.first - named[-1].last <= _CLOSE else None
    if trigger.sort == "session" and near is not None and near.mention.parties:
        return near.mention.parties[0] if is_forum(near.mention.parties[0]) else None
    forums = {party for party in before if kind_of(party) in ("format", "organisation") and party != "un"}
    if trigger.sort == "summit" and len(forums) == 1:
        return forums.pop()
    speaking = {party for party in before if kind_of(party) == "format"}
    return (
        speaking.pop() if len(speaking) == 1 and trigger.definite and trigger.sort == "conference" else None
    )


@cache
def _by_members() -> dict[frozenset[str], str]:
    return {
        frozenset(party.members): party.id
        for party in parties().values()
        if party.kind == "format" and party.members
    }


def expand(found: Iterable[str]) -> list[str]:
    """The parties with a named group of states replaced by its members, each once, in order."""
    out: list[str] = []
    for party in found:
        known = parties().get(party)
        members = known.members if known is not None and known.kind == "group" else ()
        out += [one for one in members or (party,) if one not in out]
    return out


def of_members(found: Iterable[str]) -> str | None:
    """The format whose members these parties are, all of them and no other; None where there is none."""
    states = frozenset(expand(found))
    return _by_members().get(states) if len(states) > 2 else None


def _founded(party: str) -> bool:
    """Whether a group of states was founded as such, so that meetings are its own ("the Arab Quartet")."""
    known = parties().get(party)
    return known is not None and known.kind == "group" and known.since is not None


def members(party: str) -> tuple[str, ...]:
    """The members of a small format, who all take part in its meetings; empty for organisations."""
    known = parties().get(party)
    if known is None or len(known.members) > _MOST_MEMBERS:
        return ()
    if known.kind != "format" and not _founded(party):
        return ()
    return known.members


@cache
def _names(language: Language) -> Lexicon[str]:
    known = [(name, forum.id) for forum in forums() for name in forum.names[language]]
    named = [
        (name, party.id)
        for party in parties().values()
        if is_forum(party.id)
        for name in party.forms[language].names
    ]
    forms = case_forms(language)
    return Lexicon.of((form, slug) for name, slug in known + named for form in forms(name, "forum"))


def _by_name(frame: Frame) -> str | None:
    """The forum whose name begins with the trigger itself, an ordinal within it left out."""
    sentence, at = frame.sentence, frame.trigger.first
    words = []
    for index in range(at, min(at + _NAME + 2, len(sentence.words))):
        ordinal = index > at and numbers.ordinal(sentence.parts, index) is not None
        if not ordinal:
            words.append(sentence.words[index])
    match = _names(sentence.passage.language).at(words, 0) if words else None
    if match is not None:
        return match.value
    inner = (
        _forums(sentence.passage.language).at(words, index) for index in range(1, min(_INNER, len(words)))
    )
    return next((match.value for match in inner if match is not None), None)


@cache
def _forums(language: Language) -> Lexicon[str]:
    forms = case_forms(language)
    return Lexicon.of(
        (form, forum.id)
        for forum in forums()
        for name in forum.names[language]
        for form in forms(name, "forum")
    )


@cache
def _kinds(language: Language) -> Lexicon[Entry]:
    return Lexicon.of((word, entry) for entry in entries(language, "forums") for word in entry.words)


def unknown(frame: Frame) -> str | None:
    """A slug made of the place, the subject and the kind of a forum ("paris-peace-conference"), or None."""
    sentence, trigger = frame.sentence, frame.trigger
    words = sentence.words[trigger.first : min(trigger.last + _NAME, frame.right)]
    matches = _kinds(sentence.passage.language).matches(words)
    head = next((match.value.text("slug") for match in matches if match.value.text("part") == "head"), None)
    subjects = [match.value.text("slug") for match in matches if match.value.text("part") == "subject"]
    near = sentence.between(trigger.last, trigger.last + _NAME, "place", "party")
    place = next(
        (
            one.mention.name or _english(one.mention.parties)
            for one in near
            if one.mention.form not in ("nisba", "capital")
        ),
        None,
    )
    if head is None or not subjects or (place is None and head != "forum"):
        return None
    return "-".join([*([place] if place else []), *subjects[:2], head]).lower().replace(" ", "-")


def _english(found: tuple[str, ...]) -> str | None:
    known = parties().get(found[0]) if found else None
    return known.named("en") if known is not None and known.kind == "state" else None
