"""A quote is accepted when, and only when, the source says it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.readers.grounding import Source
from sijill.readers.grounding.stream import core, read_words
from sijill.records import Span

ARABIC = (
    "وأكد وزير الخارجية أن مسؤولي الدول الست سيعملون على إنجاز 15,5 كم من الطريق قبل عام 2027، "
    "وقال إن «القمة» المقبلة تنعقد بالعاصمة في 3 مايو. و الأطراف لا تؤيد القرار، ويبلغ النمو 6 في المئة."
)
ENGLISH = (
    "The C5+1 ministers said the region’s growth is 6 % and not 5 %, welcomed a “water-saving” plan\n"
    "and pledged 1 000 000 dollars for coop-\neration by 2030. Vice-President Orazova will not travel."
)
RUSSIAN = (
    "В ходе встречи — «Ещё раз» — стороны отметили, что 12 проектов не завершены, а посол Королёв "
    "призвал выделить 3,5 млрд рублей до 1 мая 2026 года."
)
TEXT = "\n\n".join((ARABIC, ENGLISH, RUSSIAN))


def accepted(quote: str, text: str = TEXT) -> bool:
    """Whether the quote is found; what is found must be the quote again, a first conjunction aside."""
    grounded = Source(text).ground(quote)
    if grounded.span is None:
        return False
    place = text[grounded.span.start : grounded.span.end]
    return Source(place).ground(quote).verdict == "found"


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("أكد وزير الخارجية", "أكد وزير الخارجية"),
        ("وَأَكَّدَ وَزِيرُ الخارجيّة", "وأكد وزير الخارجية"),
        ("وزيـــر الخارجيه ان", "وزير الخارجية أن"),
        ("أن مسئولي الدول", "أن مسؤولي الدول"),
        ("إنجاز ١٥,٥ كم", "إنجاز 15,5 كم"),
        ('قال إن "القمة" المقبلة', "قال إن «القمة» المقبلة"),
        ("العاصمة في ٣ مايو", "العاصمة في 3 مايو"),
        ("والأطراف لا تؤيد", "و الأطراف لا تؤيد"),
        ("الأطراف لا تؤيد", "الأطراف لا تؤيد"),
        ("علي\u200f إنجاز", "على إنجاز"),
        ("growth is 6% and not 5%,", "growth is 6 % and not 5 %,"),
        ("THE REGION'S GROWTH", "the region’s growth"),
        ('a "water‑saving" plan and pledged', "a “water-saving” plan\nand pledged"),
        ("dollars for cooperation by", "dollars for coop-\neration by"),
        ("1\u00a0000\u00a0000 dollars", "1 000 000 dollars"),
        ("еще раз» - стороны", "Ещё раз» — стороны"),
        ("посол Королев призвал", "посол Королёв призвал"),
        (unicodedata.normalize("NFD", "Королёв призвал"), "Королёв призвал"),
        ("until nothing", None),
    ],
)
def test_differences_of_spelling_are_no_differences(quote: str, place: str | None) -> None:
    grounded = Source(TEXT).ground(quote)
    found = None if grounded.span is None else TEXT[grounded.span.start : grounded.span.end]
    assert found == place


@pytest.mark.parametrize(
    ("quote", "differs"),
    [
        ("وأكد نائب وزير الخارجية أن", ("نائب", "")),
        ("الأطراف تؤيد القرار، ويبلغ", ("", "لا")),
        ("ويبلغ النمو 5 في المئة", ("5", "6")),
        ("إنجاز 15 كم من الطريق", ("15", "15,5")),
        ("إنجاز 15.5 كم من الطريق", ("15.5", "15,5")),
        ("سيعملون على إنجاز 15,5 ميل من", ("ميل", "كم")),
        ("growth is 6 % and 5 %", ("", "not")),
        ("pledged 2 000 000 dollars for", ("2", "1")),
        ("Orazova will travel", ("", "not")),
        ("отметили, что 12 проектов завершены", ("", "не")),
        ("выделить 3,5 млн рублей", ("млн", "млрд")),
        ("отметили что 12 проектов", ("", ",")),
    ],
)
def test_a_changed_word_is_refused_and_shown(quote: str, differs: tuple[str, str]) -> None:
    grounded = Source(TEXT).ground(quote)
    assert grounded.verdict == "altered" and grounded.span is None
    assert grounded.nearest is not None
    assert differs in [(one.written, one.source) for one in grounded.nearest.differences]


@pytest.mark.parametrize(
    "quote",
    [
        "زير الخارجية",
        "أكد وزي",
        "5 كم من",
        "15",
        "C5",
        "President Orazova",
        "000 dollars",
        "eration by",
        "5 млрд",
    ],
)
def test_half_a_word_or_number_is_refused(quote: str) -> None:
    grounded = Source(TEXT).ground(quote)
    assert grounded.verdict in ("altered", "absent") and grounded.span is None


@pytest.mark.parametrize(
    ("word", "whole"), [("وزير", True), ("واشنطن", True), ("بيان", True), ("وقال", False)]
)
def test_a_conjunction_is_told_from_a_first_letter(word: str, whole: bool) -> None:
    assert accepted(word[1:], f"{word} شيء ما") is not whole


def test_a_quote_in_several_places_is_ambiguous_until_offsets_or_letters_pick_one() -> None:
    text = "Russia agreed. Later RUSSIA agreed, and russia agreed."
    source = Source(text)
    assert source.ground("Russia Agreed").verdict == "ambiguous"
    assert source.ground("Russia Agreed").places == 3
    assert source.ground("RUSSIA agreed").span == Span(21, 34)
    assert source.ground("Russia Agreed", 40, 53).span == Span(40, 53)


def test_wrong_offsets_do_not_make_a_quote_false_nor_move_it() -> None:
    grounded = Source("Iran proposed a forum.").ground("proposed a forum", 0, 16)
    assert grounded.span == Span(5, 21)


def test_a_quote_may_not_cross_furniture() -> None:
    text = "The ministers agreed\nRead also: weather\nto build a road. Read also: weather"
    source = Source(text, [Span(21, 39)])
    across = source.ground("The ministers agreed to build a road")
    assert (across.verdict, across.reason) == ("altered", "crosses furniture")
    assert source.ground("agreed Read also: weather").reason == "crosses furniture"
    assert source.ground("to build a road").verdict == "found"


def test_nothing_is_absent() -> None:
    for quote in ("", " \n", "...", "\u200f", "«»"):
        assert Source(TEXT).ground(quote).reason == "no words"
    assert Source("").ground("word").verdict == "absent"


CODEBOOK = (Path(__file__).parents[2] / "docs/folding.md").read_text("utf-8").replace("⏎", "\n")
ALIKE = [
    pair
    for chain in re.findall(r"`[^`]+`(?: = `[^`]+`)+", CODEBOOK)
    for pair in permutations(re.findall("`([^`]+)`", chain), 2)
] + re.findall(r"`([^`]+)`\s+stands\s+in\s+`([^`]+)`", CODEBOOK)
UNLIKE = re.findall(r"`([^`]+)`\s+is\s+not\s+in\s+`([^`]+)`", CODEBOOK)


def test_the_codebook_has_examples() -> None:
    assert len(ALIKE) > 60 and len(UNLIKE) > 15


@pytest.mark.parametrize(("quote", "source"), ALIKE)
def test_the_codebook_allows_what_it_says(quote: str, source: str) -> None:
    assert Source(f"x {source} y").ground(quote).verdict == "found"


@pytest.mark.parametrize(("quote", "source"), UNLIKE)
def test_the_codebook_refuses_what_it_says(quote: str, source: str) -> None:
    assert Source(f"x {source} y").ground(quote).span is None


ARABIC_WORDS = "وقالت الوزارة إن الحكومة لم توقع الاتفاق مع بغداد قبل عام ١٩٩٩ ولا بعد 12 شهرا ستة سبعة"
ENGLISH_WORDS = "the envoy did not sign never 12 13 1,5 15 per cent % billion million Lena Omar’s co-chair"
RUSSIAN_WORDS = "посол не подписал соглашение в 2024 году семь восемь млн млрд ещё"
WORDS = f"{ARABIC_WORDS} {ENGLISH_WORDS} {RUSSIAN_WORDS}".split()
PASSAGE = st.lists(st.sampled_from(WORDS), min_size=3, max_size=30)


def says(text: str, wanted: list[str]) -> bool:
    """The oracle: whether the folded words stand in a row in the text."""
    there = read_words(text)
    return any(there[at : at + len(wanted)] == wanted for at in range(len(there) - len(wanted) + 1))


@settings(deadline=None)
@given(PASSAGE, st.data())
def test_no_alteration_is_accepted(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 2))
    last = data.draw(st.integers(first + 2, len(words)))
    quote = words[first:last]
    at = data.draw(st.integers(0, len(quote) - 1))
    other = data.draw(st.sampled_from(WORDS))
    altered = data.draw(
        st.sampled_from(
            [
                [*quote[:at], other, *quote[at + 1 :]],
                [*quote[:at], other, *quote[at:]],
                quote[:at] + quote[at + 1 :],
                quote[:at] + quote[at:][::-1],
                [*quote[:at], quote[at][: len(quote[at]) // 2], *quote[at + 1 :]],
            ]
        )
    )
    text, false = " ".join(words), " ".join(altered)
    trimmed = read_words(false)
    low, high = core(trimmed)
    wanted = trimmed[low:high]
    if wanted and not says(text, wanted):
        conjunction = says(text, ["و" + wanted[0], *wanted[1:]]) or says(text, [wanted[0][1:], *wanted[1:]])
        assert not accepted(false, text) or conjunction


VARIANTS: dict[str, Callable[[str], str]] = {
    "decomposed": lambda quote: unicodedata.normalize("NFD", quote),
    "vowels": lambda quote: "".join(c + "\u064e" if "\u0628" <= c <= "\u063a" else c for c in quote),
    "tatweel": lambda quote: quote.replace("ست", "ســت"),
    "case": str.upper,
    "digits": lambda quote: quote.translate({48 + n: 0x660 + n for n in range(10)}),
    "space": lambda quote: quote.replace(" ", " \u00a0\n"),
    "bidi": lambda quote: f"\u2067{quote}\u2069",
    "alef": lambda quote: quote.replace("إ", "ا").replace("ى", "ي"),
    "ta marbuta": lambda quote: quote.replace("ة ", "ه "),
    "quotation": lambda quote: f"“{quote}”",
    "yo": lambda quote: quote.replace("ё", "е"),
    "apostrophe": lambda quote: quote.replace("’", "'"),
}


@settings(deadline=None)
@given(PASSAGE, st.sampled_from(sorted(VARIANTS)), st.data())
def test_every_honest_variant_is_accepted_at_its_place(
    words: list[str], variant: str, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    text, quote = " ".join(words), " ".join(words[first:last])
    start = len(" ".join([*words[:first], ""]))
    grounded = Source(text).ground(VARIANTS[variant](quote), start, start + len(quote))
    if quote == "%":
        return
    assert grounded.verdict == "found"
    assert grounded.span is not None
    assert text[grounded.span.start : grounded.span.end] == quote


@settings(deadline=None)
@given(st.text(), st.text(), st.integers() | st.none(), st.integers() | st.none())
def test_no_text_and_no_quote_raises(text: str, quote: str, start: int | None, end: int | None) -> None:
    for one in (text, text + quote, f"{quote} {text} {quote}"):
        grounded = Source(one).ground(quote, start, end)
        assert (grounded.span is not None) == (grounded.verdict in ("found", "ambiguous"))
        if grounded.span is not None:
            assert 0 <= grounded.span.start < grounded.span.end <= len(one)


def test_long_and_strange_texts_take_no_time() -> None:
    for text in ("a" * 1_000_000, "a-" * 50_000, "1 000 " * 30_000, "\u064e" * 500_000, "و " * 100_000):
        source = Source(text)
        source.ground("nothing of this kind, in 5 words")
        source.ground(text[:20_000])
