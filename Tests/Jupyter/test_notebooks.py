"""Every notebook runs from top to bottom on the installed kernel, and keeps what it claims."""

import re
import shutil

import nbformat
import pytest
from nbclient import NotebookClient

from conftest import ROOT
from session import KERNEL
from widgets import VIEW

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))

PROGRESS = re.compile(r"(trained|stopped after) [\d,]+ steps? in ")

STALE = "is not what the committed notebook shows: run the notebook anew and commit it"


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]


def claims(source: str) -> int:
    """How many `check` statements a cell has: each at the start of a line, or after `;` or `{`."""
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", source, flags=re.DOTALL)
    return len(re.findall(r"(?:^|[;{])\s*check\s", code, flags=re.MULTILINE))


def confirmed(cell) -> int:
    """How many lines of a cell's output begin with ✓."""
    texts = [output.get("text", "") or output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    return sum(line.lstrip().startswith("✓") for text in texts for line in text.splitlines())


def structure(cell) -> list[str]:
    """The kinds of a cell's outputs, without the numbers and pictures that differ from run to run.

    A view of widgets is left out, as it is in the committed notebooks: without a kernel that has them JupyterLab would
    show an error in its place, and not the picture beside it. So are trainings that say how long they took: quick ones
    do not, and it is the machine that makes them quick.
    """
    outputs = [output for output in cell.outputs if not PROGRESS.match(output.get("data", {}).get("text/plain", ""))]
    kinds = [" ".join([output.output_type, *sorted(set(output.get("data", {})) - {VIEW})]) for output in outputs]
    # A stream may arrive in one piece or in several.
    return [kind for index, kind in enumerate(kinds) if kind != "stream" or kinds[index - 1 : index] != ["stream"]]


def test_there_are_notebooks():
    assert NOTEBOOKS, "notebooks/ holds no notebook"


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_notebook(name, binary, tmp_path):
    folder = tmp_path / "notebooks"
    shutil.copytree(ROOT / "notebooks", folder)
    committed = nbformat.read(folder / name, as_version=4)
    nbformat.validate(committed)
    assert not any(VIEW in output.get("data", {}) for cell in code_cells(committed) for output in cell.outputs), (
        f"{name} shows widgets that no kernel has: leave their views out"
    )
    assert committed.metadata.kernelspec.name == KERNEL

    fresh = nbformat.from_dict(committed)
    for cell in code_cells(fresh):
        cell.outputs = []
    client = NotebookClient(
        fresh, kernel_name=KERNEL, timeout=120, startup_timeout=60, resources={"metadata": {"path": str(folder)}}
    )
    client.execute()  # Raises with the cell's own message where a cell fails.

    total = 0
    for number, (cell, before) in enumerate(zip(code_cells(fresh), code_cells(committed)), start=1):
        place = f"{name}, code cell {number}"
        expected = claims(cell.source)
        total += confirmed(cell)
        # A check in a loop speaks each time that it is reached.
        assert confirmed(cell) >= expected, f"{place}: {expected} check statements, {confirmed(cell)} lines with ✓"
        assert confirmed(cell) == confirmed(before), f"{place}: {confirmed(cell)} lines with ✓ {STALE}"
        assert structure(before) == structure(cell), f"{place}: its output {STALE}"
        assert before.execution_count == cell.execution_count, f"{place}: its number {STALE}"
    assert total >= 1, f"{name} checks nothing: every notebook claims something"
