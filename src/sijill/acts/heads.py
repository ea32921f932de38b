"""Heads: the verbs, participles and nouns of a passage that report or perform an act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sijill.acts.candidate import HeadKind
from sijill.acts.complements import soon, takes
from sijill.acts.passive import considered, ruled, without_object
from sijill.acts.tokens import Token, joined_to, predicated
from sijill.languages.inflection import Sense

# A subject before its verb may have this many words ("أما وزير الخارجية الأردني أيمن الصفدي فقال").
_BEFORE = 18
# The subject of a that-clause has this many words at most, with all that is told of it.
_SUBJECT = 30
# A participle of saying governs something within these words.
_GOVERNED = 6
_PARTING = ("comma", "close", "stop", "semicolon")
_OPENING = ("that", "relative", "clause", "tail", "condition")
_LED = frozenset({"preposition", "that"})
_NO_PARTICIPLE = ("preposition", "negation", "that", "auxiliary", "relative", "text", "after")


@dataclass(frozen=True, slots=True)
class Head:
    """A word that begins an act; `left` is the first word of what leads up to it (link, subject)."""

    index: int
    left: int
    kind: HeadKind
    sense: Sense
    clitic: int = 0

    @property
    def role(self) -> str:
        """Whether the verb says, acts, or only carries a noun (`role` in the list)."""
        return self.sense.entry.text("role")


def find_heads(tokens: Sequence[Token], quoted: bool) -> list[Head]:
    """The heads of a passage in order; `quoted` where a quotation is open before its first word."""
    finder = _Finder(tokens, quoted)
    heads = (
        finder.step(index) for index, token in enumerate(tokens) if token.senses or token.mark or token.links
    )
    return [head for head in heads if head is not None]


class _Finder:
    """One way through a passage, keeping what last opened a clause and the last head.

    `opener` is what opened the clause (start, that, relative, clause, tail, condition, quote, head),
    `at` its first word, `after` the word after it.
    """

    def __init__(self, tokens: Sequence[Token], quoted: bool) -> None:
        self.tokens = tokens
        self.names = any(token.named for token in tokens)
        self.opener = "quote" if quoted else "start"
        self.at = self.after = 0
        self.open = self.quoted = quoted
        self.last: Head | None = None
        self.said: int | None = None

    def step(self, index: int) -> Head | None:
        """The head at a word, if one is there."""
        token = self.tokens[index]
        found = None
        if token.senses and token.link_words < 2:
            found = next((head for sense in token.senses if (head := self._head(index, sense))), None)
        if found is None:
            self._pass(token, index)
            return None
        self.opener, self.at, self.after, self.open, self.last = "head", index, index + 1, True, found
        self.said = None
        return found

    def _pass(self, token: Token, index: int) -> None:
        """Take note of what a word that is no head opens."""
        if token.mark in ("open", "close"):
            self.quoted = token.mark == "open"
        opener, after = "", index + 1
        if token.mark in ("stop", "semicolon"):
            opener = "start"
        elif token.mark == "open" and self.open:
            opener = "quote"
        elif token.mark == "colon":
            opener = "quote" if self.open else "start"
        elif token.links and token.links[0] in _OPENING:
            opener, after = token.links[0], index + token.link_words
        elif ("auxiliary" in token.links and token.clitic and not self.quoted) or self._joins_clause(index):
            opener = "clause"
        if self.open and (opener == "that" or (opener == "quote" and self.said is None)):
            self.said = after
        elif opener in ("start", "clause", "tail") or (token.mark == "close" and self._quoting()):
            self.said = None
        if opener:
            at = index if token.links or token.mark == "open" else index + 1
            self.opener, self.at, self.after = opener, at, after

    def _quoting(self) -> bool:
        """Whether what is being said began with a quotation mark."""
        return self.said is not None and self.tokens[self.said - 1].mark == "open"

    def _joins_clause(self, index: int) -> bool:
        """Whether an "and" after a comma begins a clause of its own."""
        return "and" in self.tokens[index].links and index > 0 and self.tokens[index - 1].mark == "comma"

    def _head(self, index: int, sense: Sense) -> Head | None:
        if sense.shape.tense == "noun":
            return self._noun(index, sense)
        if sense.shape.tense == "participle":
            return self._participle(index, sense)
        return self._verb(index, sense)

    def _near(self, index: int) -> Token | None:
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def _unfinished(self, index: int) -> bool:
        """Whether the that-clause before a word still waits for its predicate, which the word may be
        ("أكد أن الوزير، …، أشاد"), or a relative clause of its subject may hold it."""
        if self.said is None or not self.open or index - self.said > _SUBJECT:
            return False
        after = self.tokens[self.said]
        if "referring" in self.tokens[self.said - 1].links and "preposition" not in after.links:
            return index == self.said
        return not predicated(self.tokens, self.said, index)

    # verbs

    def _verb(self, index: int, sense: Sense) -> Head | None:
        if self._subordinate(index, sense) or without_object(self.tokens, index, sense):
            return None
        if not sense.shape.clitic and self._unfinished(index):
            return None
        free = self.opener in ("start", "clause")
        if ruled(self.tokens, index, sense, self.after) or (
            free and considered(self.tokens, index, sense, self.after)
        ):
            return None
        if not self._stands(index, sense) or self._is_noun(index) or self._is_object(index):
            return None
        if not takes(self.tokens, index, sense) or self._anonymous(index):
            return None
        clitic = sense.shape.clitic
        led = not clitic and self.opener in ("start", "clause", "relative", "tail")
        left = max(self.at, index - _BEFORE) if led else index
        return Head(index, left, "verb", sense, clitic)

    def _subordinate(self, index: int, sense: Sense) -> bool:
        """Whether the word before makes a verb no act: a negation, a preposition, "that he should …"."""
        before = self._near(index - 1)
        if before is None:
            return False
        if not {"negation", "purpose", "willnot", "preposition"}.isdisjoint(before.links):
            return True
        if "subjunctive" in self.tokens[self.at].links and self.after == index:
            return sense.entry.text("role") != "say" or "without" in self.tokens[self.at].links
        return before.that and self.opener == "that" and sense.shape.tense != "past"

    def _stands(self, index: int, sense: Sense) -> bool:
        """Whether a verb stands where a new act can begin, not inside what another governs."""
        shape, before, after = sense.shape, self._near(index - 1), self._near(index + 1)
        voiced = before is not None and "voice" in before.links
        if self.opener == "tail" and not shape.clitic and (self.open or voiced):
            return False
        if before is None:
            return True
        if shape.clitic:
            return shape.tense == "past" or not self.open or self._joins(sense)
        if self.opener == "condition":
            return before.mark == "comma" and not self.quoted
        if joined_to(self.tokens, index):
            return not self.quoted and shape.tense != "future"
        fresh = not self.quoted and (shape.tense == "past" or shape.person == 1)
        if before.mark == "comma" and (not self.open or fresh):
            return True
        if after is not None and "therein" in after.links and not self.quoted:
            return True
        return self._opened(index, sense, before)

    def _opened(self, index: int, sense: Sense, before: Token) -> bool:
        """Whether what last opened a clause lets an act begin at a verb."""
        if "text" in before.links and sense.shape.tense == "present":
            return True
        if self.opener == "relative":
            role, shape, after = sense.entry.text("role"), sense.shape, self._near(index + 1)
            habit = not shape.joined or sense.entry.text("type") == "decide"
            describes = shape.tense == "present" and habit and role == "act"
            believed = shape.tense == "present" and after is not None and after.that
            if describes or believed or role == "light":
                return False
            return index - self.after <= 1 and self._of_party()
        if self.opener in ("start", "clause"):
            return index - self.after <= _BEFORE or not self.open
        return not self.open

    def _of_party(self) -> bool:
        """Whether a relative clause tells an act of its own: that of a party or person named before it, one
        added with "and which", or one outside of what somebody says."""
        before, last = self._near(self.at - 1), self.last
        if last is not None and last.role == "say" and self.said is None and self._awaits(last):
            return False
        named = before is not None and bool(before.named)
        return named or self.tokens[self.at].clitic > 0 or self.said is None

    def _awaits(self, head: Head) -> bool:
        """Whether what a verb of saying says is still to come ("أضاف المصدر، الذي طلب …، أن …")."""
        between = self.tokens[head.index + 1 : self.at]
        if any(token.that or token.cues or token.mark in ("colon", "open") for token in between):
            return False
        after = self.tokens[self.at : self.at + _BEFORE]
        return any(token.that and before.mark in ("comma", "close") for before, token in pairwise(after))

    def _joins(self, sense: Sense) -> bool:
        """Whether a verb in the present is joined to one that stands alone ("تدين الهجوم وتدعو إلى …")."""
        last = self.last
        if last is None or last.kind != "verb" or self.opener != "head":
            return False
        present = last.sense.shape.tense == sense.shape.tense == "present"
        return present and "light" not in (last.role, sense.entry.text("role"))

    def _is_noun(self, index: int) -> bool:
        """Whether a form that may also be a noun or a preposition (رفض، دعم، بين) is one here."""
        token, before, after = self.tokens[index], self._near(index - 1), self._near(index + 1)
        if "after" in token.links:
            return True
        if "preposition" in token.links:
            leads = before is None or index == self.after or bool(before.mark)
            return not (leads and soon(self.tokens, index, 11))
        if before is None or not any(sense.shape.tense == "noun" for sense in token.senses):
            return False
        if token.senses[0].shape.clitic:
            led = after is not None and (
                "preposition" in after.links or after.meaning.bound or after.named or after.mark == "open"
            )
            apart = before.mark or before.named or soon(self.tokens, index, 1)
            return self.open and not (apart and led)
        if "after" in before.links:
            return True
        return not (index == self.after or "auxiliary" in before.links or before.mark or before.named)

    def _is_object(self, index: int) -> bool:
        """Whether a form that may also be a noun is what the verb of saying before it still lacks ("أكدت
        مملكة البحرين، الاثنين، دعمها …", "جدد الوزير، … ، دعوة فرنسا إلى …")."""
        last = self.last
        if last is None or last.kind != "verb" or last.role != "say" or self.opener != "head":
            return False
        if not any(sense.shape.tense == "noun" for sense in self.tokens[index].senses):
            return False
        between = self.tokens[last.index + 1 : index]
        governs = any(token.cues or token.mark in ("open", "colon") for token in between if not token.named)
        return not governs or not takes(self.tokens[:index], last.index, last.sense)

    def _anonymous(self, index: int) -> bool:
        """Whether the subject is one that speaks for no party: analysts, witnesses, newspapers."""
        subject = self.tokens[max(self.after, index - 3) : index]
        if self.opener not in ("start", "clause") or all(token.mark for token in subject):
            subject = [token for token in self.tokens[index + 1 : index + 4] if not token.mark][:1]
        if not any(token.meaning.source for token in subject):
            return False
        return not any("official" in token.links for token in self.tokens[index + 1 : index + 5])

    # participles

    def _participle(self, index: int, sense: Sense) -> Head | None:
        before = self._near(index - 1)
        shape, says = sense.shape, sense.entry.text("role") == "say"
        if not shape.ending or index + 1 >= len(self.tokens) or (before is None and not says):
            return None
        if before is not None and not self._parted(index, before, sense, says):
            return None
        if self._carries_on(index) or not takes(self.tokens, index, sense):
            return None
        if before is not None and not before.mark and self._unfinished(index):
            return None
        if not sense.entry.texts("takes") and not self._governs(index):
            return None
        return Head(index, index, "participle", sense, shape.clitic)

    def _parted(self, index: int, before: Token, sense: Sense, says: bool) -> bool:
        """Whether a participle stands apart from the word before it, not as its adjective."""
        if before.links and before.links[0] in _NO_PARTICIPLE:
            return False
        if self.opener == "tail" and before.mark != "comma":
            return False
        follows = self.last is not None and self.last.kind == "participle"
        if before.mark in _PARTING or (sense.shape.clitic and (says or follows)):
            return True
        if any(other.shape.tense == "noun" for other in self.tokens[index].senses):
            return False
        if says:
            return self.open or sense.shape.adverbial
        ending = sense.shape.ending
        return self.open and not before.word.folded.endswith(ending[-1])

    def _carries_on(self, index: int) -> bool:
        """Whether a participle only carries on the verb before it ("وختم قائلا إن …")."""
        last = self.last
        if last is None or last.kind != "verb" or self.opener != "head" or index - last.index > 6:
            return False
        speaks = any("colon" in sense.entry.texts("takes") for sense in self.tokens[index].senses)
        return speaks and last.role == "say"

    def _governs(self, index: int) -> bool:
        """Whether what follows is something a participle of saying governs."""
        return any(
            token.meaning.bound
            or token.mark in ("open", "colon")
            or not {"that", "preposition", "own"}.isdisjoint(token.links)
            or any(cue.where != "deed" for cue in token.cues)
            for token in self.tokens[index + 1 : index + 1 + _GOVERNED]
        )

    # nouns

    def _noun(self, index: int, sense: Sense) -> Head | None:
        before, after = self._near(index - 1), self._near(index + 1)
        if before is None:
            return self._leading(sense)
        if self._listed(index, sense, after):
            return Head(index, index, "noun", sense, sense.shape.clitic)
        if sense.shape.definite or sense.entry.text("role") == "light" or after is None:
            return None
        if self._timed(index, sense, before, after) or self._owned(index, sense, before, after):
            return Head(index, index, "noun", sense)
        if self._says(sense, before, after):
            return Head(index, index, "noun", sense, sense.shape.clitic)
        return None

    def _timed(self, index: int, sense: Sense, before: Token, after: Token) -> bool:
        """Whether a noun tells an earlier act ("بعد رفض موسكو …")."""
        if sense.shape.clitic or (self.names and not (sense.shape.joined or after.named)):
            return False
        return "after" in before.links or any(
            "after" in self.tokens[index - back].links and self.tokens[index - back].link_words == back
            for back in range(2, min(5, index + 1))
        )

    def _owned(self, index: int, sense: Sense, before: Token, after: Token) -> bool:
        """Whether a noun tells the act of the party that follows it ("تعهد الكوريتين ب…")."""
        if self.open or not after.parties or sense.shape.clitic or "auxiliary" in before.links:
            return False
        return takes(self.tokens, index, sense)

    def _says(self, sense: Sense, before: Token, after: Token) -> bool:
        """Whether a noun of saying governs a content ("بقوله إن …", "بإعلانه وقف …")."""
        if not sense.shape.joined or sense.entry.text("role") != "say" or "preposition" in before.links:
            return False
        if after.that or after.mark in ("open", "colon") or any(cue.joined for cue in after.cues):
            return True
        return sense.shape.binds and bool(after.cues)

    def _listed(self, index: int, sense: Sense, after: Token | None) -> bool:
        """Whether a noun goes on a list of acts told as nouns ("إدانة … والمطالبة بوقفها")."""
        shape = sense.shape
        if shape.binds or not shape.clitic or after is None or sense.entry.text("role") == "light":
            return False
        led = after.meaning.bound or after.that or "preposition" in after.links
        lists = self.last is not None and (self._opens_list(self.last) or sense.entry.text("role") == "say")
        return led and lists and (shape.definite or shape.joined) and takes(self.tokens, index, sense)

    def _opens_list(self, head: Head) -> bool:
        """Whether a head may be read as the noun that opens a point of a list ("إدانة …")."""
        nouns = any(sense.shape.tense == "noun" for sense in self.tokens[head.index].senses)
        return head.kind == "noun" or (head.index == 0 and nouns)

    def _leading(self, sense: Sense) -> Head | None:
        """A noun that opens a headline or a point of a list ("ترحيب عربي بالاتفاق", "التأكيد على …")."""
        after = self.tokens[1:4]
        if sense.shape.clitic or sense.entry.text("role") == "light" or len(after) < 2:
            return None
        led = any(
            token.meaning.bound or not {"preposition", "that"}.isdisjoint(token.links) for token in after
        )
        return Head(0, 0, "noun", sense) if led and takes(self.tokens, 0, sense) else None
