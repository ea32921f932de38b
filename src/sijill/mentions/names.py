"""Names of persons in a sentence: those of the catalogue, and words that can be a name where one is due."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sijill.catalogue.persons import Person
from sijill.languages.names import looks
from sijill.languages.pack import entries
from sijill.mentions.figures import Key, given_names, small_words
from sijill.mentions.lexicon import Match
from sijill.mentions.scan import Scan
from sijill.mentions.senses import Senses, is_adjective, phrases, sense_of
from sijill.passages.folding import fold
from sijill.records import Language

_CLOSING = frozenset('،,;؛()"»”:-–')
_MOST_WORDS = 5
# A short form before a stop in a name ("R.", "Jr.").
_INITIAL = 2


@dataclass(frozen=True, slots=True)
class Name:
    """A name found: `words[first:last]`, its folded words, and the person if the catalogue has the name."""

    first: int
    last: int
    key: Key
    person: Person | None = None


def name_at(scan: Scan, index: int, sure: bool, apart: bool = False) -> Name | None:
    """The name that begins at a word: one of the catalogue, else words that can be one.

    `sure` says that a name is expected; `apart` that a mark stands before it, so that it must look like one.
    """
    known = _known_at(scan, index)
    if known is None and looks(scan.language).is_definite(scan.folded(index)):
        known = _known_at(scan, index + 1)
    if known is not None:
        return known
    last = run(scan, index)
    if last == index:
        return None
    key = scan.key(index, last)
    capitals = scan.capital(index) and (not apart or len(key) > 1)
    given = capitals or is_given(scan, index) or key[0] in small_words(scan.language)
    if not given and (apart or not sure or _is_common(key, scan.language)):
        return None
    return Name(index, last, key)


def closed_name_at(scan: Scan, index: int) -> Name | None:
    """Two words or more between two marks that can be a name: "the minister, N. N., said"."""
    last = run(scan, index)
    key = scan.key(index, last)
    if len(key) < 2 or scan.folded(last) not in _CLOSING or _is_common(key, scan.language):
        return None
    return Name(index, last, key)


def past_titles(scan: Scan, index: int) -> tuple[int, bool]:
    """The index after any titles that begin at a word, and whether there were any."""
    titled = False
    lexicon = phrases(scan.language, "titles")
    while index < len(scan.words):
        match = lexicon.at(scan.words, index)
        if match is None or (titled and match.start > scan.words[index].start):
            break
        index, titled = match.last, True
    return index, titled


def run(scan: Scan, index: int) -> int:
    """The end of the words that can be a name: two, and more where small words bind them."""
    parts = small_words(scan.language)
    bound = scan.folded(index) in parts and (scan.capital(index + 1) or scan.capital(index + 2))
    if scan.capital(index) or bound:
        return _capitals(scan, index)
    last, full = index, 0
    while last < len(scan.words) and last - index < _MOST_WORDS + 2:
        folded = scan.folded(last)
        if folded not in parts and not is_given(scan, last) and not _can_name(scan, last, full):
            break
        bound = last > index and (scan.folded(last - 1) in parts or folded in parts)
        if full >= 2 and not bound and not _can_be_third(scan, last, index):
            break
        full += folded not in parts
        last += 1
    while last > index + 1 and scan.folded(last - 1) in parts and not is_given(scan, last - 1):
        last -= 1
    return last


def _capitals(scan: Scan, index: int) -> int:
    """The end of the capitalised words that can be a name, with initials and the small words among them."""
    parts, ends = small_words(scan.language), name_ends(scan.language)
    last = at = index
    while at < len(scan.words) and at - index < _MOST_WORDS + 4:
        folded, match = scan.folded(at), scan.match(at)
        initial = folded == "." and at > index and len(scan.folded(at - 1)) <= _INITIAL
        after_initial = at > index + 1 and scan.folded(at - 1) == "." and len(scan.folded(at - 2)) == 1
        if match is not None and not (is_given(scan, at) or _may_be_family(match) or after_initial):
            break
        again = folded in scan.key(index, at) or looks(scan.language).holds_clitic(folded)
        if scan.capital(at) and folded not in ends and not again:
            last = at + 1
        elif not (initial or folded in parts):
            break
        at += 1
    return last


def _may_be_family(match: Match[Senses]) -> bool:
    """Whether a match is only the name of a person or of a place, which a family may bear."""
    return all(sense.kind in ("place", "person") for sense in match.value)


def is_given(scan: Scan, index: int) -> bool:
    """Whether a word is a given name; of two that fold alike ("علي", "على"), the spelling decides."""
    folded = scan.folded(index)
    if folded not in given_names(scan.language):
        return False
    return folded not in name_ends(scan.language) or scan.written(index) not in _written_ends(scan.language)


@cache
def _written_ends(language: Language) -> frozenset[str]:
    return frozenset(word for entry in entries(language, "name-ends") for word in entry.words)


@cache
def name_ends(language: Language) -> frozenset[str]:
    """Folded words that never belong to a name: those of the list, and the forms of reporting words."""
    listed = {fold(word) for entry in entries(language, "name-ends") for word in entry.words}
    forms = looks(language).common_forms
    reporting = {fold(form) for entry in entries(language, "acts") for form in forms(entry)}
    return frozenset(listed | (reporting - given_names(language)))


def _known_at(scan: Scan, index: int) -> Name | None:
    match = scan.match(index)
    person = sense_of(match.value, "person") if match else None
    if match is None or person is None or match.start != scan.words[index].start:
        return None
    return Name(index, match.last, scan.key(index, match.last), person.person)


def _can_name(scan: Scan, index: int, full: int) -> bool:
    """Whether a word that is no given name can stand in a name after `full` full words."""
    folded, look, ends = scan.folded(index), looks(scan.language), name_ends(scan.language)
    if not folded[0].isalpha() or folded in ends or look.holds_clitic(folded):
        return False
    if scan.written(index)[0].islower():
        return False
    if look.uncliticised(folded) in ends:
        return False
    match = scan.match(index)
    if match is None:
        return not look.is_conjoined(folded)
    return _is_name_too(scan, index, match, full)


def _is_name_too(scan: Scan, index: int, match: Match[Senses], full: int) -> bool:
    """Whether what begins here may be part of a name: an adjective of origin or a title as family name."""
    if full == 1 and is_adjective(match.value) and is_given(scan, index - 1):
        return True
    return bool(sense_of(match.value, "person") or (full == 1 and sense_of(match.value, "title")))


def _can_be_third(scan: Scan, index: int, first: int) -> bool:
    """Whether a third word still belongs to a name: the second is a given name, or both have the article."""
    if index - first >= _MOST_WORDS:
        return False
    look, folded = looks(scan.language), scan.folded(index)
    if is_given(scan, index - 1):
        return is_given(scan, index) or not look.uncliticised(folded)
    return bool(look.without_article(folded) and look.without_article(scan.folded(index - 1)))


def _is_common(key: Key, language: Language) -> bool:
    """Whether words that begin with no given name look like common words."""
    look, ends = looks(language), name_ends(language)
    if look.is_common(key[0]) or any(look.is_verbal_noun(word) for word in key[1:]):
        return True
    if any(look.uncliticised(word) in ends for word in key):
        return True
    return len(key) > 1 and bool(look.without_article(key[1])) and not look.without_article(key[0])
