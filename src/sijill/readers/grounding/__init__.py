"""A quote is accepted when, and only when, the source says it: the one door for what a reader may record.

The differences of spelling that are allowed are written down in `docs/folding.md`.
"""

from sijill.readers.grounding.records import Difference, Grounded, Nearest, Reason, Verdict
from sijill.readers.grounding.source import Source

__all__ = ["Difference", "Grounded", "Nearest", "Reason", "Source", "Verdict"]
