"""Sentences of a line: cut where one ends, after a dateline, and where one would never end.

Quoted speech is cut at its full stops as other text is. Dots in a row, abbreviations, initials,
numbered points and decimal numbers end nothing; a comma or semicolon never does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sijill.passages.lines import BULLETS, CLOSING, STOPS, Line, is_spoken
from sijill.passages.lists import listed
from sijill.records import Word

_PAUSES = frozenset("،؛,;:")
_DASHES = frozenset("-–—:")
# Nothing readable is longer; what is, a table or a list run together, is cut at a pause.
_LONGEST = 250
_DATELINE, _PLACE = 20, 8
# Who signs a dateline takes this many words at most, its closing bracket included.
_SIGNATURE = 4
_AFTER_PLACE = frozenset(")/-–—:")
_BEFORE_AGENCY = frozenset("(/-–—.،,")
# So many marks may stand between a stop and the next word.
_NEAR = 8


def sentences(text: str, line: Line) -> Iterator[tuple[Word, ...]]:
    """The sentences of the line in order, each without the bullet before it."""
    found = line.words
    first = _after_dateline(found)
    yield from _cut(_bare(found[:first]))
    for index in [place for place, word in enumerate(found) if word.folded in STOPS]:
        if index > first and _ends(text, found, first, index):
            after = _closed(text, found, index)
            yield from _cut(_bare(found[first:after]))
            first = after
    yield from _cut(_bare(found[first:]))


def _ends(text: str, line: tuple[Word, ...], first: int, index: int) -> bool:
    """Whether the stop at `index` ends the sentence that begins at `first`."""
    stop, before = line[index], line[index - 1]
    following = next((word for word in line[index + 1 : index + _NEAR] if is_spoken(word)), None)
    if following is None or text[following.start].islower():
        return False
    after = line[index + 1]
    if stop.folded != ".":
        return after.folded not in CLOSING or after.start > stop.end
    if before.folded == "." or after.folded == ".":
        return False
    if following.start == stop.end:
        return _parts_glued(text, before, following)
    if before.end < stop.start or not is_spoken(before):
        return True
    if before.folded[0].isdigit():
        return index - 1 > first
    return not _is_short_form(text, line, index - 1, following)


def _parts_glued(text: str, before: Word, following: Word) -> bool:
    """Whether a stop without a space parts two sentences ("done.The", not "kremlin.ru")."""
    letter = text[following.start]
    if letter.isdigit() or len(before.folded) < 2 or len(following.folded) < 2:
        return False
    if letter.isupper():
        return text[before.end - 1].islower()
    return letter > "\u0530" and text[before.end - 1] > "\u0530"


def _is_short_form(text: str, line: tuple[Word, ...], index: int, following: Word) -> bool:
    """Whether the word before a stop is an initial or an abbreviation and so the sentence goes on."""
    word = line[index]
    if word.folded in listed("abbreviations"):
        return True
    if word.end - word.start > 1 or text[word.start - 1 : word.start].isdigit():
        return False
    return not (text[following.start].isupper() and following.folded in listed("common"))


def _closed(text: str, line: tuple[Word, ...], index: int) -> int:
    """The index after the stop at `index` and the closing marks that stand close to it."""
    index += 1
    while index < len(line) and line[index].start == line[index - 1].end:
        word = line[index]
        opens = word.folded in "\"'" and text[word.end : word.end + 1].isalnum()
        if word.folded not in STOPS and (word.folded not in CLOSING or opens):
            break
        index += 1
    return index


def _after_dateline(line: tuple[Word, ...]) -> int:
    """How many words of the line are its dateline ("Moscow, 3 February (Agency) --"), 0 where it has none."""
    if {word.folded for word in line[:_DATELINE]}.isdisjoint(_AFTER_PLACE):
        return 0
    stopped = False
    for index in range(1, min(len(line) - 1, _DATELINE)):
        before, word, after = line[index - 1 : index + 2]
        stopped = stopped or before.folded in STOPS
        if stopped and index > _PLACE:
            return 0
        if not stopped and word.folded == "-" and after.folded == "-" and after.start == word.end:
            return _past_dashes(line, index) if index <= _PLACE and not _dashed_again(line, index + 2) else 0
        if before.folded == "(":
            end = _signed(line, index)
            if end:
                return _past_dashes(line, end)
        if before.folded in _BEFORE_AGENCY and (word.folded in listed("credits") or len(word.folded) == 1):
            end = _agency(line, index)
            if end:
                return _past_dashes(line, end)
    return 0


def _signed(line: tuple[Word, ...], first: int) -> int:
    """The index after a short bracket that a dash follows ("(Agency) -"), 0 where there is none."""
    for last in range(first, min(first + _SIGNATURE, len(line) - 1)):
        if line[last].folded == ")":
            return last + 1 if line[last + 1].folded in _DASHES else 0
    return 0


def _agency(line: tuple[Word, ...], first: int) -> int:
    """The index after the agency at `first` and what closes it, 0 where it does not end a dateline."""
    last = first
    while last < len(line) and _names_agency(line[last]):
        last += 1
    if last + 1 >= len(line) or not (last > first + 1 or line[first].folded in listed("credits")):
        return 0
    opens, closes, after = line[first - 1].folded, line[last].folded, line[last + 1].folded
    if opens == "(" and closes == ")":
        dated = first > 1 and line[first - 2].folded.isdigit()
        return last + 1 if dated or after in _DASHES else 0
    if opens == "/" and closes == "/":
        return last + 1
    return last if opens != "(" and opens != "/" and closes in _DASHES else 0


def _dashed_again(line: tuple[Word, ...], index: int) -> bool:
    """Whether a second double dash follows, so that the first opened an aside."""
    rest = line[index : index + _DATELINE * 3]
    return any(one.folded == two.folded == "-" and one.end == two.start for one, two in pairwise(rest))


def _names_agency(word: Word) -> bool:
    return word.folded in listed("credits") or (len(word.folded) == 1 and word.folded.isalpha())


def _past_dashes(line: tuple[Word, ...], index: int) -> int:
    while index < len(line) and (line[index].folded in _DASHES or line[index].folded in STOPS):
        index += 1
    return index if index < len(line) else 0


def _bare(sentence: tuple[Word, ...]) -> tuple[Word, ...]:
    first = 0
    while first < len(sentence) and sentence[first].folded in BULLETS:
        first += 1
    return sentence[first:]


def _cut(sentence: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    first = 0
    while len(sentence) - first > _LONGEST:
        last = first + _LONGEST - 1
        pauses = (i for i in range(last, last - _LONGEST // 2, -1) if sentence[i].folded in _PAUSES)
        end = next(pauses, last) + 1
        yield sentence[first:end]
        first = end
    rest = sentence[first:]
    if any(map(is_spoken, rest)):
        yield rest
