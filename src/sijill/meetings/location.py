"""Location: whether a name in a sentence says where, as the words before it tell."""

from __future__ import annotations

from functools import cache

from sijill.catalogue.parties import parties
from sijill.catalogue.places import places
from sijill.meetings.frame import Frame, Placed, Sentence
from sijill.mentions import phrases
from sijill.records import Mention

_SKIPPED = phrases.OPENING | {"#"}
_COMMAS = frozenset("،,")


def is_where(one: Placed, sentence: Sentence) -> bool:
    """Whether a name stands after "in", alone or with "the capital", "the city of" and the like between."""
    return _before_in(one, sentence) is not None


def is_where_held(one: Placed, sentence: Sentence) -> bool:
    """The same, unless what is "in" that place is a war, a crisis and the like."""
    at = _before_in(one, sentence)
    language = sentence.passage.language
    return at is not None and (
        at < 0 or sentence.words[at].folded not in phrases.kind_words(language, "affair")
    )


def names_it(one: Placed, frame: Frame) -> bool:
    """Whether a meeting is called by the place right after its noun ("the Singapore summit")."""
    if one.first != frame.trigger.last or not frame.trigger.is_noun or not is_city(one.mention):
        return False
    following = frame.sentence.between(one.last, one.last + 1, "party", "place")
    return not following


def is_city(mention: Mention) -> bool:
    """Whether a mention names a city, or a state that is one."""
    return mention.kind == "place" or any(party in city_states() for party in mention.parties)


@cache
def city_states() -> dict[str, str]:
    """The states whose city has their own name (Singapore, Luxembourg), with that name."""
    named = {party.named("en"): party.id for party in parties().values() if party.kind == "state"}
    return {named[one.name]: one.name for one in places() if named.get(one.name) == one.country}


def _before_in(one: Placed, sentence: Sentence) -> int | None:
    """The index of the word before "in", -1 at the beginning; None where no "in" stands before the name."""
    words, language = sentence.words, sentence.passage.language
    offset = one.mention.start - words[one.first].start
    if offset and words[one.first].folded[offset - 1] in phrases.kind_words(language, "in-prefix"):
        return one.first - 1
    at = one.first - 1
    while at > 0 and (
        words[at].folded in phrases.kind_words(language, "site")
        or words[at].folded in _SKIPPED
        or _is_adjective(at, sentence)
        or (words[at].folded in _COMMAS and _is_adjective(at - 1, sentence))
    ):
        at -= 1
    prefixed = at >= 0 and words[at].folded[:1] in phrases.kind_words(language, "in-prefix")
    if prefixed and words[at].folded[1:] in phrases.kind_words(language, "site"):
        return at - 1
    # "In Springfield, Ireland": a town that the catalogue does not know.
    if at > 1 and words[at].folded == "," and sentence.text[words[at - 1].start].isupper():
        at -= 2
    return at - 1 if at >= 0 and phrases.is_kind(words[at], language, "in") else None


def _is_adjective(at: int, sentence: Sentence) -> bool:
    near = sentence.between(at - 2, at + 1, "party")
    return any(one.mention.form == "nisba" and one.first <= at < one.last for one in near)
