"""Where a quote may begin and end: at the borders of words and numbers, never inside one."""

from __future__ import annotations

from sijill.passages.folding import fold
from sijill.readers.grounding.letters import DASHES, is_arabic
from sijill.readers.grounding.stream import Stream

_NUMBER_MARKS = frozenset(".,:/'+-")
_HYPHENS = frozenset("-‐‑")


class Borders:
    """The borders between the tokens of one text."""

    def __init__(self, text: str, stream: Stream) -> None:
        self._text = text
        self._stream = stream

    def inside(self, index: int) -> bool:
        """Whether the border before token `index` lies inside a word or a number.

        So it is in G20, 5km, 15/5, C5+1, 1 000, Нур-Султан and at a hyphen that ends a line.
        """
        words = self._stream.words
        if not 0 < index < len(words):
            return False
        left, right = words[index - 1], words[index]
        if self._gap(index):
            return self._grouped(index) or self._broken(index)
        if left[0].isalnum() and right[0].isalnum():
            return self._one_word(index)
        return (
            self._in_number(index - 1)
            or self._in_number(index)
            or self._hyphen(index - 1)
            or self._hyphen(index)
        )

    def _gap(self, index: int) -> str:
        return self._text[self._stream.ends[index - 1] : self._stream.starts[index]]

    def _glued(self, index: int) -> bool:
        """Whether token `index` has a neighbour on both sides with nothing between."""
        inner = 0 < index < len(self._stream.words) - 1
        return inner and not self._gap(index) and not self._gap(index + 1)

    def _one_word(self, index: int) -> bool:
        left, right = self._stream.words[index - 1][-1], self._stream.words[index][0]
        if is_arabic(left) or is_arabic(right):
            return False
        # A superscript after a number is the mark of a footnote as a rule; a fraction belongs to it.
        after = self._text[self._stream.starts[index]]
        return not (left.isdigit() and after.isdigit() and not after.isdecimal())

    def _in_number(self, mark: int) -> bool:
        words = self._stream.words
        return (
            words[mark] in _NUMBER_MARKS
            and self._glued(mark)
            and words[mark - 1][-1].isdigit()
            and words[mark + 1][0].isdigit()
        )

    def _hyphen(self, mark: int) -> bool:
        words, text = self._stream.words, self._text
        if words[mark] != "-" or text[self._stream.starts[mark]] not in _HYPHENS:
            return False
        if self._glued(mark):
            left, right = words[mark - 1][-1], words[mark + 1][0]
            return left.isalnum() and right.isalnum() and not (is_arabic(left) or is_arabic(right))
        return 0 < mark < len(words) - 1 and not self._gap(mark) and self._broken(mark + 1)

    def _broken(self, index: int) -> bool:
        """Whether a hyphen parts a word at the end of a line just before token `index`."""
        words = self._stream.words
        return (
            index > 1
            and words[index - 1] == "-"
            and not self._gap(index - 1)
            and "\n" in self._gap(index)
            and words[index - 2][-1].isalpha()
            and (self._text[self._stream.starts[index]].islower() or words[index - 2][-1].isupper())
        )

    def _grouped(self, index: int) -> bool:
        """Whether tokens before and at `index` are groups of one number: 1 000 000."""
        left, right = self._stream.words[index - 1], self._stream.words[index]
        gap = self._gap(index)
        return (
            len(gap) == 1
            and gap.isspace()
            and gap != "\n"
            and len(right) == 3
            and right.isdecimal()
            and len(left.lstrip("-")) <= 3
            and left.lstrip("-").isdecimal()
        )


def plainly_whole(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is plainly seen to begin and end with whole words; False when in doubt."""
    first, last = text[start], text[end - 1]
    if not first.isalnum() or not (last.isalnum() or last in '.»،؛!؟"”'):
        return False
    if start and not text[start - 1].isspace():
        return False
    if start > 1 and (text[start - 2] in DASHES or (first.isdigit() and text[start - 2].isdigit())):
        return False
    after = text[end : end + 2]
    if not after:
        return True
    if after[0] in ".,،؛:":
        after = after[1:] or " "
    elif last.isdigit() and after[1:].isdigit():
        return False
    return after[0].isspace()


def after_letters(text: str, start: int, count: int) -> int | None:
    """The offset after the first `count` letters of a word, None where that is inside a ligature."""
    at = start
    while count > 0:
        if at >= len(text):
            return None
        count -= len(fold(text[at]))
        at += 1
    while at < len(text) and not fold(text[at]):
        at += 1
    return at if count == 0 else None
