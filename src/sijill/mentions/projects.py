"""Projects: undertakings with a name or with named end points, each once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sijill.catalogue.projects import projects
from sijill.languages.cases import case_forms
from sijill.languages.pack import entries
from sijill.mentions import phrases
from sijill.mentions.capitals import title_start
from sijill.mentions.lexicon import Lexicon, Match
from sijill.mentions.mentions import Mentions
from sijill.mentions.naming import Scene
from sijill.records import Document, Language, Passage, Project, Word

_ENDS = 10
_NEAR = 4
# What leads from one place to another.
_LINES = frozenset(("railway", "corridor", "pipeline", "power line", "metro line"))


class _Head(NamedTuple):
    """What a matched word begins: a known project (`id`), or one of a kind whose name must follow."""

    kind: str
    id: str | None


@cache
def _lexicon(language: Language) -> Lexicon[_Head]:
    known = [(name, _Head(one.kind, one.id)) for one in projects() for name in one.names(language)]
    heads = [
        (word, _Head(entry.text("kind"), None))
        for entry in entries(language, "projects")
        for word in entry.words
    ]
    forms = case_forms(language)
    return Lexicon.of((form, head) for name, head in known + heads for form in forms(name, "project"))


def find_projects(document: Document, passages: Sequence[Passage], mentions: Mentions) -> tuple[Project, ...]:
    """The projects that the document names, one row each, at their first naming."""
    rows: dict[str, Project] = {}
    for passage in passages:
        for match in _lexicon(passage.language).matches(passage.words):
            scene = Scene(document.text, passage, mentions, 0, None)
            span = _reach(scene, match)
            if span is None:
                continue
            first, last = span
            start = match.start if first == match.first else passage.words[first].start
            end = passage.words[last - 1].end
            quote = document.text[start:end]
            row = Project(start=start, end=end, quote=quote, kind=match.value.kind, id=match.value.id)
            rows.setdefault(match.value.id or quote, row)
    return tuple(sorted(rows.values(), key=lambda row: row.start))


def _reach(scene: Scene, match: Match[_Head]) -> tuple[int, int] | None:
    """The words of the project's name: a known one, a title, a quoted name, or two end points."""
    words = scene.words
    if match.value.id is not None:
        return match.first, match.last
    last = phrases.quoted(words, match.last)
    if last > match.last and words[match.last].folded != "(":
        return match.first, last
    if scene.language == "en" and match.value.kind != "port":
        first = title_start(scene, match.first)
        if first < match.first:
            return first, match.last
    between = _between(scene, match) if match.value.kind in _LINES else None
    return None if between is None else (match.first, between)


def _between(scene: Scene, match: Match[_Head]) -> int | None:
    """The index after the two end points that name a line; None where they do not follow."""
    words = scene.words
    beyond = words[min(len(words), match.last + _ENDS) - 1].end
    ends = scene.mentions.within(words[match.last - 1].end, beyond, "party", "place")
    if len(ends) < 2 or _gap(words, match.last, ends[0].start) > _NEAR:
        return None
    last, reached = match.last, match.last
    for point in ends:
        index = next((i for i in range(reached, len(words)) if words[i].end >= point.end), len(words) - 1)
        if index - reached > 1 and reached > match.last:
            break
        last = reached = index + 1
    return last if last > match.last else None


def _gap(words: Sequence[Word], at: int, start: int) -> int:
    """How many words stand between word `at` and the offset `start`."""
    gap = 0
    while at + gap < len(words) and words[at + gap].end <= start:
        gap += 1
    return gap
