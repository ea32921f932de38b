"""Russian names in all their cases, by rule: names are seldom in a dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

_CASES = 6
# Endings in the order nominative, genitive, dative, accusative, instrumental, prepositional.
_ADJECTIVES = {
    "ая": ("ая", "ой", "ой", "ую", "ой", "ой"),
    "яя": ("яя", "ей", "ей", "юю", "ей", "ей"),
    "ый": ("ый", "ого", "ому", "ого", "ым", "ом"),
    "ой": ("ой", "ого", "ому", "ого", "ым", "ом"),
    "ое": ("ое", "ого", "ому", "ое", "ым", "ом"),
    "ее": ("ее", "его", "ему", "ее", "им", "ем"),
    "ые": ("ые", "ых", "ым", "ые", "ыми", "ых"),
    "ие": ("ие", "их", "им", "ие", "ими", "их"),
    "ий": ("ий", "его", "ему", "его", "им", "ем"),
}
_HARD_IJ = ("ий", "ого", "ому", "ого", "им", "ом")
_NOUNS = {
    "ия": (("ия", "ии", "ии", "ию", "ией", "ии"),),
    "ие": (("ие", "ия", "ию", "ие", "ием", "ии"),),
    "ство": (("ство", "ства", "ству", "ство", "ством", "стве"),),
    "ий": (("ий", "ия", "ию", "ия", "ием", "ии"),),
    "ец": (("ец", "ца", "цу", "ца", "цом", "це"), ("ец", "ца", "цу", "ца", "цем", "це")),
    "а": ((),),
    "я": (("я", "и", "е", "ю", "ей", "е"),),
    "ь": (("ь", "я", "ю", "я", "ем", "е"), ("ь", "и", "и", "ь", "ью", "и")),
    "й": (("й", "я", "ю", "я", "ем", "е"),),
    "ы": (("ы", "ов", "ам", "ы", "ами", "ах"), ("ы", "", "ам", "ы", "ами", "ах")),
}
_SURNAMES = ("ов", "ев", "ёв", "ин", "ын")
# Of these, no given name or foreign surname is declined otherwise.
_RUSSIAN = ("ов", "ев", "ёв")
_OF_SURNAME = ("", "а", "у", "а", "ым", "е")
_SURNAMES_FEMALE = ("ова", "ева", "ёва", "ина", "ына")
_OF_SURNAME_FEMALE = ("а", "ой", "ой", "у", "ой", "ой")
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_LIVING = ("", "а", "у", "а", "ом", "е")
_SOFT = ("", "а", "у", "а", "ем", "е")
_HISSING = "жшчщц"
_VELAR = "гкхжшчщ"
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
# Words in these vowels are declined, others in them are not.
_DECLINED = ("ство", "ие", "ое", "ее", "ые")


def case_forms(name: str, kind: str) -> Iterator[str]:
    """Every form of a name given in the nominative; `kind` is "person", "place" or any other thing.

    Of a person every word that can takes the ending, or the last alone; of other names the adjectives in
    front and the first noun do, and of a hyphened one the first or the last part.
    """
    if not _CYRILLIC.search(name):
        yield name
        return
    words = name.split(" ")
    seen = {name: None}
    if kind == "person":
        seen.update(dict.fromkeys(_all(words)))
        seen.update(dict.fromkeys(_part(words, len(words) - 1, len(words), living=True)))
        if len(words) > 1:
            family = _part(words[-1:], 0, 1, living=True)
            seen.update(dict.fromkeys(f"{name[0]}.{form}" for form in family))
    else:
        head = _head(words)
        seen.update(dict.fromkeys(_part(words, 0, head + 1, living=kind != "place")))
        for part in _hyphened(words[head]):
            seen.update(dict.fromkeys(" ".join((*words[:head], form, *words[head + 1 :])) for form in part))
    yield from seen


def _hyphened(word: str) -> Iterator[list[str]]:
    parts = word.split("-")
    for place in range(len(parts)) if len(parts) > 1 else ():
        declensions = _declensions(parts[place], noun=True, living=False)
        forms = sorted({form for declension in declensions for form in declension})
        yield ["-".join((*parts[:place], form, *parts[place + 1 :])) for form in forms]


def _head(words: list[str]) -> int:
    """The index of the first noun: after the adjectives in front."""
    for index, word in enumerate(words[:-1]):
        if not _is_adjective(word):
            return index
    return len(words) - 1


def _is_adjective(word: str) -> bool:
    return len(word) > 4 and word[-2:] in _ADJECTIVES and not word.endswith(("ция", "ние", "тие", "ой"))


def _all(words: list[str]) -> Iterator[str]:
    yield from _part(words, 0, len(words), living=True)


def _part(words: list[str], first: int, last: int, living: bool) -> Iterator[str]:
    """The phrase with the words from `first` up to `last` in each case."""
    declined = [
        _declensions(word, noun=index == last - 1 or not _is_adjective(word), living=living)
        for index, word in enumerate(words[first:last], first)
    ]
    for chosen in product(*declined):
        for case in range(_CASES):
            yield " ".join((*words[:first], *(forms[case] for forms in chosen), *words[last:]))


def _declensions(word: str, noun: bool, living: bool) -> list[tuple[str, ...]]:
    """The ways in which a word may be declined: six forms each."""
    still = [(word,) * _CASES]
    still_vowel = word[-1] in "оеиуэю" and not word.endswith(_DECLINED)
    if len(word) < 3 or word.isupper() or still_vowel:
        return still
    if living and word.endswith(_SURNAMES_FEMALE):
        return [tuple(word[:-1] + ending for ending in _OF_SURNAME_FEMALE), *_by_ending(word)]
    if word[-2:] in _ADJECTIVES and (not noun or len(word) > 4):
        endings = _HARD_IJ if word[-2:] == "ий" and word[-3] in "кгх" else _ADJECTIVES[word[-2:]]
        found = [tuple(word[:-2] + ending for ending in endings)]
        return [*found, *_by_ending(word)] if noun else found
    return _by_ending(word) or _by_consonant(word, living) or still


def _by_ending(word: str) -> list[tuple[str, ...]]:
    for ending, ways in _NOUNS.items():
        if word.endswith(ending):
            if ending == "а":
                ways = (_feminine(word[-2]),)
            return [tuple(word[: -len(ending)] + one for one in way) for way in ways]
    return []


def _feminine(before: str) -> tuple[str, ...]:
    """The endings of a noun in "а", as the letter before it asks."""
    genitive = "и" if before in _VELAR else "ы"
    return ("а", genitive, "е", "у", "ей" if before in _HISSING else "ой", "е")


def _by_consonant(word: str, living: bool) -> list[tuple[str, ...]]:
    if word[-1] not in _CONSONANTS:
        return []
    if living and word.endswith(_SURNAMES):
        ways = (_OF_SURNAME,) if word.endswith(_RUSSIAN) else (_OF_SURNAME, _LIVING)
        return [tuple(word + ending for ending in way) for way in ways]
    endings = _SOFT if word[-1] in _HISSING else _LIVING
    return [tuple(word + ending for ending in endings)]


def nominative(name: str) -> str:
    """A person's name as a dictionary has it, from whatever case it stands in; a guess for foreign names."""
    words = name.split(" ")
    oblique = next((case for case in map(_case_of, words) if case), "")
    return " ".join(_undeclined(word, oblique) for word in words)


def _case_of(word: str) -> str:
    """The ending of a word that is surely in the instrumental or genitive; empty else."""
    return next((ending for ending in ("ом", "ем", "ым") if len(word) > 4 and word.endswith(ending)), "")


def _undeclined(word: str, oblique: str) -> str:
    if not oblique or len(word) < 5:
        return word
    for ending, instead in (("ией", "ия"), ("ием", "ий"), ("ом", ""), ("ым", ""), ("ем", ""), ("ой", "а")):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            soft = ending == "ем" and stem[-1] not in _HISSING
            return stem + ("й" if soft and stem[-1] in "аеёиоуыэюя" else "ь" if soft else instead)
    return word
