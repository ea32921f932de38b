"""Types: what the content of an act makes it, whatever verb reports it (codebook, rules 1, 8 and 10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sijill.acts.complements import takes
from sijill.acts.heads import Head
from sijill.acts.tokens import Cue, Token, joined_to
from sijill.records import ActType

# A clause tells its type within this many words; later words are mostly reasons and examples.
_REACH = 30
# A negation governs what it denies within this many words ("لا يمكن لبلاده أن تقبل").
_GROUP = 5
# A subject has this many words at most; what follows belongs to the content.
_SUBJECT = 14
# What only its own subject can do: of another's pledge, support or refusal the speaker makes a claim.
_PERSONAL = frozenset({"commit", "support", "praise"})
# The will that a noun tells, as a claim where it is another's.
_OTHERS = frozenset({"commit", "oppose"})
# What a negation right before it takes back ("لا تحتاج", "ليست مستعدة").
_DENIABLE = frozenset({"commit", "support", "urge", "concern"})
# What no thing does: where nobody knows who speaks, its subject may well be the speaker's own.
_WILLED = frozenset({"commit", "oppose", "urge"})


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, as far as the words tell: roots of their names, and their parties.

    In a joint text `everyone` speaks: whoever is named does what the text says. In a transcript one person
    speaks `aloud`, as "I" and "we".
    """

    roots: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    everyone: bool = False
    aloud: bool = False


NOBODY = Subject()


def subject_of(tokens: Sequence[Token], first: int, end: int) -> Subject:
    """The subject whose words stand from `first` to before `end`."""
    stretch = [token for token in tokens[first : min(end, first + _SUBJECT)] if not token.mark]
    return Subject(
        frozenset(token.meaning.root for token in stretch if len(token.word.folded) > 3),
        frozenset(party for token in stretch for party in token.parties),
    )


@dataclass(frozen=True, slots=True)
class TypeReader:
    """Reads the types of the acts of one passage."""

    tokens: Sequence[Token]

    def act_type(self, head: Head, end: int, speaker: Subject) -> ActType | None:
        """The type of the act that `head` begins and that ends before `end`; None where it is no act."""
        entry = head.sense.entry
        role = entry.text("role")
        if role == "act" and head.sense.shape.tense == "future":
            return "commit"
        if role == "act" and not entry.texts("yields"):
            return cast(ActType, entry.text("type"))
        opener = self._opener(head, end)
        found = self._object_type(head, end, opener, speaker)
        if found is None and role != "act" and opener is not None and opener + 1 < end:
            found = self._noun_type(opener + 1) if self.tokens[opener].mark == "open" else None
        if role == "act" and opener is not None and found is None:
            found = self._settled(opener, end, speaker)
        if role == "act":
            own = cast(ActType, entry.text("type"))
            return found if found in entry.texts("yields") else own
        if found is not None:
            return found
        if role == "light":
            return None
        if opener is None:
            return "state"
        pledges = bool(entry.fields.get("pledges")) and self._tells_future(opener, end)
        return "commit" if pledges else self.clause_type(opener, end, speaker)

    def _tells_future(self, first: int, end: int) -> bool:
        """Whether a clause is in the future, so that to assure somebody of it is to pledge it."""
        return any(
            token.future or "will" in token.links for token in self.tokens[first : min(end, first + _REACH)]
        )

    def _opener(self, head: Head, end: int) -> int | None:
        """What opens the content of a head: no quotation that only names what stands before it ("أعرب لصحيفة
        "…" عن …")."""
        opener = content_opener(self.tokens, head.index + 1, end)
        while opener is not None and self.tokens[opener].mark == "open":
            if takes(self.tokens[: opener + 1], head.index, head.sense):
                break
            opener = content_opener(self.tokens, opener + 1, end)
        return opener

    def _settled(self, opener: int, end: int, speaker: Subject) -> ActType | None:
        """The type of what was agreed to be so; None for what was agreed to be done ("على أن يعقد …")."""
        if self.tokens[opener].mark == "open":
            opener += 1
        if opener + 1 >= end or "that" not in self.tokens[opener].links:
            return None
        if self.tokens[opener + 1].meaning.finite:
            return None
        return self.clause_type(opener, end, speaker)

    def _object_type(self, head: Head, end: int, opener: int | None, speaker: Subject) -> ActType | None:
        """The type that the noun after a verb of saying gives it ("أكد رفضه …", "أعلن إلغاء …")."""
        announces = bool(head.sense.entry.fields.get("announces"))
        reach = 12 if head.role == "act" else _REACH
        last = min(end if opener is None else opener, head.index + reach)
        clause = opener is not None and "that" in self.tokens[opener].links
        clause = clause or head.role == "act"
        subject: ActType | None = None
        for index in range(head.index + 1, last):
            found = self._noun_type(index, announces)
            if found is None or (clause and not self._governed(head, index)):
                continue
            own = any(cue.joined for cue in self.tokens[index].cues)
            if found == "propose" and head.role == "say" and not (announces or own):
                continue  # "أكد أهمية المبادرة": to tell of a proposal is to propose nothing
            if found in _OTHERS and head.kind != "noun" and self._of_others(index, speaker):
                return "state"
            if found != "decide" or announces or head.role != "say" or index > head.index + 1:
                return found
            subject = found  # "أكد قرار المجلس الحاجة إلى …": mostly the text that speaks
        return subject or (self._carried(head, end) if head.role == "light" else None)

    def _of_others(self, index: int, speaker: Subject) -> bool:
        """Whether a noun tells the will of another than the speaker ("أشار إلى تمسك إيران بالاتفاق")."""
        if any(cue.joined for cue in self.tokens[index].cues):
            return False
        parties = {party for token in self.tokens[index + 1 : index + 2] for party in token.parties}
        return bool(parties and speaker.parties) and not parties & speaker.parties

    def _carried(self, head: Head, end: int) -> ActType | None:
        """The type of the act whose noun a light verb carries ("قام بتوقيع …", "أعاد فتح …")."""
        for index in range(head.index + 1, min(end, head.index + 1 + _SUBJECT)):
            for sense in self.tokens[index].senses:
                noun = sense.shape.tense == "noun" and not sense.shape.definite
                if noun and sense.entry.text("role") == "act" and takes(self.tokens[:end], index, sense):
                    return cast(ActType, sense.entry.text("type"))
        return None

    def _governed(self, head: Head, index: int) -> bool:
        """Whether a noun is what the verb takes, not part of its subject ("المتحدث باسم تحالف دعم …")."""
        before, after = self.tokens[index - 1], self.tokens[index + 1 : index + 2]
        told = any(token.that for token in after)
        own = any(cue.joined and cue.where == "object" for cue in self.tokens[index].cues)
        led = own or ("preposition" in before.links and self._noun_type(index) is not None)
        return told or index == head.index + 1 or led or before.mark == "comma"

    def _noun_type(self, index: int, announces: bool = False) -> ActType | None:
        for cue in self.tokens[index].cues:
            if cue.where == "object" or (cue.where == "deed" and announces):
                return cast(ActType, cue.type)
        return None

    def clause_type(self, first: int, end: int, speaker: Subject, subject: int | None = None) -> ActType:
        """The type of a clause from its first telling predicate.

        `first` is the word that opens it, `subject` that which opens the clause it is joined to.
        """
        subject = first if subject is None else subject
        for cue in self.tokens[first].cues:
            if cue.where == "object" and (joined_to(self.tokens, first) or (cue.joined and cue.clitic)):
                return cast(ActType, cue.type)
        silent = 0
        for index in range(first, min(end, first + _REACH)):
            token = self.tokens[index]
            if "that" in token.links and index > first + 1:
                first = subject = index
            if "relative" in token.links:
                silent = index + 2
            elif "condition" in token.links:
                silent = end
            elif token.mark == "comma":
                silent = 0
            elif index >= silent and (token.cues or token.future or token.senses or token.links):
                found = self._predicate((first, subject), index, end, speaker)
                if found is not None:
                    return found
        return "state"

    def _predicate(self, clause: tuple[int, int], index: int, end: int, speaker: Subject) -> ActType | None:
        """The type that a word gives a clause as its predicate; None where it gives none."""
        token = self.tokens[index]
        first, subject = clause
        if self._refuses(index):
            return "oppose" if self._owner(first, index, subject, speaker) != "other" else "state"
        cue = self._cue(first, index)
        if cue is not None and cue.where not in ("effect", "done"):
            return self._told_by(cue, clause, index, speaker)
        if token.future or not {"will", "willnot"}.isdisjoint(token.links):
            return self._future(cue, clause, index, end, speaker)
        return self._act_inside(clause, index, end, speaker)

    def _told_by(self, cue: Cue, clause: tuple[int, int], index: int, speaker: Subject) -> ActType:
        """The type that a telling word gives a clause: none of its own where it is denied or past."""
        before = self.tokens[index - 1].links if index else ()
        if "not" in before and cue.type in _DENIABLE:
            return "oppose" if cue.type == "support" else "state"
        if "was" in before and cue.type == "urge" and cue.where != "lead":
            return "state"
        thanks = speaker.aloud and cue.type == "praise"
        personal = cue.type in _PERSONAL and not thanks
        owner = self._owner(clause[0], index, clause[1], speaker) if personal else ""
        if owner == "other":
            return "state"
        return cast(ActType, cue.type)

    def _future(
        self, cue: Cue | None, clause: tuple[int, int], index: int, end: int, speaker: Subject
    ) -> ActType | None:
        """The type of a clause in the future: a pledge where its subject is the speaker's own."""
        token, first = self.tokens[index], clause[0]
        if speaker.aloud and any(sense.entry.text("role") == "say" for sense in token.senses):
            return None
        if token.future == 1:
            return "state" if cue is not None and cue.where == "effect" else "commit"
        if "copula" in token.links:
            return None
        after = self.tokens[index + 1 : index + 2]
        if not token.future and any(each.meaning.we for each in after):
            return "commit"
        owner = self._aloud_owner(first, index, speaker) if speaker.aloud else ""
        owner = owner or self._owner(first, index, clause[1], speaker)
        if owner == "thing" and self._endangers(index, end):
            return "concern"
        done = owner == "thing" and cue is not None and cue.where == "done"
        return "commit" if owner == "own" or done else "state"

    def _refuses(self, index: int) -> bool:
        """Whether a negation governs what one accepts or refuses ("لن نقبل", "لا يمكننا أن نسمح")."""
        for after in range(index + 1, min(index + 1 + _GROUP, len(self.tokens))):
            if "denied" in self.tokens[after].links:
                between = self.tokens[index + 1 : after]
                able = after == index + 1 or any("able" in token.links for token in between)
                return able and not {"negation", "willnot"}.isdisjoint(self.tokens[index].links)
            if self.tokens[after].mark:
                break
        return False

    def _aloud_owner(self, first: int, index: int, speaker: Subject) -> str:
        """Whose a future in the third person is, in the mouth of one who says "we" of his own."""
        before = self.tokens[first:index]
        own = any(speaker.parties & set(token.parties) or "own" in token.links for token in before)
        return "own" if own else "thing"

    def _endangers(self, index: int, end: int) -> bool:
        """Whether what a future says is a danger ("سيعرض المنطقة لخطر")."""
        return any(
            cue.type == "concern" and cue.where == "predicate"
            for token in self.tokens[index + 1 : min(end, index + 7)]
            for cue in token.cues
        )

    def _cue(self, first: int, index: int) -> Cue | None:
        """The longest cue that counts where it stands."""
        best: Cue | None = None
        for cue in self.tokens[index].cues:
            leads = cue.where == "lead" and self._leads(first, index)
            counts = leads or cue.where in ("predicate", "effect", "done")
            counts = counts and not (cue.adjective and self._attribute(index))
            if counts and (best is None or cue.words > best.words):
                best = cue
        return best

    def _attribute(self, index: int) -> bool:
        """Whether an adjective belongs to the noun without article before it ("معلومات خطيرة"), and says
        nothing of the subject ("الوضع خطير", "وضع خطير" said of it)."""
        before = self.tokens[index - 1] if index else None
        if before is None or before.mark or before.links or before.named or before.senses or before.future:
            return False
        folded = before.word.folded
        plural = folded.endswith(("ات", "ين"))
        return plural and "ال" not in folded[:4]

    def _leads(self, first: int, index: int) -> bool:
        """Whether a word comes first in its clause."""
        if first == index:
            after = self.tokens[index + 1 : index + 5]
            return bool(after) and (bool(after[0].named) or any("that" in token.links for token in after))
        if self.tokens[index - 1].mark == "open":
            return True
        return all(
            token.mark or not {"that", "was"}.isdisjoint(token.links) for token in self.tokens[first:index]
        )

    def _act_inside(self, clause: tuple[int, int], index: int, end: int, speaker: Subject) -> ActType | None:
        """The type of an act told in a clause: its own where the speaker tells its own act, else a claim."""
        token = self.tokens[index]
        told = (sense for sense in token.senses if sense.shape.tense in ("past", "present"))
        sense = next((sense for sense in told if takes(self.tokens, index, sense)), None)
        before = self.tokens[index - 1] if index else token
        if sense is None or (self._maybe_noun(index) and not ("referring" in before.links or before.named)):
            return None
        if not {"negation", "willnot", "preposition"}.isdisjoint(before.links):
            return None
        if "pronoun" in before.links and before is not token and sense.shape.tense == "past":
            return None  # "هو أمر جيد"
        if "state" in sense.entry.texts("yields"):
            nouns = (self._noun_type(at) for at in range(index + 1, min(end, index + 14)))
            own = cast(ActType, sense.entry.text("type"))
            return next((noun for noun in nouns if noun in ("urge", "state")), own)
        owner = "own" if sense.shape.person == 1 else self._owner(clause[0], index, clause[1], speaker)
        willed = sense.entry.text("type") in _WILLED and not speaker.parties
        if owner == "other" or (owner == "thing" and not willed):
            return "state" if owner == "other" else None
        if sense.entry.text("role") == "act":
            return cast(ActType, sense.entry.text("type"))
        nouns = (self._noun_type(at) for at in range(index + 1, min(end, index + 6)))
        return next((noun for noun in nouns if noun is not None), None)

    def _maybe_noun(self, index: int) -> bool:
        return any(sense.shape.tense == "noun" for sense in self.tokens[index].senses)

    def _verb_after(self, first: int, end: int) -> int:
        """Where the subject of a clause ends: at its first preposition, or after a few words."""
        if first + 1 < end and self.tokens[first].that and self.tokens[first + 1].future:
            return first + 1
        for index in range(first + 1, min(end, first + _SUBJECT)):
            if "preposition" in self.tokens[index].links:
                return index
        return min(first + 4, end)

    def _owner(self, first: int, index: int, subject: int, speaker: Subject) -> str:
        """Whose a predicate is: the speaker's "own", that of an "other" party, or that of a "thing".

        `subject` opens the clause whose subject goes on where a clause that is joined to it has none.
        """
        before = self.tokens[first + 1 : index]
        if any("there" in token.links for token in self.tokens[first + 1 : index + 2]):
            return "other"
        if any("own" in token.links for token in before) or speaker.everyone:
            return "own"
        if all(token.mark for token in before) and "referring" not in self.tokens[first].links:
            after = {party for token in self.tokens[index + 1 : index + 2] for party in token.parties}
            if not after and first > subject:
                return self._owner(subject, self._verb_after(subject, first), subject, speaker)
            return "other" if after and speaker.parties and not after & speaker.parties else "own"
        opener = self.tokens[first]
        if "referring" in opener.links:
            return "own"
        last = first + 1
        while last < index and "preposition" not in self.tokens[last].links:
            last += 1
        named = subject_of(self.tokens, first + 1, last)
        if named.parties & speaker.parties or named.roots & speaker.roots:
            return "own"
        if named.parties:
            return "other" if speaker.parties else "own"
        return "own" if any(token.named for token in self.tokens[first + 1 : last]) else "thing"


def content_opener(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """The word that opens a content after a verb: a that-word, a colon or a quotation mark."""
    for index in range(first, min(end, first + 40)):
        token = tokens[index]
        if token.that or token.mark in ("colon", "open"):
            return index
    return None
