"""Offices in a sentence: what is held, for which party, and the name of who holds it, where they stand together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sijill.languages.inflection import senses as inflected
from sijill.languages.pack import entries
from sijill.mentions.figures import Key, given_names, small_words
from sijill.mentions.scan import Scan
from sijill.mentions.senses import Sense, phrases, sense_of
from sijill.catalogue.persons import Person
from sijill.passages.folding import fold
from sijill.records import Language

_MARKS = frozenset("،,(\"«“:-–")
_LINKS = frozenset(("لدي", "في", "الي", "عن", "to", "at", "in"))
_NOT_NAMES = ("لل", "بال", "وال", "فال", "كال", "ولل", "وبال")
_MOST_WORDS = 5
_MOST_STEPS = 8


@dataclass(frozen=True, slots=True)
class Name:
    """A name found: `words[first:last]`, its folded words, and the person where the catalogue knows the name."""

    first: int
    last: int
    key: Key
    person: Person | None = None


@dataclass(slots=True)
class Held:
    """An office, a name, or both, in one stretch `words[first:last]` of a sentence."""

    first: int
    last: int
    start: int
    office: str | None = None
    parties: tuple[str, ...] = ()
    name: Name | None = None
    titled: bool = False
    of: str = "any"


def find_held(scan: Scan) -> list[Held]:
    """Offices and names of a sentence in order; a name beside its office is joined to it."""
    found: list[Held] = []
    index = 0
    while index < len(scan.words):
        held = _at(scan, index)
        if held is None:
            match = scan.match(index)
            index = match.last if match else index + 1
            continue
        if found and _belongs(scan, found[-1], held):
            found[-1] = _joined(found[-1], held)
        else:
            found.append(held)
        index = held.last
    return found


def _at(scan: Scan, index: int) -> Held | None:
    match = scan.match(index)
    if match is None:
        return None
    person = sense_of(match.value, "person")
    if person is not None and not _adjective(match.value):
        key = tuple(word.folded for word in scan.words[match.first : match.last])
        return Held(index, match.last, match.start, name=Name(index, match.last, key, person.person))
    if sense_of(match.value, "office") is not None:
        held = _office(scan, index)
        if held is not None:
            return held
    if sense_of(match.value, "title") is not None:
        return _titled(scan, index)
    return None


def _adjective(senses: tuple[Sense, ...]) -> bool:
    return any(sense.form == "nisba" for sense in senses)


def _office(scan: Scan, index: int) -> Held | None:
    match = scan.match(index)
    sense = scan.sense(index, "office")
    if match is None or sense is None or sense.entry is None:
        return None
    entry = sense.entry
    held = Held(index, match.last, match.start, entry.text("office"), sense.parties, of=entry.text("of"))
    if held.of == "portfolio":
        _take_portfolios(scan, held)
    _take_party(scan, held)
    name = _name_after(scan, held)
    if name is None and held.last < len(scan.words) and scan.folded(held.last) in _LINKS:
        name = _name_beyond(scan, held)
    if name is not None:
        held.name, held.last = name, name.last
    return held


def _take_portfolios(scan: Scan, held: Held) -> None:
    """Consume what a minister is minister of: "الطاقة والمياه", "الدولة لشؤون …"."""
    lexicon = _portfolios(scan.language)
    while held.last < len(scan.words):
        match = lexicon.at(scan.words, held.last)
        if match is None:
            return
        if match.value.text("office") and held.office == "minister":
            held.office = match.value.text("office")
        held.last = match.last


@cache
def _portfolios(language: Language):  # type: ignore[no-untyped-def]
    from sijill.mentions.lexicon import Lexicon

    return Lexicon.of(
        (form, entry)
        for entry in entries(language, "portfolios")
        for word in entry.words
        for form in (word, "ال" + word)
    )


def _take_party(scan: Scan, held: Held) -> None:
    """Consume what names the party: adjectives, names of states and bodies, further offices between."""
    for _ in range(_MOST_STEPS):
        index = held.last
        if index >= len(scan.words):
            return
        qualifier = scan.phrase(index, "qualifiers")
        if qualifier is not None and qualifier.start == scan.words[index].start:
            held.last = qualifier.last
            continue
        match = scan.match(index)
        if match is None or _conjoined(scan, index, match.start):
            return
        party = sense_of(match.value, "party")
        if party is not None:
            if held.parties and party.form != "nisba":
                return
            if not held.parties or held.of == "body":
                held.parties = held.parties or party.parties
            held.last = match.last
            continue
        inner = sense_of(match.value, "institution") or sense_of(match.value, "office")
        if inner is None or held.parties:
            return
        held.parties = inner.parties
        held.last = match.last


def _conjoined(scan: Scan, index: int, start: int) -> bool:
    """Whether "and" is written as one with the word at an index."""
    return start > scan.words[index].start and scan.folded(index)[0] in "وف"


def _name_after(scan: Scan, held: Held) -> Name | None:
    index, titled = _past_titles(scan, held.last)
    if scan.folded(index) in _MARKS:
        beyond, titled_beyond = _past_titles(scan, index + 1)
        return _name(scan, beyond, sure=titled or titled_beyond, apart=True)
    return _name(scan, index, sure=titled or bool(held.parties) or _definite(scan, held))


def _definite(scan: Scan, held: Held) -> bool:
    """Whether an office without a party is one that a name may follow: "the president", "the minister"."""
    folded = scan.words[held.first].folded
    return held.office != "other" and (held.of == "any" or folded.startswith("ال"))


def _name_beyond(scan: Scan, held: Held) -> Name | None:
    """The name after where one serves: "the Russian ambassador to the United Nations Vasily Nebenzya"."""
    match = scan.match(held.last + 1)
    if match is None or not (sense_of(match.value, "party") or sense_of(match.value, "place")):
        return None
    index, _ = _past_titles(scan, match.last)
    if scan.folded(index) in _MARKS:
        index, _ = _past_titles(scan, index + 1)
    name = _name(scan, index, sure=False, apart=True)
    if name is not None and not held.parties:
        party = sense_of(match.value, "party")
        held.parties = party.parties if party and held.of == "body" and held.office != "ambassador" else ()
    return name


def _titled(scan: Scan, index: int) -> Held | None:
    after, _ = _past_titles(scan, index)
    name = _name(scan, after, sure=True)
    match = scan.match(index)
    if name is None or match is None:
        return None
    return Held(index, name.last, match.start, name=name, titled=True)


def _past_titles(scan: Scan, index: int) -> tuple[int, bool]:
    titled = False
    lexicon = phrases(scan.language, "titles")
    while index < len(scan.words):
        match = lexicon.at(scan.words, index)
        if match is None or (titled and match.start > scan.words[index].start):
            break
        index, titled = match.last, True
    return index, titled


def _name(scan: Scan, index: int, sure: bool, apart: bool = False) -> Name | None:
    """The name that begins at a word: one of the catalogue, else words that can be one.

    `sure` says that a name is expected; `apart` that a mark stands before it, so that it must look like one.
    """
    match = scan.match(index)
    person = sense_of(match.value, "person") if match else None
    if match is not None and person is not None and match.start == scan.words[index].start:
        key = tuple(word.folded for word in scan.words[match.first : match.last])
        return Name(index, match.last, key, person.person)
    last = _run(scan, index)
    if last == index:
        return None
    key = tuple(word.folded for word in scan.words[index:last])
    given = key[0] in given_names(scan.language) or key[0] in small_words(scan.language)
    if not given and (apart or not sure or (len(key) > 1 and key[1].startswith("ال"))):
        return None
    return Name(index, last, key)


def _run(scan: Scan, index: int) -> int:
    """The end of the words that can be a name: two, and more where small words bind them."""
    ends, parts, given = _ends(scan.language), small_words(scan.language), given_names(scan.language)
    last = index
    full = 0
    while last < len(scan.words) and last - index < _MOST_WORDS + 2:
        folded = scan.folded(last)
        if not folded[0].isalpha() or folded in ends or folded.startswith(_NOT_NAMES):
            break
        if folded[0] in "وفبلس" and folded not in given and folded[1:] in ends:
            break
        if folded not in given and folded not in parts and _stands_for_more(scan, last, full):
            break
        bound = last > index and (scan.folded(last - 1) in parts or folded in parts)
        if full >= 2 and not bound and not _third(scan, last, index):
            break
        full += folded not in parts
        last += 1
    while last > index and scan.folded(last - 1) in parts and last - index > 1 and scan.folded(last - 1) not in given:
        last -= 1
    return last


def _third(scan: Scan, index: int, first: int) -> bool:
    """Whether a third word still belongs to a name: the second is a given name too, or all have the article."""
    if index - first >= _MOST_WORDS:
        return False
    folded, before = scan.folded(index), scan.folded(index - 1)
    if before in given_names(scan.language):
        return True
    return folded.startswith("ال") and before.startswith("ال")


def _stands_for_more(scan: Scan, index: int, full: int) -> bool:
    """Whether another name or a word of the lists begins here; an adjective of origin may be a family name."""
    match = scan.match(index)
    if match is None:
        word = scan.folded(index)
        return full > 0 and word[0] in "و" and len(word) > 3 and scan.language == "ar"
    if full == 1 and _adjective(match.value) and scan.folded(index - 1) in given_names(scan.language):
        return False
    return not (sense_of(match.value, "person") or (full == 1 and sense_of(match.value, "title")))


@cache
def _ends(language: Language) -> frozenset[str]:
    listed = {fold(word) for entry in entries(language, "name-ends") for word in entry.words}
    reported = inflected(language, entries(language, "acts"), fold)
    return frozenset(listed | (set(reported) - given_names(language)))


def _belongs(scan: Scan, before: Held, held: Held) -> bool:
    """Whether an office right after a name, or parted from it by a comma, is that person's."""
    if before.name is None or before.office is not None or held.name is not None or held.office is None:
        return False
    if held.start != scan.words[held.first].start or not (held.parties or held.of != "body"):
        return False
    gap = [scan.folded(index) for index in range(before.last, held.first)]
    return gap in ([], ["،"], [","], ["("])


def _joined(before: Held, held: Held) -> Held:
    return Held(before.first, held.last, before.start, held.office, held.parties, before.name, before.titled, held.of)
