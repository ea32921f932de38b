"""Arabic inflection: a linguist gives the lemma, the reader knows every written form of it."""

import pytest

from sijill.languages.ar import forms
from sijill.languages.inflection import senses
from sijill.languages.pack import Entry, entries
from sijill.passages.folding import fold
from sijill.passages.words import words

LISTS = ("acts", "cues", "connectors", "sources", "lookalikes")
CALL = Entry(
    ("دعا",),
    {"role": "act", "type": "urge", "present": "يدعو", "nouns": ("دعوة",), "participle": "داعٍ"},
    "دعت الحكومة إلى الهدوء",
    "here",
)


def test_a_lemma_yields_its_forms_with_prefixes_pronouns_and_clitics() -> None:
    known = senses("ar", (CALL,), fold)
    verbs = (
        "دعا",
        "ودعت",
        "فدعوا",
        "دعتا",
        "دعاه",
        "دعتهم",
        "دعونا",
        "يدعو",
        "وتدعو",
        "سيدعو",
        "يدعون",
        "تدعوه",
    )
    others = ("دعوة", "دعوته", "الدعوة", "بدعوتها", "للدعوة", "ودعوتهم", "داعيا", "داعية", "وداعين", "داعيان")
    assert [form for form in verbs + others if fold(form) not in known] == []
    assert fold("دعم") not in known and fold("دعوى") not in known


def test_a_form_says_its_tense_person_and_clitic() -> None:
    known = senses("ar", (CALL,), fold)
    past, future, we = known[fold("ودعت")][0], known[fold("سيدعو")][0], known[fold("ندعو")][0]
    assert (past.shape.tense, past.shape.clitic) == ("past", 1)
    assert future.shape.tense == "future"
    assert (we.shape.tense, we.shape.person) == ("present", 1)
    calling = known[fold("داعيا")][0].shape
    assert calling.tense == "participle" and calling.adverbial
    assert known[fold("بدعوتها")][0].shape.binds and known[fold("بدعوتها")][0].shape.joined


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ستستضيف", (3, 0)),
        ("وسنعمل", (1, 1)),
        ("سيتم", (3, 0)),
        ("سياسة", (0, 0)),
        ("سنوات", (0, 0)),
        ("ستة", (0, 0)),
    ],
)
def test_a_future_is_known_whatever_its_lemma(word: str, expected: tuple[int, int]) -> None:
    assert forms.future(fold(word)) == expected


def test_a_name_and_its_adjective_share_a_root() -> None:
    assert forms.root(fold("الصين")) == forms.root(fold("الصينية")) == forms.root(fold("صيني"))


@pytest.mark.parametrize("table", LISTS)
def test_every_entry_has_an_example_with_a_form_of_it(table: str) -> None:
    assert entries("ar", table)
    for entry in entries("ar", table):
        shown = [word.folded for word in words(entry.example)]
        known = senses("ar", (entry,), fold)
        phrases = {
            " ".join(shown[start:end]) for start in range(len(shown)) for end in range(start + 1, start + 6)
        }
        assert phrases & set(known), f"{entry.where}: {entry.words[0]}"
        assert len(shown) <= 12, entry.where
