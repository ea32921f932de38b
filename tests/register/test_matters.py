"""One matter has one name, whatever the language and the form of the word."""

from __future__ import annotations

import pytest

from sijill.passages.words import words
from sijill.records import Language
from sijill.register.matters import matters, weighed, weight


@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("en", "will finish the feasibility study of the railway"),
        ("ar", "ستنجز دراسة الجدوى لخط السكك الحديدية"),
        ("ru", "завершат обоснование железнодорожного проекта"),
    ],
)
def test_a_matter_has_one_name_in_three_languages(language: Language, quote: str) -> None:
    assert matters(words(quote), language) >= {"feasibility", "railway"}


def test_a_whole_word_is_not_the_beginning_of_another() -> None:
    assert "treaty" in matters(words("подписали Договор о дружбе"), "ru")
    assert "treaty" not in matters(words("договорились о дружбе"), "ru")


def test_rows_multiply_to_the_weight_of_what_is_shared() -> None:
    one, other = frozenset({"railway", "meeting"}), frozenset({"railway", "grant"})
    rows = weighed([one, other])
    assert float(rows[0] @ rows[1]) == pytest.approx(weight(one & other))
