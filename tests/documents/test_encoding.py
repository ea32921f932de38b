"""A text is read in the encoding it was written in, and what is no text is refused in one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.documents.encoding import decode
from sijill.errors import RefusedInput

ARABIC = "أكد الوزير أن بلاده ستستضيف الاجتماع المقبل، ودعا الأطراف إلى التعاون في مجال المياه."
RUSSIAN = "Министр заявил, что его страна примет следующую встречу, и призвал стороны к сотрудничеству."
FRENCH = "Le ministre a déclaré que son pays était prêt à négocier, où et quand cela serait souhaité."
GERMAN = "Der Präsident erklärte, dass die Länder über Wasser verhandeln müssen; so fügte er hinzu."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((ARABIC, name) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256")),
        *(
            (RUSSIAN, name)
            for name in ("utf-8", "utf-16-le", "windows-1251", "koi8-r", "cp866", "iso-8859-5")
        ),
        *((FRENCH, name) for name in ("utf-8", "cp1252")),
        (GERMAN, "cp1252"),
        (ARABIC, "iso-8859-6"),
        (ARABIC[:24], "cp1256"),
        (RUSSIAN[:15], "windows-1251"),
    ],
)
def test_text_comes_back_as_it_was_written(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "report.txt") == text


def test_line_ends_are_left_as_they_are() -> None:
    assert decode(b"one\r\ntwo\rthree\n", "report.txt") == "one\r\ntwo\rthree\n"


def test_a_byte_damaged_in_copying_does_not_lose_the_text() -> None:
    raw = (ARABIC * 5).encode()
    assert decode(raw[:-1] + b"\xff.", "report.txt").startswith(ARABIC)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "office document"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"<!DOCTYPE html><p>text</p>", "web page"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x01\x02\x03\x04 text", "binary"),
        (bytes(range(128, 256)) * 4, "encoding"),
    ],
)
def test_what_is_no_text_is_refused_by_name(raw: bytes, kind: str) -> None:
    with pytest.raises(RefusedInput, match=rf"^report\.txt: .*{kind}.*; "):
        decode(raw, "report.txt")


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    try:
        decode(raw, "report.txt").encode("utf-8")
    except RefusedInput as refused:
        assert str(refused).startswith("report.txt: ")


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cc", "Cs"])))
def test_unicode_text_is_decoded_exactly(text: str) -> None:
    if not text.startswith(("\ufeff", "%PDF", "{\\rtf", "<", "GIF8", "BZh")):
        assert decode(text.encode("utf-8"), "report.txt") == text
