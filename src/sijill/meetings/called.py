"""Called: a forum that the catalogue does not know, by the name that the text itself writes in capitals."""

from __future__ import annotations

from sijill.languages.inflection import subject_first
from sijill.meetings.frame import Frame, Sentence
from sijill.mentions import numbers, phrases
from sijill.mentions.numbers import conjunction
from sijill.records import Mention, Word

_INSIDE = frozenset("-–+")
_LEAST = 3
_LEAST_OF = 2
_MOST = 14
_SORTS = ("meet", "session")
_STATE = 2
_BOTH = 2


def called(frame: Frame) -> tuple[int, int] | None:
    """The words of the name that ends with the noun, or that "of the" ties to it; None where there is none.

    A headline writes all its words in capitals, and so calls nothing by a name.
    """
    sentence, trigger = frame.sentence, frame.trigger
    language = sentence.passage.language
    if not (trigger.is_noun and subject_first(language)) or sentence.index == 0:
        return None
    if trigger.sort in _SORTS:
        return _after(sentence, trigger.last)
    first = trigger.last
    while first > max(0, trigger.last - _MOST) and _capital(sentence, first - 1):
        first -= 1
    while first < trigger.last and _left_out(sentence, first):
        first += 1
    if sentence.between(first, trigger.last, "date"):
        return None
    if first == 0 or trigger.last - first < _LEAST or not _capital(sentence, trigger.first):
        return None
    return first, trigger.last


def slug(frame: Frame) -> str | None:
    """The name in capitals as a slug, or None; a conference on something has none."""
    span = called(frame)
    if span is None:
        return None
    sentence = frame.sentence
    words = list(sentence.words[span[0] : span[1]])
    if frame.trigger.sort == "conference" and sentence.cues.within(span[1], span[1] + 1, "topic"):
        return None
    short = _short(sentence, span[1])
    if short is not None:
        parties = [one for one in sentence.between(*span, "party") if one.mention.parties]
        words = [*sentence.words[span[0] : parties[-1].last if parties else span[0]], short]
    partners = _partners(sentence, span)
    if partners:
        states = [party for party in partners if len(party) == _STATE]
        return None if states == partners else "-".join([*states, *(set(partners) - set(states))]).lower()
    parts = [word.folded.replace("'", "").replace("’", "") for word in words if _speaks(word, sentence)]
    return "-".join(parts).replace("u-s-", "us-") or None


def _partners(sentence: Sentence, span: tuple[int, int]) -> list[str]:
    """The two parties of which alone a name is made ("the U.S.-ASEAN Special Summit"); else none."""
    named = [one for one in sentence.between(*span, "party") if one.mention.parties]
    taken = {index for one in named for index in range(one.first, one.last)}
    plain = phrases.kind_words(sentence.passage.language, "plain")
    rest = [index for index in range(span[0], span[1] - 1) if index not in taken]
    ranks = {match.first for match in sentence.cues.within(*span, "leaders", "ministers")}
    whole = all(
        not _speaks(sentence.words[index], sentence)
        or index in ranks
        or sentence.words[index].folded in plain
        for index in rest
    )
    return [one.mention.parties[0] for one in named] if whole and len(named) == _BOTH else []


def _speaks(word: Word, sentence: Sentence) -> bool:
    return word.folded[0].isalnum() and word.folded != conjunction(sentence.passage.language)


def _short(sentence: Sentence, at: int) -> Word | None:
    """The short name in brackets right after a name ("… Dialogue (HLED)"), or None."""
    near = sentence.words[at : at + 3]
    if len(near) < 3 or near[0].folded != "(" or near[2].folded != ")":
        return None
    return near[1] if sentence.text[near[1].start : near[1].end].isupper() else None


def city_in_name(frame: Frame) -> Mention | None:
    """The city in the capitals before a noun ("the G7 Hiroshima Summit"), or None."""
    sentence, trigger = frame.sentence, frame.trigger
    if not (trigger.is_noun and subject_first(sentence.passage.language)):
        return None
    first = trigger.last
    while first > max(0, trigger.last - _MOST) and _capital(sentence, first - 1):
        first -= 1
    places = [one.mention for one in sentence.between(first, trigger.first, "place")]
    return next((one for one in places if one.name is not None and one.form != "capital"), None)


def _after(sentence: Sentence, at: int) -> tuple[int, int] | None:
    articles = phrases.kind_words(sentence.passage.language, "article")
    if not sentence.cues.within(at, at + 1, "of"):
        return None
    first = at + 1
    while first < len(sentence.words) and sentence.words[first].folded in articles:
        first += 1
    last = first
    joint = conjunction(sentence.passage.language)
    while last < min(len(sentence.words) - 1, first + _MOST):
        if not (_capital(sentence, last) or (sentence.words[last].folded == joint and last > first)):
            break
        last += 1
    last -= last > first and sentence.words[last - 1].folded == joint
    persons = sentence.between(first, last, "person", "office")
    parties = sentence.between(first, last, "party")
    whole = parties and parties[-1].last == last
    return (first, last) if last - first >= _LEAST_OF and not persons and not whole else None


def _capital(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    if word.folded == "." and index:
        before = sentence.words[index - 1]
        return before.end - before.start == 1 and sentence.text[before.start].isupper()
    letter = sentence.text[word.start]
    return letter.isupper() or letter.isdigit() or word.folded in _INSIDE


def _left_out(sentence: Sentence, index: int) -> bool:
    """Whether a word before a name is no part of it: an article, a number, a mark."""
    word = sentence.words[index]
    articles = phrases.kind_words(sentence.passage.language, "article")
    ordinal = numbers.ordinal(sentence.parts, index) is not None
    return word.folded in articles or ordinal or not word.folded[0].isalpha()
