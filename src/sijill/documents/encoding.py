"""Decode the bytes of a text, and refuse what is no text.

Unicode is recognised by its marks and its form, older encodings by the letters they yield: right
decoding gives common letters of one alphabet in unmixed words, wrong decoding does not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from sijill.errors import RefusedInput

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BINARY = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_MARKUP = re.compile(rb"\s*(?:<!doctype html|<html|<\?xml)", re.IGNORECASE)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))

# As much of a file as is needed to know its encoding.
_SAMPLE = 100_000
# Shares found on reports of a few words and more: the right encoding scores 0.6 to 0.9, a wrong one
# below 0.35, noise below 0.2.
_LIKELY = 0.45
# Broken sequences in UTF-8 that are taken for damage in copying and not for another encoding.
_DAMAGE = 0.005


@dataclass(frozen=True, slots=True)
class _Alphabet:
    common: frozenset[str]
    rare: frozenset[str]
    own_words: bool  # words are written in letters beyond ASCII only


_ARABIC = _Alphabet(frozenset("اليمنوتربةدعسكهأ"), frozenset("قفحجشىطصإخذثضزءغظئآؤپچژگ،؛؟"), own_words=True)
_RUSSIAN = _Alphabet(
    frozenset("оеаинтсрвлкмдпуяыьгз"),
    frozenset("бчйхжшюцщэфёъіїєґўОЕАИНТСРВЛКМДПУЯГЗБЧХЖШЮЦЭФ№"),
    own_words=True,
)
_LATIN = _Alphabet(
    frozenset("éèàçüöäíóáñßêãõ’"), frozenset("ôûîâùïëåøæúœýÉÈÀÇÜÖÄÍÓÁÑÊ‘°§£€"), own_words=False
)
_QUOTES = frozenset("“”«»–—…\xa0")
_OLDER = (
    ("cp1256", _ARABIC),
    ("iso-8859-6", _ARABIC),
    ("windows-1251", _RUSSIAN),
    ("koi8-r", _RUSSIAN),
    ("cp866", _RUSSIAN),
    ("iso-8859-5", _RUSSIAN),
    ("mac-cyrillic", _RUSSIAN),
    ("cp1252", _LATIN),
)


def decode(raw: bytes, source: str) -> str:
    """The text that `raw` holds, its line ends untouched and a byte order mark left off.

    Raises RefusedInput, naming `source`, where `raw` is no text or in an encoding not recognised.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    for mark, kind in _BINARY:
        if raw.startswith(mark):
            raise RefusedInput(f"{source}: is {kind}, not a text; save its words as a .txt file")
    if _MARKUP.match(raw):
        raise RefusedInput(f"{source}: is a web page or XML, not a text; save its words as a .txt file")
    if b"\0" in raw:
        return _wide(raw, source)
    if len(raw) - len(raw.translate(None, _CONTROLS)) > len(raw) * 0.002:
        raise RefusedInput(f"{source}: is binary data, not a text; give a text file")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _mended(raw) or _older(raw, source)


def _wide(raw: bytes, source: str) -> str:
    """UTF-16 without its mark: NUL bytes stand on one side only, and what comes out is words."""
    for encoding, side in (("utf-16-le", 1), ("utf-16-be", 0)):
        if b"\0" in raw[1 - side :: 2]:
            continue
        text = raw.decode(encoding, "replace")
        plain = sum(letter.isalnum() or letter.isspace() or letter.isascii() for letter in text[:_SAMPLE])
        if "\0" not in text and plain > 0.9 * len(text[:_SAMPLE]):
            return text
    raise RefusedInput(f"{source}: is binary data, not a text; give a text file")


def _mended(raw: bytes) -> str | None:
    """UTF-8 with a few bytes damaged, each shown as U+FFFD; None where it is not UTF-8."""
    text = raw.decode("utf-8", "replace")
    wide = len(raw) - len(text)
    return text if wide > 20 and text.count("\ufffd") <= max(1, _DAMAGE * wide) else None


def _older(raw: bytes, source: str) -> str:
    best, encoding = max((_likeness(raw[:_SAMPLE], name, letters), name) for name, letters in _OLDER)
    if best < _LIKELY:
        raise RefusedInput(f"{source}: is in an encoding that is not recognised; save it as UTF-8")
    return raw.decode(encoding, "replace")


def _likeness(sample: bytes, encoding: str, alphabet: _Alphabet) -> float:
    """How much `sample`, decoded so, looks like words in `alphabet`: 1 at best, below 0 at worst."""
    text = sample.decode(encoding, "replace")
    counts = Counter(letter for letter in text if letter > "\x7f")
    total = counts.total()
    common = sum(count for letter, count in counts.items() if letter in alphabet.common)
    fitting = sum(count for letter, count in counts.items() if letter in alphabet.rare or letter in _QUOTES)
    score = common + 0.4 * fitting - 1.5 * (total - common - fitting)
    return (score - _mixed(text, alphabet)) / total


def _mixed(text: str, alphabet: _Alphabet) -> int:
    """How often letters meet that do not stand side by side in words of this alphabet."""
    if alphabet.own_words:
        return len(re.findall(r"[a-zA-Z][^\W\d_a-zA-Z]|[^\W\d_a-zA-Z][a-zA-Z]", text)) + len(
            re.findall(r"[а-яё][А-ЯЁ]", text)
        )
    return 2 * len(re.findall(r"[^\W\d_a-zA-Z]{2}", text))
