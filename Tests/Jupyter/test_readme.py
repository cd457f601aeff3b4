"""The README's cells do what they show."""

import re
import subprocess

import pytest

from conftest import ROOT

CELLS = re.findall(r"```swift\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)


def test_there_are_cells():
    assert len(CELLS) == 3


@pytest.mark.parametrize("cell", CELLS, ids=["first", "exact", "controls"])
def test_a_cell_of_the_readme_runs(cell, binary, tmp_path):
    script = tmp_path / "readme.mlp"
    script.write_text(cell)
    result = subprocess.run([binary, "run", script], capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr
    assert result.stdout.count("✓") == cell.count("check ")
