"""Probes for a test of quotes: true quotes of documents, twelve ways to falsify one, ten honest variants."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = {
    "ar": ("ar-2018-train", "ar-2018-more", "ar-maghreb-train"),
    "en": ("en-train",),
    "ru": ("ru-train",),
}

NEGATIONS = {"ar": ("لا", "لم", "لن", "ليس"), "en": ("not", "never", "no"), "ru": ("не", "нет", "никогда")}
UNITS = (
    ("million", "billion", "thousand"),
    ("percent", "dollars", "kilometers", "years", "tons"),
    ("مليون", "مليار", "ألف", "آلاف", "ملايين"),
    ("دولار", "يورو", "ريال", "درهم"),
    ("كيلومتر", "متر", "طن", "برميل"),
    ("يوم", "عام", "شهر", "ساعة", "أسبوع", "سنة"),
    ("млн", "млрд", "тыс", "миллионов", "миллиардов", "тысяч"),
    ("рублей", "долларов", "евро", "тонн", "процентов", "процента", "километров", "лет", "года"),
    ("%", "‰", "$", "€"),
)
STATES = {
    "ar": (
        "روسيا",
        "إيران",
        "سوريا",
        "تركيا",
        "فرنسا",
        "الصين",
        "السعودية",
        "إسرائيل",
        "ألمانيا",
        "قطر",
        "مصر",
    ),
    "en": (),
    "ru": (),
}
_EDGE = " \t\n.,;:!?…()[]«»“”\"'،؛؟-–—"
_CLITIC_LETTERS = set("وفبكل")


@dataclass(frozen=True, slots=True)
class Quote:
    """A true quote: `text[start:end]`, in words that are parted by single spaces."""

    language: str
    document: int
    start: int
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words as the document has them."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Probe:
    """What is asked of a system: a quote as altered or varied, and where its original stands."""

    kind: str
    honest: bool
    quote: str
    original: Quote


def documents() -> list[tuple[str, str]]:
    """Language and text of the documents in `examples/` and, where present, in `../shared/corpus`."""
    found = []
    for path in sorted((ROOT / "examples" / "communiques").glob("*.txt")):
        found.append((_language(path.read_text("utf-8")), path))
    for language, folders in FOLDERS.items():
        for folder in folders:
            found += [
                (language, path) for path in sorted((ROOT.parent / "shared/corpus" / folder).glob("*.txt"))
            ]
    return [(language, path.read_text("utf-8")) for language, path in found]


def quotes(texts: list[tuple[str, str]], many: int, chance: random.Random) -> Iterator[Quote]:
    """Runs of 5 to 18 words inside one line, each but once in its document, the languages taken in turn."""
    by_language: dict[str, list[int]] = {}
    for number, (language, _) in enumerate(texts):
        by_language.setdefault(language, []).append(number)
    words = [re.sub(r"\W+", " ", text.casefold()) for _, text in texts]
    while many:
        for language, numbers in by_language.items():
            number = chance.choice(numbers)
            quote = _cut(language, number, texts[number][1], chance)
            if quote and words[number].count(" ".join(re.findall(r"\w+", quote.text.casefold()))) == 1:
                many -= 1
                yield quote
            if not many:
                return


def alterations(
    quote: Quote, others: list[str], spliced: str, chance: random.Random
) -> Iterator[tuple[str, list[str]]]:
    """Every way of falsifying this quote that its words allow: the kind and the false words."""
    words, size = list(quote.words), len(quote.words)
    at, other = chance.randrange(1, size - 1), chance.choice(others)
    yield "word swapped", [*words[:at], other, *words[at + 1 :]]
    yield "word removed", words[:at] + words[at + 1 :]
    yield "word added", [*words[:at], other, *words[at:]]
    yield "negation inserted", [*words[:at], chance.choice(NEGATIONS[quote.language]), *words[at:]]
    yield "order changed", [*words[: at - 1], words[at], words[at - 1], *words[at + 1 :]]
    yield "clause spliced", words[: size // 2] + spliced.split()[: size - size // 2]
    yield "half a word", _halved(words, chance)
    for index, word in enumerate(words):
        bare = word.strip(_EDGE)
        if bare.casefold() in NEGATIONS[quote.language] and 0 < index < size - 1:
            yield "negation removed", words[:index] + words[index + 1 :]
        for kind, changed in _exchanged(bare, index, quote.language, others, chance):
            yield kind, [*words[:index], word.replace(bare, changed), *words[index + 1 :]]


def variants(quote: Quote, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Every honest variant of this quote that differs from it in its letters."""
    for kind, change in HONEST.items():
        changed = change(quote.text, chance)
        if changed != quote.text:
            yield kind, changed


def _language(text: str) -> str:
    counts = {"ar": len(re.findall("[ء-ي]", text)), "ru": len(re.findall("[а-яё]", text)), "en": 0}
    counts["en"] = len(re.findall("[a-z]", text))
    return max(counts, key=lambda language: counts[language])


def _cut(language: str, number: int, text: str, chance: random.Random) -> Quote | None:
    start = chance.randrange(len(text))
    first = text.rfind("\n", 0, start) + 1
    line = text[first : text.find("\n", start) if text.find("\n", start) > 0 else len(text)]
    tokens = list(re.finditer(r"\S+", line))
    size = chance.randint(5, 18)
    if len(tokens) < size:
        return None
    low = chance.randrange(len(tokens) - size + 1)
    run = line[tokens[low].start() : tokens[low + size - 1].end()]
    trimmed = run.strip(_EDGE)
    if not trimmed or "  " in trimmed or re.search(r"[\t\u00a0]", trimmed) or len(trimmed.split(" ")) < 4:
        return None
    at = first + tokens[low].start() + run.index(trimmed)
    # Only quotes that stand between spaces: that these are whole words is then beyond doubt.
    before, after = text[at - 1 : at], text[at + len(trimmed) : at + len(trimmed) + 1]
    if (before and not before.isspace()) or (after and not after.isspace() and after not in ".،,"):
        return None
    return Quote(language, number, at, tuple(trimmed.split(" ")))


def _halved(words: list[str], chance: random.Random) -> list[str]:
    front = chance.random() < 0.5
    word = words[0] if front else words[-1]
    if len(word) < 5 or not word.isalpha():
        return words
    cut = chance.randint(2, len(word) - 2)
    if front and set(word[:cut]) <= _CLITIC_LETTERS:
        return words
    return [word[cut:], *words[1:]] if front else [*words[:-1], word[:-cut]]


def _exchanged(
    word: str, index: int, language: str, others: list[str], chance: random.Random
) -> Iterator[tuple[str, str]]:
    if re.fullmatch(r"(19|20)\d\d", word):
        yield "year changed", str(int(word) + chance.choice((-10, -1, 1, 2)))
    elif re.fullmatch(r"\d+([.,]\d+)?%?", word):
        digit = chance.choice([at for at, char in enumerate(word) if char.isdigit()])
        yield (
            "number changed",
            word[:digit] + str((int(word[digit]) + chance.randint(1, 9)) % 10) + word[digit + 1 :],
        )
    for units in UNITS:
        if word in units:
            yield "unit changed", chance.choice([unit for unit in units if unit != word])
        if word.endswith("%") and "%" in units and len(word) > 1:
            yield "unit changed", word[:-1] + "‰"
    if word in STATES[language]:
        yield "name exchanged", chance.choice([state for state in STATES[language] if state != word])
    elif index and language != "ar" and len(word) > 3 and word[:1].isupper() and word.isalpha():
        names = [name for name in others if name[:1].isupper() and name.casefold() != word.casefold()]
        if names:
            yield "name exchanged", chance.choice(names)


def _marked(text: str, chance: random.Random) -> str:
    """With vowel marks and tatweel in Arabic, with stress marks in Russian."""
    changed = []
    for at, char in enumerate(text):
        changed.append(char)
        if "ء" <= char <= "ي" and chance.random() < 0.4:
            changed.append(chance.choice("\u064e\u064f\u0650\u0651\u0652"))
        elif "س" <= char <= "ي" and text[at + 1 : at + 2].isalpha() and chance.random() < 0.15:
            changed.append("ـ")
        elif char in "аеоуыэюя" and chance.random() < 0.15:
            changed.append("\u0301")
    return "".join(changed)


def _seats(text: str, chance: random.Random) -> str:
    text = re.sub(
        "[أإآا]", lambda found: chance.choice("أإا") if chance.random() < 0.5 else found.group(), text
    )
    return re.sub("(?<=[ء-ي])[ؤئ](?=[ء-ي])", lambda _: chance.choice("ؤئ"), text)


def _endings(text: str, _: random.Random) -> str:
    text = re.sub(r"(?<=[ء-ي]{2})ة\b", "ه", text)
    return re.sub(r"(?<=[ء-ي])[يى]\b", lambda found: "ى" if found.group() == "ي" else "ي", text)


def _digits(text: str, _: random.Random) -> str:
    return text.translate({ord("0") + digit: 0x660 + digit for digit in range(10)})


def _bidi(text: str, chance: random.Random) -> str:
    mark = chance.choice("\u200e\u200f\u2067\u202b")
    words = text.split(" ")
    at = chance.randrange(len(words))
    words[at] = mark + words[at] + chance.choice("\u2069\u202c\u200f")
    return " ".join(words)


def _quotation(text: str, chance: random.Random) -> str:
    open_, close = chance.choice(("“”", "«»", '""', "„“"))
    text = re.sub(r"(^|\s)[\"“«]", rf"\1{open_}", text)
    text = re.sub(r"[\"”»](?=\s|$)", close, text)
    text = re.sub("[-–—]", lambda _: chance.choice("-–—‑"), text)
    return open_ + text + close if chance.random() < 0.3 else text.replace("’", "'")


def _space(text: str, chance: random.Random) -> str:
    return re.sub(" ", lambda _: chance.choice(("  ", "\u00a0", "\n", " \u2009", "\u202f")), text)


def _letters(text: str, chance: random.Random) -> str:
    text = text.replace("ё", "е")
    return chance.choice((text.upper(), text.capitalize(), text.title() if "'" not in text else text.upper()))


def _line_ends(text: str, chance: random.Random) -> str:
    long = [found.start() for found in re.finditer("(?<=[a-zа-яё]{3})[a-zа-яё](?=[a-zа-яё]{2})", text)]
    if not long:
        return text
    at = chance.choice(long)
    return f"{text[:at]}-\n{text[at:]}"


HONEST: dict[str, Callable[[str, random.Random], str]] = {
    "normal form": lambda text, _: unicodedata.normalize("NFD", text),
    "vowel marks, tatweel": _marked,
    "alef and hamza seats": _seats,
    "ya, ta marbuta": _endings,
    "Eastern digits": _digits,
    "bidi controls": _bidi,
    "quotation marks, dashes": _quotation,
    "white space": _space,
    "case, ё": _letters,
    "hyphen at line's end": _line_ends,
}
