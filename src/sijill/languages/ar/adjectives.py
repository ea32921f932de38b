"""The Arabic adjective of a country or body (nisba) in all its forms."""

from __future__ import annotations

from collections.abc import Iterator

# Masculine, feminine, dual and plural in both cases.
_ENDINGS = ("", "ة", "ان", "ين", "تان", "تين", "ون", "ات")


def adjective_forms(adjective: str) -> Iterator[str]:
    """Every form of an adjective given in the masculine ("صيني"), with and without the article.

    Of two words ("كوري شمالي") both agree; a first word that is no adjective ("جنوب أفريقي") stands still.
    """
    *before, last = adjective.split(" ")
    for ending in _ENDINGS:
        agreeing = [word + ending if word.endswith("ي") else word for word in before]
        yield " ".join((*agreeing, last + ending))
        yield " ".join("ال" + word for word in (*agreeing, last + ending))
        if agreeing == before and before:
            yield " ".join((*before, "ال" + last + ending))
            yield " ".join(("ال" + before[0], *before[1:], last + ending))
