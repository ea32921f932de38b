"""A candidate: the words of an act before it is known who acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sijill.records import ActType

HeadKind = Literal["verb", "participle", "noun", "cue", "headline"]
# Who acts: looked for around the head, named in `subject`, the text, who acted before, or a thing.
Voice = Literal["around", "named", "text", "same", "thing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One act as its words show it: where it stands, its type, and what tells who acts.

    `passage` is the index of its passage, `head` that of its head among the passage's words. The
    subject is looked for in the words `subject` (first, after last): after the head up to what it
    governs, or before it. `continues` where the row goes on with the act before it (a participle, a
    coordinated clause, a further sentence of a quotation).
    """

    start: int
    end: int
    type: ActType
    passage: int
    head: int
    kind: HeadKind
    subject: tuple[int, int]
    continues: bool = False
    elliptical: bool = False
    future: bool = False
    voice: Voice = "around"
