"""Capitals: how far a title reaches in a language that writes its words with capitals."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sijill.mentions import phrases
from sijill.records import Language, Word

# A title has so many words at most before and after its head.
_MOST = 12


def title(text: str, words: Sequence[Word], head: tuple[int, int], language: Language) -> tuple[int, int]:
    """The words of the title around those of its head, first and after last; the head where it stands alone.

    Small words ("of the") belong to a title between two words with capitals. A head in small letters,
    or in a script without capitals, is no title.
    """
    first, last = head

    def capital(index: int) -> bool:
        return 0 <= index < len(words) and text[words[index].start].isupper()

    if not capital(first):
        return head
    small = phrases.kind_words(language, "inner") | phrases.kind_words(language, "link")
    article = phrases.kind_words(language, "article")
    while first and (step := _step(words, first - 1, -1, small, capital)):
        if first - step < head[0] - _MOST or words[first - step].folded in article:
            break
        first -= step
    while last < len(words) and (step := _step(words, last, 1, small, capital)):
        if last + step > head[1] + _MOST:
            break
        last += step
    if (
        last + 2 < len(words)
        and words[last].folded == "("
        and capital(last + 1)
        and words[last + 2].folded == ")"
    ):
        last += 3
    return first, last


def _step(
    words: Sequence[Word], at: int, way: int, small: frozenset[str], capital: Callable[[int], bool]
) -> int:
    """How many words bring the title to its next word with a capital; 0 where it is over."""
    for steps in range(3):
        index = at + way * steps
        if capital(index):
            return steps + 1
        if not 0 <= index < len(words):
            return 0
        folded = words[index].folded
        tight = folded in ".-–’'" and steps == 0
        if not (folded in small or tight):
            return 0
    return 0
