"""The look of Arabic verbal nouns, by which a word that opens no name is told from one that may."""

from __future__ import annotations

_SHORTEST = 5


def is_verbal_noun(folded: str) -> bool:
    """Whether a folded word has the shape of a common verbal noun ("استخدام", "محادثات", "تعزيز").

    Shapes that names often share are left out, so False says little.
    """
    word = folded.removesuffix("ها").removesuffix("هم") if len(folded) > _SHORTEST + 1 else folded
    if len(word) < _SHORTEST:
        return False
    tenth = word.startswith("است") and len(word) > _SHORTEST
    eighth = word[0] in "اب" and word[2:3] == "ت" and word[-2] == "ا" and len(word) == _SHORTEST + 1
    third = word[0] == "م" and word[2] == "ا" and word.endswith(("ه", "ات"))
    second = word[0] == "ت" and word[-2] == "ي" and len(word) == _SHORTEST
    pronoun = word != folded
    return tenth or eighth or third or second or pronoun
