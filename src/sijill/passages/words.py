"""Words of a text: runs of letters or digits, and each mark of punctuation on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sijill.passages.folding import fold
from sijill.records import Word

# Letters keep their combining marks, tatweel and invisible joiners; an underscore parts words, as in
# hashtags. Numbers keep inner separators ("3,5", "2.000") so that an amount is one word.
_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_WORD = re.compile(
    rf"\d+(?:[.,٫٬]\d+)*"
    rf"|[^\W\d_][^\W_{_INVISIBLE}{_MARKS}]*(?:[{_INVISIBLE}{_MARKS}]+[^\W_{_INVISIBLE}{_MARKS}]+)*[{_MARKS}]*"
    rf"|[^\w\s{_INVISIBLE}{_MARKS}]"
)


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of `text[start:end]`, in order, with offsets into `text`."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        folded = fold(match.group())
        if folded:
            yield Word(*match.span(), folded)
