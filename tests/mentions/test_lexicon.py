"""The lexicon: whole words only, the longest name, and a start after any proclitic."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sijill.mentions.lexicon import Lexicon
from sijill.passages.words import words

NAMES = Lexicon.of(
    [("الصين", "CN"), ("لبنان", "LB"), ("كوريا", "korea"), ("كوريا الشمالية", "KP"), ("ألمانيا", "DE")]
)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[match.start : match.end], match.value) for match in NAMES.matches(tuple(words(text)))]


def test_the_longest_name_wins() -> None:
    assert found("زار كوريا الشمالية ثم كوريا") == [("كوريا الشمالية", "KP"), ("كوريا", "korea")]


def test_a_proclitic_is_not_part_of_the_name() -> None:
    assert found("وألمانيا وبلبنان") == [("ألمانيا", "DE"), ("لبنان", "LB")]


def test_for_and_the_article_contract() -> None:
    assert found("دعوة للصين وللبنان") == [("لصين", "CN"), ("لبنان", "LB")]


def test_a_name_within_a_word_is_none() -> None:
    assert found("كورياوي ألمانيات") == []


def test_spellings_of_letters_do_not_matter() -> None:
    assert found("المانيا") == [("المانيا", "DE")]


@given(st.text(alphabet="وفبلكا لصينكوريالشمة، ", max_size=80))
def test_matches_are_in_order_within_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for match in NAMES.matches(tuple(words(text))):
        assert end <= match.start < match.end <= len(text)
        end = match.end
