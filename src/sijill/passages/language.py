"""The language of each line: by the common words of our languages, and by statistics where these are few.

A line too short to tell follows the rest of the text in its script.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from copy import copy
from functools import cache
from typing import TYPE_CHECKING

from sijill.passages.lines import Line
from sijill.passages.lists import listed_in, packs

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

# Shares of common words in lines of twelve words and more: above 0.08 in nineteen of twenty in Arabic,
# half above 0.2; below 0.045 in Persian, Urdu, Pashto, Kurdish and Uyghur.
_SHARE = 0.05
_ENOUGH = 6
# The share of a text's words that must be told so for the rest to follow.
_MAIN = 0.4
# What statistics need to set one line apart from the rest of its text.
_LONG, _SURE = 15, 0.95
_SAMPLE = 2000
# Words of a line that show its script.
_GLANCE = 12

# What is told apart within a script; dialects and languages nobody publishes in only confuse.
_SCRIPTS: dict[str, tuple[str, ...]] = {
    "arabic": ("ar", "fa", "ur", "ug", "ps", "sdh"),
    "cyrillic": ("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn", "tt", "ba"),
    "latin": ("en", "fr", "de", "es", "it", "pt", "nl", "sv", "pl", "cs", "hu", "ro", "tr", "az", "uz", "tk"),
    "other": (),
}
# Letters that Russian and Arabic do not have, by the languages that have them, and how many of a line's
# words, and what share of them, must hold one: a neighbour's name may stand in a line of ours.
_LETTERS = {
    "mn": "өү", "be": "іў", "ky": "ңөү", "uk": "іїєґ", "uz": "ўқғҳ", "tg": "ӣӯҷҳғқ", "tt": "әөүҗңһ",
    "sr": "ђјљњћџ", "mk": "ѓќѕјљњџ", "kk": "әғқңөұүһі", "ba": "әөүҙҡҫңһғ",
    "fa": "پچژگ", "ur": "ٹڈڑںےہپچژگ", "ps": "ټډړږښځڅېۍپچژگ", "sdh": "ەۆێڵڕپچژگ", "ug": "ەۇۈۋېپچژگ",
}  # fmt: skip
_FOREIGN = frozenset("".join(_LETTERS.values()))
_HOLDING, _SEVERAL = 0.2, 2


def line_languages(text: str, lines: Sequence[Line], declared: str | None = None) -> list[str | None]:
    """The ISO 639 code of each line's language, None where a line has no letters.

    `declared` is what the user says the text is in: it holds for all lines in the script of that language.
    """
    scripts = [_script(line.spoken) for line in lines]
    main = {script: declared for script, codes in _SCRIPTS.items() if declared in codes}
    found = [
        None if script in main else _by_letters(line.spoken) or _by_common_words(line.spoken)
        for line, script in zip(lines, scripts, strict=True)
    ]
    for script in {script for script in scripts if script} - main.keys():
        own = [(line, code) for line, code, of in zip(lines, found, scripts, strict=True) if of == script]
        main[script] = _main(text, own, script)
    return [
        None if script is None else code or _apart(text, line, script, declared or main[script])
        for line, code, script in zip(lines, found, scripts, strict=True)
    ]


def _script(spoken: Sequence[str]) -> str | None:
    """The script most words of a line are in; None where there are only numbers."""
    count = Counter([_script_of(word[0]) for word in spoken[:_GLANCE] if not word[0].isdigit()])
    return max(count, key=count.__getitem__) if count else None


@cache
def _script_of(letter: str) -> str:
    name = unicodedata.name(letter, "").split(" ")[0].lower()
    return name if name in _SCRIPTS else "other"


def _by_letters(spoken: Sequence[str]) -> str | None:
    """The language whose own letters stand in a line, if any do in enough of its words."""
    holding = [word for word in spoken if not _FOREIGN.isdisjoint(word)]
    if len(holding) < _SEVERAL or len(holding) < _HOLDING * len(spoken):
        return None
    present = _FOREIGN.intersection("".join(holding))
    return min(_LETTERS, key=lambda code: (len(present.difference(_LETTERS[code])), len(_LETTERS[code])))


def _by_common_words(spoken: Sequence[str]) -> str | None:
    """The language of ours whose common words stand in a line thickly enough, if any."""
    if len(spoken) < _ENOUGH:
        return None
    shares = {code: sum(map(listed_in(code, "common").__contains__, spoken)) for code in packs()}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= _SHARE * len(spoken) else None


def _main(text: str, own: Sequence[tuple[Line, str | None]], script: str) -> str:
    """The language of most words in one script; statistics decide where common words tell too little."""
    votes = Counter[str]()
    for line, code in own:
        votes[code or ""] += len(line.spoken)
    told = [code for code, count in votes.items() if code and count >= _MAIN * votes.total()]
    if told:
        return max(told, key=votes.__getitem__)
    sample = " ".join(text[line.start : min(line.end, line.start + _SAMPLE)] for line, _ in own[:40])
    return _guess(sample[:_SAMPLE], script)[0]


def _apart(text: str, line: Line, script: str, main: str) -> str:
    """The language of a line that common words did not tell: another than the main one only if surely so."""
    if len(line.spoken) < _LONG:
        return main
    code, sure = _guess(text[line.start : min(line.end, line.start + _SAMPLE)], script)
    return code if sure >= _SURE else main


def _guess(sample: str, script: str) -> tuple[str, float]:
    code, sure = _identifier(script).classify(sample)
    return str(code), float(sure)


@cache
def _identifier(script: str) -> LanguageIdentifier:
    # Imported only where common words leave a doubt: it takes a second to load.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    if script == "other":
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier = copy(_identifier("other"))
    identifier.set_languages(_SCRIPTS[script])
    return identifier
