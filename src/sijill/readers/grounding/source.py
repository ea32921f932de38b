"""A source against which quotes are held: says where it says them, or how it differs from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from sijill.readers.grounding.borders import Borders, after_letters, plainly_whole
from sijill.readers.grounding.clitics import is_own, word_starts
from sijill.readers.grounding.letters import CONJUNCTIONS, PREPOSITIONS, QUOTATION, TOKEN, folded
from sijill.readers.grounding.loose import LooseText
from sijill.readers.grounding.nearest import Passages
from sijill.readers.grounding.records import Grounded, Reason, Verdict
from sijill.readers.grounding.stream import Haystack, Stream, core, read_stream, read_words
from sijill.records import Span

_COUNTED = 1_000
_ALIKE = 0.5


class Source:
    """One text, ready to be asked for many quotes; what it needs for that it makes once, when first needed.

    `furniture` are stretches that are not part of the running text (captions, navigation): a quote may
    stand inside one, but not reach into or across it.
    """

    def __init__(self, text: str, furniture: Sequence[Span] = ()) -> None:
        self.text = text
        self._furniture = tuple(furniture)
        self._known_starts: dict[str, tuple[int, ...]] = {}

    def ground(self, quote: str, start: int | None = None, end: int | None = None) -> Grounded:
        """The verdict on `quote`; `start` and `end`, where given, pick one among several places."""
        given = None if start is None or end is None or not 0 <= start < end else Span(start, end)
        verbatim = self._verbatim(quote, given)
        if verbatim is not None:
            return Grounded("found", verbatim, 1)
        words = _core(quote)
        if not words:
            return Grounded("absent", reason="no words")
        places = self._places(quote, words)
        whole = [place for place in places if not self._crosses(place)]
        if places and not whole:
            return self._false(quote, places[0], "crosses furniture")
        if not whole:
            return self._not_found(quote, words)
        if len(whole) > 1:
            whole = self._meant(quote, whole, given)
        verdict: Verdict = "found" if len(whole) == 1 else "ambiguous"
        return Grounded(verdict, self._as_written(quote, whole[0]), len(whole))

    def _as_written(self, quote: str, place: Span) -> Span:
        """The place with all of the quote's own edge, where the quote stands there letter by letter."""
        size = len(quote)
        at = self.text.find(quote, max(0, place.end - size), place.start + size)
        return Span(at, at + size) if 0 <= at <= place.start else place

    def _verbatim(self, quote: str, given: Span | None) -> Span | None:
        """The place of a quote that stands in the text letter by letter, where that is plain to see."""
        text = self.text
        if not quote:
            return None
        if given is not None and text[given.start : given.end] == quote:
            found = given
        else:
            at = text.find(quote)
            if at < 0 or text.find(quote, at + 1) >= 0:
                return None
            found = Span(at, at + len(quote))
        whole = self._plainly_whole(found, found == given)
        return found if whole and not self._crosses(found) else None

    def _plainly_whole(self, span: Span, given: bool) -> bool:
        """Whether these are plainly whole words; in doubt about a clitic, offsets that were given decide."""
        start, end = span.start, span.end
        if plainly_whole(self.text, start, end):
            return True
        clitic = start > 0 and self.text[start - 1] in CONJUNCTIONS + PREPOSITIONS
        if not clitic or not plainly_whole(self.text, start - 1, end):
            return False
        token = TOKEN.match(self.text, start - 1)
        word = "" if token is None else token.group()
        return 1 in self._word_starts(word) or (given and not is_own(word))

    def _word_starts(self, word: str) -> tuple[int, ...]:
        starts = self._known_starts.get(word)
        if starts is None:
            starts = self._known_starts[word] = word_starts(word, self._seen)
        return starts

    @cached_property
    def _stream(self) -> Stream:
        return read_stream(self.text)

    @cached_property
    def _haystack(self) -> Haystack:
        return Haystack(self._stream.words)

    @cached_property
    def _borders(self) -> Borders:
        return Borders(self.text, self._stream)

    @cached_property
    def _seen(self) -> frozenset[str]:
        return frozenset(self._stream.words)

    @cached_property
    def _loose(self) -> LooseText:
        return LooseText(self.text, self._stream)

    @cached_property
    def _unfurnished(self) -> Source:
        return Source(_blanked(self.text, self._furniture))

    @cached_property
    def _passages(self) -> Passages:
        return Passages(self.text, self._stream)

    def _places(self, quote: str, words: list[str]) -> list[Span]:
        """Where the source says the words; failing that, without the conjunction that the quote begins with;
        failing that, with hamzas on other seats and words parted or joined at the end of a line."""
        places = self._spans(quote, ((k, d, k + len(words)) for k, d in self._haystack.find(words)))
        if not places and self._opens_with_conjunction(quote, words[0]):
            bare = [words[0][1:], *words[1:]]
            places = self._spans("", ((k, d, k + len(bare)) for k, d in self._haystack.find(bare)))
        return places or self._spans(quote, self._loose.find(quote))

    def _spans(self, quote: str, found: Iterable[tuple[int, int, int]]) -> list[Span]:
        spans: list[Span] = []
        for first, letters, stop in found:
            start = self._start(first, letters)
            if start is not None and not self._borders.inside(stop):
                spans.append(self._with_edges(quote, start, self._stream.ends[stop - 1]))
                if len(spans) == _COUNTED:
                    break
        return spans

    def _start(self, index: int, letters: int) -> int | None:
        """Where a quote starts that begins after some letters of a token; None where it may not."""
        start, end = self._stream.starts[index], self._stream.ends[index]
        if not letters:
            return None if self._borders.inside(index) else start
        length, at = self._stream.cuts.get(index, (0, start))
        if letters == length:
            return at
        letters -= length
        if not 0 < letters < 4 or letters not in self._word_starts(self.text[at:end]):
            return None
        return after_letters(self.text, at, letters)

    def _opens_with_conjunction(self, quote: str, word: str) -> bool:
        if word[0] not in CONJUNCTIONS or len(word) == 1:
            return False
        first = next(token for token in TOKEN.findall(quote) if folded(token)[:1] == word[0])
        return folded(first) == word[0] or 1 in self._word_starts(first)

    def _with_edges(self, quote: str, start: int, end: int) -> Span:
        """The span with the marks around it that the quote has at its own edges, too."""
        text = self.text
        for mark in _outer(quote):
            if start and _mark(text[start - 1]) == mark:
                start -= 1
        for mark in _outer(quote[::-1]):
            if end < len(text) and _mark(text[end]) == mark:
                end += 1
        return Span(start, end)

    def _meant(self, quote: str, places: list[Span], given: Span | None) -> list[Span]:
        """The one place that the offsets point at, or that alone is letter by letter the same; else all."""
        if given is not None:
            at = [place for place in places if place.start <= given.end and given.start <= place.end]
            if at and _core(self.text[given.start : given.end]) == _core(quote):
                return at[:1]
        same = [place for place in places if self.text[place.start : place.end] == quote.strip()]
        return same if len(same) == 1 else places

    def _crosses(self, span: Span) -> bool:
        return any(
            span.start < piece.end
            and piece.start < span.end
            and not (piece.start <= span.start and span.end <= piece.end)
            for piece in self._furniture
        )

    def _not_found(self, quote: str, words: list[str]) -> Grounded:
        if self._furniture:
            across = self._unfurnished._places(quote, words)
            if across:
                return self._false(quote, across[0], "crosses furniture")
        half = self._half_word(quote, words)
        if half is not None:
            return half
        nearest = self._passages.nearest(quote)
        alike = nearest is not None and nearest.likeness >= _ALIKE
        return Grounded("altered" if alike else "absent", None, 0, "words differ" if alike else "", nearest)

    def _half_word(self, quote: str, words: list[str]) -> Grounded | None:
        """The verdict on a quote that stands in the source but begins or ends inside a word or a number."""
        for index, _ in self._haystack.find(words):
            stop = index + len(words)
            first, last = index, stop
            while self._borders.inside(first):
                first -= 1
            while self._borders.inside(last):
                last += 1
            span = Span(self._stream.starts[first], self._stream.ends[last - 1])
            return self._false(quote, span, "half a word")
        return None

    def _false(self, quote: str, span: Span, reason: Reason) -> Grounded:
        return Grounded("altered", None, 0, reason, self._passages.compare(quote, span))


def _core(quote: str) -> list[str]:
    words = read_words(quote)
    first, last = core(words)
    return words[first:last]


def _outer(quote: str) -> Iterator[str]:
    """The marks before the first word, from the inside to the outside."""
    marks = []
    for char in quote:
        if char.isalnum():
            break
        mark = _mark(char)
        if mark:
            marks.append(mark)
    return reversed(marks)


def _mark(char: str) -> str:
    return '"' if char in QUOTATION else "" if char.isspace() or char == "_" else folded(char)


def _blanked(text: str, furniture: Sequence[Span]) -> str:
    parts, at = [], 0
    for piece in sorted(furniture, key=lambda piece: piece.start):
        start, end = max(at, piece.start), max(at, piece.end)
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, text[at:]])
