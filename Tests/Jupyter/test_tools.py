"""The tools that run notebooks without a person: papermill, nbconvert, `jupyter execute`, `jupyter run`, `jupyter kernelspec`."""

import json
import os
import subprocess
import sys

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from session import KERNEL

METADATA = {"kernelspec": {"name": KERNEL, "display_name": "MLP-Swift", "language": "swift"}}


@pytest.fixture
def tool(binary, tmp_path):
    """Runs a tool of this environment as a module, in an empty folder."""

    def run(*arguments, stdin=None, check=True):
        result = subprocess.run(
            [sys.executable, "-m", *map(str, arguments)], input=stdin, capture_output=True, text=True, timeout=120,
            cwd=tmp_path, env={**os.environ, "NO_COLOR": "1"},
        )
        assert not check or result.returncode == 0, result.stdout + result.stderr
        return result

    return run


@pytest.fixture
def notebook(tmp_path):
    """Writes a notebook with these cells, and returns its path."""

    def write(*sources, tags={}):
        cells = [new_code_cell(source) for source in sources]
        for number, names in tags.items():
            cells[number].metadata["tags"] = names
        path = tmp_path / "notebook.ipynb"
        nbformat.write(new_notebook(cells=cells, metadata=METADATA), path)
        return path

    return write


def test_papermill_runs_a_notebook_and_keeps_its_outputs(tool, notebook, tmp_path):
    path = notebook("let width = 2", "print(width * 21)", "plot([1, 4, 9])")
    tool("papermill", path, "out.ipynb")
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    assert cells[1].outputs[0].text == "42\n"
    assert "image/svg+xml" in cells[2].outputs[0].data
    assert all(cell.metadata.papermill.status == "completed" for cell in cells)


def test_papermill_stops_at_a_cell_that_fails_and_shows_it(tool, notebook, tmp_path):
    path = notebook("let a = 1", "a + undefinedName", "print(a)")
    result = tool("papermill", path, "out.ipynb", check=False)
    assert result.returncode != 0 and "undefinedName" in result.stderr
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    assert any(output.get("ename") == "E020" for cell in cells for output in cell.get("outputs", []))


def test_nbconvert_runs_a_notebook_into_a_page_with_its_figures_and_errors(tool, notebook, tmp_path):
    path = notebook('print("printed <here>")', 'plot([1, 4, 9], title: "Squares")', "let y = 1 + undefinedName")
    tool("nbconvert", "--execute", "--allow-errors", "--to", "html", path)
    page = (tmp_path / "notebook.html").read_text()
    assert "printed &lt;here&gt;" in page
    assert "image/svg+xml" in page or "<svg" in page, "the figure is not in the page"
    assert "undefinedName" in page and "E020" in page and "^^^^" in page


def test_nbconvert_writes_the_cells_as_a_script(tool, notebook, tmp_path):
    tool("nbconvert", "--execute", "--to", "notebook", "--inplace", notebook("let a = 6", "a * 7"))
    tool("nbconvert", "--to", "script", tmp_path / "notebook.ipynb")
    script = (tmp_path / "notebook.mlp").read_text()
    assert "let a = 6" in script and "a * 7" in script


def test_jupyter_execute_runs_a_notebook_in_place(tool, notebook, tmp_path):
    path = notebook("6 * 7")
    tool("jupyter", "execute", "--inplace", path)
    assert nbformat.read(path, as_version=4).cells[0].outputs[0].data["text/plain"] == "42"


def test_jupyter_run_runs_a_script(tool, tmp_path):
    (tmp_path / "script.mlp").write_text('print("from a script")\nlet a = 6\nprint(a * 7)\n')
    result = tool("jupyter", "run", f"--kernel={KERNEL}", "script.mlp")
    assert result.stdout == "from a script\n42\n"


def test_jupyter_run_shows_where_a_script_fails(tool, tmp_path):
    (tmp_path / "script.mlp").write_text("let a = undefinedName\n")
    result = tool("jupyter", "run", f"--kernel={KERNEL}", "script.mlp", check=False)
    assert result.returncode != 0 and "undefinedName" in result.stdout + result.stderr


def test_jupyter_lists_the_kernel_and_takes_it_away(command, tool, monkeypatch, tmp_path):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "0")
    assert command("install").returncode == 0
    listed = json.loads(tool("jupyter", "kernelspec", "list", "--json").stdout)["kernelspecs"][KERNEL]
    assert listed["resource_dir"] == str(tmp_path / "data/kernels/mlp-swift")
    assert listed["spec"]["interrupt_mode"] == "message" and listed["spec"]["language"] == "swift"
    tool("jupyter", "kernelspec", "remove", "-f", KERNEL)
    assert not (tmp_path / "data/kernels/mlp-swift").exists()
