"""The words of acts: which words are a row, where they begin and end, and of what type they are."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.acts.scan import candidates
from sijill.documents.load import from_text
from sijill.mentions.find import find_mentions
from sijill.passages.split import split


def rows(text: str) -> list[tuple[str, str]]:
    """The rows of a text as (type, words)."""
    document = from_text(text, language="ar")
    passages, _ = split(document)
    found = candidates(document.text, passages, find_mentions(document, passages))
    return [(row.type, document.text[row.start : row.end]) for row in found]


def types(text: str) -> list[str]:
    return [kind for kind, _ in rows(text)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("وقال الوزير الصيني إن الصين ستدعم جيرانها.", "commit"),
        ("وأكد الوزير أنه يجب تسوية النزاع سلميا.", "urge"),
        ("وشدد الرئيس على أن الاستيطان غير مقبول.", "oppose"),
        ("وأشار السفير إلى أن الاجتماع كان مثمرا.", "state"),
        ("وأعرب البيان عن قلقه من الجفاف.", "concern"),
        ("وأعرب البيان عن شكره للبلد المضيف.", "praise"),
        ("وأكدت فرنسا دعمها لسيادة لبنان.", "support"),
        ("وشدد الوزراء على ضرورة الحوار.", "urge"),
        ("وشدد الوزراء على أهمية الحوار.", "state"),
        ("وأعلن الرئيس إلغاء الزيارة.", "decide"),
        ("وقالت المتحدثة إن بلادها تعهدت بالسداد.", "commit"),
        ("وقال الوزير إن بلاده لا يمكنها أن تقبل هذا الشرط.", "oppose"),
        ("وقالت السفيرة إن حكومتها تشعر بالقلق من التأخير.", "concern"),
        ("وقال الوزير إن بلاده تتفق مع هذا التقييم.", "support"),
        ("وقال الرئيس إنه سيناقش الخطة قريبا.", "commit"),
        ("ويؤكد قرار المجلس الحاجة إلى وقف القتال.", "urge"),
        ("وحذر السفير مما وصفه بالتلاعب بالخرائط.", "concern"),
        ("وقال الوزير إن بلاده لا تحتاج إلى مهلة.", "state"),
        ("وأقر مجلس الوزراء حزمة تسهيلات جديدة.", "decide"),
        ("وأشار الوزير الفرنسي إلى تمسك إيران بالاتفاق.", "state"),
        ("وقال السفير إنه كان على الشركة أن تعتذر.", "urge"),
    ],
)
def test_the_content_decides_the_type(sentence: str, expected: str) -> None:
    assert types(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("ودعت مصر إلى وقف إطلاق النار.", "urge"),
        ("ورفضت الجزائر التدخل الأجنبي.", "oppose"),
        ("وحذر الأمين العام للأمم المتحدة من المجاعة.", "concern"),
        ("واقترح الرئيس إنشاء صندوق مشترك.", "propose"),
        ("واتفق الوزيران على إنشاء لجنة فنية.", "decide"),
        ("واتفق الوزيران على أهمية التعاون.", "state"),
        ("ورحبت قطر بالاتفاق.", "support"),
        ("وهنأ الأمير نظيره على فوزه.", "praise"),
    ],
)
def test_a_verb_that_acts_needs_no_content(sentence: str, expected: str) -> None:
    assert types(sentence) == [expected]


def test_what_another_party_will_do_is_a_claim() -> None:
    assert types("وقال الوزير الصيني إن روسيا ستدعم الاتفاق.") == ["state"]
    assert types("وقال الوزير الصيني إن بلاده ستدعم الاتفاق.") == ["commit"]


def test_a_row_begins_at_its_verb_without_conjunction_and_ends_before_the_source() -> None:
    assert rows("وأعلنت تونس استعدادها للوساطة، بحسب بيان الوزارة.") == [
        ("commit", "أعلنت تونس استعدادها للوساطة")
    ]
    assert rows("أما وزير الخارجية المصري فدعا إلى الهدوء.") == [("urge", "دعا إلى الهدوء")]


def test_every_new_verb_or_participle_of_an_act_is_a_row() -> None:
    assert rows(
        "وأشاد الوزير بدور الكويت، داعيا إلى قمة عاجلة، مؤكدا أن الحل ممكن. ودعا إيران إلى الحوار."
    ) == [
        ("praise", "أشاد الوزير بدور الكويت"),
        ("urge", "داعيا إلى قمة عاجلة"),
        ("state", "مؤكدا أن الحل ممكن"),
        ("urge", "دعا إيران إلى الحوار"),
    ]


def test_a_change_of_type_inside_a_quotation_splits_it() -> None:
    assert rows('وقال الوزير الهندي: "الوضع صعب، وسنعمل على تحسينه".') == [
        ("state", 'قال الوزير الهندي: "الوضع صعب'),
        ("commit", 'سنعمل على تحسينه"'),
    ]


def test_a_quotation_goes_on_over_sentences() -> None:
    assert rows('وقال الوزير الهندي: "الطريق طويل. الأمر يحتاج وقتا. سنواصل العمل".') == [
        ("state", 'قال الوزير الهندي: "الطريق طويل'),
        ("urge", "الأمر يحتاج وقتا"),
        ("commit", 'سنواصل العمل"'),
    ]


def test_headlines_speak_without_a_verb_of_saying() -> None:
    assert rows("الجيش اللبناني: سنواجه أي عدوان\n\nوصل الوفد أمس إلى المدينة.") == [
        ("commit", "سنواجه أي عدوان")
    ]
    assert rows("إيران مستعدة للحوار مع جيرانها\n\nوصل الوفد أمس إلى المدينة.") == [
        ("commit", "مستعدة للحوار مع جيرانها")
    ]


def test_the_points_of_a_joint_text_are_rows() -> None:
    assert types("أولا، يتعين على الدول الست تعزيز التجارة. ستستضيف الصين منتدى للطاقة.") == [
        "urge",
        "commit",
    ]
    assert types("نحن عازمون على تسريع الربط. سنطلق حوارا جديدا.") == ["commit", "commit"]


def test_what_is_announced_gives_its_points_their_type() -> None:
    text = "قرر القادة ما يلي:\nأولا: عقد القمة المقبلة في بغداد.\nثانيا: إنشاء صندوق للمياه."
    assert rows(text) == [("decide", "عقد القمة المقبلة في بغداد"), ("decide", "إنشاء صندوق للمياه")]


def test_two_verbs_with_one_object_are_two_rows() -> None:
    assert rows("وأدانت واستنكرت مصر التفجير.") == [("oppose", "أدانت"), ("oppose", "استنكرت مصر التفجير")]


@pytest.mark.parametrize(
    "sentence",
    [
        "واستقبل الرئيس نظيره في المطار أمس.",
        "وقال محللون إن الأسعار سترتفع قريبا.",
        "وذكرت مصادر أن اللقاء تأجل.",
        "ورفض المتحدث التعليق على الخبر.",
        "ويعد الميناء الأكبر في المنطقة.",
        "وجرى حوار بين الرئيسين في القصر.",
        "ولم يعلن الوزير موعدا جديدا.",
    ],
)
def test_narration_and_nameless_sources_are_no_acts(sentence: str) -> None:
    assert rows(sentence) == []


def test_vowels_and_tatweel_do_not_shift_offsets() -> None:
    assert rows("وَأكّدت فرنسا دعمـها للبنان.") == [("support", "أكّدت فرنسا دعمـها للبنان")]


_WORDS = st.sampled_from(
    [
        *("قال", "وأكد", "أن", "إن", "سنعمل", "يجب", "دعا", "إلى", "رفض", "مؤكدا", "بعد", "الذي", "لكن", "و"),
        *("ستدعم", "الصين", "وأنه", "أولا", "بحسب", "بيان", "لن", "،", ".", ":", '"', "؛", "(", "»"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=40))
def test_rows_stand_in_the_text_in_order_and_apart(parts: list[str]) -> None:
    document = from_text(" ".join(["قال", "الوزير", *parts]), language="ar")
    passages, _ = split(document)
    found = candidates(document.text, passages, None)
    assert all(0 <= row.start < row.end <= len(document.text) for row in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@pytest.mark.parametrize("unit", ["قال إن ", "وأكد أن سنعمل، ", "رفض ", '" نعم ', "و" * 50, "إن، "])
def test_time_grows_with_length_only(unit: str) -> None:
    def seconds(times: int) -> float:
        document = from_text("قال الوزير " + unit * times, language="ar")
        passages, _ = split(document)
        start = time.process_time()
        candidates(document.text, passages, None)
        return time.process_time() - start

    seconds(10)
    assert seconds(4000) < 12 * seconds(1000) + 0.5


@pytest.mark.parametrize(
    "sentence",
    [
        "وأشار الوزير إلى أن الملك عبد الله الثاني، أشاد بعمل المدرسة.",
        "وقالت الوزارة إن الاتهامات التي وجهها الوزير إلى الشركة باطلة.",
        "وقال السفير إن الرئيس الفرنسي، ووفده، سيزوران الميناء.",
        "وقال الوزير إنه إذا وافقت فرنسا، ستوقع بلاده النص.",
        "وأضاف المتحدث، الذي طلب الصبر، إن المحادثات تجري في جنيف.",
        "واتفق الطرفان، بحسب بيان مشترك، على فتح المعبر.",
        "وأكدت مملكة البحرين، الاثنين، دعمها الكامل للخطة الجديدة.",
    ],
)
def test_a_clause_is_not_cut_before_its_predicate(sentence: str) -> None:
    assert [words for _, words in rows(sentence)] == [sentence.removeprefix("و").rstrip(".")]


@pytest.mark.parametrize(
    "sentence",
    ["ويحظر القانون بيع السلاح.", "يعتبر هذا الميناء الأكبر في الإقليم.", "ويتوقع أن يصل الوفد غدا."],
)
def test_what_a_law_does_and_nobody_thinks_is_no_act(sentence: str) -> None:
    assert rows(sentence) == []


def test_a_sentence_whose_source_comes_last_is_a_claim_of_that_source() -> None:
    text = "خبر\n\nوقد توقفت الرحلات بين البلدين منذ الصباح، حسبما أعلنت وزارة النقل الفرنسية."
    assert rows(text) == [("state", "توقفت الرحلات بين البلدين منذ الصباح")]
