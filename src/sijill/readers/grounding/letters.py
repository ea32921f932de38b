"""Letters that may differ and letters that may not: how a quote and its source are cut and folded to compare.

Stricter than matching elsewhere: a mark inside a quote counts, ta marbuta equals ha at a word's end only,
superscripts and fractions are no digits of the number before them. The rules are written out, with
examples, in `docs/folding.md`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sijill.passages.folding import fold

QUOTATION = "\"«»“”„‟‹›〝〞〟＂'‘’‚‛`´＇"
DASHES = "-‐‑‒–—―−⁃⸺⸻﹘﹣－"
CONJUNCTIONS = "وف"
PREPOSITIONS = "بكل"

_INVISIBLE = "\u00ad\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_VOWELS = (
    "\u0300-\u036f\u0483-\u0487\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    "\u06ea-\u06ed\u08ca-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
_SILENT = _INVISIBLE + _VOWELS
_ARABIC = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u0870-\u0887\u08a0-\u08c9\ufb50-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
)
_FRACTIONS = "²³¹¼-¾⁰⁴-⁹₀-₉⅐-⅟↉①-⒛⓪-⓿❶-➓"
_OTHER = rf"[^\W\d_\u0640{_ARABIC}{_FRACTIONS}]"
_APOSTROPHE = "['‘’`´＇]"

# One alternative a line: an Arabic word; a word of another script, which may hold apostrophes; its
# genitive 's; a number with its sign and separators; a superscript or fraction; dashes; dots; another mark,
# the sign of a hashtag left out.
# Each repetition consumes what the next cannot, so that the time taken is linear in the text.
TOKEN = re.compile(
    rf"[{_ARABIC}]+(?:[{_SILENT}]+[{_ARABIC}]+)*[\u0640{_VOWELS}]*"
    rf"|{_OTHER}+(?:(?:[{_SILENT}]+|{_APOSTROPHE}(?![sS](?!{_OTHER})))(?:{_OTHER})+)*[{_VOWELS}]*"
    rf"|(?<=\w){_APOSTROPHE}[sS](?!{_OTHER})"
    rf"|(?:(?<![^\s(\[{_SILENT}{QUOTATION}])[-−–])?\d+(?:(?:[.,٫٬]|[{_SILENT}]+)\d+)*"
    rf"|[{_FRACTIONS}]"
    rf"|[{DASHES}]+"
    rf"|[.…]+"
    rf"|(?!#[^\W\d])[^\w\s{_SILENT}{QUOTATION}]"
)

_ONE_MARK = str.maketrans(
    {
        **dict.fromkeys("،、۔", ","),
        **{"؛": ";", "؟": "?", "٪": "%", "؉": "‰", "٫": ".", "٬": ",", "۔": "."},
        **{")": "(", "]": "[", "}": "{", "﴿": "﴾"},
        **dict.fromkeys("‘’`´＇ʹʻʼʽʾʿ", "'"),
    }
)
_ARABIC_LETTER = re.compile(f"[{_ARABIC}]")


@lru_cache(maxsize=1 << 18)
def folded(token: str) -> str:
    """A token as it is compared: equal for two tokens whose difference the codebook of folding allows."""
    if token[0] in DASHES:
        return "-" + folded(token[1:]) if token[-1].isdigit() else "-"
    if token[0] in ".…":
        return "." if token == "." else "…"
    plain = fold(token) if "ة" not in token and "ﺓ" not in token and "ﺔ" not in token else _ta_marbuta(token)
    plain = plain.translate(_ONE_MARK)
    return plain if plain.isalnum() else "".join(plain.split())


@lru_cache(maxsize=1 << 18)
def bare(token: str) -> str:
    """The token's letters as they are written, without vowel marks, tatweel and invisible characters."""
    plain = unicodedata.normalize("NFKC", token)
    return "".join(char for char in plain if char != "ـ" and unicodedata.category(char) not in ("Mn", "Cf"))


def is_arabic(char: str) -> bool:
    """Whether the character is an Arabic letter (neither a digit nor a mark)."""
    return _ARABIC_LETTER.match(char) is not None


def _ta_marbuta(token: str) -> str:
    word = "ة".join(fold(part) for part in unicodedata.normalize("NFKC", token).split("ة"))
    return word[:-1] + "ه" if word.endswith("ة") and len(word) > 2 else word
