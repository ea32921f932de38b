"""Parties in a text: names, adjectives, capitals, institutions, groups, short names of bodies."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sijill.catalogue.parties import parties
from sijill.languages.names import looks
from sijill.mentions.choice import fits, party_sense
from sijill.mentions.lexicon import Match
from sijill.mentions.scan import Scan
from sijill.mentions.senses import Sense, Senses, sense_of
from sijill.records import Mention

# Kinds of party that a short definite noun ("the Council") may stand for.
_FOLLOWING = frozenset(
    ("ministry", "foreign-ministry", "government", "army", "parliament", "court", "security", "agency")
)
_BODIES = frozenset(("organisation", "body", "format", "movement"))


def find_parties(scans: Sequence[Scan], taken: Collection[int]) -> list[Mention]:
    """Mentions of parties in order of the text; words that begin in `taken` are others' already."""
    reader = _Reader(taken)
    return [mention for scan in scans for mention in reader.read(scan)]


class _Reader:
    """What has been named so far, so that "the ministry" and "the council" can follow it."""

    def __init__(self, taken: Collection[int]) -> None:
        self._taken = taken
        self._institutions: dict[str, tuple[str, ...]] = {}
        self._bodies: dict[str, tuple[str, ...]] = {}

    def read(self, scan: Scan) -> list[Mention]:
        found: list[Mention] = []
        last = 0
        for index, word in enumerate(scan.words):
            match = scan.match(index)
            if index < last or word.start in self._taken or (match is None and not self._bodies):
                continue
            mention, last = self._at(scan, index, match)
            if mention is not None:
                found.append(mention)
        return found

    def _at(self, scan: Scan, index: int, match: Match[Senses] | None) -> tuple[Mention | None, int]:
        if match is None:
            return self._short(scan, index), index + 1
        party = party_sense(scan, match)
        if party is not None:
            return self._named(scan, match, party), match.last
        institution = sense_of(match.value, "institution")
        if institution is not None:
            return self._institution(scan, match, institution)
        group = sense_of(match.value, "group")
        if group is not None and group.entry is not None:
            return self._group(scan, match, group, group.entry.text("size"))
        return None, match.last

    def _group(self, scan: Scan, match: Match[Senses], sense: Sense, size: str) -> tuple[Mention, int]:
        """A group; one with an adjective after it ("the Palestinian leaders") acts for that party."""
        owner, last = _owner(scan, match.last)
        if owner and size == "many":
            end = scan.words[last - 1].end
            return Mention(match.start, end, "party", owner, form="institution"), last
        return Mention(match.start, match.end, "party", sense.parties, form="group", name=size), match.last

    def _named(self, scan: Scan, match: Match[Senses], sense: Sense) -> Mention | None:
        if not fits(scan, match):
            return None
        head = scan.words[match.first].folded
        party = parties()[sense.parties[0]]
        if sense.form == "name" and party.kind in _BODIES and match.last - match.first > 1:
            self._bodies[_without_proclitic(scan, match, head)] = sense.parties
        return Mention(match.start, match.end, "party", sense.parties, form=sense.form)

    def _institution(self, scan: Scan, match: Match[Senses], sense: Sense) -> tuple[Mention | None, int]:
        kind = sense.entry.text("kind") if sense.entry else ""
        owner, last = sense.parties, match.last
        if not owner:
            owner, last = _owner(scan, last)
        if not owner:
            own = (one.parties for one in match.value if one.kind == "institution" and one.parties)
            owner = next(own, ())
        if owner:
            self._institutions[kind] = owner
        elif kind in _FOLLOWING and _stands_alone(scan, match):
            owner = self._institutions.get(kind, ())
        group = sense_of(match.value, "group")
        if not owner and group is not None and group.entry is not None:
            return self._group(scan, match, group, group.entry.text("size"))
        if not owner:
            return self._short(scan, match.first), match.last
        end = scan.words[last - 1].end
        return Mention(match.start, end, "party", owner, form="institution"), last

    def _short(self, scan: Scan, index: int) -> Mention | None:
        word = scan.words[index]
        body = self._bodies.get(looks(scan.language).without_article(word.folded))
        follows = scan.match(index + 1)
        if body is None or (follows and _form(follows.value) == "nisba"):
            return None
        return Mention(word.start, word.end, "party", body, form="name")


def _stands_alone(scan: Scan, match: Match[Senses]) -> bool:
    """Whether an institution is definite and has no adjective that tells it from the last one."""
    look = looks(scan.language)
    definite = any(look.is_definite(word.folded) for word in scan.words[match.first : match.last])
    return definite and not look.without_article(scan.folded(match.last))


def _owner(scan: Scan, index: int) -> tuple[tuple[str, ...], int]:
    """The state that an institution right before a word belongs to, and where its name ends."""
    at = index
    for _ in range(3):
        qualifier = scan.phrase(at, "qualifiers")
        match = scan.match(at)
        if match is not None and match.start == scan.words[match.first].start:
            party = party_sense(scan, match)
            if party is not None and fits(scan, match):
                return party.parties, match.last
        if qualifier is None or qualifier.start != scan.words[at].start:
            break
        at = qualifier.last
    return (), index


def _form(senses: Senses) -> str:
    sense = sense_of(senses, "party")
    return sense.form if sense else ""


def _without_proclitic(scan: Scan, match: Match[Senses], head: str) -> str:
    cut = match.start - scan.words[match.first].start
    return head[cut:]
