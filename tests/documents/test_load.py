"""Files, folders and standard input become documents; one bad file loses no other."""

import io
import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from sijill.documents.load import from_text, load, load_all
from sijill.errors import RefusedInput
from sijill.records import Document

TEXT = "أكد الوزير أن بلاده ستستضيف الاجتماع المقبل.\r\n"


def test_a_text_is_kept_as_given_and_known_by_its_content() -> None:
    document = from_text(TEXT, date(2022, 6, 8))
    assert document.text == TEXT
    assert document.sha256 == sha256(TEXT.encode()).hexdigest()
    assert document.published == date(2022, 6, 8)


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\u00a0\u2003"])
def test_nothing_but_white_space_is_refused(text: str) -> None:
    with pytest.raises(RefusedInput, match="is empty"):
        from_text(text)


def _manifest(folder: Path, content: object) -> None:
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / "manifest.json").write_text(text, "utf-8")


def test_the_manifest_of_the_folder_says_when_and_by_whom(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    _manifest(tmp_path, [{"source": "a.txt", "published": "2018-04-03", "publisher": "Agency", "url": "x"}])
    document = load(tmp_path / "a.txt")
    assert (document.source, document.published, document.publisher) == ("a.txt", date(2018, 4, 3), "Agency")
    assert load(tmp_path / "a.txt", date(2020, 1, 1)).published == date(2020, 1, 1)


@pytest.mark.parametrize(
    "content",
    ["[{", '{"a.txt": "2018-04-03"}', "[1]", [{"source": "a.txt", "published": "3 April"}]],
)
def test_a_broken_manifest_is_named(tmp_path: Path, content: object) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    _manifest(tmp_path, content)
    with pytest.raises(RefusedInput, match=r"manifest\.json: .*; "):
        load(tmp_path / "a.txt")


def test_a_wrong_date_in_the_manifest_loses_that_text_only(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    _manifest(
        tmp_path, [{"source": "a.txt", "published": 2018}, {"source": "b.txt", "published": "2018-04-03"}]
    )
    first, second = load_all([str(tmp_path)])
    assert isinstance(first, RefusedInput)
    assert isinstance(second, Document) and second.published == date(2018, 4, 3)


def test_every_source_yields_a_document_or_its_refusal_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "folder" / "inner"
    inner.mkdir(parents=True)
    (tmp_path / "folder" / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "folder" / "a.TXT").write_bytes(TEXT.encode("cp1256"))
    (tmp_path / "folder" / "c.txt").write_bytes(b"%PDF-1.4")
    (tmp_path / "folder" / ".hidden.txt").write_text(TEXT, "utf-8")
    (inner / "d.txt").write_text(TEXT, "utf-8")
    (tmp_path / "empty").mkdir()
    stdin = io.TextIOWrapper(io.BytesIO(TEXT.encode("utf-16")))
    monkeypatch.setattr("sys.stdin", stdin)
    found = list(load_all([str(tmp_path / name) for name in ("gone.txt", "folder", "empty")] + ["-"]))
    assert [x.source if isinstance(x, Document) else str(x).split(": ")[1].split(";")[0] for x in found] == [
        "there is no such file",
        "a.TXT",
        "b.txt",
        "is a PDF, not a text",
        "d.txt",
        "has no .txt file in it",
        "standard input",
    ]
    assert {x.text for x in found if isinstance(x, Document)} == {TEXT}
