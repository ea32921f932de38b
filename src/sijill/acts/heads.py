"""Heads: the verbs, participles and nouns of a passage that report or perform an act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sijill.acts.candidate import HeadKind
from sijill.acts.tokens import Token
from sijill.languages.inflection import Sense
from sijill.passages.folding import fold

# A subject before its verb may have this many words ("أما وزير الخارجية الأردني أيمن الصفدي فقال").
_BEFORE = 18
# Within these words after a verb what it takes must begin: a letter at once, a noun after a short
# subject, a clause (and anything where the entry says far) after a long one.
_CLAUSE, _REACH, _LETTER = 40, 14, 12


@dataclass(frozen=True, slots=True)
class Head:
    """A word that begins an act; `left` is the first word of what leads up to it (link, subject)."""

    index: int
    left: int
    kind: HeadKind
    sense: Sense
    clitic: int


@dataclass(slots=True)
class _State:
    """Where the scan stands: the last thing that opened a clause, and whether a head is open."""

    opener: str = "start"
    at: int = 0
    after: int = 0
    open: bool = False
    last: Head | None = None
    quoted: bool = False
    names: bool = False


def find_heads(tokens: Sequence[Token], quoted: bool) -> list[Head]:
    """The heads of a passage in order; `quoted` where a quotation is open before its first word."""
    heads: list[Head] = []
    state = _State(names=any(token.named for token in tokens))
    if quoted:
        state.opener, state.open, state.quoted = "quote", True, True
    for index, token in enumerate(tokens):
        head = _head(tokens, index, state) if token.senses else None
        if head is not None:
            heads.append(head)
            state.opener, state.at, state.after, state.open = "head", index, index + 1, True
            state.last = head
        else:
            _open(state, token, index)
    return heads


def _open(state: _State, token: Token, index: int) -> None:
    if token.mark in ("open", "close"):
        state.quoted = token.mark == "open"
    if token.mark in ("stop", "semicolon"):
        state.opener, state.at, state.after = "start", index + 1, index + 1
    elif token.mark == "open" and state.open:
        state.opener, state.at, state.after = "quote", index, index + 1
    elif token.mark == "colon":
        state.opener, state.at, state.after = ("quote" if state.open else "start"), index + 1, index + 1
    elif token.links and token.links[0] in ("that", "relative", "clause", "tail", "condition"):
        state.opener, state.at, state.after = token.links[0], index, index + token.link_words
    elif "auxiliary" in token.links and token.clitic and not state.quoted:
        state.opener, state.at, state.after = "clause", index, index + 1


def _head(tokens: Sequence[Token], index: int, state: _State) -> Head | None:
    if tokens[index].link_words > 1:
        return None
    for sense in tokens[index].senses:
        tense = sense.shape.tense
        if tense == "noun":
            found = _noun(tokens, index, sense, state)
        elif tense == "participle":
            found = _participle(tokens, index, sense, state)
        else:
            found = _verb(tokens, index, sense, state)
        if found is not None:
            return found
    return None


def _verb(tokens: Sequence[Token], index: int, sense: Sense, state: _State) -> Head | None:
    shape = sense.shape
    before = tokens[index - 1] if index else None
    if before is not None and not {"negation", "purpose", "willnot", "preposition"}.isdisjoint(before.links):
        return None
    if before is not None and "that" in before.links and state.opener == "that" and shape.tense != "past":
        return None
    role = sense.entry.text("role")
    if state.after == index and "subjunctive" in tokens[state.at].links and role != "say":
        return None
    transitive = bool(sense.entry.fields.get("object"))
    if shape.joined and role != "act" and not transitive:
        return None
    if transitive and not shape.joined and index + 1 < len(tokens) and _passive(tokens[index + 1]):
        return None
    if not _stands(tokens, index, sense, state) or _looks_like_noun(tokens, index, state):
        return None
    if not takes(tokens, index, sense) or _anonymous(tokens, index, state):
        return None
    left = index if shape.clitic or state.opener == "head" else max(state.at, index - _BEFORE)
    return Head(index, left, "verb", sense, shape.clitic)


def _passive(after: Token) -> bool:
    """Whether a verb that takes an object has none: it is in the passive ("وصف بأنه …")."""
    return after.bound and not after.named


def _stands(tokens: Sequence[Token], index: int, sense: Sense, state: _State) -> bool:
    """Whether a verb stands where a new act can begin, not inside what another governs."""
    shape, opener = sense.shape, state.opener
    near = index - state.after <= _BEFORE
    before = tokens[index - 1] if index else tokens[index]
    if opener == "tail" and (state.open or "voice" in before.links) and not shape.clitic:
        return False
    if shape.clitic and index:
        return shape.tense == "past" or not state.open or _joins(sense, state)
    if opener == "condition":
        return before.mark == "comma" and not state.quoted
    if before.mark == "comma" and (not state.open or (shape.tense == "past" and not state.quoted)):
        return True
    if index + 1 < len(tokens) and "therein" in tokens[index + 1].links:
        return True
    if "text" in before.links and shape.tense == "present":
        return True
    if opener == "relative":
        return index - state.after <= 1 and sense.entry.text("role") != "light" and not _common(sense)
    if opener in ("start", "clause"):
        return near or not state.open
    return not state.open


def _joins(sense: Sense, state: _State) -> bool:
    """Whether a verb in the present is joined to one that stands alone ("تدين الهجوم وتدعو إلى …")."""
    last = state.last
    return (
        last is not None
        and last.kind == "verb"
        and state.opener == "head"
        and last.sense.shape.tense == sense.shape.tense == "present"
        and last.sense.entry.text("role") == sense.entry.text("role") == "act"
    )


def _common(sense: Sense) -> bool:
    """Verbs that describe rather than act where a relative word opens ("الدول التي تدعم …")."""
    shape = sense.shape
    return shape.tense == "present" and not shape.joined and sense.entry.text("role") == "act"


def _looks_like_noun(tokens: Sequence[Token], index: int, state: _State) -> bool:
    """Whether a form that may also be a noun or a preposition (رفض، دعم، بين) is one here."""
    token = tokens[index]
    if "after" in token.links:
        return True
    if "preposition" in token.links:
        if index and index != state.after and not tokens[index - 1].mark:
            return True
        wanted = [want for sense in token.senses for want in _wanted(sense.entry.texts("takes"))]
        return not any(_meets(tokens[index + 1 : index + 12], want) for want in wanted)
    if not any(sense.shape.tense == "noun" for sense in token.senses):
        return False
    if index == 0:
        return False
    before = tokens[index - 1]
    after = tokens[index + 1] if index + 1 < len(tokens) else token
    if token.senses[0].shape.clitic:
        led = "preposition" in after.links or after.bound or after.named or after.mark == "open"
        return state.open and not ((before.mark or before.named) and led)
    if "after" in before.links:
        return True
    if index == state.after:
        return False
    return not ("auxiliary" in before.links or before.mark or before.named)


_THAT: tuple[str, ...] = ("ان",)
_OPENERS = (_THAT, (":",), ('"',))


@cache
def _wanted(phrases: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(part) for part in phrase.split()) for phrase in phrases)


def takes(tokens: Sequence[Token], index: int, sense: Sense) -> bool:
    """Whether what a verb needs to be an act follows it, and nothing that makes it none."""
    unless = _wanted(sense.entry.texts("unless"))
    if unless and any(_meets(tokens[index + 1 : index + 12], want) for want in unless):
        return False
    wanted = _wanted(sense.entry.texts("takes"))
    after = tokens[index + 1 : index + 1 + _CLAUSE]
    far = bool(sense.entry.fields.get("far"))
    return not wanted or any(_meets(after[: _within(want, far)], want) for want in wanted)


def _within(want: tuple[str, ...], far: bool) -> int:
    if want in _OPENERS or far:
        return _CLAUSE
    return _LETTER if len(want[0]) == 1 else _REACH


def _meets(after: Sequence[Token], want: tuple[str, ...]) -> bool:
    for at, token in enumerate(after):
        if token.mark in ("stop", "semicolon"):
            return False
        folded = token.word.folded
        if want == _THAT:
            hit = "that" in token.links
        elif want in ((":",), ('"',)):
            hit = token.mark == ("colon" if want == (":",) else "open")
        elif len(want[0]) == 1:
            hit = folded == want[0] or (folded.startswith(want[0]) and len(folded) > 2)
        else:
            hit = (folded.startswith(want[0]) or token.root.startswith(want[0])) and all(
                at + k < len(after) and after[at + k].word.folded == part for k, part in enumerate(want) if k
            )
        if hit:
            return True
    return False


def _anonymous(tokens: Sequence[Token], index: int, state: _State) -> bool:
    """Whether the subject is one that speaks for no party: analysts, witnesses, newspapers."""
    if state.opener in ("start", "clause") and index > state.after:
        subject = tokens[max(state.after, index - 3) : index]
    else:
        subject = tokens[index + 1 : index + 2]
    if not any(token.source for token in subject):
        return False
    return not any("official" in token.links for token in tokens[index + 1 : index + 5])


def _participle(tokens: Sequence[Token], index: int, sense: Sense, state: _State) -> Head | None:
    token = tokens[index]
    bare = token.word.folded[sense.shape.clitic :]
    says = sense.entry.text("role") == "say"
    if not bare.endswith(("ا", "ه", "ين", "ان")) or index + 1 >= len(tokens) or (not index and not says):
        return None
    before = tokens[index - 1] if index else tokens[0]
    if before.links and before.links[0] in ("preposition", "negation", "that", "auxiliary", "relative", "text"):
        return None
    if state.opener == "tail" and before.mark != "comma":
        return None
    if before.links and before.links[0] == "after" or _carried(token, state, index):
        return None
    follows = state.last is not None and state.last.kind == "participle"
    parted = before.mark in ("comma", "close", "stop", "semicolon") or (sense.shape.clitic > 0 and (says or follows))
    agrees = not says and before.word.folded.endswith(bare[-1])
    alone = not state.open and not (says and bare.endswith("ا"))
    if index and not parted and (alone or agrees):
        return None
    if not takes(tokens, index, sense) or not _governs(tokens, index):
        return None
    return Head(index, index, "participle", sense, sense.shape.clitic)


def _carried(token: Token, state: _State, index: int) -> bool:
    """Whether a participle only carries on the verb before it ("وختم قائلا إن …")."""
    last = state.last
    if last is None or last.kind != "verb" or state.opener != "head" or index - last.index > 6:
        return False
    says = any((":",) in _wanted(sense.entry.texts("takes")) for sense in token.senses)
    return says and last.sense.entry.text("role") == "say"


def _governs(tokens: Sequence[Token], index: int) -> bool:
    """Whether what follows is something a participle of saying governs."""
    for token in tokens[index + 1 : index + 7]:
        if not {"that", "preposition", "own"}.isdisjoint(token.links) or token.mark in ("open", "colon"):
            return True
        if any(cue.where != "deed" for cue in token.cues):
            return True
        if token.bound:
            return True
    return False


def _noun(tokens: Sequence[Token], index: int, sense: Sense, state: _State) -> Head | None:
    if not index:
        return _leading(tokens, sense)
    if sense.shape.definite:
        return None
    before = tokens[index - 1]
    temporal = "after" in before.links or _after_phrase(tokens, index)
    if state.names and not sense.shape.joined and not (index + 1 < len(tokens) and tokens[index + 1].named):
        temporal = False
    if temporal and not sense.shape.clitic and sense.entry.text("role") in ("say", "act"):
        return Head(index, index, "noun", sense, 0)
    after = tokens[index + 1] if index + 1 < len(tokens) else before
    says = sense.shape.joined and sense.entry.text("role") == "say"
    governs = "that" in after.links or after.mark in ("open", "colon") or any(cue.joined for cue in after.cues)
    if says and "preposition" not in before.links and (governs or (sense.shape.binds and after.cues)):
        return Head(index, index, "noun", sense, sense.shape.clitic)
    owned = "auxiliary" not in before.links and bool(after.parties) and not sense.shape.clitic and sense.entry.text("role") != "light"
    if owned and not state.open and takes(tokens, index, sense):
        return Head(index, index, "noun", sense, 0)
    return None


def _after_phrase(tokens: Sequence[Token], index: int) -> bool:
    """Whether a phrase such as "على الرغم من" ends right before a word."""
    return any(
        "after" in tokens[index - back].links and tokens[index - back].link_words == back
        for back in range(2, min(5, index + 1))
    )


def _leading(tokens: Sequence[Token], sense: Sense) -> Head | None:
    """A noun that opens a headline or a point of a list ("ترحيب عربي بالاتفاق", "التأكيد على …")."""
    if sense.shape.clitic or sense.entry.text("role") == "light" or len(tokens) < 3:
        return None
    links = {link for token in tokens[1:4] for link in token.links}
    if not any(token.bound for token in tokens[1:4]) and "preposition" not in links and "that" not in links:
        return None
    return Head(0, 0, "noun", sense, 0)
