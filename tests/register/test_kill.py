"""A writer that is killed takes nothing with it: the benchmark, shorter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

KILL = Path(__file__).parents[2] / "bench" / "kill.py"


def test_nothing_kept_is_lost_or_doubled_when_its_writer_is_killed(place: str) -> None:
    ran = subprocess.run(
        [sys.executable, KILL, "--times", "8", place], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "none lost, none doubled" in ran.stdout
