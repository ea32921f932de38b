"""Other languages are told by name, and a text in several is read passage by passage."""

from __future__ import annotations

import pytest

import sijill
from sijill.errors import RefusedInput

OTHERS = {
    "Ukrainian": "Президент України зустрівся сьогодні в Києві з міністром закордонних справ Польщі.",
    "Uzbek": "Ўзбекистон Президенти бугун Тошкентда Хитой ташқи ишлар вазири билан учрашди.",
    "Kazakh": "Қазақстан Президенті бүгін Астанада Қытай Сыртқы істер министрімен кездесті.",
    "Tajik": "Президенти Тоҷикистон имрӯз дар Душанбе бо вазири корҳои хориҷии Чин мулоқот кард.",
    "Persian": "رئیس جمهور ایران امروز در تهران با وزیر خارجه چین دیدار کرد و گفت گفتگوها ادامه دارد.",
    "Urdu": "پاکستان کے وزیر اعظم نے آج اسلام آباد میں چین کے وزیر خارجہ سے ملاقات کی ہے۔",
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_neighbour_in_the_same_script_is_refused_by_its_name(name: str) -> None:
    with pytest.raises(RefusedInput, match=name):
        sijill.read(OTHERS[name])


def test_a_text_in_several_languages_is_read_passage_by_passage() -> None:
    ours = (
        "Kenya and Peru agreed to build a new port on the western coast.",
        "Кения и Перу договорились построить новый порт на западном побережье.",
        "اتفقت كينيا وبيرو على بناء ميناء جديد على الساحل الغربي.",
    )
    reading = sijill.read("\n\n".join([*ours, OTHERS["Ukrainian"]]))
    assert [(act.type, set(act.actors)) for act in reading.acts] == [("decide", {"KE", "PE"})] * 3
    assert [row.reason for row in reading.dropped] == ["language: uk"]
