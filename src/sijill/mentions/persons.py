"""Persons and offices of a document: who holds what; later mentions are joined to the first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sijill.languages.inflection import subject_first
from sijill.mentions.figures import Figure, Figures, Key, small_words
from sijill.mentions.lexicon import place, stems
from sijill.mentions.names import Name
from sijill.mentions.offices import Held, find_held, is_definite
from sijill.mentions.phrases import kind_words
from sijill.mentions.scan import Scan
from sijill.records import Document, Mention

# How far back, in mentions of persons, an office without a name may refer.
_REACH = 40
_HOME_OFFICES = frozenset(
    (
        "head-of-state",
        "head-of-government",
        "deputy-head-of-government",
        "foreign-minister",
        "minister",
        "deputy-minister",
        "speaker-of-parliament",
    )
)


def find_persons(document: Document, scans: Sequence[Scan], home: str | None) -> list[Mention]:
    """Mentions of persons, and of offices without a name, in order of the text.

    `home` is the state that the document is mostly about: a minister without a state is its.
    """
    reader = _Reader(document, home)
    found = [(scan, find_held(scan)) for scan in scans]
    for scan, helds in found:
        for held in helds:
            reader.meet(scan, held)
    mentions: list[Mention] = []
    for scan, helds in found:
        mentions += [mention for held in helds if (mention := reader.mention(scan, held))]
        mentions += reader.bare_names(scan, helds)
    return mentions


class _Reader:
    def __init__(self, document: Document, home: str | None) -> None:
        self._text = document.text
        self._day: date | None = document.published
        self._home = home
        self._figures: dict[str, Figures] = {}
        self._settled: dict[int, Figure] = {}
        self._recent: list[Figure] = []

    def meet(self, scan: Scan, held: Held) -> None:
        """Take note of a full name; names of one word wait until all full names are known."""
        if held.name is None:
            return
        figures = self._of(scan)
        name = self._name(scan, held.name)
        if held.name.person is not None:
            # A family name alone is that of the one named in full before, where two bear it.
            before = figures.by_key.get(held.name.key) if len(held.name.key) == 1 else None
            figure = before or figures.known(held.name.person, name)
        elif len(held.name.key) > 1 and held.name.key[0] not in small_words(scan.language):
            figure = figures.named(name, held.name.key, held.parties, held.office)
        else:
            return
        self._settled[id(held)] = figure
        if held.office is not None and not figure.told:
            figure.told = True
            figure.office = held.office
            figure.former = self._former(scan, held)
            figure.parties = held.parties or figure.parties or self._at_home(held)

    def mention(self, scan: Scan, held: Held) -> Mention | None:
        """The mention of an office or a name, with what the document says of its holder."""
        figures = self._of(scan)
        last = held.last
        figure = self._settled.get(id(held))
        if figure is None and held.name is not None:
            figure = figures.family(held.name.key, held.parties, held.office)
            last = held.last if figure else held.name.first
        if figure is not None and held.name is not None:
            return self._person(
                held.start, scan.words[last - 1].end, self._name(scan, held.name), figure, held
            )
        if held.office is None or not (held.parties or is_definite(scan, held)):
            return None
        figure = self._holder(held, figures)
        parties = held.parties or (figure.parties if figure else self._at_home(held))
        if not parties:
            return None
        while last > held.first + 1 and not scan.folded(last - 1)[0].isalpha():
            last -= 1
        latin = figure.latin if figure else None
        end = scan.words[last - 1].end
        return Mention(held.start, end, "office", parties, office=held.office, latin=latin)

    def bare_names(self, scan: Scan, helds: Sequence[Held]) -> list[Mention]:
        """Persons of the document called by their family name alone."""
        figures = self._of(scan)
        known = figures.openings()
        openings = [index for index, word in enumerate(scan.words) if word.folded in known]
        if not openings:
            return []
        taken = {index for held in helds for index in range(held.first, held.last)}
        taken.update(index for match in scan.matches for index in range(match.first, match.last))
        found = []
        free = 0
        for index in openings:
            if index in taken or index < free:
                continue
            word = scan.words[index]
            for offset, form in stems(word.folded):
                figure, last = self._family_at(scan, index, form, figures)
                if figure is not None:
                    start, end, free = place(word, offset), scan.words[last - 1].end, last
                    found.append(self._person(start, end, None, figure, None))
                    break
        return found

    def _family_at(self, scan: Scan, index: int, form: str, figures: Figures) -> tuple[Figure | None, int]:
        for length in (3, 2, 1):
            key: Key = (form, *(scan.folded(index + step) for step in range(1, length)))
            figure = figures.by_key.get(key)
            if figure is not None:
                return figure, index + length
        return None, index

    def _person(self, start: int, end: int, name: str | None, figure: Figure, held: Held | None) -> Mention:
        if not self._recent or self._recent[-1] is not figure:
            self._recent.append(figure)
        parties = (held.parties if held else ()) or figure.parties
        office = (held.office if held else None) or figure.office
        return Mention(
            start,
            end,
            "person",
            parties,
            name=name or self._text[start:end],
            latin=figure.latin,
            office=office,
        )

    def _name(self, scan: Scan, name: Name) -> str:
        """The name as written, without the marks of a hashtag."""
        written = self._text[scan.words[name.first].start : scan.words[name.last - 1].end]
        return written.replace("#", "").replace("_", " ")

    def _holder(self, held: Held, figures: Figures) -> Figure | None:
        """Who "the president" is: the last one mentioned who holds the office, else the first to come.

        English texts call their own president so, whom they name first, and the other by name.
        """
        if held.office == "other":
            return None
        own = held.office == "head-of-state" and not held.parties and subject_first(figures.language)
        for figure in figures.all if own else (*reversed(self._recent[-_REACH:]), *figures.all):
            if (
                figure.office == held.office
                and not figure.former
                and (not held.parties or set(held.parties) & set(figure.parties))
            ):
                return figure
        return None

    def _former(self, scan: Scan, held: Held) -> bool:
        """Whether the words of an office say that its holder is no longer in it."""
        known = kind_words(scan.language, "former")
        return any(scan.folded(index) in known for index in range(held.first, held.last))

    def _of(self, scan: Scan) -> Figures:
        if scan.language not in self._figures:
            self._figures[scan.language] = Figures(scan.language, self._day)
        return self._figures[scan.language]

    def _at_home(self, held: Held) -> tuple[str, ...]:
        return (self._home,) if self._home and held.office in _HOME_OFFICES and held.of != "own" else ()
