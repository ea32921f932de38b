"""Russian inflection: from a dictionary form to every written form of it, folded.

Verbs are given as infinitives, nouns and adjectives in the nominative; the forms are those of the
dictionary of pymorphy3. Adverbial participles ("отметив") and short passive ones ("подтверждена") count
as forms of the verb.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Protocol, cast

from sijill.languages.inflection import Fold, Shape, Tense
from sijill.languages.pack import Entry

# "The fifth meeting": what is told of a noun stands before it.
ATTRIBUTES_FIRST = True
_REPORTING = ("say", "act", "light")
_NOUNS, _ADJECTIVES = ("NOUN",), ("ADJF", "ADJS", "PRTF", "PRTS")
# How a form of the future may end, so that most words need no look into the dictionary.
_FUTURE = ("т", "м", "мся", "тся", "у", "ю", "усь", "юсь")
_SHORTEST = 4
_WE = ("ем", "им", "емся", "имся")
_PLURAL = ("ли", "лись")
_REFLEXIVE = ("лась", "лось")
# Short passive participles, whose agents are named elsewhere if at all.
_PASSIVE = tuple(stem + ending for stem in ("ан", "ен", "ян", "ыт", "ят") for ending in ("", "а", "о", "ы"))
_ENDINGS = (
    *("иями", "скими", "ского", "скому", "ская", "ский", "ское", "ские", "ской", "скую", "ских", "ским"),
    *("ском", "ами", "ями", "ого", "ему", "ому", "ыми", "ими", "иях", "ией", "ием", "ия", "ии", "ию"),
    *("ий", "ый", "ая", "ое", "ые", "ие", "ой", "ую", "ых", "их", "ым", "им", "ом", "ем", "ей", "ов", "ев"),
    *("ах", "ях", "ам", "ям", "а", "я", "о", "е", "ы", "и", "у", "ю", "ь", "й"),
)


class _Parse(Protocol):
    """One reading of a word, as pymorphy3 gives it."""

    word: str
    normal_form: str
    tag: _Tag

    @property
    def lexeme(self) -> list[_Parse]: ...


class _Tag(Protocol):
    POS: str | None
    case: str | None
    tense: str | None
    person: str | None
    mood: str | None


def inflect(entry: Entry, fold: Fold) -> Iterator[tuple[str, Shape]]:
    """All folded forms of an entry: of its verbs, nouns or adjectives, or its words as they stand."""
    part = entry.text("part")
    if part == "noun":
        for word in entry.words:
            yield from _declined(word, _NOUNS, fold)
    elif part == "adjective":
        for word in entry.words:
            yield from _declined(word, _ADJECTIVES, fold)
    elif "sort" in entry.fields or entry.text("role") in _REPORTING:
        for word in entry.words:
            yield from _conjugated(word, fold)
        if entry.text("sort") == "meet":
            yield from ((fold(word), Shape("future")) for word in entry.words)
    else:
        for word in entry.words:
            yield " ".join(fold(word).split()), Shape("word")
    for noun in entry.texts("nouns") + entry.texts("plurals"):
        yield from _declined(noun, _NOUNS, fold)


def future(folded: str) -> tuple[int, int]:
    """The person (1 or 3) of a verb in the future; the second number, for clitics, is always 0."""
    if len(folded) < _SHORTEST or not folded.endswith(_FUTURE):
        return 0, 0
    return _future_person(folded), 0


def bound(folded: str) -> bool:  # noqa: ARG001 - Russian writes prepositions apart
    """Whether a word begins with a preposition written with it: never in Russian."""
    return False


def finite(folded: str) -> bool:  # noqa: ARG001 - after "что" stands what is so
    """Whether a word after a that-word looks like what is to be done: "чтобы" alone says so."""
    return False


def number(folded: str, known: Callable[[str], bool]) -> str:
    """Whether "all" in talk act, unless named before the verb (a plural past or a passive); else "one"."""
    if folded.endswith((*_PLURAL, *_REFLEXIVE)) or (folded.endswith(_PASSIVE) and known(folded)):
        return "all"
    return "one"


def we(folded: str) -> bool:
    """Whether a word is a verb of "we" in the present or future."""
    return len(folded) >= _SHORTEST and folded.endswith(_WE) and _is_first_person(folded)


@lru_cache(maxsize=50_000)
def root(folded: str) -> str:
    """What a name and the adjective made of it share: the word without its ending."""
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST - 1:
            return folded[: -len(ending)]
    return folded


@lru_cache(maxsize=50_000)
def nominal(folded: str) -> bool:
    """Whether a word is likeliest a noun, or one that stands with a noun."""
    return _analyse()(folded)[0].tag.POS in (*_NOUNS, "ADJF", "PRTF", "NUMR")


@lru_cache(maxsize=50_000)
def oblique(folded: str) -> bool:
    """Whether a word may depend on a noun before it: one of a noun phrase in the genitive or instrumental."""
    tags = [parse.tag for parse in _analyse()(folded)]
    return nominal(folded) and any(tag.case in ("gent", "ablt") for tag in tags)


@cache
def _analyse() -> Callable[[str], list[_Parse]]:
    # Loaded with the first Russian text: the dictionary takes a third of a second.
    from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped]

    return cast(Callable[[str], list[_Parse]], MorphAnalyzer(lang="ru").parse)


@lru_cache(maxsize=50_000)
def _is_first_person(folded: str) -> bool:
    tag = _analyse()(folded)[0].tag
    return tag.POS == "VERB" and tag.person == "1per"


@lru_cache(maxsize=50_000)
def _future_person(folded: str) -> int:
    tag = _analyse()(folded)[0].tag
    if tag.POS != "VERB" or tag.tense != "futr":
        return 0
    return 1 if tag.person == "1per" else 3 if tag.person == "3per" else 0


def _lexeme(word: str, kinds: tuple[str, ...]) -> list[_Parse]:
    """The forms of a word of one of the kinds; none where the dictionary has it as another kind."""
    found = [parse for parse in _analyse()(word) if parse.tag.POS in kinds]
    exact = [parse for parse in found if parse.normal_form == word]
    best = (exact or found)[:1]
    return best[0].lexeme if best else []


def _declined(word: str, kinds: tuple[str, ...], fold: Fold) -> Iterator[tuple[str, Shape]]:
    *before, last = word.split()
    tense: Tense = "noun" if kinds is _NOUNS else "word"
    yield fold(last) if not before else " ".join(map(fold, word.split())), Shape(tense)
    for form in _lexeme(last, kinds) if not before else ():
        if form.tag.POS in kinds:
            yield fold(form.word), Shape(tense)


def _conjugated(verb: str, fold: Fold) -> Iterator[tuple[str, Shape]]:
    forms = _lexeme(verb, ("INFN",))
    if not forms:
        # An impersonal passive of a verb that has no other ("условлено").
        yield fold(verb), Shape("past")
    # Of a verb of both aspects the present is meant ("приветствуют").
    present = {form.word for form in forms if form.tag.tense == "pres"}
    for form in forms:
        shape = _shape(form.tag)
        if shape is not None and not (shape.tense == "future" and form.word in present):
            yield fold(form.word), shape


def _shape(tag: _Tag) -> Shape | None:
    """How a form of a verb is used; None for infinitives, commands and participles in full."""
    if tag.POS == "PRTS":
        return Shape("past")
    if tag.POS == "GRND":
        return Shape("participle", ending="в", adverbial=True)
    if tag.POS != "VERB" or tag.mood == "impr" or tag.person == "2per":
        return None
    if tag.tense == "past":
        return Shape("past")
    person = 1 if tag.person == "1per" else 3
    return Shape("future", person) if tag.tense == "futr" else Shape("present", person)
