"""Instruments: the texts of the parties that a document names, each once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from sijill.languages.cases import case_forms
from sijill.languages.pack import Entry, entries
from sijill.mentions import phrases
from sijill.mentions.capitals import by_capitals
from sijill.mentions.constructs import bare, by_constructs
from sijill.mentions.lexicon import Lexicon, Match
from sijill.mentions.mentions import Mentions
from sijill.mentions.naming import Scene, told
from sijill.mentions.prepositions import by_prepositions
from sijill.records import Document, Instrument, Language, Mention, Passage

# So many names back a text is known again.
_LATEST = 200
_REACH: dict[Language, Callable[[Scene, Match[Entry]], tuple[int, int] | None]] = {
    "ar": by_constructs,
    "en": by_capitals,
    "ru": by_prepositions,
}
# Kinds of texts that are in force; of others "under" and "in line with" say no more than that they are named.
_LASTING = frozenset(("treaty", "agreement", "programme", "other"))
# Two texts with no more words between them are told of together.
_JOINED = 3
_UNTOLD = {"statement": "adopted", "treaty": "in-force", "agreement": "in-force"}


class _Found(NamedTuple):
    row: Instrument
    last: int
    key: frozenset[str]


@cache
def _lexicon(language: Language) -> Lexicon[Entry]:
    forms = case_forms(language)
    return Lexicon.of(
        (form, entry)
        for entry in entries(language, "instruments")
        for word in entry.words
        for form in forms(word, "text")
    )


def find_instruments(
    document: Document, passages: Sequence[Passage], mentions: Mentions
) -> tuple[Instrument, ...]:
    """The texts that the document names, one row each, at their first full naming."""
    rows: list[_Found] = []
    for passage in passages:
        for found in _in_passage(document.text, passage, mentions):
            if not any(found.key <= row.key or row.key <= found.key for row in rows[-_LATEST:]):
                rows.append(found)
    return tuple(found.row for found in rows)


def _in_passage(text: str, passage: Passage, mentions: Mentions) -> list[_Found]:
    found: list[_Found] = []
    for match in _lexicon(passage.language).matches(passage.words):
        free, before = (found[-1].last, found[-1].row.status) if found else (0, None)
        scene = Scene(text, passage, mentions, free, before)
        if match.first < scene.free or match.value.text("form") == "none":
            continue
        span = _REACH[passage.language](scene, match)
        if span is None or span[0] < scene.free or _within_party(scene, match, span[1]):
            continue
        found.append(_found(scene, match, span))
    return found


def _found(scene: Scene, match: Match[Entry], span: tuple[int, int]) -> _Found:
    (first, last), words, kind = span, scene.words, match.value.text("kind")
    # The article that لل stands for is part of the name.
    contracted = words[first].folded.startswith("لل")
    start = match.start if first == match.first and not contracted else words[first].start
    end = words[last - 1].end
    status = _status(scene, match, last)
    row = Instrument(start=start, end=end, quote=scene.text[start:end], kind=kind, status=status)
    same = match.value.fields.get("same") is True
    return _Found(row, last, frozenset([match.value.where]) if same else _key(scene, match, span))


def _status(scene: Scene, match: Match[Entry], last: int) -> str:
    """What became of a text: as the words around it tell, or as of the one that it is joined to."""
    kind, status = match.value.text("kind"), told(scene, match, last)
    if status is None and match.first - scene.free <= _JOINED and scene.before in ("adopted", "signed"):
        return scene.before
    if status is None or (status == "in-force" and kind not in _LASTING):
        return _UNTOLD.get(kind, "mentioned")
    return status


def _within_party(scene: Scene, match: Match[Entry], last: int) -> Mention | None:
    """The party in whose name the words stand ("the Collective Security Treaty Organization"), if any."""
    party = scene.at(match.first, "party")
    inside = party is not None and party.start < match.start
    return party if inside and party and scene.words[last - 1].end <= party.end else None


def _key(scene: Scene, match: Match[Entry], span: tuple[int, int]) -> frozenset[str]:
    """The words by which a text is known when it is named again."""
    (first, last), words, language = span, scene.words, scene.language
    small = phrases.kind_words(language, "link") | phrases.kind_words(language, "inner")
    articles = sorted(phrases.kind_words(language, "article"), key=len, reverse=True)
    folded = [word.folded for word in words[first:last] if not phrases.is_mark(word)]
    if first == match.first:
        folded[0] = words[first].folded[match.start - words[first].start :]
    return frozenset(bare(word, articles) for word in folded if word not in small)
