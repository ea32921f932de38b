"""Who acts, who speaks and whom an act asks, thanks or backs."""

import pytest

from sijill.documents.load import from_text
from sijill.reading import read_document
from sijill.records import Act, Language


def acts(text: str, language: Language = "ar") -> list[Act]:
    return list(read_document(from_text(text, language=language)).acts)


def test_a_body_that_nobody_lists_speaks_under_its_short_name() -> None:
    text = (
        "Safe Harbours Initiative Joint Statement\n\nThe members of the Safe Harbours Initiative (SHI) "
        "— Kenya, Peru, Chile, Ghana and Japan — met in Lima.\n\nWe intend to clean our ports by 2030.\n"
    )
    assert {act.actors for act in acts(text, "en")} == {("shi",)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("ودعت مصر تركيا وقطر إلى وقف إطلاق النار.", ("TR", "QA")),
        ("وحث الوزير الياباني القادة الأوروبيين على التعاون.", ("eu",)),
        ("وقالت كندا إن على كوبا أن تفتح حدودها.", ("CU",)),
        ("وشدد الوزير الكندي على ضرورة انسحاب أوغندا من الإقليم.", ("UG",)),
        ("وقالت كندا إنها مستعدة للحوار مع كوبا.", ("CU",)),
        ("وتعهدت كندا بدعم هايتي.", ("HT",)),
        ("وجدد الاتحاد الأوروبي التزامه بالاتفاق المبرم مع كوبا.", ()),
        ("وأشاد الرئيس التشادي بالجهود الكندية.", ("CA",)),
        ("وحذرت كندا هايتي من الفوضى.", ("HT",)),
        ("ودعا الوزير الكندي إلى وقف القتال في هايتي.", ()),
    ],
)
def test_whom_an_act_addresses_is_named_by_the_words_before_the_name(
    sentence: str, expected: tuple[str, ...]
) -> None:
    assert [act.addressees for act in acts(sentence)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A position cannot act: who acted before goes on.
        ("ورحب الوزير الكندي بالقرار. وثمن الموقف الياباني من القضية.", [("CA",), ("CA",)]),
        # The verb is of another gender than the capital, which is asked.
        ("ورحب الوزير الكندي بالخطوة. ودعا باريس إلى المشاركة.", [("CA",), ("CA",)]),
        # What is told on the way does not take the floor.
        ("وأشادت كندا بالمبادرة التي أعلنتها اليابان. ودعت إلى دعمها.", [("CA",), ("CA",)]),
    ],
)
def test_who_acts_agrees_with_the_verb_and_can_act(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [act.actors for act in acts(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال الرئيس الكندي إن كندا واليابان اتفقتا على إنشاء لجنة.", ("CA", "JP")),
        ("وقال الوزير الكندي إنه ونظيره الياباني اتفقا على موعد جديد.", ("CA", "JP")),
        ("وأعلنت كندا أن اليابان وقطر اتفقتا على موعد جديد.", ("CA",)),
    ],
)
def test_one_of_several_tells_what_they_settled(text: str, expected: tuple[str, ...]) -> None:
    assert [act.actors for act in acts(text)] == [expected]


def test_words_are_those_of_whom_a_sentence_relays() -> None:
    text = (
        "كندا ترحب بالقرار\n\nونقلت وكالة رويترز عن الوزير الياباني تارو كونو كلاما عن الموعد. "
        "وأضاف أن الوضع صعب."
    )
    added = acts(text)[-1]
    assert (added.actors, added.speaker) == (("JP",), "Taro Kono")


@pytest.mark.parametrize(
    ("holder", "party"),
    [
        ("رئيس المفوضية الأوروبية", "eu"),
        ("المبعوث الأممي", "un"),
        ("المبعوث الأمريكي الخاص", "US"),
        ("مديرة صندوق النقد الدولي", "imf"),
        ("أمين عام حزب الله", "hezbollah"),
        ("خادم الحرمين الشريفين", "SA"),
    ],
)
def test_an_office_without_a_name_acts_for_the_party_in_its_words(holder: str, party: str) -> None:
    assert [act.actors for act in acts(f"وقال {holder} إن الوضع صعب.")] == [(party,)]
