"""Formatting, lint and types, checked where the tests are run."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "tool",
    [["ruff", "check", "graph", "tests"], ["ruff", "format", "--check", "graph", "tests"], ["mypy"]],
    ids=["lint", "format", "types"],
)
def test_style(tool: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *tool], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
