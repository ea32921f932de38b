"""A clause: one act in its sentence, and who its words and those around it name as the one who acts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from sijill.acts.agreement import differ, gender_of
from sijill.acts.candidate import Voice
from sijill.acts.roles import PRONOUNS, agents, governed, joint, pairs, roles
from sijill.acts.tokens import verb_senses
from sijill.languages.genders import genders
from sijill.languages.inflection import attributes_first, forms
from sijill.languages.names import looks
from sijill.mentions.mentions import Mentions
from sijill.records import ActType, Language, Mention, MentionKind, Passage, Word

SUBJECTS: tuple[MentionKind, ...] = ("party", "person", "office")

# How many words may stand between a verb and its subject ("وأعلن أمس كل من الرئيسين …"): beyond five
# the first name was an object more often than a subject in the train stories.
_REACH = 5
# A sentence begins with whom it tells of within these words ("وبدأ الوزير الأميركي بومبيو جولته …").
_NARRATED = 3
# An office told at length has its holder's name within these words.
_LONG_OFFICE = 12
_SPEECH = frozenset((":", '"', "“", "«"))
_OPENERS = PRONOUNS | {"opener", "content", "preposition", "duty", "with"}
_BETWEEN = frozenset('،,:؛-–—"“”«»()#')


class Marked(Protocol):
    """A row whose words and type are known: an act before it has actors."""

    @property
    def start(self) -> int:
        """Where its words start."""
        ...

    @property
    def end(self) -> int:
        """Where its words end."""
        ...

    @property
    def type(self) -> ActType:
        """Its type."""
        ...

    @property
    def subject(self) -> tuple[int, int]:
        """The words of its subject, first and after last, where it is named."""
        ...

    @property
    def voice(self) -> Voice:
        """Who acts, as far as the words have told."""
        ...


class Clause:
    """One row in its sentence: its words, the words before it, and the mentions in both."""

    def __init__(self, passage: Passage, row: Marked, mentions: Mentions, floor: int) -> None:
        self.row, self._mentions = row, mentions
        self.roles = roles(passage.language)
        self.agents = agents(passage.language)
        self._pairs = pairs(passage.language)
        self.words = passage.words
        self.first = bisect_right([word.end for word in passage.words], row.start)
        self.last = bisect_left([word.start for word in passage.words], row.end)
        self.before = mentions.within(max(floor, passage.start), row.start, *SUBJECTS)
        self.inside = mentions.within(row.start, row.end, "party", "person", "office", "place")
        self.head = self._head(passage.language)
        self.language, self._before = passage.language, attributes_first(passage.language)
        self.senses = verb_senses(self.language, self.head) if self.head else ()
        self.gender = genders(self.language).of_verb(self.head, self.senses)

    def _head(self, language: Language) -> str:
        """The first word of the row, or the verb after the adverbs with which it begins."""
        words = [word.folded for word in self.words[self.first : self.last]]
        at = 0
        while (
            at + 1 < len(words)
            and self.roles.get(words[at]) == "bridge"
            and not verb_senses(language, words[at])
        ):
            at += 1
        return words[at] if words else ""

    def goes_on(self, within: bool) -> bool:
        """Whether the row only goes on with what was said before it; `within` the sentence of another row.

        So it does after a pronoun ("لكنها استدركت"), and within a sentence where its head is neither listed
        nor preceded by a subject ("؛ وستستضيف الصين …").
        """
        if self.pronoun():
            return True
        return within and not self.senses and not self.before_head()

    def pronoun(self) -> str:
        """What kind of pronoun stands right before the row for who acts; empty where none does."""
        roles = (self.role_at(at) for at in range(self.first - 1, -1, -1))
        role = next((role for role in roles if role != "bridge"), "")
        return role if role in PRONOUNS else ""

    def we(self) -> bool:
        """Whether the verb speaks of those whose text it is ("نجدد التزامنا")."""
        shapes = [sense.shape for sense in self.senses]
        if shapes:
            return all(shape.person == 1 for shape in shapes)
        return bool(self.head) and forms(self.language).future(self.head)[0] == 1

    def embedded(self) -> bool:
        """Whether the row only tells of somebody on the way ("… التي أعلنت", "رغم انسحاب باريس")."""
        relative = self.first > 0 and self.role_at(self.first - 1) == "relative"
        noun = bool(self.senses) and all(sense.shape.tense == "noun" for sense in self.senses)
        return relative or (noun and bool(self.before))

    def told(self) -> list[Mention]:
        """The mentions of the subject that the row itself tells."""
        first, last = self.row.subject
        if self.row.voice != "named" or first >= last:
            return []
        start, end = self.words[first].start, self.words[last - 1].end
        return list(self._mentions.within(start, end, *SUBJECTS))

    def size(self) -> str:
        """How many the verb says act: "two", "many" or "all" in talk, who then stand before it, or "one"."""
        if not self.senses or any(sense.shape.joined for sense in self.senses):
            return "one"
        return forms(self.language).number(self.head, self._is_verb)

    def _is_verb(self, folded: str) -> bool:
        return any(sense.shape.tense in ("past", "present") for sense in verb_senses(self.language, folded))

    def named(self) -> list[Mention]:
        """The mentions that name the subject, where the sentence names it."""
        shapes = [sense.shape for sense in self.senses]
        if shapes and all(shape.tense == "participle" for shape in shapes):
            return []
        before = self.before_head()
        if self.first and self.words[self.first - 1].folded == ":":
            return self.narrated() or before
        if self.we() or self.size() != "one":
            return before
        if before and self._touches(before[-1]):
            return before
        return self.after_head() or before or self.by_phrase()

    def narrated(self) -> list[Mention]:
        """Whoever the sentence tells of before the row, where it begins with them and no row did so."""
        if any(self.role_at(index) == "relay" for index in range(min(2, self.first))):
            return self._relayed()
        for mention in self.before[:1]:
            at = self.index_at(mention.start)
            if at is None or at > _NARRATED or self._only_governed(at, mention):
                break
            if all(word.folded not in _BETWEEN for word in self.words[:at]):
                return self.joined(mention, self.before[1:])
        return []

    def _relayed(self) -> list[Mention]:
        """Whose words a sentence relays ("ونقلت الوكالة عن الوزير قوله …")."""
        for mention in self.before:
            at = self.index_at(mention.start)
            if at and self.role_at(at - 1) == "preposition":
                return [mention]
        return []

    def _only_governed(self, at: int, mention: Mention) -> bool:
        return governed(self.words[at], mention) or (at > 0 and self.role_at(at - 1) in _OPENERS)

    def partners(self, subject: Mention) -> list[Mention]:
        """With whom the subject agrees on something ("اتفقت باريس مع برلين على …")."""
        if not any(sense.entry.text("type") == "decide" for sense in self.senses):
            return []
        index = bisect_left([word.end for word in self.words], subject.end + 1)
        if subject.end <= self.row.start or index >= self.last or self.role_at(index) != "with":
            return []
        mention = self.covering(self.words[index + 1]) if index + 1 < self.last else None
        return self.joined(mention, self.inside) if mention else []

    def _touches(self, mention: Mention) -> bool:
        """Whether a mention stands right before the head, which is not joined to it by "and"."""
        head = self.words[self.first]
        between = range(bisect_left([word.start for word in self.words], mention.end), self.first)
        return head.start == self.row.start and all(self.role_at(index) == "bridge" for index in between)

    def role_at(self, index: int) -> str:
        """What a word around the act tells, alone or with the word before it, by the list `attribution`."""
        before = self.words[index - 1].folded if index else ""
        pair = self._pairs.get((before, self.words[index].folded)) if self._pairs else None
        if pair:
            return pair
        return self.roles.get(self.words[index].folded, "")

    def after_head(self) -> list[Mention]:
        """The mentions that name the subject after the head: the nearest, and those joined to it."""
        for index in range(self.first + 1, min(self.last, self.first + 1 + _REACH)):
            word = self.words[index]
            mention = self.covering(word)
            if mention is not None:
                told = governed(word, mention) or self._of_thing(mention, index)
                return [] if told or self._disagrees(mention, index) else self._with_name(mention)
            # Where subjects mostly stand before verbs, any word that is no bridge begins the object.
            plain = self._before and word.folded not in _BETWEEN and self.role_at(index) != "bridge"
            if plain or self._opens(index) or self._is_text(index):
                break
        return self._named_late()

    def _is_text(self, index: int) -> bool:
        """Whether the subject is a text that is not said to be anybody's ("وطالب البيان موسكو بـ…")."""
        if self.role_at(index) != "text" or index + 1 >= self.last:
            return False
        mention = self.covering(self.words[index + 1])
        return mention is None or mention.form != "nisba"

    def _disagrees(self, mention: Mention, index: int) -> bool:
        """Whether who is named right after the verb is not its subject, being of another gender."""
        return index == self.first + 1 and differ(
            self.gender, gender_of(mention, self.words, index, self.language)
        )

    def _of_thing(self, mention: Mention, index: int) -> bool:
        """Whether a mention is the adjective of what cannot act ("الموقف البريطاني", "بالجهود الأوروبية")."""
        if mention.form != "nisba" or not index:
            return False
        noun, look = self.words[index - 1].folded, looks(self.language)
        return bool(joint(noun)) or self.roles.get(look.without_article(noun) or noun) in ("thing", "content")

    def _with_name(self, mention: Mention) -> list[Mention]:
        """A subject with what belongs to it: the sides of "the two sides", an office's holder, partners."""
        following = [other for other in self.inside if other.start >= mention.end and other.kind in SUBJECTS]
        if mention.form == "group":
            return self._sides(mention, following) or [mention]
        holder = following[0] if following else mention
        if mention.kind == "party" and holder.kind == "person" and self._holds(mention, holder):
            return [replace(holder, parties=mention.parties)]
        return self.joined(mention, self.inside)

    def _sides(self, group: Mention, following: Iterable[Mention]) -> list[Mention]:
        """The adjectives and names right after a group ("الجانبان الأوروبي والأميركي")."""
        sides: list[Mention] = []
        end = group.end
        for other in following:
            if (other.form != "nisba" and other.kind != "person") or self._gap(end, other.start):
                break
            sides.append(other)
            end = other.end
        return sides

    def _holds(self, body: Mention, person: Mention) -> bool:
        """Whether a person without a party of their own is named as the head of the body before them."""
        gap = self._gap(body.end, person.start)
        plain = all(self.roles.get(word.folded) is None for word in gap) and len(gap) < 4
        return plain and not person.parties and not self._only_joins(body.end, person.start)

    def _named_late(self) -> list[Mention]:
        """The name after a long office ("أكدت مسؤولة الشؤون في الاتحاد الأوروبي موغيريني أن …")."""
        if self.first + 1 >= self.last or self._opens(self.first + 1):
            return []
        for index in range(self.first + 2, min(self.last, self.first + 1 + _LONG_OFFICE)):
            word = self.words[index]
            if self.role_at(index) == "opener" or word.folded in _SPEECH or self.role_at(index) == "content":
                return []
            mention = self.covering(word)
            if mention is not None and mention.kind == "person" and not governed(word, mention):
                party = next(
                    (m.parties for m in self.inside if m.kind == "party" and m.start < mention.start), ()
                )
                led = self.role_at(index - 1) in ("preposition", "with")
                return [] if led else [replace(mention, parties=mention.parties or party)]
        return []

    def _gap(self, start: int, end: int) -> list[Word]:
        """The words between two places, marks of punctuation aside."""
        return [
            word
            for word in self.words
            if start <= word.start and word.end <= end and word.folded not in _BETWEEN
        ]

    def before_head(self) -> list[Mention]:
        """The mentions that name the subject right before the head ("أما واشنطن فترفض")."""
        chain, index = self._led_by()
        if not chain:
            return []
        relative = False
        while index >= 0 and self.words[index].start >= chain[0].end:
            if self.words[index].folded == ")":
                index = self._opening(index)
            relative = relative or self.role_at(index) == "relative"
            if self.words[index].folded not in _BETWEEN and self.role_at(index) not in ("bridge", "relative"):
                return []
            index -= 1
        if relative:
            at = self.index_at(chain[0].start)
            return [] if at is not None and self._of_thing(chain[0], at) else chain
        for other in reversed(self.before[:-1]):
            if not self._only_joins(other.end, chain[0].start, listed=len(chain) > 1):
                break
            chain.insert(0, other)
        at = self.index_at(chain[0].start)
        if at is None or governed(self.words[at], chain[0]) or self._of_thing(chain[0], at):
            return []
        reach = 1 if chain[0].kind != "party" else 3 if chain[0].form == "capital" else 2
        led = {self.role_at(index) for index in range(max(0, at - reach), at)}
        return [] if led & {"preposition", "duty", "with"} else chain

    def _led_by(self) -> tuple[list[Mention], int]:
        """The name that may lead up to the head, and the word before which it stands.

        A name that only says where or with whom ("السفير الفرنسي لدى الأمم المتحدة") gives way to the one
        before it.
        """
        if not self.before:
            return [], -1
        last = self.before[-1]
        at = self.index_at(last.start)
        if (
            at is None
            or len(self.before) < 2
            or not (governed(self.words[at], last) or (at > 0 and self.role_at(at - 1) == "preposition"))
        ):
            return [last], self.first - 1
        prior = self.before[-2]
        between = bisect_left([word.start for word in self.words], prior.end)
        led = at - between <= 1 and all(self.role_at(index) == "preposition" for index in range(between, at))
        after = bisect_left([word.start for word in self.words], last.end)
        bridged = all(
            self.words[index].folded in _BETWEEN or self.role_at(index) == "bridge"
            for index in range(after, self.first)
        )
        return ([prior], at - 1) if led and bridged else ([last], self.first - 1)

    def _opening(self, index: int) -> int:
        """The bracket that opens what ends at a closing bracket; the bracket itself where none does."""
        for opening in range(index, max(0, index - _REACH) - 1, -1):
            if self.words[opening].folded == "(":
                return opening
        return index

    def by_phrase(self) -> list[Mention]:
        """The mention after "by" of an agentless verb ("من قبل الأطراف")."""
        for index in range(self.first + 1, self.last):
            if self.words[index].folded in _SPEECH or self.role_at(index) == "opener":
                break
            for phrase in self.agents:
                after = index + len(phrase)
                folded = tuple(word.folded for word in self.words[index:after])
                if folded == phrase and after < self.last:
                    return [m for m in self.inside if 0 <= m.start - self.words[after].start < 12][:1]
        return []

    def joined(self, mention: Mention, among: Iterable[Mention]) -> list[Mention]:
        """A mention and those joined to it by "and"; a name beside its office takes its place."""
        chain = [mention]
        for other in among:
            if other.start < chain[-1].end or other.kind not in SUBJECTS:
                continue
            at = self.index_at(other.start)
            if at is None or governed(self.words[at], other):
                break
            if other.parties == chain[-1].parties and not self._gap(chain[-1].end, other.start):
                chain[-1] = other
            elif self._only_joins(chain[-1].end, other.start):
                chain.append(other)
            else:
                break
        return chain

    def _only_joins(self, start: int, end: int, listed: bool = False) -> bool:
        """Whether only "and", commas and bridges stand between two mentions: an "and", or those `listed`."""
        index = bisect_left([word.end for word in self.words], start + 1)
        joined = False
        while index < len(self.words) and self.words[index].end <= end:
            word = self.words[index]
            if word.folded not in {"،", ",", "و", "and", "и"} and self.role_at(index) != "bridge":
                return False
            joined = joined or word.folded in {"و", "and", "и"} or (listed and word.folded in {"،", ","})
            index += 1
        at = self.index_at(end)
        return joined or (at is not None and self.words[at].start < end)

    def covering(self, word: Word) -> Mention | None:
        """The party, person or office in the row that a word belongs to."""
        return next(
            (m for m in self.inside if m.start < word.end and word.start < m.end and m.kind != "place"), None
        )

    def index_at(self, at: int) -> int | None:
        """The word in which a place of the text lies; None between words."""
        index = bisect_right([word.end for word in self.words], at)
        return index if index < len(self.words) and self.words[index].start <= at else None

    def _opens(self, index: int) -> bool:
        return self.words[index].folded in _SPEECH or self.role_at(index) in _OPENERS
