"""Projects: undertakings with a name or with named end points, each once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sijill.catalogue.projects import projects
from sijill.languages.pack import entries
from sijill.mentions import phrases
from sijill.mentions.lexicon import Lexicon, Match
from sijill.mentions.mentions import Mentions
from sijill.records import Document, Language, Passage, Project, Word

_ENDS = 10
_NEAR = 4


class _Head(NamedTuple):
    """What a matched word begins: a known project (`id`), or one of a kind whose name must follow."""

    kind: str
    id: str | None


@cache
def _lexicon(language: Language) -> Lexicon[_Head]:
    known = [
        (name, _Head(project.kind, project.id)) for project in projects() for name in project.names(language)
    ]
    heads = [
        (word, _Head(entry.text("kind"), None))
        for entry in entries(language, "projects")
        for word in entry.words
    ]
    return Lexicon.of(known + heads)


def find_projects(document: Document, passages: Sequence[Passage], mentions: Mentions) -> tuple[Project, ...]:
    """The projects that the document names, one row each, at their first naming."""
    rows: dict[str, Project] = {}
    for passage in passages:
        for match in _lexicon(passage.language).matches(passage.words):
            last = _reach(passage.words, match, mentions)
            if last is None:
                continue
            end = passage.words[last - 1].end
            quote = document.text[match.start : end]
            row = Project(start=match.start, end=end, quote=quote, kind=match.value.kind, id=match.value.id)
            rows.setdefault(match.value.id or quote, row)
    return tuple(sorted(rows.values(), key=lambda row: row.start))


def _reach(words: Sequence[Word], match: Match[_Head], mentions: Mentions) -> int | None:
    """The index after the project's name: two end points, or a name between quotation marks or of a place."""
    if match.value.id is not None:
        return match.last
    last = phrases.quoted(words, match.last)
    if last > match.last and words[match.last].folded != "(":
        return last
    beyond = words[min(len(words), match.last + _ENDS) - 1].end
    ends = mentions.within(words[match.last - 1].end, beyond, "party", "place")
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
