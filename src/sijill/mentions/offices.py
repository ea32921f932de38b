"""Offices in a sentence: what is held, for which party, and the name of who holds it, where they stand together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sijill.catalogue.parties import parties
from sijill.catalogue.persons import Person
from sijill.languages.inflection import senses as inflected
from sijill.languages.nouns import verbal_noun_check
from sijill.languages.pack import Entry, entries
from sijill.mentions.figures import Key, given_names, small_words
from sijill.mentions.lexicon import Lexicon, Match
from sijill.mentions.scan import Scan
from sijill.mentions.senses import Sense, Senses, phrases, sense_of
from sijill.passages.folding import fold
from sijill.records import Language

_MARKS = frozenset("،,(\"«“:-–")
# How far a name may stand from the head of its office, in words.
_MOST_AHEAD = 12
# Bodies that bear the name of a person.
_NAMED_AFTER = frozenset(("جامعه", "مطار", "شارع", "قاعده", "معهد", "مركز", "مدينه", "مسجد", "جسر", "ميدان", "قصر"))
_QUOTES = frozenset("\"«»“”،,()")
_CLOSING = frozenset("،,)\"»”:-–")
_LINKS = frozenset(("لدي", "في", "الي", "عن", "to", "at", "in"))
_NOT_NAMES = ("لل", "بال", "وال", "فال", "كال", "ولل", "وبال")
_DEFINITE = ("ال", "وال", "لل", "بال", "فال")
# How a verb in the present or future begins; names that do are in the list of given names.
_VERBS = ("ي", "ت", "سي", "ست")
_MOST_WORDS = 5
_MOST_STEPS = 8
_OF_STATES = frozenset(("head-of-state", "head-of-government"))
# Offices that one person often holds at once.
_DOUBLED = frozenset(("deputy-head-of-government", "minister", "foreign-minister"))


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
    for match in scan.matches:
        held = _at(scan, match) if match.first >= index else None
        if held is None:
            continue
        if found and _belongs(scan, found[-1], held):
            found[-1] = _joined(found[-1], held)
        elif (named := _name_before(scan, held, found[-1].last if found else 0)) is not None:
            found.append(_joined(named, held))
        else:
            found.append(held)
        index = held.last
    return found


def _at(scan: Scan, match: Match[Senses]) -> Held | None:
    index = match.first
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
    _take_second(scan, held)
    name = _name_after(scan, held)
    if name is None and held.last < len(scan.words) and scan.folded(held.last) in _LINKS:
        name = _name_beyond(scan, held)
    if name is None:
        name = _name_ahead(scan, held)
    if name is not None:
        held.name, held.last = name, name.last
    return held


def _take_second(scan: Scan, held: Held) -> None:
    """Consume a second office of the same person: "the deputy prime minister and minister of finance …"."""
    match = scan.match(held.last)
    sense = sense_of(match.value, "office") if match else None
    if match is None or sense is None or sense.entry is None or not _conjoined(scan, held.last, match.start):
        return
    second = Held(held.first, match.last, held.start, sense.entry.text("office"), of=sense.entry.text("of"))
    if second.of == "own" and held.parties:
        held.last = second.last
        return
    if held.office not in _DOUBLED or second.office not in _DOUBLED or held.parties:
        return
    if second.of == "portfolio":
        _take_portfolios(scan, second)
    _take_party(scan, second)
    if second.parties:
        held.office, held.last, held.parties = second.office, second.last, second.parties


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
def _portfolios(language: Language) -> Lexicon[Entry]:
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
        if match is None and held.office == "head-of-state" and _of_a_body(scan, held):
            held.office = "other"
        if match is None or _conjoined(scan, index, match.start):
            return
        party = sense_of(match.value, "party")
        if party is not None:
            if held.office in _OF_STATES and not _is_state(party):
                held.office = "organisation-head"
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


def _of_a_body(scan: Scan, held: Held) -> bool:
    """Whether a president is one of a body nobody listed: "president of the club", "the president for …"."""
    word, head = scan.folded(held.last), scan.words[held.first].folded
    return word.startswith("لل") or (word.startswith("ال") and not head.startswith("ال") and held.last == held.first + 1)


def _is_state(sense: Sense) -> bool:
    return all(parties()[party].kind == "state" for party in sense.parties)


def _conjoined(scan: Scan, index: int, start: int) -> bool:
    """Whether "and" is written as one with the word at an index."""
    return start > scan.words[index].start and scan.folded(index)[0] in "وف"


def _name_after(scan: Scan, held: Held) -> Name | None:
    index, titled = _past_titles(scan, held.last)
    if scan.folded(index) in _MARKS:
        beyond, titled_beyond = _past_titles(scan, index + 1)
        between = _name(scan, beyond, sure=titled or titled_beyond, apart=True)
        return between or (_closed(scan, beyond) if held.parties or is_definite(scan, held) else None)
    return _name(scan, index, sure=titled or bool(held.parties) or is_definite(scan, held))


def _closed(scan: Scan, index: int) -> Name | None:
    """Words between two marks, two or three of them, that can be a name: "the minister, N. N., said"."""
    last = _run(scan, index)
    key = tuple(word.folded for word in scan.words[index:last])
    if len(key) < 2 or scan.folded(last) not in _CLOSING or _common(key, scan.language):
        return None
    return Name(index, last, key)


def is_definite(scan: Scan, held: Held) -> bool:
    """Whether an office without a party means one person: "the president", "the foreign minister"."""
    words = scan.words[held.first : held.last]
    return held.office != "other" and any(word.folded.startswith(_DEFINITE) for word in words)


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


def _name_ahead(scan: Scan, held: Held) -> Name | None:
    """The name after a longer naming of the office: "the director of Europe in the ministry of …, N. N."."""
    given, ends = given_names(scan.language), _ends(scan.language)
    owner: tuple[str, ...] = ()
    for index in range(held.last, min(held.last + _MOST_AHEAD, len(scan.words) - 1)):
        folded = scan.folded(index)
        match = scan.match(index)
        if match is None and folded in given and scan.folded(index - 1) not in _NAMED_AFTER:
            name = _name(scan, index, sure=True)
            if name is not None and name.last - name.first > 1:
                held.parties = held.parties or owner
                return name
        if folded in "،," and held.parties:
            return _closed(scan, index + 1)
        if (folded in ends and folded not in _LINKS) or (not folded[0].isalpha() and folded not in _QUOTES):
            return None
        if match is not None and (sense_of(match.value, "person") or sense_of(match.value, "office")):
            return None
        sense = sense_of(match.value, "party") if match else None
        owner = owner or (sense.parties if sense else ())
    return None


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
    follows = scan.match(index + 1)
    if follows is not None and scan.folded(index).startswith("ال") and follows.start == scan.words[follows.first].start:
        person = sense_of(follows.value, "person")
        if person is not None:
            key = tuple(word.folded for word in scan.words[follows.first : follows.last])
            return Name(follows.first, follows.last, key, person.person)
    last = _run(scan, index)
    if last == index:
        return None
    key = tuple(word.folded for word in scan.words[index:last])
    given = key[0] in given_names(scan.language) or key[0] in small_words(scan.language)
    if not given and (apart or not sure or _common(key, scan.language)):
        return None
    return Name(index, last, key)


def _common(key: Key, language: Language) -> bool:
    """Whether words that begin with no given name look like common words."""
    check, ends = verbal_noun_check(language), _ends(language)
    cut = [word[1:] for word in key if word[0] in "بل"]
    if any(check(word) for word in (*key, *cut)) or any(word in ends for word in cut):
        return True
    return key[0].startswith(_VERBS) or (len(key) > 1 and key[1].startswith("ال") and not key[0].startswith("ال"))


def _run(scan: Scan, index: int) -> int:
    """The end of the words that can be a name: two, and more where small words bind them."""
    ends, parts, given = _ends(scan.language), small_words(scan.language), given_names(scan.language)
    last = index
    full = 0
    while last < len(scan.words) and last - index < _MOST_WORDS + 2:
        folded = scan.folded(last)
        if not folded[0].isalpha() or folded in ends or folded.startswith(_NOT_NAMES):
            break
        if last == index and folded[0] == "و" and folded not in given:
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
        return folded in given_names(scan.language) or folded[0] not in "بل"
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


def _name_before(scan: Scan, held: Held, floor: int) -> Held | None:
    """A name nobody listed right before an office: "N. N., head of the company, said"."""
    if held.name is not None or held.office is None or held.start != scan.words[held.first].start:
        return None
    end = held.first - 1 if held.first and scan.folded(held.first - 1) in ("،", ",") else held.first
    given = given_names(scan.language)
    for first in range(max(floor, end - 4), end - 1):
        if scan.folded(first) in given and scan.match(first) is None and _run(scan, first) == end:
            key = tuple(word.folded for word in scan.words[first:end])
            return Held(first, end, scan.words[first].start, name=Name(first, end, key))
    return None


def _joined(before: Held, held: Held) -> Held:
    return Held(before.first, held.last, before.start, held.office, held.parties, before.name, before.titled, held.of)
