"""Unheld: words of meeting that tell of none: asked for, denied, or an inner sitting of a state."""

from __future__ import annotations

from sijill.languages.inflection import subject_first
from sijill.meetings.frame import Frame
from sijill.mentions import phrases

_ASKED_WITHIN = 4
_DENIED_WITHIN = 2
_TO_WITHIN = 2
_BODY_WITHIN = 4
_INVITED_WITHIN = 10
_SITTINGS = ("meet", "session", "conference", "summit")


def is_unheld(frame: Frame) -> bool:
    """Whether a word of meeting stands where it tells of no meeting of parties."""
    trigger, cues = frame.trigger, frame.sentence.cues
    if cues.within(max(0, trigger.first - _ASKED_WITHIN), trigger.first, "call-for"):
        return True
    return _denied(frame) or _inner(frame) or _asked_to(frame) or _only_invited(frame)


def _asked_to(frame: Frame) -> bool:
    """Whether somebody asks for the meeting, with "to" before its noun or written onto it."""
    trigger, sentence = frame.trigger, frame.sentence
    purpose = phrases.kind_prefixes(sentence.passage.language)
    bound = trigger.start > sentence.words[trigger.first].start
    led = bound and sentence.words[trigger.first].folded.startswith(purpose)
    led = led or bool(sentence.cues.within(trigger.first - _TO_WITHIN, trigger.first, "to"))
    begin = max(frame.left, trigger.first - _ASKED_WITHIN)
    asked = sentence.cues.within(begin, trigger.first, "invite")
    return trigger.is_noun and trigger.sort in _SITTINGS and led and bool(asked)


def _denied(frame: Frame) -> bool:
    """Whether "not" stands before the verb, or before that whose object the noun is."""
    verb = frame.trigger.first if not frame.trigger.is_noun else frame.opening - 1
    if frame.trigger.is_noun and frame.opening == frame.trigger.first:
        return False
    return bool(frame.sentence.cues.within(max(0, verb - _DENIED_WITHIN), verb, "not"))


def _inner(frame: Frame) -> bool:
    """Whether it is a sitting of a state's own body ("a session of parliament")."""
    trigger, sentence = frame.trigger, frame.sentence
    if not trigger.is_noun or trigger.sort not in _SITTINGS:
        return False
    reach = trigger.last + (1 if subject_first(sentence.passage.language) else _BODY_WITHIN)
    body = sentence.cues.within(trigger.last, min(reach, frame.right), "body")
    if not body:
        return False
    parted = sentence.cues.within(trigger.last, body[0].first, "with", "between", "topic", "margins")
    return not parted and not sentence.between(trigger.last, body[0].first, "person", "office", "party")


def _only_invited(frame: Frame) -> bool:
    """Whether a visit is only one that somebody is asked to make."""
    trigger, sentence = frame.trigger, frame.sentence
    if trigger.sort != "visit" or not trigger.is_noun:
        return False
    begin = max(frame.left, trigger.first - _INVITED_WITHIN)
    asked = sentence.cues.within(begin, trigger.first, "invite")
    return bool(asked) and not sentence.between(trigger.last, frame.right, "date")
