"""Spans: where what a head governs ends, and where it turns into another act on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sijill.acts.complements import takes
from sijill.acts.heads import Head
from sijill.acts.tokens import Cue, Token, joined_to, predicated
from sijill.acts.types import content_opener
from sijill.passages.folding import fold
from sijill.records import Word

# "After the withdrawal of …" opens a sentence within these words.
_OPENS = 2
_CONDITION = frozenset({"condition", "subjunctive"})
_DASHES = frozenset("-–—…")
_LEADING = frozenset({"and", "clause", "after", "relative", "auxiliary", "resume"})


def content_end(tokens: Sequence[Token], head: Head, following: Head | None) -> int:
    """The word after the last that a head governs."""
    end = following.left if following is not None else len(tokens)
    acts = head.role == "act"
    opener = None if acts else content_opener(tokens, head.index + 1, end)
    quoted = False
    for index in range(head.index + 1, end):
        token = tokens[index]
        quoted = token.mark == "open" if token.mark in ("open", "close") else quoted
        told = opener is None or opener < index
        over = (acts and not quoted and _breaks_off(tokens, index)) or _unquoted(tokens, index)
        over = over or (head.kind == "noun" and token.mark == "comma" and _timed(tokens, head))
        over = over or (told and "tail" in token.links and _sourced(tokens, index))
        if over and takes(tokens[:index], head.index, head.sense):
            return trimmed(tokens, head.index, index)
    return trimmed(tokens, head.index, end)


def _timed(tokens: Sequence[Token], head: Head) -> bool:
    """Whether a noun only says when the sentence happened that goes on after it ("بعد سحب السفير، …")."""
    return any("after" in token.links for token in tokens[: min(head.index, _OPENS)])


def _unquoted(tokens: Sequence[Token], index: int) -> bool:
    """Whether a comma after a quotation hands the word back to the reporter ("…"، ولكن الوفد …)."""
    if tokens[index].mark != "comma" or tokens[index - 1].mark != "close" or index + 1 >= len(tokens):
        return False
    return not {"aside", "clause", "preposition", "after"}.isdisjoint(tokens[index + 1].links)


def _breaks_off(tokens: Sequence[Token], index: int) -> bool:
    """Whether the reporter goes on by himself after an act ("…، وهو شرط قديم", "… لكن الوفد غادر")."""
    token = tokens[index]
    return token.mark == "colon" or ("aside" in token.links and tokens[index - 1].mark == "comma")


def _sourced(tokens: Sequence[Token], index: int) -> bool:
    """Whether a tail names a source ("بحسب بيان …"), or needs none ("جاء ذلك …")."""
    token = tokens[index]
    if token.link_words > 1 or "voice" in token.links:
        return True
    after = tokens[index + 1 : index + 3]
    if any(each.named for each in after[:1]):
        return True
    return any("voice" in each.links or each.mark == "open" for each in after)


def trimmed(tokens: Sequence[Token], first: int, end: int) -> int:
    """`end` without the commas, links and opening marks that lead on to something else."""
    while end > first + 1:
        last = tokens[end - 1]
        if last.mark in ("comma", "semicolon", "stop", "open", "colon", "other") or _leads_on(last):
            end -= 1
        elif joined_to(tokens, end) and tokens[end - 2].link_words == 2:
            end -= 2
        else:
            break
    return end


def _leads_on(token: Token) -> bool:
    """Whether a word can only lead on to another clause."""
    return token.link_words == 1 and not _LEADING.isdisjoint(token.links)


def turns(tokens: Sequence[Token], first: int, end: int) -> Iterator[int]:
    """The words in a content at which a clause of its own may begin (a pledge, a demand, a further claim)."""
    for index in range(first + 2, end):
        token = tokens[index]
        before = tokens[index - 1]
        if not token.that and any(tokens[index - back].link_words > back for back in (1, 2) if index >= back):
            continue
        dash = before.mark == "other" and before.word.folded in _DASHES
        if before.mark == "comma" and index > 1 and "intro" in tokens[index - 2].links:
            continue
        if "demanding" in before.links and any(cue.type == "urge" for cue in token.cues):
            yield index
            continue
        joined = joined_to(tokens, index)
        if (
            before.mark == "comma"
            and not token.that
            and not clitic_of(token)
            and _waits(tokens, first, index)
        ):
            continue
        fresh = dash or joined or before.mark in ("comma", "semicolon", "stop") or "clause" in before.links
        if (fresh or clitic_of(token)) and (
            (predicates(token) and (not token.cues or any(cue.clause for cue in token.cues)))
            or (token.that and index + 1 < end and _anew(token, before, tokens[index + 1]))
            or any(_leads_off(cue) or (joined and cue.where == "object") for cue in token.cues)
            or _finite(token)
            or before.mark == "semicolon"
            or "clause" in before.links
            or not {"speaks", "wish"}.isdisjoint(token.links)
            or (before.mark == "comma" and "pronoun" in token.links and token.clitic > 0)
        ):
            yield index


def _waits(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether a clause still waits at a comma for its predicate, or what is said on a condition for its
    main clause ("إن الوزير، …، سيشارك", "إذا وافقوا، سنوقع")."""
    if not predicated(tokens, first + 1, index):
        return True
    at = index - 2
    while at > first and not tokens[at].mark:
        at -= 1
    return any(not _CONDITION.isdisjoint(token.links) for token in tokens[at:index])


def _leads_off(cue: Cue) -> bool:
    """Whether a clause may begin with a cue ("وعلى الدول أن …", "ونيتها …")."""
    return cue.where == "lead" or (cue.where == "object" and cue.joined and cue.clitic > 0)


def _anew(token: Token, before: Token, after: Token) -> bool:
    """Whether a that-word opens a further claim ("وأن الحل …"), not what else is asked ("وأن تنسحب …")."""
    if after.meaning.finite and "referring" not in token.links:
        return False
    return "clause" in before.links or (token.clitic > 0 and "resume" not in token.links)


def predicates(token: Token) -> bool:
    """Whether a word is a predicate that tells a type: a future, a refusal, readiness."""
    if token.future or not {"will", "willnot"}.isdisjoint(token.links):
        return True
    return any(cue.where == "predicate" for cue in token.cues)


def _finite(token: Token) -> bool:
    """Whether a word can only be a verb of an act, joined to what stands before it."""
    return bool(token.senses) and all(
        sense.shape.tense == "present" and sense.shape.clitic and sense.entry.text("role") == "act"
        for sense in token.senses
    )


def clitic_of(token: Token) -> int:
    """The letters of a conjunction written with the word."""
    if token.link_words or token.future:
        return token.clitic
    for cue in token.cues:
        if cue.where in ("predicate", "lead"):
            return cue.clitic
    if token.senses:
        return token.senses[0].shape.clitic
    return 0


def start_offset(text: str, word: Word, clitic: int) -> int:
    """The code point where a word begins without its first `clitic` letters; marks on them go with them."""
    at = word.start
    while clitic and at < word.end - 1:
        clitic -= bool(fold(text[at]))
        at += 1
    while at < word.end - 1 and not fold(text[at]):
        at += 1
    return at if word.start < at else word.start
