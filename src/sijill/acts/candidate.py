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

    `passage` is the index of its passage, `kind` that of the word that heads it. Where `voice` is
    "named", the subject is told in the words `subject` (first, after last) of the passage.
    """

    start: int
    end: int
    type: ActType
    passage: int
    kind: HeadKind
    subject: tuple[int, int]
    voice: Voice = "around"
