"""What a user relies on at the command line: exit codes, one sentence an error, JSON lines, plain pipes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from sijill.views import cli, reference

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "communiques"
ONE, OTHER = EXAMPLES / "csto-bishkek-2025-ar.txt", EXAMPLES / "ca-consultative-cholpon-ata-2022-ar.txt"
COMMAND = [sys.executable, "-c", "from sijill.views.cli import main; main()"]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process: its exit code, what it printed, and its errors."""

    def command(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["sijill", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return command


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "register.db"
    added = subprocess.run([*COMMAND, "add", path, ONE, OTHER], capture_output=True, check=True)
    assert added.stdout.decode().count("new rows") == 2
    return path


def test_read_prints_valid_readings_whatever_the_locale() -> None:
    environment = {**os.environ, "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run([*COMMAND, "read", ONE, OTHER], capture_output=True, check=True, env=environment)
    schema = json.loads(
        resources.files("sijill").joinpath("codebook", "reading.schema.json").read_text("utf-8")
    )
    readings = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert [reading["published"] for reading in readings] == ["2025-11-27", "2022-07-22"]
    for reading in readings:
        Draft202012Validator(schema).validate(reading)
        assert all(row["quote"] == reading["text"][row["start"] : row["end"]] for row in reading["acts"])


def test_refused_input_is_one_sentence_and_loses_no_other(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    code, out, err = run("read", empty, tmp_path / "missing.txt", ONE)
    assert code == 1
    assert [json.loads(line)["source"] for line in out.splitlines()] == [ONE.name]
    assert [line.split(": ")[0] for line in err.splitlines()] == [str(empty), str(tmp_path / "missing.txt")]


@pytest.mark.parametrize(
    "arguments",
    [
        ["raed", "x"],
        ["read"],
        ["read", "--published", "2023-02-30", "x"],
        ["read", "--language", "fr", "x"],
        ["read", "--format", "xml", "x"],
        ["find", "x", "--type", "promise"],
        ["find", "x", "--since", "soon"],
        ["find", "x", "--limit", "0"],
        ["show", "x"],
    ],
)
def test_misuse_is_one_sentence(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ONE.read_bytes())))
    code, out, _ = run("read", "-", "--published", "2024-01-02")
    reading = json.loads(out)
    assert (code, reading["source"], reading["published"]) == (0, "standard input", "2024-01-02")


def test_add_twice_find_and_show(run: Run, register: Path) -> None:
    assert run("add", register, ONE)[1] == f"{ONE.name}: nothing new\n"
    code, out, _ = run(
        "find", register, "--party", "csto", "--type", "decide", "--since", "2025", "--limit", 1
    )
    assert code == 0
    assert "\x1b" not in out
    id = out.split(" ")[0]
    code, out, _ = run("show", register, id)
    assert (code, ONE.name in out, "decide" in out) == (0, True, True)
    assert run("find", register, "--party", "nobody") == (0, "", "no row is like that\n")


def test_a_row_or_register_that_is_not_there(run: Run, register: Path, tmp_path: Path) -> None:
    assert run("show", register, "act-0")[::2] == (
        1,
        f"{register}: has no row act-0; sijill find lists what there is\n",
    )
    missing = tmp_path / "missing.db"
    assert run("find", missing)[0] == 1
    assert not missing.exists()


def test_a_reader_that_has_enough_is_no_error(register: Path) -> None:
    many = subprocess.Popen([*COMMAND, "find", register], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert many.stdout and many.stderr
    many.stdout.close()
    with many.stderr as errors:
        assert errors.read() == b""
    many.wait()


def test_table_isolates_what_runs_from_right_to_left(run: Run) -> None:
    _, out, _ = run("read", "--format", "table", ONE)
    arabic = [line for line in out.splitlines() if any("\u0600" <= letter <= "\u06ff" for letter in line)]
    assert arabic
    assert all(line.count("\u2068") == line.count("\u2069") >= 1 for line in arabic)


def test_demo_tells_meetings_acts_and_one_row(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("demo", "--register", tmp_path / "demo.db")
    assert code == 0
    assert [part in out for part in ("Meetings in order of time", "Acts by type", "with its words")] == [
        True
    ] * 3
    assert run("find", tmp_path / "demo.db", "--limit", 1)[0] == 0


def test_packs_are_in_order(run: Run) -> None:
    assert run("check-packs")[::2] == (0, "")


def test_version(run: Run) -> None:
    assert run("--version")[1].startswith("sijill 0.")


def test_the_page_of_commands_is_current() -> None:
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == reference.page()


def test_documents_are_found_by_words_of_their_text(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text("The ministers met in Tashkent. Uzbekistan will host the next meeting in 2027.", "utf-8")
    register = str(tmp_path / "register.db")
    run("add", register, str(text))
    code, printed, _ = run("find", register, "--documents", "--text", "ministers 2027")
    assert code == 0 and "note.txt" in printed and "ministers met in Tashkent" in printed
    assert run("find", register, "--documents")[0] == 2
    assert run("find", register, "--documents", "--text", "railways") == (0, "", "no document is like that\n")


def test_a_refused_export_leaves_what_was_there(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "acts.csv"
    out.write_text("kept", "utf-8")
    assert run("export", str(tmp_path / "none.db"), "--out", str(out))[0] == 1
    assert out.read_text("utf-8") == "kept"
