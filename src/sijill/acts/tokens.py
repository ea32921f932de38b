"""What each word of a passage may be to an act: a verb of saying, a cue of type, a link between clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from sijill.languages.inflection import Sense, forms, senses
from sijill.languages.pack import entries
from sijill.passages.folding import fold
from sijill.records import Language, Mention, Word

_OPENING, _CLOSING, _EITHER = frozenset("«“„‟‹"), frozenset("»”›"), frozenset("\"'`″")
# Helpers of a predicate: what negates it, sets its time, or tells that something is there.
_HELPERS = frozenset(("negation", "auxiliary", "copula", "there", "will", "willnot"))
# What is read as a word though it is written as a sign.
_SIGNS = frozenset("%‰°€$£¥")
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
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word may be wherever it stands; `longest` of the phrases that begin with it.

    It may name a `source` that speaks for no party, begin with a preposition (`bound`), look like a
    `finite` verb, one of the first person (`we`); its `root` is what it shares with its kin.
    """

    senses: tuple[Sense, ...] = ()
    links: tuple[Sense, ...] = ()
    cues: tuple[Cue, ...] = ()
    longest: int = 0
    future: tuple[int, int] = (0, 0)
    source: bool = False
    root: str = ""
    bound: bool = False
    finite: bool = False
    we: bool = False


_NOTHING = Meaning()


@dataclass(slots=True)
class Token:
    """A word with what the lists say of it.

    `links` are the roles of the connector that begins here, `clitic` the letters of another word
    before it; `parties` those of the name that the word belongs to, of the kind that `named` says.
    """

    word: Word
    mark: str = ""
    senses: tuple[Sense, ...] = ()
    links: tuple[str, ...] = ()
    link_words: int = 0
    clitic: int = 0
    cues: tuple[Cue, ...] = ()
    future: int = 0
    meaning: Meaning = _NOTHING
    parties: tuple[str, ...] = ()
    named: str = ""

    @property
    def that(self) -> bool:
        """Whether a that-word begins here."""
        return bool(self.links) and self.links[0] == "that"


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The lists of one language, inflected; `longest` says for a first word how many words to try."""

    verbs: Mapping[str, tuple[Sense, ...]]
    links: Mapping[str, tuple[Sense, ...]]
    cues: Mapping[str, tuple[Sense, ...]]
    longest: Mapping[str, int]
    sources: frozenset[str]
    lookalikes: Mapping[str, tuple[Sense, ...]]


@cache
def _lexicon(language: Language) -> _Lexicon:
    """The lists about acts of one language; built once."""
    links = senses(language, entries(language, "connectors"), fold)
    cues = senses(language, entries(language, "cues"), fold)
    longest: dict[str, int] = {}
    verbs = senses(language, entries(language, "acts"), fold)
    for form in (*links, *cues, *verbs):
        first, *more = form.split()
        longest[first] = max(longest.get(first, 0), 1 + len(more))
    return _Lexicon(
        verbs,
        links,
        cues,
        MappingProxyType(longest),
        frozenset(fold(word) for entry in entries(language, "sources") for word in entry.words),
        senses(language, entries(language, "lookalikes"), fold),
    )


def verb_senses(language: Language, folded: str) -> tuple[Sense, ...]:
    """What a word may be as a verb, participle or noun of an act; empty where no list has it."""
    return _meaning(language, folded).senses


@lru_cache(maxsize=200_000)
def _meaning(language: Language, folded: str) -> Meaning:
    known, rules = _lexicon(language), forms(language)
    return Meaning(
        () if folded in known.lookalikes else known.verbs.get(folded, ()),
        known.links.get(folded, ()),
        _cues(known.cues.get(folded, ()), 1, ()),
        known.longest.get(folded, 0),
        rules.future(folded),
        folded in known.sources,
        rules.root(folded),
        rules.bound(folded),
        rules.finite(folded),
        rules.we(folded),
    )


def _cues(found: tuple[Sense, ...], words: int, shorter: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """The cues of a phrase of so many words, and those of shorter ones that count elsewhere."""
    cues: list[Cue] = []
    for sense in found:
        shape, entry = sense.shape, sense.entry
        where = entry.text("where")
        if where == "predicate" and shape.tense == "noun" and shape.definite:
            continue  # "الخطر" is what one speaks of, "خطر" what one says of it
        if not any(cue.where == where for cue in cues):
            clitic = 0 if shape.binds else shape.clitic
            clause = entry.text("part") == "word"
            adjective = entry.text("part") == "adjective"
            cues.append(Cue(entry.text("type"), where, words, clitic, shape.joined, clause, adjective))
    places = {cue.where for cue in cues}
    return (*cues, *(cue for cue in shorter if cue.where not in places))


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
        links, length, cues, verbs = meaning.links, 1, meaning.cues, meaning.senses
        if meaning.longest > 1:
            phrase = words[index : index + meaning.longest]
            links, length, cues = _phrases(language, phrase, meaning)
            verbs = _verb_phrase(language, phrase) or verbs
        person, clitic = meaning.future
        roles: tuple[str, ...] = ()
        if links and index >= covered and not _hyphened(result, word):
            roles, clitic, covered = _roles(links), links[0].shape.clitic, index + length
            if roles[0] == "that" and any(cue.words > length for cue in cues):
                roles = ()  # "آن الأوان" is written like a that-word
        size = length if roles else 0
        result.append(Token(word, "", verbs, roles, size, clitic, cues, person, meaning))
    _name(result, names)
    return result


def joined_to(tokens: Sequence[Token], index: int) -> bool:
    """Whether an "and" that is a word of its own stands right before a word, or before its adverb."""
    while index > 1 and "adverb" in tokens[index - 1].links:
        index -= 1
    return any(
        "and" in tokens[index - back].links and tokens[index - back].link_words == back
        for back in range(1, min(3, index + 1))
    )


def predicated(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a clause has its predicate between two words, as far as a verb or a telling word shows it.

    The first verb after a relative pronoun belongs to the relative clause.
    """
    relative = False
    for token in tokens[first:end]:
        if "relative" in token.links:
            relative = True
        elif _predicate(token):
            if not relative:
                return True
            relative = False
    return False


def _predicate(token: Token) -> bool:
    if token.future or not _HELPERS.isdisjoint(token.links):
        return True
    if any(cue.where == "predicate" and cue.clause for cue in token.cues):
        return True
    if token.senses:
        return all(sense.shape.tense in ("past", "present") for sense in token.senses)
    return token.meaning.finite and not token.named and not token.links


def _roles(links: tuple[Sense, ...]) -> tuple[str, ...]:
    return tuple(sense.entry.text("role") for sense in links)


def _phrases(
    language: Language, words: Sequence[Word], meaning: Meaning
) -> tuple[tuple[Sense, ...], int, tuple[Cue, ...]]:
    """The longest connector that begins with a word, its length, and the cues that begin there."""
    known = _lexicon(language)
    links, length, cues = meaning.links, 1, meaning.cues
    key = words[0].folded
    for place, word in enumerate(words[1:], 2):
        key = f"{key} {word.folded}"
        if key in known.links:
            links, length = known.links[key], place
        if key in known.cues:
            cues = _cues(known.cues[key], place, cues)
    return links, length, cues


def _verb_phrase(language: Language, words: Sequence[Word]) -> tuple[Sense, ...]:
    """What the longest verb of several words that begins with a word means ("put forward")."""
    known = _lexicon(language).verbs
    for last in range(len(words), 1, -1):
        found = known.get(" ".join(word.folded for word in words[:last]))
        if found:
            return found
    return ()


def _hyphened(before: Sequence[Token], word: Word) -> bool:
    """Whether a word is the second half of a name ("جاي-إن"), which may look like a connector."""
    return bool(before) and before[-1].mark == "other" and before[-1].word.end == word.start


def _name(found: Sequence[Token], names: Sequence[Mention]) -> None:
    """Mark the words that belong to a name."""
    at = 0
    for name in names:
        while at < len(found) and found[at].word.end <= name.start:
            at += 1
        inside = at
        while inside < len(found) and found[inside].word.start < name.end:
            found[inside].named = name.kind
            if name.kind != "office":
                found[inside].future, found[inside].senses, found[inside].cues = 0, (), ()
            found[inside].parties = found[inside].parties or name.parties
            inside += 1


def _mark(folded: str, quoted: bool) -> str:
    """The kind of a punctuation mark; empty for words."""
    if folded in _SIGNS:
        return ""
    if len(folded) > 1 or folded.isalnum():
        return "stop" if folded.strip(".") == "" else ""
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
