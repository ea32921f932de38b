"""Offices in a sentence: what is held, for which party, and the name of the holder beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sijill.catalogue.parties import parties
from sijill.languages.inflection import subject_first
from sijill.languages.names import looks
from sijill.languages.pack import Entry, entries
from sijill.mentions.choice import party_sense
from sijill.mentions.lexicon import Lexicon, Match
from sijill.mentions.names import Name, closed_name_at, is_given, name_at, name_ends, past_titles, run
from sijill.mentions.numbers import conjunction
from sijill.mentions.phrases import kind_words
from sijill.mentions.scan import Scan
from sijill.mentions.senses import Sense, Senses, is_adjective, lexicon, sense_of
from sijill.passages.folding import fold
from sijill.records import Language

_COMMAS = frozenset("،,")
_MARKS = frozenset('،,("«“:-–')
_QUOTES = frozenset('"«»“”،,()')
# How far a name may stand from the head of its office, in words.
_MOST_AHEAD = 12
_MOST_STEPS = 8
_POSSESSIVE = "s"
_HYPHENS = frozenset("-\u2010\u2011")
_OF_STATES = frozenset(("head-of-state", "head-of-government"))
# Offices that one person often holds at once.
_DOUBLED = frozenset(("deputy-head-of-government", "minister", "foreign-minister"))


@dataclass(slots=True)
class Held:
    """An office, a name, or both, in one stretch `words[first:last]` of a sentence.

    `of` is that of the list of offices: what must follow for the words to name an office.
    """

    first: int
    last: int
    start: int
    office: str | None = None
    parties: tuple[str, ...] = ()
    name: Name | None = None
    of: str = "any"


def find_held(scan: Scan) -> list[Held]:
    """Offices and names of a sentence in order; a name beside its office is joined to it."""
    found: list[Held] = []
    free = 0
    for match in scan.matches:
        held = _at(scan, match) if match.first >= free else None
        if held is None:
            continue
        if found and _belongs(scan, found[-1], held):
            found[-1] = _joined(found[-1], held)
        elif (named := _name_before(scan, held, free)) is not None:
            found.append(_joined(named, held))
        else:
            found.append(held)
        free = held.last
        while (more := _listed(scan, found[-1])) is not None:
            found.append(more)
            free = more.last
    return found


def _listed(scan: Scan, before: Held) -> Held | None:
    """The next of several who share an office said once ("Presidents N. N. of Kenya and N. N. of Peru")."""
    index = before.last
    while scan.folded(index) in _COMMAS or scan.folded(index) == conjunction(scan.language):
        index += 1
    if before.of != "plural" or index == before.last:
        return None
    name = name_at(scan, index, sure=False, apart=True)
    if name is None:
        return None
    held = Held(index, name.last, scan.words[index].start, before.office, name=name, of="plural")
    _take_party(scan, held)
    return held


def is_definite(scan: Scan, held: Held) -> bool:
    """Whether an office without a party means one person: "the president", "the foreign minister"."""
    definite = looks(scan.language).is_definite
    return held.office != "other" and any(
        definite(word.folded) for word in scan.words[held.first : held.last]
    )


def _at(scan: Scan, match: Match[Senses]) -> Held | None:
    person = sense_of(match.value, "person")
    if person is not None and not is_adjective(match.value) and not _in_compound(scan, match):
        first = match.first - _given_before(scan, match.first, person)
        name = Name(first, match.last, scan.key(first, match.last), person.person)
        start = match.start if first == match.first else scan.words[first].start
        return Held(first, match.last, start, name=name)
    office = sense_of(match.value, "office")
    if office is not None and office.entry is not None:
        held = _office(scan, match, office, office.entry)
        return held if held.of != "plural" or held.name is not None else None
    if sense_of(match.value, "title") is None:
        return None
    index, _ = past_titles(scan, match.first)
    named = name_at(scan, index, sure=True)
    return Held(match.first, named.last, match.start, name=named) if named else None


def _in_compound(scan: Scan, match: Match[Senses]) -> bool:
    """Whether a name is only the first half of another ("the Biden-Harris administration")."""
    after = scan.text[match.end : match.end + 2]
    return subject_first(scan.language) and len(after) == 2 and after[0] in _HYPHENS and after[1].isalpha()


def _given_before(scan: Scan, index: int, sense: Sense) -> bool:
    """Whether the given name of a person stands before a family name that suffices alone."""
    given = sense.person.latin.split()[0] if sense.person is not None else ""
    return scan.capital(index - 1) and scan.folded(index - 1) == fold(given)


def _office(scan: Scan, match: Match[Senses], sense: Sense, entry: Entry) -> Held:
    owner = sense.parties or _named_inside(scan, match)
    held = Held(match.first, match.last, match.start, entry.text("office"), owner, of=entry.text("of"))
    if held.of == "portfolio":
        _take_portfolios(scan, held)
    _take_party(scan, held)
    _take_second(scan, held)
    if not held.parties and subject_first(scan.language):
        _take_owner(scan, held)
    name = _name_after(scan, held) or _name_beyond(scan, held) or _name_ahead(scan, held)
    if name is not None:
        held.name, held.last = name, _past_suffix(scan, name.last)
        if not held.parties and subject_first(scan.language):
            _take_party(scan, held)
            held.last = held.last if held.parties else _past_suffix(scan, name.last)
    return held


def _named_inside(scan: Scan, match: Match[Senses]) -> tuple[str, ...]:
    """The party in the words of an office that is listed with it ("the president of the World Bank")."""
    for index in range(match.first + 1, match.last):
        inner = lexicon(scan.language).at(scan.words, index)
        party = sense_of(inner.value, "party") if inner and inner.last <= match.last else None
        if party is not None:
            return party.parties
    return ()


def _past_suffix(scan: Scan, index: int) -> int:
    """The index after "Jr." or "III" behind a name, with its comma and stop."""
    at = index + (scan.folded(index) in _COMMAS)
    if not scan.capital(at) or scan.folded(at) not in kind_words(scan.language, "suffix"):
        return index
    return at + 1 + (scan.folded(at + 1) == ".")


def _take_portfolios(scan: Scan, held: Held) -> None:
    """Consume what a minister is minister of: "energy and water"."""
    while held.last < len(scan.words):
        match = _portfolios(scan.language).at(scan.words, held.last)
        if match is None:
            return
        if held.office == "minister":
            held.office = match.value.text("office") or held.office
        held.last = match.last


@cache
def _portfolios(language: Language) -> Lexicon[Entry]:
    return Lexicon.of(
        (form, entry)
        for entry in entries(language, "portfolios")
        for word in entry.words
        for form in ((word, "ال" + word) if language == "ar" else (word,))
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
        if match is None and scan.folded(index - 1) in kind_words(scan.language, "article"):
            match = scan.match(index - 1)
        if match is None:
            if held.office in _OF_STATES and _of_a_body(scan, held):
                held.office = "other"
            return
        if _conjoined(scan, match) or not _take(scan, held, match):
            return


def _take(scan: Scan, held: Held, match: Match[Senses]) -> bool:
    """Consume one name or word that says whose the office is; False where it says something else."""
    party = party_sense(scan, match)
    if party is not None:
        if held.parties and party.form != "nisba":
            return False
        if held.office in _OF_STATES and any(parties()[one].kind != "state" for one in party.parties):
            held.office = "organisation-head"
        held.parties = held.parties or party.parties
        held.last = match.last
        return True
    inner = sense_of(match.value, "institution") or sense_of(match.value, "office")
    if inner is None or held.parties:
        return False
    held.parties, held.last = inner.parties, match.last
    return True


def _take_owner(scan: Scan, held: Held) -> None:
    """Whose an office is by what stands right before it ("Mexico's secretary", "the Uzbek president")."""
    last = held.first
    while scan.folded(last - 1) in kind_words(scan.language, "incumbent"):
        last -= 1
    if scan.folded(last - 1) == _POSSESSIVE:
        last -= 1
    for match in scan.matches:
        party = sense_of(match.value, "party") if match.last == last else None
        if party is not None:
            held.parties, held.first, held.start = party.parties, match.first, match.start
            if held.office in _OF_STATES and any(parties()[one].kind != "state" for one in party.parties):
                held.office = "organisation-head"


def _take_second(scan: Scan, held: Held) -> None:
    """Consume a second office of the same person: "the deputy prime minister and minister of finance …"."""
    match = scan.match(held.last)
    sense = sense_of(match.value, "office") if match else None
    if match is None or sense is None or sense.entry is None or not _conjoined(scan, match):
        return
    second = Held(held.first, match.last, held.start, sense.entry.text("office"), of=sense.entry.text("of"))
    if held.parties:
        held.last = second.last if second.of == "own" else held.last
        return
    if held.office not in _DOUBLED or second.office not in _DOUBLED:
        return
    if second.of == "portfolio":
        _take_portfolios(scan, second)
    _take_party(scan, second)
    if second.parties:
        held.office, held.last, held.parties = second.office, second.last, second.parties


def _of_a_body(scan: Scan, held: Held) -> bool:
    """Whether a president is one of a body nobody listed: "president of the club", "the president for …"."""
    look = looks(scan.language)
    following, head = scan.folded(held.last), scan.folded(held.first)
    if subject_first(scan.language):
        opens = kind_words(scan.language, "inner") - {conjunction(scan.language)}
        return scan.folded(held.last - 1) in opens and not scan.capital(held.last)
    if look.without_article(following):
        return held.last == held.first + 1 and not look.is_definite(head)
    return look.is_definite(following) and not look.is_conjoined(following)


def _conjoined(scan: Scan, match: Match[Senses]) -> bool:
    """Whether "and" is written as one with the first word of a name."""
    word = scan.words[match.first]
    return match.start > word.start and looks(scan.language).is_conjoined(word.folded)


def _name_after(scan: Scan, held: Held) -> Name | None:
    """The name right after the office, behind titles or a mark."""
    index, titled = past_titles(scan, held.last)
    expected = bool(held.parties) or is_definite(scan, held)
    if subject_first(scan.language) and scan.folded(index - 1) in kind_words(scan.language, "article"):
        return None
    if scan.folded(index) not in _MARKS:
        return name_at(scan, index, sure=titled or expected)
    beyond, titled_beyond = past_titles(scan, index + 1)
    name = name_at(scan, beyond, sure=titled or titled_beyond, apart=True)
    return name or (closed_name_at(scan, beyond) if expected else None)


def _name_beyond(scan: Scan, held: Held) -> Name | None:
    """The name after where one serves: "the Russian ambassador to the United Nations Vasily Nebenzya"."""
    match = scan.match(held.last + 1)
    if scan.folded(held.last) not in _links(scan.language) or match is None:
        return None
    party = sense_of(match.value, "party")
    if party is None and sense_of(match.value, "place") is None:
        return None
    index, _ = past_titles(scan, match.last)
    if scan.folded(index) in _MARKS:
        index, _ = past_titles(scan, index + 1)
    name = name_at(scan, index, sure=False, apart=True)
    if name is not None and party is not None and _serves(held, party):
        held.parties = held.parties or party.parties
    return name


def _serves(held: Held, party: Sense) -> bool:
    """Whether where one serves says whom one serves ("the director at the bank", no ambassador in Paris)."""
    member = held.office == "other" and party.form == "name"
    return member or (held.of == "body" and held.office != "ambassador")


def _name_ahead(scan: Scan, held: Held) -> Name | None:
    """The name after a longer naming of the office: "the director of Europe in the ministry of …, N. N."."""
    named_after = _words(scan.language, "named-after")
    owner: tuple[str, ...] = ()
    for index in range(held.last, min(held.last + _MOST_AHEAD, len(scan.words) - 1)):
        folded, match = scan.folded(index), scan.match(index)
        if match is None and is_given(scan, index) and scan.folded(index - 1) not in named_after:
            name = name_at(scan, index, sure=True)
            if name is not None and name.last - name.first > 1:
                held.parties = held.parties or owner
                return name
        person = sense_of(match.value, "person") if match else None
        if match is not None and person is not None and person.person is not None:
            served = any(term.office == held.office for term in person.person.terms)
            return Name(index, match.last, scan.key(index, match.last), person.person) if served else None
        if folded in _COMMAS and (held.parties or scan.capital(index + 1)):
            beyond, _ = past_titles(scan, index + 1)
            return closed_name_at(scan, beyond)
        if _ends_office(scan, index, match) and not _in_title(scan, index, match):
            return None
        party = sense_of(match.value, "party") if match else None
        owner = owner or (party.parties if party else ())
    return None


def _ends_office(scan: Scan, index: int, match: Match[Senses] | None) -> bool:
    """Whether the naming of an office cannot go on past a word."""
    folded = scan.folded(index)
    if folded in name_ends(scan.language) and folded not in _links(scan.language):
        return True
    if not folded[0].isalnum() and folded not in _QUOTES:
        return True
    return match is not None and sense_of(match.value, "office") is not None


def _in_title(scan: Scan, index: int, match: Match[Senses] | None) -> bool:
    """Whether a word belongs to the title of an office by its capital, or is a small word within one."""
    if not subject_first(scan.language) or match is not None:
        return False
    return scan.capital(index) or scan.folded(index) in kind_words(scan.language, "inner")


def _links(language: Language) -> frozenset[str]:
    return _words(language, "links")


@cache
def _words(language: Language, table: str) -> frozenset[str]:
    return frozenset(fold(word) for entry in entries(language, table) for word in entry.words)


def _belongs(scan: Scan, before: Held, held: Held) -> bool:
    """Whether an office right after a name, or parted from it by a comma, is that person's."""
    if before.name is None or before.office not in (None, held.office) or held.name is not None:
        return False
    if held.office is None or (before.parties and before.parties != held.parties):
        return False
    if held.start != scan.words[held.first].start or not (held.parties or held.of != "body"):
        return False
    gap = [scan.folded(index) for index in range(before.last, held.first)]
    return not gap or (len(gap) == 1 and gap[0] in _MARKS)


def _name_before(scan: Scan, held: Held, free: int) -> Held | None:
    """A name nobody listed right before an office: "N. N., head of the company, said"."""
    if held.name is not None or held.office is None or held.start != scan.words[held.first].start:
        return None
    begin = held.first
    while scan.folded(begin - 1) in kind_words(scan.language, "incumbent"):
        begin -= 1
    end = begin - 1 if begin and scan.folded(begin - 1) in _COMMAS else begin
    apart = end < begin and scan.capital(begin) and bool(held.parties)
    for first in range(max(free, end - 4), end - 1):
        named = is_given(scan, first) or (apart and scan.capital(first))
        if named and scan.match(first) is None and run(scan, first) == end:
            return Held(first, end, scan.words[first].start, name=Name(first, end, scan.key(first, end)))
    return None


def _joined(before: Held, held: Held) -> Held:
    return Held(before.first, held.last, before.start, held.office, held.parties, before.name, held.of)
