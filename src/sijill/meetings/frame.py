"""Frame: a trigger with the stretch of its passage that may say who, when and where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sijill.languages.inflection import subject_first
from sijill.meetings.triggers import Cues, Trigger
from sijill.mentions.mentions import Mentions
from sijill.mentions.numbers import Part
from sijill.mentions.phrases import is_mark, kind_words
from sijill.records import Mention, MentionKind, Passage, Word

_REACH = 40
_BACK = 30
_SPAN = 120
_NAME_MOST = 12
_GUEST_WITHIN = 4
_LIGHT_WITHIN = 18
_OBJECT_WITHIN = 4
_GOAL_WITHIN = 5
POSSESSIVE = frozenset(("s", "'s", "’s", "'", "’"))
_OPENERS = ("session", "visit", "meet")


class Placed(NamedTuple):
    """A mention with the words it covers: `first` to `last` (exclusive)."""

    mention: Mention
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage made ready for its triggers: cues, numbers, mentions; the passages `earlier` than it.

    `text` is that of the whole document.
    """

    passage: Passage
    index: int
    cues: Cues
    parts: dict[int, Part]
    mentions: tuple[Placed, ...]
    earlier: Sequence[Passage]
    known: Mentions
    text: str

    @property
    def words(self) -> Sequence[Word]:
        """The words of the passage."""
        return self.passage.words

    def between(self, first: int, last: int, *kinds: MentionKind) -> list[Placed]:
        """The mentions of the kinds that begin in `words[first:last]`, in order: its last 120 words."""
        begin = bisect_left(self.mentions, max(first, last - _SPAN), key=_first)
        end = bisect_left(self.mentions, last, lo=begin, key=_first)
        return [one for one in self.mentions[begin:end] if one.mention.kind in kinds]

    def topics(self, first: int, last: int) -> bool:
        """Whether a word that leads to a topic begins in `words[first:last]`; "on" before a date does not."""
        found = self.cues.within(first, last, "topic")
        return any(not self.between(match.last, match.last + 1, "date") for match in found)


def _first(one: Placed) -> int:
    return one.first


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger, and the words `left` to `right` (exclusive) that belong to it alone.

    `opening` is where its own clause begins: after the verb whose object the noun is ("the leaders of X
    held a summit"), else at the trigger. `follows`: another trigger stands before it in the sentence.
    """

    sentence: Sentence
    trigger: Trigger
    left: int
    right: int
    opening: int
    follows: bool

    def beyond_people(self, at: int, count: int) -> int:
        """The index `count` words after `at`, names of persons not counted ("met with N. N. … in Rome")."""
        people = self.sentence.between(at, min(self.right, at + 2 * count), "person", "office")
        return at + count + sum(one.last - one.first for one in people)


def placed(passage: Passage, mentions: Mentions) -> tuple[Placed, ...]:
    """The mentions of a passage with their words; of two that overlap, the longer.

    A capital is there twice: as the place, and as the party that it may stand for.
    """
    starts = [word.start for word in passage.words]
    found: list[Placed] = []
    for mention in mentions.within(passage.start, passage.end):
        before = found[-1].mention if found else None
        twice = before is not None and (before.start, before.end) == (mention.start, mention.end)
        if before is not None and mention.start < before.end and not (twice and mention.kind != before.kind):
            continue
        first = max(0, bisect_right(starts, mention.start) - 1)
        found.append(Placed(mention, first, max(first + 1, bisect_right(starts, mention.end - 1))))
    return tuple(found)


def frames(sentence: Sentence, triggers: Sequence[Trigger]) -> list[Frame]:
    """The frames of a sentence's triggers: each reaches from the trigger before it to the one after it.

    A word of saying after the trigger ends it too: what is said is another matter.
    """
    found = []
    triggers = [_arrival(sentence, one) if one.sort == "arrive" else one for one in triggers]
    triggers = [
        trigger
        for number, trigger in enumerate(triggers)
        if (trigger.sort != "host" or _hosts_somebody(sentence, trigger))
        and not (_opens(triggers, number) or _fulfils(sentence, trigger))
    ]
    for number, trigger in enumerate(triggers):
        left = max(triggers[number - 1].last if number else 0, trigger.first - _BACK)
        right = triggers[number + 1].first if number + 1 < len(triggers) else len(sentence.words)
        right = min(right, trigger.last + _REACH)
        for match in sentence.cues.within(trigger.last, right, "said"):
            if not _in_name(sentence, match.first):
                right = match.first
                break
        light = sentence.cues.within(max(left, trigger.first - _LIGHT_WITHIN), trigger.first, "light")
        opening = light[-1].last if light and trigger.is_noun else trigger.first
        found.append(Frame(sentence, trigger, left, right, opening, number > 0))
    return found


def _arrival(sentence: Sentence, trigger: Trigger) -> Trigger:
    """Who arrives "in Rome" is on a visit; who arrives at a meeting attends it."""
    inside = kind_words(sentence.passage.language, "in")
    goals = sentence.between(trigger.last, trigger.last + _GOAL_WITHIN, "place", "party")
    led = any(one.first and sentence.words[one.first - 1].folded in inside for one in goals)
    return trigger._replace(sort="visit" if led else "attend")


def _hosts_somebody(sentence: Sentence, trigger: Trigger) -> bool:
    if sentence.cues.within(trigger.first, trigger.last, "chair"):
        return False
    guests = sentence.between(trigger.last, trigger.last + _GUEST_WITHIN, "person", "office")
    if not guests or any(w.folded in POSSESSIVE for w in sentence.words[guests[0].last : guests[0].last + 1]):
        return False
    parting = kind_words(sentence.passage.language, "stop") | kind_words(sentence.passage.language, "link")
    return not any(word.folded in parting for word in sentence.words[trigger.last : guests[0].first])


def _opens(triggers: Sequence[Trigger], number: int) -> bool:
    """Whether a noun only opens the next ("a session of talks")."""
    trigger, following = triggers[number], triggers[number + 1] if number + 1 < len(triggers) else None
    if following is None or following.first != trigger.last:
        return False
    return trigger.is_noun and following.is_noun and trigger.sort in _OPENERS


def _fulfils(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the word has a thing for its object, where it tells of no meeting ("to meet the target")."""
    at = trigger.last
    ended = at >= len(sentence.words) or is_mark(sentence.words[at])
    if ended or trigger.sort != "meet" or not subject_first(sentence.passage.language):
        return False
    following, language = sentence.words[at].folded, sentence.passage.language
    if trigger.is_noun and following not in kind_words(language, "object"):
        return False
    if not trigger.is_noun and following in kind_words(language, "alone"):
        return False
    return not sentence.between(at, at + _OBJECT_WITHIN, "person", "office", "party", "date")


def _in_name(sentence: Sentence, index: int) -> bool:
    """Whether a word stands within a name, where it is no word of saying."""
    kinds: tuple[MentionKind, ...] = ("person", "office", "party", "place")
    return any(one.first < index < one.last for one in sentence.between(index - _NAME_MOST, index, *kinds))
