"""The topics of an act: by its own words, by its sentence, and by what the whole document is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from sijill.acts.topic_words import Hint, hints
from sijill.records import Passage

# How evidence is weighed: what an act says itself counts up to one plain word, then by its share.
# Found by logistic regression on the Arabic training gold; no figure matters much alone.
_OWN, _OWN_SHARE, _SENTENCE_SHARE, _DOCUMENT_SHARE = 0.85, 1.4, 1.2, 8.0
_PLAIN = 3
# Summits and mechanisms are named in most texts and seldom the subject; general ties need no naming.
_BEFOREHAND = {"institutions": -1.0, "relations": 0.4}
# What a second and third topic must reach.
_SECOND, _MOST = 2.9, 3
# A sentence counts no more than this for a topic of the document.
_SENTENCE = 4


class Subjects:
    """What a document is about, found once for all its acts."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._starts = [passage.start for passage in passages]
        self._ends = [passage.end for passage in passages]
        self._hints = [tuple(hints(passage)) for passage in passages]
        whole = Counter[str]()
        for found in self._hints:
            whole.update({topic: min(weight, _SENTENCE) for topic, weight in _weights(found).items()})
        self._document = _shares(whole)

    def topics(self, start: int, end: int) -> tuple[str, ...]:
        """The one to three topics of the codebook that `text[start:end]` has, the likeliest first."""
        first, last = bisect_left(self._ends, start + 1), bisect_left(self._starts, end)
        found = [hint for passage in self._hints[first:last] for hint in passage]
        own = _weights(hint for hint in found if start <= hint.start < end)
        around = _shares(_weights(hint for hint in found if not start <= hint.start < end))
        share = _shares(own)
        scores = {
            topic: _BEFOREHAND.get(topic, 0.0)
            + _OWN * min(own[topic], _PLAIN)
            + _OWN_SHARE * share.get(topic, 0.0)
            + _SENTENCE_SHARE * around.get(topic, 0.0)
            + _DOCUMENT_SHARE * self._document.get(topic, 0.0)
            for topic in {*own, *around, *self._document, "relations"}
        }
        likeliest = sorted(scores, key=lambda topic: (-scores[topic], topic))[:_MOST]
        return (likeliest[0], *(topic for topic in likeliest[1:] if scores[topic] >= _SECOND))


def _weights(found: Iterable[Hint]) -> Counter[str]:
    """The weight of each topic; a phrase that comes again counts once."""
    weights = Counter[str]()
    for phrase in {id(hint.weights): hint.weights for hint in found}.values():
        weights.update(phrase)
    return weights


def _shares(weights: Counter[str]) -> dict[str, float]:
    total = weights.total()
    return {topic: weight / total for topic, weight in weights.items()}
