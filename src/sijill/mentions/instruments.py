"""Instruments: the texts of the parties that a document names, each once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sijill.catalogue.parties import parties
from sijill.languages.pack import Entry, entries
from sijill.mentions import phrases
from sijill.mentions.capitals import title
from sijill.mentions.lexicon import Lexicon, Match
from sijill.mentions.mentions import Mentions
from sijill.passages.folding import fold
from sijill.records import Document, Instrument, Language, Mention, Passage, Word

_LOOK_BACK = 6
_COMPLEMENT = 6
_LINK = 14
_SOON = 3
_LATEST = 200
_NAME = 4


class _Found(NamedTuple):
    kind: str
    status: str
    first: int
    last: int
    start: int
    key: tuple[str, ...]


@cache
def _lexicon(language: Language) -> Lexicon[Entry]:
    return Lexicon.of((word, entry) for entry in entries(language, "instruments") for word in entry.words)


@cache
def _statuses(language: Language) -> dict[str, str]:
    return {
        fold(word): entry.text("status") for entry in entries(language, "statuses") for word in entry.words
    }


def find_instruments(
    document: Document, passages: Sequence[Passage], mentions: Mentions
) -> tuple[Instrument, ...]:
    """The texts that the document names, one row each, at their first full naming."""
    rows: list[Instrument] = []
    seen: list[tuple[str, ...]] = []
    for passage in passages:
        for found in _in_passage(document.text, passage, mentions):
            if any(_same(found.key, key) for key in seen[-_LATEST:]):
                continue
            seen.append(found.key)
            end = passage.words[found.last - 1].end
            rows.append(
                Instrument(
                    start=found.start,
                    end=end,
                    quote=document.text[found.start : end],
                    kind=found.kind,
                    status=found.status,
                )
            )
    return tuple(rows)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are of one text: the words of the shorter stand in the longer."""
    short, long = sorted((set(one), set(other)), key=len)
    return short <= long


def _in_passage(text: str, passage: Passage, mentions: Mentions) -> list[_Found]:
    words, language = passage.words, passage.language
    found: list[_Found] = []
    reached = 0
    for match in _lexicon(language).matches(words):
        if match.first < reached:
            continue
        titled = match.value.text("form") in ("titled", "name")
        first, last = (
            title(text, words, (match.first, match.last), language) if titled else (match.first, None)
        )
        if last is None or (first, last) == (match.first, match.last):
            first, last = match.first, _reach(words, match, passage.language, mentions, bool(found))
        if last is None or first < reached:
            continue
        if any(m.start < match.start for m in _around(mentions, passage, match, last)):
            continue
        reached = last
        status = _status(words, match, last, language)
        key = (
            (match.value.where,) if match.value.text("form") == "name" else _key(words, match, last, language)
        )
        start = match.start if first == match.first else words[first].start
        key = key if first == match.first else tuple(word.folded for word in words[first:last])
        found.append(_Found(match.value.text("kind"), status, first, last, start, key))
    return found


def _around(mentions: Mentions, passage: Passage, match: Match[Entry], last: int) -> list[Mention]:
    """The parties in whose name the words stand ("the Collective Security Treaty Organization")."""
    end = passage.words[last - 1].end
    near = mentions.within(max(passage.start, match.start - 40), end + 40, "party")
    return [
        mention
        for mention in near
        if mention.start < match.start < mention.end and mention.end <= max(end, mention.end)
    ]


def _key(words: Sequence[Word], match: Match[Entry], last: int, language: Language) -> tuple[str, ...]:
    small = phrases.kind_words(language, "link") | phrases.kind_words(language, "inner")
    head = words[match.first].folded[match.start - words[match.first].start :]
    folded = [head, *(word.folded for word in words[match.first + 1 : last] if not phrases.is_mark(word))]
    return tuple(_bare(word, language) for word in folded if word not in small)


def _bare(folded: str, language: Language) -> str:
    for article in sorted(phrases.kind_words(language, "article"), key=len, reverse=True):
        if folded.startswith(article) and len(folded) > len(article) + 2:
            return folded[len(article) :]
    return folded


def _status(words: Sequence[Word], match: Match[Entry], last: int, language: Language) -> str:
    statuses = _statuses(language)
    inside = [statuses.get(word.folded) for word in words[match.first : last + 2]]
    before = [statuses.get(word.folded) for word in words[max(0, match.first - _LOOK_BACK) : match.first]]
    for status in [*reversed(before), *inside]:
        if status is not None:
            return status
    return {"statement": "adopted", "treaty": "in-force", "agreement": "in-force"}.get(
        match.value.text("kind"), "mentioned"
    )


def _reach(
    words: Sequence[Word], match: Match[Entry], language: Language, mentions: Mentions, listed: bool
) -> int | None:
    """The index after the name that begins with a word of the list; None where it names no text.

    `listed`: another text was named before it in the sentence, so that an indefinite one may be the next.
    """
    form, last = match.value.text("form"), match.last
    if form == "name":
        return last
    if form in ("short", "outcome", "numbered", "placed"):
        return _short_reach(words, match, language, mentions)
    full = phrases.complement(words, last, language, _COMPLEMENT)
    whole = phrases.linked(words, full, language, _LINK)
    if form == "sure":
        return whole if match.value.text("kind") != "statement" else last
    if form == "signed":
        bare = not phrases.definite(words[last - 1], language)
        signed = bare and _status(words, match, last, language) == "signed"
        return full if signed or (phrases.is_mark(words[full - 1]) and full > last) else None
    purpose = last < len(words) and words[last].folded.startswith(phrases.kind_prefixes(language))
    if listed and whole > last and (full == last or purpose):
        return whole
    return whole if full > last and _titled(words, last, full, language) else None


def _short_reach(
    words: Sequence[Word], match: Match[Entry], language: Language, mentions: Mentions
) -> int | None:
    """The same for the forms whose name is the word with no more than one name after it."""
    form, last = match.value.text("form"), match.last
    if last >= len(words):
        return (
            last
            if form in ("short", "outcome") and (form == "short" or _of_meeting(words, match, language))
            else None
        )
    beyond = words[min(len(words), last + _NAME) - 1].end
    after = [
        one
        for one in mentions.within(words[last].start, beyond, "party", "place")
        if one.start <= words[last].end
    ]
    one = after[0] if after else None
    if form == "short":
        return last + 1 if one is not None and one.form == "nisba" else last
    if form == "numbered":
        return last + 1 if words[last].folded[0].isdigit() else None
    if form == "placed":
        return last + 1 if one is not None and not phrases.definite(words[last - 1], language) else None
    if one is not None and one.form == "name" and _may_issue(one):
        return next(index for index, word in enumerate(words) if word.end >= one.end) + 1
    return last if _of_meeting(words, match, language) else None


def _titled(words: Sequence[Word], first: int, last: int, language: Language) -> bool:
    """Whether the complement of a noun names a text rather than its makers, its age or what it is like."""
    head, body = words[first - 1], words[first:last]
    if body[0].folded in phrases.kind_words(language, "sides"):
        return False
    if phrases.is_mark(body[0]):
        return True
    new = any(_statuses(language).get(word.folded) == "proposed" for word in body[:2])
    plain = phrases.kind_words(language, "plain")
    names = [word for word in body if _bare(word.folded, language) not in plain]
    if not names or new:
        return new and len(body) > 1
    if phrases.definite(head, language):
        return phrases.definite(names[0], language)
    adjective = not phrases.definite(body[0], language) and body[0].folded[-1] == head.folded[-1]
    if adjective or body[0].folded.startswith(tuple(phrases.kind_words(language, "verb-prefix"))):
        return False
    return any(phrases.definite(word, language) for word in names[:_SOON])


def _of_meeting(words: Sequence[Word], match: Match[Entry], language: Language) -> bool:
    """Whether a statement comes from a meeting, as the words beside it say."""
    occasions = phrases.kind_words(language, "occasion")
    near = words[max(0, match.first - 3) : match.last + 10]
    return any(_bare(word.folded, language) in occasions for word in near)


def _may_issue(mention: Mention) -> bool:
    """Whether a party is a forum, whose statement is a text of its members."""
    known = parties().get(mention.parties[0]) if mention.parties else None
    return known is not None and known.kind == "format"
