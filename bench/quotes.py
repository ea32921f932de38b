"""How often is a false quote taken for true, and a true one refused? Sijill beside three usual ways.

    python bench/quotes.py [--probes 12000]

Side by side, on the same probes in the same run: Sijill's grounding, LangExtract's aligner with its
defaults (`pip install langextract`; left out where it is not installed; no model is asked), RapidFuzz
`partial_ratio` of at least 90, and `str.find`. Accepted means that the system gives the quote a place;
"right" that it is the true one.
"""

from __future__ import annotations

import argparse
import random
import re
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable

import probes as p
from rapidfuzz import fuzz

from sijill.readers.grounding import Source

Place = tuple[int, int] | None
System = Callable[[int, str], Place]


def systems(texts: list[str]) -> dict[str, System]:
    sources = [Source(text) for text in texts]

    def sijill(number: int, quote: str) -> Place:
        span = sources[number].ground(quote).span
        return None if span is None else (span.start, span.end)

    def find(number: int, quote: str) -> Place:
        at = texts[number].find(quote)
        return None if at < 0 else (at, at + len(quote))

    def partial(number: int, quote: str) -> Place:
        found = fuzz.partial_ratio_alignment(quote, texts[number], score_cutoff=90)
        return None if found is None else (found.dest_start, found.dest_end)

    asked: dict[str, System] = {"Sijill": sijill}
    aligner = langextract_aligner()
    if aligner:
        asked["LangExtract"] = lambda number, quote: aligner(texts[number], [quote])[0]
    return asked | {"partial_ratio": partial, "str.find": find}


def langextract_aligner() -> Callable[[str, list[str]], list[Place]] | None:
    try:
        from langextract.core.data import Extraction
        from langextract.resolver import WordAligner
    except ImportError:
        return None

    def align(text: str, quotes: list[str]) -> list[Place]:
        rows = [Extraction("quote", quote) for quote in quotes]
        (aligned,) = WordAligner().align_extractions([rows], text)
        spans = [row.char_interval for row in aligned]
        return [None if span is None else (span.start_pos, span.end_pos) for span in spans]

    return align


def make(texts: list[tuple[str, str]], many: int, chance: random.Random) -> list[p.Probe]:
    """`many` false and as many honest probes, every kind as often as any other."""
    per_false, per_honest = many // 12, many // len(p.HONEST)
    kinds: dict[tuple[bool, str], list[p.Probe]] = defaultdict(list)
    said = [re.findall(r"\w+", plain(text)) for _, text in texts]
    lines = [" " + " ".join(words) + " " for words in said]
    vocabulary = {
        language: [
            word for one, text in texts if one == language for word in re.findall(r"[^\W\d_]{3,}", text)
        ]
        for language in {language for language, _ in texts}
    }
    for tried, quote in enumerate(p.quotes(texts, 40 * many, chance)):
        splice = chance.choice(texts[quote.document][1].split("\n"))
        for kind, words in p.alterations(quote, vocabulary[quote.language], splice, chance):
            false = " ".join(words)
            said_so = " " + " ".join(re.findall(r"\w+", plain(false))) + " " in lines[quote.document]
            whole = kind == "half a word" and words != list(quote.words)
            if len(kinds[False, kind]) < per_false and (whole or not said_so) and differs(false, quote.text):
                kinds[False, kind].append(p.Probe(kind, False, false, quote))
        for kind, variant in p.variants(quote, chance):
            if len(kinds[True, kind]) < per_honest:
                kinds[True, kind].append(p.Probe(kind, True, variant, quote))
        full = all(
            len(probes) >= (per_honest if honest else per_false) for (honest, _), probes in kinds.items()
        )
        if tried > 500 and len(kinds) == 12 + len(p.HONEST) and full:
            break
    return [probe for probes in kinds.values() for probe in probes]


def plain(text: str) -> str:
    """An independent, crude folding, to be sure that a falsified quote does not happen to be true."""
    text = (
        unicodedata.normalize("NFKC", text).casefold().replace("ة", "ه").replace("ى", "ي").replace("ё", "е")
    )
    return re.sub("[\u064b-\u0652\u0640]", "", re.sub("[أإآ]", "ا", text))


def differs(false: str, true: str) -> bool:
    return re.sub(r"[^\w%‰$€]", "", plain(false)) != re.sub(r"[^\w%‰$€]", "", plain(true))


def measure(probes: list[p.Probe], asked: dict[str, System]) -> None:
    accepted: dict[tuple[bool, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    right: dict[tuple[bool, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    total: dict[tuple[bool, str], int] = defaultdict(int)
    spent: dict[str, float] = defaultdict(float)
    for probe in probes:
        original = probe.original
        for kind in (probe.kind, ""):
            total[probe.honest, kind] += 1
        for name, system in asked.items():
            start = time.process_time()
            place = system(original.document, probe.quote)
            spent[name] += time.process_time() - start
            for kind in (probe.kind, ""):
                accepted[probe.honest, kind][name] += place is not None
                true = (original.start, original.start + len(original.text))
                right[probe.honest, kind][name] += place == true
    for honest, heading in (
        (False, "false quotes accepted"),
        (True, "honest variants accepted, and at the right place"),
    ):
        print(f"\n{heading:<48}" + "".join(f"{name:>24}" for name in asked))
        for key in sorted((key for key in total if key[0] is honest), key=lambda key: (not key[1], key[1])):
            cells = (f"{accepted[key][name]:>8}{share(accepted[key][name], total[key])}" for name in asked)
            if honest:
                cells = (
                    f"{share(accepted[key][name], total[key])}{share(right[key][name], total[key])}"
                    for name in asked
                )
            print(f"{key[1] or 'all':<28}{total[key]:>20}" + "".join(f"{cell:>24}" for cell in cells))
    print(
        f"\n{'quotes a second, all probes':<48}"
        + "".join(f"{len(probes) / spent[name]:>24,.0f}" for name in asked)
    )


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:>10.2f} %"


def audit(texts: list[tuple[str, str]], many: int, chance: random.Random) -> None:
    """Speed of an audit: true quotes against their own documents, in seconds of one core."""
    asked: dict[int, list[tuple[str, int, int]]] = defaultdict(list)
    for quote in p.quotes(texts, many, chance):
        asked[quote.document].append((quote.text, quote.start, quote.start + len(quote.text)))
    sources = {number: Source(texts[number][1]) for number in asked}
    rates = {}
    for name in ("Sijill, first time", "Sijill, again", "Sijill, again, offsets given"):
        start = time.process_time()
        if name.endswith("given"):
            verdicts = [
                sources[number].ground(*row).verdict for number, rows in asked.items() for row in rows
            ]
        else:
            verdicts = [
                sources[number].ground(row[0]).verdict for number, rows in asked.items() for row in rows
            ]
        rates[name] = many / (time.process_time() - start)
        assert set(verdicts) == {"found"}
    for kind in ("normal form", "quotation marks, dashes", "Eastern digits"):
        spelt = [(number, p.HONEST[kind](row[0], chance)) for number, rows in asked.items() for row in rows]
        start = time.process_time()
        for number, text in spelt:
            sources[number].ground(text)
        rates[f"Sijill, again, other {kind}"] = many / (time.process_time() - start)
    aligner = langextract_aligner()
    if aligner:
        start = time.process_time()
        for number, rows in asked.items():
            aligner(texts[number][1], [row[0] for row in rows])
        rates["LangExtract, a document at once"] = many / (time.process_time() - start)
    print(f"\nauditing {many:,} true quotes of {len(asked)} documents, quotes a second of one core")
    last = list(rates.values())[-1]
    for name, rate in rates.items():
        print(f"  {name:<46}{rate:>12,.0f}  {rate / last:>8.1f} times the last")


def run(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--probes", type=int, default=12_000, help="false probes, and as many honest ones")
    many = parser.parse_args(arguments).probes
    chance = random.Random(5)
    texts = p.documents()
    probes = make(texts, many, chance)
    languages = sorted({probe.original.language for probe in probes})
    print(f"{len(probes):,} probes of {len(texts)} documents in {', '.join(languages)}")
    measure(probes, systems([text for _, text in texts]))
    audit(texts, many, chance)


if __name__ == "__main__":
    run()
