from __future__ import annotations

import pytest

from sijill.register.words import asked, kept


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("مشروع", "وبالمشاريع"),  # a broken plural, with clitics
        ("القضية", "قضاياها"),  # the same, with a pronoun
        ("قضايا", "القضية"),
        ("دعم", "ودعمهم"),
        ("مشاركة", "بمشاركتها"),
        ("مياه", "الـمِيَاه"),  # tatweel and vowel marks
        ("проект", "проектами"),
        ("договорённость", "договоренности"),
        ("commitment", "Commitments"),
    ],
)
def test_a_word_is_found_in_other_forms(question: str, words: str) -> None:
    forms = set(kept(words).split())
    assert all(forms & set(any_of) for any_of in asked(question))


@pytest.mark.parametrize(("question", "words"), [("والي", "إلى"), ("عرب", "غرب"), ("كتاب", "تابع")])
def test_another_word_is_not_found(question: str, words: str) -> None:
    forms = set(kept(words).split())
    assert not any(forms & set(any_of) for any_of in asked(question))
