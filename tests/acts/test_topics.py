"""An act has the topics that its words, its sentence and its document speak of."""

import json
from collections import Counter
from pathlib import Path

import pytest

from sijill.acts.topics import Subjects
from sijill.documents.load import from_text
from sijill.passages.split import split

SHARED = Path(__file__).parents[3] / "shared"
GOLD = "ar-2018-more"


def _topics(text: str, quote: str) -> tuple[str, ...]:
    start = text.index(quote)
    return Subjects(split(from_text(text, language="ar"))[0]).topics(start, start + len(quote))


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("وقعوا مذكرة لتطوير السكك الحديدية", {"transport"}),
        ("أيد قرار مجلس الأمن", {"multilateralism"}),
        ("أيد مبادرتهم للأمن الغذائي", {"agriculture-food"}),
        ("تعهد بمكافحة الإرهاب وتهريب المخدرات", {"terrorism-extremism", "crime-drugs"}),
        ("ندد بتدخلاتها في شؤون بلاده وسيادتها", {"sovereignty"}),
        ("قال وزير الدفاع إن المحاصيل وفيرة", {"agriculture-food"}),
    ],
)
def test_words_tell_their_topics_in_whatever_form_they_stand(text: str, topics: set[str]) -> None:
    assert set(_topics(text, text)) == topics


def test_a_word_listed_with_its_article_needs_it() -> None:
    assert _topics("تطوير النقل بين البلدان", "تطوير النقل") == ("transport",)
    assert "transport" not in _topics("نقل عن الوزير كلامه", "نقل عن الوزير كلامه")


def test_what_says_nothing_itself_follows_its_document() -> None:
    text = "بحثوا تقاسم مياه النهر والسدود.\nوافقوا على ذلك.\nوستنشأ لجنة للموارد المائية."
    assert _topics(text, "وافقوا على ذلك")[0] == "water"


def test_what_tells_nothing_at_all_is_of_general_relations() -> None:
    assert _topics("قال ذلك أمس.", "قال ذلك") == ("relations",)


@pytest.mark.skipif(not (SHARED / "gold" / GOLD).is_dir(), reason="needs ../shared")
def test_topics_of_documents_not_built_on_keep_their_quality() -> None:
    counts = Counter[str]()
    for path in (SHARED / "gold" / GOLD).glob("*.json"):
        text = (SHARED / "corpus" / GOLD / f"{path.stem}.txt").read_bytes().decode("utf-8")
        subjects = Subjects(split(from_text(text))[0])
        for act in json.loads(path.read_text("utf-8"))["acts"]:
            found, gold = set(subjects.topics(act["start"], act["end"])), set(act["topics"])
            counts.update(right=len(found & gold), found=len(found), gold=len(gold))
    assert 2 * counts["right"] / (counts["found"] + counts["gold"]) >= 0.65
