"""Place: in which city and country a meeting sits, from its words or its host."""

from __future__ import annotations

from functools import cache

from sijill.languages.inflection import attributes_first
from sijill.languages.pack import Entry, entries
from sijill.meetings.called import city_in_name
from sijill.meetings.candidate import Candidate
from sijill.meetings.format import kind_of
from sijill.meetings.frame import Frame, Placed, Sentence
from sijill.meetings.location import city_states, is_where_held, names_it
from sijill.mentions import phrases
from sijill.mentions.lexicon import Lexicon
from sijill.records import Language

_REACH = 18
_BACK, _LED_BACK = 8, 16
_TITLE = 8
_HOST_WITHIN = 3
_DATE_WITHIN = 2
_HOST_BACK, _HOST_BESIDE = 10, 2
_HOSTING = frozenset(("receive", "host"))


def set_place(candidate: Candidate, frame: Frame) -> None:
    """Put city and country into a candidate: the place in the frame, else the country of who receives."""
    sentence, trigger = frame.sentence, frame.trigger
    if trigger.sort == "summon":
        host = candidate.participants[0].party if candidate.participants else None
        candidate.country = host if host is not None and not _no_state(host) else None
        return
    reach = frame.beyond_people(trigger.last, _REACH)
    after = sentence.between(trigger.last, min(frame.right, reach), "place", "party")
    before = sentence.between(
        min(frame.opening, max(frame.left, trigger.first - _back(sentence))), trigger.first, "place", "party"
    )
    seat = _seat(frame)
    for one in [*after, *reversed(before)]:
        if _locates(one, frame) and not (seat is not None and one.mention.form == "institution"):
            candidate.country = one.mention.country or next(iter(one.mention.parties), None)
            candidate.city = (
                one.mention.name
                if one.mention.kind == "place"
                else city_states().get(candidate.country or "")
            )
            return
    inside = city_in_name(frame)
    if inside is not None:
        candidate.city, candidate.country = inside.name, inside.country
        return
    if seat is not None:
        candidate.city, candidate.country = seat.text("city"), seat.text("country")
        return
    host = candidate.participants[0].party if trigger.sort in _HOSTING and candidate.participants else None
    host = host or _host(frame)
    if host is not None and not (_no_state(host) or sentence.cues.within(0, len(sentence.words), "virtual")):
        candidate.country = host


def _host(frame: Frame) -> str | None:
    """The state that hosts the meeting by the words right before its noun ("Kenya will host the summit")."""
    sentence, first = frame.sentence, frame.trigger.first
    near = sentence.between(max(frame.left, first - _HOST_BACK), first, "party", "person", "office")
    if not (near and frame.trigger.is_noun and near[-1].mention.parties):
        return None
    words = sentence.words[max(frame.left, near[-1].first - _HOST_BESIDE) : first]
    hosts = any(phrases.is_kind(word, sentence.passage.language, "host") for word in words)
    return near[-1].mention.parties[0] if hosts and not _no_state(near[-1].mention.parties[0]) else None


@cache
def _seats(language: Language) -> Lexicon[Entry]:
    return Lexicon.of((word, entry) for entry in entries(language, "seats") for word in entry.words)


def _seat(frame: Frame) -> Entry | None:
    """The palace or headquarters that stands after "in" beside the trigger."""
    sentence, trigger = frame.sentence, frame.trigger
    first = min(frame.opening, max(frame.left, trigger.first - _back(sentence)))
    words = sentence.words[first : min(frame.right, trigger.last + _REACH)]
    inside = phrases.kind_words(sentence.passage.language, "in")
    articles = phrases.kind_words(sentence.passage.language, "article")
    for match in _seats(sentence.passage.language).matches(words):
        prefixed = match.start > words[match.first].start
        before = match.first - (match.first > 1 and words[match.first - 1].folded in articles)
        led = trigger.sort == "host" and sentence.cues.within(first + before - 1, first + before, "to")
        if before and (prefixed or led or words[before - 1].folded in inside):
            return match.value
    return None


def _back(sentence: Sentence) -> int:
    """How far before the trigger a place may stand."""
    return _LED_BACK if attributes_first(sentence.passage.language) else _BACK


def _locates(one: Placed, frame: Frame) -> bool:
    """Whether a place or a state says where, and not as what the talk is about."""
    mention = one.mention
    if names_it(one, frame):
        return True
    named = mention.form in ("name", "institution")
    if mention.kind == "party" and not (named and not any(map(_no_state, mention.parties))):
        return False
    titles = frame.sentence.between(one.first - _TITLE, one.first, "office")
    ruled = any(set(title.mention.parties) & set(mention.parties) for title in titles)
    if ruled and mention.form != "institution":
        return False
    if frame.sentence.cues.within(one.first - _HOST_WITHIN, one.first, "hosted"):
        return True
    about = frame.sentence.topics(frame.trigger.last, one.first)
    if one.last <= frame.trigger.first and frame.sentence.cues.within(
        one.last, frame.trigger.first, "planned"
    ):
        return False
    dated = mention.kind == "place" and frame.sentence.between(one.last, one.last + _DATE_WITHIN, "date")
    return (not about or bool(dated)) and is_where_held(one, frame.sentence)


def _no_state(party: str) -> bool:
    return kind_of(party) != "state"
