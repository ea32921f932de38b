"""The audit: every claim of an extraction held against its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sijill.documents.load import from_text, load
from sijill.errors import RefusedInput
from sijill.passages.split import split
from sijill.readers.grounding import Grounded, Source
from sijill.records import Span
from sijill.runs.claims import Claim

# Extractions go source by source as a rule; so many sources are kept ready for the next rows.
_KEPT = 256


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim with its verdict and, where found, the words of the source (`exact`).

    `offsets` says whether the offsets that the extraction gave are right; None where it gave none.
    """

    claim: Claim
    grounded: Grounded
    exact: str | None
    offsets: bool | None

    @property
    def true(self) -> bool:
        """Whether the source says what the claim quotes, in one place or several."""
        return self.grounded.span is not None

    def as_row(self) -> dict[str, object]:
        """The row of the extraction with verdict, exact offsets, and the nearest passage of a false quote."""
        grounded, nearest = self.grounded, self.grounded.nearest
        span = grounded.span
        return {
            **self.claim.row,
            "source": self.claim.source,
            "quote": self.claim.quote,
            "verdict": grounded.verdict,
            "start": span.start if span else None,
            "end": span.end if span else None,
            "offsets": None if self.offsets is None else "right" if self.offsets else "wrong",
            "places": grounded.places,
            "reason": grounded.reason or None,
            "nearest": nearest.text if nearest else None,
            "nearest_start": nearest.start if nearest else None,
            "nearest_end": nearest.end if nearest else None,
            "differences": [[one.written, one.source] for one in nearest.differences] if nearest else [],
        }


class Sources:
    """The texts that claims name: the files of a folder, or one file for all of them."""

    def __init__(self, place: Path | None) -> None:
        if place is not None and not place.exists():
            raise RefusedInput(f"{place}: is not there; name the folder of the sources with --sources")
        self._place = place
        self._file = lru_cache(maxsize=_KEPT)(_from_file)
        self._text = lru_cache(maxsize=_KEPT)(Source)

    def of(self, claim: Claim) -> Source:
        """The source of a claim: its file, or else the text that the extraction carries with it.

        Raises RefusedInput where there is neither.
        """
        path = self._path(claim.source)
        if path is not None:
            return self._file(path)
        if claim.text is not None:
            return self._text(claim.text)
        if not claim.source:
            raise RefusedInput(
                f"{claim.where}: names no source; say with --field source=NAME which field does, "
                "or give one file as --sources"
            )
        where = "no --sources were given" if self._place is None else f"{self._place} has none of that name"
        raise RefusedInput(f"{claim.where}: the source {claim.source!r} is not there: {where}")

    def _path(self, name: str) -> Path | None:
        if self._place is None or self._place.is_file():
            return self._place
        folder = self._place.resolve()
        for candidate in (name, f"{name}.txt"):
            path = (folder / candidate).resolve() if name and "\0" not in name else folder
            if path.is_relative_to(folder) and path.is_file():
                return path
        return None


def check(claims: Iterable[Claim], sources: Sources) -> Iterator[Checked]:
    """The claims in order, each with its verdict. Raises RefusedInput where a source is not there."""
    for claim in claims:
        source = sources.of(claim)
        grounded = source.ground(claim.quote, claim.start, claim.end)
        nearest = grounded.nearest
        if nearest is not None and grounded.verdict == "altered" and "\n" in nearest.text:
            grounded = _across_furniture(source, claim, grounded)
        span = grounded.span
        exact = source.text[span.start : span.end] if span else None
        yield Checked(claim, grounded, exact, _offsets_right(claim, span))


def _from_file(path: Path) -> Source:
    return Source(load(path).text)


def _offsets_right(claim: Claim, span: Span | None) -> bool | None:
    if claim.start is None and claim.end is None:
        return None
    return span is not None and (claim.start, claim.end) == (span.start, span.end)


def _across_furniture(source: Source, claim: Claim, grounded: Grounded) -> Grounded:
    """The verdict again, where furniture between the words is all that makes the quote false."""
    furniture = _furniture(source.text)
    if not furniture:
        return grounded
    again = Source(source.text, furniture).ground(claim.quote)
    return again if again.reason == "crosses furniture" else grounded


@lru_cache(maxsize=_KEPT)
def _furniture(text: str) -> tuple[Span, ...]:
    try:
        _, dropped = split(from_text(text))
    except RefusedInput:
        return ()
    return tuple(Span(piece.start, piece.end) for piece in dropped if piece.reason == "furniture")
