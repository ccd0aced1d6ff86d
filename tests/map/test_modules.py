"""The page's modules by themselves, in node: those that know nothing of a browser."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).with_name("modules")


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.test.js")), ids=lambda file: file.name)
def test_the_modules_do_what_they_say(file: Path) -> None:
    node = shutil.which("node")
    if not node:
        if os.environ.get("DATELINE_REQUIRE_BROWSER"):
            pytest.fail("node is not installed, though DATELINE_REQUIRE_BROWSER is set")
        pytest.skip("node is not installed: the page's modules are tested in the browser only")
    done = subprocess.run([node, "--test", str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert "# fail 0" in done.stdout or "ℹ fail 0" in done.stdout
    assert "# tests 0" not in done.stdout
