"""What the documents say is so: the README's example runs, its commands exist, links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "examples" / "README.md"]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_example_of_the_readme_prints_what_it_says() -> None:
    block = re.findall(r"^```python\n(.*?)^```$", README, re.S | re.M)[0]
    code, said = block[: block.index("# ")], re.findall(r"^# (.*?)(?: …)?$", block, re.M)
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    lines = ran.stdout.splitlines()
    assert len(lines) == len(said)
    assert all(line.startswith(start) for line, start in zip(lines, said, strict=True))


def test_every_command_of_the_readme_exists() -> None:
    blocks = "\n".join(re.findall(r"^```sh\n(.*?)^```$", README, re.S | re.M))
    commands = set(re.findall(r"bin/sijill ([a-z][a-z-]+)", blocks))
    known = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert commands and all(f"sijill {command}" in known for command in commands)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
