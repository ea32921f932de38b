"""The words and phrases by which topics are known, looked up in whatever form they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from sijill.languages.pack import Entry, entries
from sijill.mentions.lexicon import stems
from sijill.passages.folding import fold
from sijill.passages.words import words as words_of
from sijill.records import Language, Passage, Word

# What is left of a word without its article or ending is a word: three letters at the least.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Hint:
    """A phrase found: where it begins, and its weight by topic (one object for all its occurrences)."""

    start: int
    weights: Mapping[str, int]


@dataclass(slots=True)
class _Node:
    """A phrase as far as it has been read; `weights` where one ends here."""

    after: dict[str, _Node] = field(default_factory=dict)
    weights: dict[str, int] | None = None


@dataclass(frozen=True, slots=True)
class _Endings:
    """What a language puts before and after a word; `pairs` are endings and what takes their place."""

    article: str
    pairs: tuple[tuple[str, str], ...]
    off_lists: bool


def hints(passage: Passage) -> Iterator[Hint]:
    """The phrases of the list `topics` in a passage: the leftmost, and of these the longest."""
    language, free = passage.language, 0
    spoken = [word for word in passage.words if word.folded[0].isalnum()]
    for index, word in enumerate(spoken):
        begun = _begun(word.folded, language)
        if not begun or index < free:
            continue
        free, weights = _longest(begun, spoken, index, language)
        if weights:
            yield Hint(word.start, weights)


def _longest(
    begun: Sequence[_Node], spoken: Sequence[Word], index: int, language: Language
) -> tuple[int, Mapping[str, int] | None]:
    """Where the longest phrase that begins at a word ends, and its weights; the next word where none does."""
    last, weights = index + 1, None
    paths = [(node, index + 1) for node in begun]
    while paths:
        node, follow = paths.pop()
        if node.weights is not None and (weights is None or follow > last):
            last, weights = follow, node.weights
        if node.after and follow < len(spoken):
            forms = _forms(spoken[follow].folded, language)
            paths += [(node.after[form], follow + 1) for form in forms if form in node.after]
    return last, weights


@lru_cache(maxsize=100_000)
def _begun(folded: str, language: Language) -> tuple[_Node, ...]:
    """Where in the list a phrase may begin with this word."""
    root = _phrases(language).after
    return tuple(root[form] for form in _forms(folded, language) if form in root)


@cache
def _phrases(language: Language) -> _Node:
    root = _Node()
    for entry in entries(language, "topics"):
        for spelling in entry.words:
            _add(root, spelling, entry, language)
    return root


def _add(root: _Node, spelling: str, entry: Entry, language: Language) -> None:
    node = root
    for word in words_of(spelling):
        if word.folded[0].isalnum():
            node = node.after.setdefault(_listed(word.folded, language), _Node())
    # A phrase without a topic stands in the list so that its words are not read one by one.
    node.weights = node.weights or {}
    for topic in entry.texts("topics"):
        node.weights[topic] = max(node.weights.get(topic, 0), entry.number("weight"))


@lru_cache(maxsize=100_000)
def _forms(folded: str, language: Language) -> tuple[str, ...]:
    """The word as a list may have it: without what is written as one with it, without its ending."""
    endings = _endings(language)
    forms = [form for _, form in stems(folded)]
    if endings.article:
        forms += [
            form.removeprefix(endings.article)
            for form in forms
            if form.startswith(endings.article) and len(form) - len(endings.article) >= _SHORTEST
        ]
    bare = [left for form in forms for left in _bare(form, endings.pairs)]
    return tuple(dict.fromkeys([*forms, *bare]))


def _listed(folded: str, language: Language) -> str:
    """A word of the list as it is looked up: as it stands, or without its ending where the pack says so."""
    endings = _endings(language)
    return next(_bare(folded, endings.pairs), folded) if endings.off_lists else folded


def _bare(form: str, pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The word without each ending that it has, the longest first."""
    for ending, becomes in pairs:
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST:
            yield form[: -len(ending)] + becomes


@cache
def _endings(language: Language) -> _Endings:
    listed = entries(language, "endings")
    articles = [fold(word) for entry in listed if entry.text("part") == "article" for word in entry.words]
    pairs = [
        (fold(word), fold(entry.text("becomes")))
        for entry in listed
        if entry.text("part") == "ending"
        for word in entry.words
    ]
    return _Endings(
        articles[0] if articles else "",
        tuple(sorted(pairs, key=lambda pair: -len(pair[0]))),
        any(entry.fields.get("off_lists") is True for entry in listed),
    )
