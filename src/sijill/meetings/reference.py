"""Reference: whose meeting it is by words that name nobody ("their summit", "between the two")."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.languages.inflection import subject_first
from sijill.meetings.frame import Frame
from sijill.mentions import phrases
from sijill.records import Participant

_TITLE = 4
_TWO_WITHIN = 6
_OURS_WITHIN = 3
_COURSE_WITHIN = 4
_GUEST_WITHIN = 9


def of_all(frame: Frame) -> bool:
    """Whether the meeting is that of all named before it in the sentence ("their meeting")."""
    endings = tuple(phrases.kind_words(frame.sentence.passage.language, "plural"))
    return frame.trigger.own and frame.sentence.words[frame.trigger.first].folded.endswith(endings)


def of_group(frame: Frame) -> bool:
    """Whether the meeting is that of a group told before ("the summit of the three leaders")."""
    trigger, sentence = frame.trigger, frame.sentence
    many = phrases.kind_words(sentence.passage.language, "many")
    words = sentence.words[trigger.last : min(frame.right, trigger.last + _TWO_WITHIN)]
    return of_all(frame) or any(word.folded in many for word in words)


def ours(frame: Frame) -> bool:
    """Whether those meet in whose name the text speaks ("we met today", "during our talks")."""
    pairs = phrases.kind_words(frame.sentence.passage.language, "two")
    first = frame.trigger.first
    return any(word.folded in pairs for word in frame.sentence.words[max(0, first - _OURS_WITHIN) : first])


def each_other(frame: Frame) -> bool:
    """Whether the meeting is that of two named before ("between the two presidents", "their summit")."""
    trigger, sentence = frame.trigger, frame.sentence
    before = sentence.words[max(0, trigger.first - _TITLE) : trigger.first]
    if subject_first(sentence.passage.language) and any(
        word.folded in phrases.kind_words(sentence.passage.language, "two") for word in before
    ):
        return True
    if subject_first(sentence.passage.language) and not trigger.is_noun:
        return False
    two = sentence.between(trigger.last, min(frame.right, trigger.last + _TWO_WITHIN), "party")
    words = sentence.words[trigger.last : min(frame.right, trigger.last + _TWO_WITHIN)]
    pairs = phrases.kind_words(sentence.passage.language, "two")
    if any(one.mention.form == "group two" for one in two) or any(word.folded in pairs for word in words):
        return True
    endings = tuple(phrases.kind_words(sentence.passage.language, "dual"))
    return trigger.own and sentence.words[trigger.first].folded.endswith(endings)


def has_people(guests: Sequence[Participant], frame: Frame) -> bool:
    """Whether somebody is received, and not a thing: a person or an office, a delegation, or nobody named."""
    if not guests or any(one.office or one.person for one in guests):
        return True
    last, language = frame.trigger.last, frame.sentence.passage.language
    delegates = phrases.kind_words(language, "delegates")
    near = frame.sentence.words[last : last + _GUEST_WITHIN]
    return not delegates or any(word.folded in delegates for word in near)


def in_course(frame: Frame) -> bool:
    """Whether something was done in the course of the meeting, with words of its name between the two."""
    words, at = frame.sentence.words, frame.trigger.first
    language = frame.sentence.passage.language
    near = words[max(frame.left, at - _COURSE_WITHIN) : at]
    return frame.trigger.is_noun and any(phrases.is_kind(word, language, "course") for word in near)


def right_in_course(frame: Frame) -> bool:
    """Whether something was done in the course of the meeting ("told him in a phone call")."""
    words, at = frame.sentence.words, frame.trigger.first - 1
    return at >= 0 and phrases.is_kind(words[at], frame.sentence.passage.language, "course")
