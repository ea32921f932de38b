"""Who acts, who speaks and whom an act asks, thanks or backs."""

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
