"""The README's first cell does what it shows."""

import re
import subprocess

from conftest import ROOT


def test_the_first_cell_of_the_readme_runs(binary, tmp_path):
    cells = re.findall(r"```swift\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert cells
    script = tmp_path / "readme.mlp"
    script.write_text(cells[0])
    result = subprocess.run([binary, "run", script], capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr
    assert "✓ the network reads handwritten digits" in result.stdout
