"""Whether and where a text says what is asked for: phrases word by word, and how near all words stand.

The index finds texts that hold every word in some form; what follows of a question is looked up in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sijill.passages.words import words
from sijill.records import Span
from sijill.register.words import asked, forms

# What stands between quotation marks is a phrase.
_PHRASE = re.compile(r'"([^"]+)"|«([^»]+)»|“([^”]+)”')

Forms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A question: the forms of each of its words, and of the words of each phrase within quotation marks."""

    words: tuple[Forms, ...]
    phrases: tuple[tuple[Forms, ...], ...]

    @classmethod
    def of(cls, question: str) -> Wording:
        """The question as it is written."""
        quoted = (next(filter(None, found.groups())) for found in _PHRASE.finditer(question))
        phrases = (tuple(asked(phrase)) for phrase in quoted)
        return cls(tuple(asked(question)), tuple(phrase for phrase in phrases if len(phrase) > 1))

    def holds(self, text: str) -> bool:
        """Whether the text says every phrase, its words in order and next to each other."""
        if not self.phrases:
            return True
        said = [each for _, each in _said(text)]
        return all(any(_follows(said, at, phrase) for at in range(len(said))) for phrase in self.phrases)

    def nearest(self, text: str) -> Span | None:
        """The shortest stretch of the text in which all words stand, the first of several; else None."""
        said, best = list(_said(text)), (len(text) + 1, 0)
        last: dict[int, int] = {}
        for span, each in said:
            for place, meant in enumerate(self.words):
                if not each.isdisjoint(meant):
                    last[place] = span.start
            if last and len(last) == len(self.words):
                start = min(last.values())
                best = min(best, (span.end - start, start))
        length, start = best
        return Span(start, start + length) if length <= len(text) else None

    def nearness(self, text: str) -> tuple[int, int]:
        """How long the shortest stretch with all words is, then the text: less is nearer."""
        place = self.nearest(text)
        return (place.end - place.start if place else len(text) + 1, len(text))


def _said(text: str) -> Iterator[tuple[Span, frozenset[str]]]:
    """The words of a text with the forms under which each may be asked for."""
    for word in words(text):
        if word.folded[0].isalnum():
            yield Span(word.start, word.end), forms(text[word.start : word.end])


def _follows(said: Sequence[frozenset[str]], at: int, phrase: Sequence[Forms]) -> bool:
    return at + len(phrase) <= len(said) and all(
        not said[at + place].isdisjoint(meant) for place, meant in enumerate(phrase)
    )
