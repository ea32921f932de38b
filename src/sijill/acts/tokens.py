"""What each word of a passage may be to an act: a verb of saying, a cue of type, a link between clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from sijill.languages.inflection import Sense, forms, senses
from sijill.languages.pack import Entry, entries
from sijill.passages.folding import fold
from sijill.records import Language, Mention, Word

_OPENING, _CLOSING, _EITHER = frozenset("«“„‟‹"), frozenset("»”›"), frozenset("\"'`″")
_STOPS, _SEMICOLONS = frozenset(".!?؟۔"), frozenset(";؛")


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that tells the type of a content; `where` it does so, and how many words it has.

    `clitic` letters of a conjunction stand before it; a possessive is `joined` to it; a `clause` begins
    with it where it is no bare noun or adjective.
    """

    type: str
    where: str
    words: int
    clitic: int
    joined: bool
    clause: bool


@dataclass(slots=True)
class Token:
    """A word with what the lists say of it.

    `links` are the roles of the connector that begins here, `clitic` the letters of another word
    before it; `parties` those of the name that the word belongs to, where it is `named`.
    """

    word: Word
    mark: str = ""
    senses: tuple[Sense, ...] = ()
    links: tuple[str, ...] = ()
    link_words: int = 0
    clitic: int = 0
    cues: tuple[Cue, ...] = ()
    future: int = 0
    source: bool = False
    parties: tuple[str, ...] = ()
    named: bool = False
    root: str = ""
    bound: bool = False

    @property
    def that(self) -> bool:
        """Whether a that-word begins here."""
        return bool(self.links) and self.links[0] == "that"


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Phrases by their folded words; `longest` says for a first word how many words to try."""

    found: Mapping[str, tuple[Sense, ...]]
    longest: Mapping[str, int]

    def at(self, words: Sequence[Word], index: int) -> tuple[tuple[Sense, ...], int]:
        """The longest phrase that begins at a word, and its number of words; 0 where none does."""
        for length in range(min(self.longest.get(words[index].folded, 0), len(words) - index), 0, -1):
            key = " ".join(word.folded for word in words[index : index + length])
            if key in self.found:
                return self.found[key], length
        return (), 0


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The lists of one language, inflected."""

    verbs: Mapping[str, tuple[Sense, ...]]
    links: _Phrases
    cues: Mapping[str, _Phrases]
    sources: frozenset[str]
    lookalikes: Mapping[str, tuple[Sense, ...]]


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a word may be wherever it stands; `linking` and `telling` where phrases begin with it."""

    senses: tuple[Sense, ...]
    future: int
    source: bool
    linking: bool
    telling: bool
    root: str
    bound: bool


@cache
def _lexicon(language: Language) -> _Lexicon:
    """The lists about acts of one language; built once."""
    cues = entries(language, "cues")
    places = sorted({entry.text("where") for entry in cues})
    return _Lexicon(
        senses(language, entries(language, "acts"), fold),
        _phrases(language, entries(language, "connectors")),
        {where: _phrases(language, tuple(e for e in cues if e.text("where") == where)) for where in places},
        frozenset(fold(word) for entry in entries(language, "sources") for word in entry.words),
        senses(language, entries(language, "lookalikes"), fold),
    )


def _phrases(language: Language, items: tuple[Entry, ...]) -> _Phrases:
    found = senses(language, items, fold)
    longest: dict[str, int] = {}
    for form in found:
        parts = form.split()
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return _Phrases(found, MappingProxyType(longest))


def verb_senses(language: Language, folded: str) -> tuple[Sense, ...]:
    """What a word may be as a verb, participle or noun of an act; empty where no list has it."""
    return _meaning(language, folded).senses


@lru_cache(maxsize=200_000)
def _meaning(language: Language, folded: str) -> _Meaning:
    known = _lexicon(language)
    return _Meaning(
        () if folded in known.lookalikes else known.verbs.get(folded, ()),
        forms(language).future(folded),
        folded in known.sources,
        folded in known.links.longest,
        any(folded in phrases.longest for phrases in known.cues.values()),
        forms(language).root(folded),
        forms(language).bound(folded),
    )


def tokens(
    words: Sequence[Word], language: Language, quoted: bool, names: Sequence[Mention] = ()
) -> list[Token]:
    """The words of a passage with what they may be; `quoted` where a quotation is open before them.

    `names` are the parties, persons and offices found in the passage, in order.
    """
    result: list[Token] = []
    covered = 0
    for index, word in enumerate(words):
        mark = _mark(word.folded, quoted)
        if mark:
            quoted = mark == "open" if mark in ("open", "close") else quoted
            result.append(Token(word, mark))
            continue
        meaning = _meaning(language, word.folded)
        token = Token(word, "", meaning.senses)
        token.future, token.source = meaning.future, meaning.source
        token.root, token.bound = meaning.root, meaning.bound
        if meaning.linking and index >= covered and not _hyphened(result, word):
            covered = index + _link(token, language, words, index)
        if meaning.telling:
            token.cues = _cues(language, words, index)
        result.append(token)
    _name(result, names)
    return result


def _hyphened(before: Sequence[Token], word: Word) -> bool:
    """Whether a word is the second half of a name ("جاي-إن"), which may look like a connector."""
    return bool(before) and before[-1].mark == "other" and before[-1].word.end == word.start


def _link(token: Token, language: Language, words: Sequence[Word], index: int) -> int:
    found, length = _lexicon(language).links.at(words, index)
    if found:
        token.links = tuple(sense.entry.text("role") for sense in found)
        token.link_words, token.clitic = length, found[0].shape.clitic
    return length


def _cues(language: Language, words: Sequence[Word], index: int) -> tuple[Cue, ...]:
    found = []
    for where, phrases in _lexicon(language).cues.items():
        items, length = phrases.at(words, index)
        if items:
            shape = items[0].shape
            clitic = 0 if shape.binds else shape.clitic
            entry = items[0].entry
            clause = entry.text("part") == "word"
            found.append(Cue(entry.text("type"), where, length, clitic, shape.joined, clause))
    return tuple(found)


def _name(found: Sequence[Token], names: Sequence[Mention]) -> None:
    """Mark the words that belong to a name."""
    at = 0
    for name in names:
        while at < len(found) and found[at].word.end <= name.start:
            at += 1
        inside = at
        while inside < len(found) and found[inside].word.start < name.end:
            found[inside].named = True
            if name.kind != "office":
                found[inside].future, found[inside].senses, found[inside].cues = 0, (), ()
            found[inside].parties = found[inside].parties or name.parties
            inside += 1


def _mark(folded: str, quoted: bool) -> str:
    """The kind of a punctuation mark; empty for words."""
    if len(folded) > 1 or folded.isalnum():
        return ""
    if folded in _OPENING or (folded in _EITHER and not quoted):
        return "open"
    if folded in _CLOSING or folded in _EITHER:
        return "close"
    if folded == ":":
        return "colon"
    if folded in "،,":
        return "comma"
    if folded in _SEMICOLONS:
        return "semicolon"
    return "stop" if folded in _STOPS else "other"
