"""A document is cut into sentences and headlines that can be trusted letter for letter."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.documents.load import from_text
from sijill.errors import RefusedInput
from sijill.passages.split import split
from sijill.records import Dropped, Passage

REPORT = (
    "وزراء المياه يتفقون على خطة جديدة\n\n"
    "حوالي ٣ سنوات فى كونا\n"
    "الكويت - 4 - 6 (كونا) -- اتفق وزراء المياه على خطة جديدة.ودعا الوزير د. سالم إلى تنفيذها.\n"
    'وقال الوزير: "نحتاج 2.5 مليون دولار... قريبا. سنبدأ غدا".\n'
    "1. إنشاء مركز للمياه\n"
    "2. عقد اجتماع في موقع example.org كل عام\n(النهاية)\nأ س / م م ج\nشارك الخبر على\nLeave a Reply\n"
)


def _passages(text: str) -> list[tuple[str, str]]:
    return [(passage.kind, text[passage.start : passage.end]) for passage in split(from_text(text))[0]]


def test_a_report_becomes_its_headline_dateline_and_sentences() -> None:
    assert _passages(REPORT) == [
        ("headline", "وزراء المياه يتفقون على خطة جديدة"),
        ("body", "الكويت - 4 - 6 (كونا) --"),
        ("body", "اتفق وزراء المياه على خطة جديدة."),
        ("body", "ودعا الوزير د. سالم إلى تنفيذها."),
        ("body", 'وقال الوزير: "نحتاج 2.5 مليون دولار... قريبا.'),
        ("body", 'سنبدأ غدا".'),
        ("headline", "1. إنشاء مركز للمياه"),
        ("body", "2. عقد اجتماع في موقع example.org كل عام"),
    ]


def test_what_is_not_text_is_dropped_with_its_reason() -> None:
    dropped = split(from_text(REPORT))[1]
    assert [(REPORT[drop.start : drop.end], drop.reason) for drop in dropped] == [
        ("حوالي ٣ سنوات فى كونا", "furniture"),
        ("(النهاية)", "furniture"),
        ("أ س / م م ج", "furniture"),
        ("شارك الخبر على", "furniture"),
        ("Leave a Reply", "furniture"),
    ]


def test_a_sentence_copied_twice_is_read_once_but_a_headline_does_not_count() -> None:
    sentence = "اتفق وزراء المياه في الدول الست على خطة جديدة للأنهار المشتركة"
    text = f"{sentence}\n{sentence}.\nوأضافوا المزيد.\n{sentence}.\nوأضافوا المزيد.\n"
    passages, dropped = split(from_text(text))
    assert [passage.kind for passage in passages] == ["headline", "body", "body", "body"]
    assert [drop.reason for drop in dropped] == ["repeat"]


def test_lines_broken_to_fit_a_page_are_put_together() -> None:
    words = ("أكد", "الوزير", "أن", "بلاده", "ستواصل", "دعم", "جهود", "التعاون") * 12
    rows = [" ".join(words[row * 10 : row * 10 + 10]) for row in range(9)]
    assert len(_passages("\n".join(rows) + ".\n\nوانتهى الاجتماع مساء.")) == 2


PERSIAN = "وزیر خارجه ایران در دیدار با همتای قزاق خود بر گسترش همکاری‌های اقتصادی میان دو کشور تاکید کرد."
ARABIC = "أكد وزير الخارجية أن بلاده ستواصل التعاون مع جميع دول المنطقة في مجال المياه والطاقة."


def test_passages_in_a_language_without_a_pack_are_dropped_by_name() -> None:
    passages, dropped = split(from_text(f"{ARABIC}\n{PERSIAN}\nقمة\n"))
    assert [passage.language for passage in passages] == ["ar", "ar"]
    assert [drop.reason for drop in dropped] == ["language: fa"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (PERSIAN, "is in Persian"),
        ("Міністр закордонних справ України заявив, що зустріч відбудеться у Варшаві.", "is in Ukrainian"),
        ("中国外交部长在会议上表示，中国将继续支持中亚国家。", "is in Chinese"),
        ("!!! ... 12", "has no words"),
    ],
)
def test_a_text_in_no_language_of_ours_is_refused_by_name(text: str, says: str) -> None:
    with pytest.raises(RefusedInput, match=says):
        split(from_text(text))


def test_the_language_that_is_declared_is_believed() -> None:
    assert split(from_text("قمة", language="ar"))[0][0].language == "ar"


PIECES = st.sampled_from(
    [*'آأبىـًٌّ۝\u200f\u202e\u200d\ufeff\0\r\n\t .؟!…"”()-–•،؛1٣aZж中𞤀🙂\u2028\x85', " (كونا) -- ", "...", "قال"]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_offsets_and_order_hold_in_any_text(text: str) -> None:
    try:
        passages, dropped = split(from_text(text, language="ar"))
    except RefusedInput:
        return
    for passage in passages:
        assert passage.words
        assert all(text[word.start : word.end] for word in passage.words)
        assert (passage.words[0].start, passage.words[-1].end) == (passage.start, passage.end)
        assert all(one.end <= two.start for one, two in pairwise(passage.words))
    parts: list[Passage | Dropped] = sorted([*passages, *dropped], key=lambda part: part.start)
    assert all(one.end <= two.start for one, two in pairwise(parts))
    assert list(passages) == sorted(passages, key=lambda passage: passage.start)


@pytest.mark.parametrize(
    "piece", ["ب", "ب ", "ب. ", "(", ")", ".", "-", "ًب", "\u200f", "قال:\n", '"', "- ب\n"]
)
def test_a_fifth_of_a_million_letters_of_anything_do_not_hang(piece: str) -> None:
    begun = time.monotonic()
    text = "اجتمع الوزراء أمس في العاصمة\n" + piece * (200_000 // len(piece))
    split(from_text(text, language="ar"))
    assert time.monotonic() - begun < 10
