"""Prepositions: how far the name of a text reaches in Russian, which hangs its subject on о, об, по."""

from __future__ import annotations

from sijill.languages.pack import Entry
from sijill.languages.ru.forms import nominal, oblique
from sijill.mentions import phrases
from sijill.mentions.lexicon import Match
from sijill.mentions.naming import Scene, head_words, told

# A name has so many words after its head at most; a quoted title, and the way to a number, so many.
_MOST, _QUOTED, _NUMBER = 16, 16, 6


def by_prepositions(scene: Scene, match: Match[Entry]) -> tuple[int, int] | None:
    """The words of the name that a word of the list begins; None where it names no text."""
    form, head = match.value.text("form"), (match.first, match.last)
    if form == "name":
        return head
    if form == "numbered":
        last = _numbered(scene, match.last)
        return (match.first, last) if last else None
    first, last = _placed(scene, match.first), _chain(scene, match.last)
    if form in ("sure", "short"):
        return first, last if form == "sure" else match.last
    if first < match.first:
        return first, match.last
    if last == match.last:
        return None
    official = scene.capital(match.first) and match.first > 0
    named = official or scene.words[match.last].folded in phrases.OPENING
    listed = scene.listed and scene.words[match.first - 1].folded in ("и", ",")
    settled = told(scene, match, match.last) in ("signed", "adopted")
    return (first, last) if named or listed or settled else None


def _placed(scene: Scene, first: int) -> int:
    """The first word of a name that a place begins ("Парижское соглашение")."""
    if first == 0 or first - 1 < scene.free or not scene.capital(first - 1):
        return first
    folded = scene.words[first - 1].folded
    return first - 1 if "ск" in folded[3:] and scene.at(first - 1, "party") is None else first


def _chain(scene: Scene, at: int) -> int:
    """The index after what a noun governs: nouns in the genitive, and those that small words hang on it."""
    words, language = scene.words, scene.language
    links, stop = phrases.kind_words(language, "subject"), phrases.kind_words(language, "stop")
    index, last = at, at
    while index < min(len(words), at + _MOST):
        folded = words[index].folded
        if folded in phrases.OPENING and folded != "(":
            after = _quote(scene, index)
            if after == index:
                break
            index = last = after
        elif f"{folded} {words[index + 1].folded if index + 1 < len(words) else ''}" in links:
            index += 2
        elif folded in links or (folded in ("и", "-") and last > at):
            if folded == "и" and index + 1 < len(words) and words[index + 1].folded in head_words(language):
                break
            index += 1
        elif folded in "–—" and _years(scene, index):
            index = last = index + 2
        elif phrases.is_mark(words[index]) or folded in stop or not _belongs(scene, index, at):
            break
        else:
            index = last = index + 1
    return last


def _years(scene: Scene, dash: int) -> bool:
    """Whether a dash stands between two numbers ("2024–2026")."""
    sides = scene.words[dash - 1 : dash + 2]
    return len(sides) == 3 and sides[0].folded.isdigit() and sides[2].folded.isdigit()


def _belongs(scene: Scene, index: int, at: int) -> bool:
    """Whether a word stands in the phrase that a noun before `at` governs."""
    folded = scene.words[index].folded
    if scene.at(index, "person") is not None:
        return False
    if scene.at(index, "party", "place") is not None or folded[0].isdigit():
        return True
    governed = scene.words[at - 1].folded in phrases.kind_words(scene.language, "subject")
    return oblique(folded) if index == at and not governed else nominal(folded)


def _quote(scene: Scene, at: int) -> int:
    """The index after a title in quotation marks that opens at a word; the word itself where none closes."""
    words = scene.words
    closing = phrases.CLOSING[words[at].folded]
    ends = (i + 1 for i in range(at + 1, min(len(words), at + _QUOTED)) if words[i].folded == closing)
    return next(ends, at)


def _numbered(scene: Scene, at: int) -> int:
    """The index after the number of a resolution, which may stand after the body that took it; else 0."""
    words = scene.words
    for index in range(at, min(len(words), at + _NUMBER)):
        if words[index].folded[0].isdigit():
            return index + 1
        if words[index].folded != "№" and scene.at(index, "party") is None:
            return 0
    return 0
