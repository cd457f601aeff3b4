"""JupyterLab in a browser, as a session with it goes: run all, restart, interrupt, two notebooks, completion, help, errors."""

import re
import time

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

from session import KERNEL

TRAINING = "train(mlp(64, 256, 256, 10), on: digits(), epochs: 1_000_000)"


class Opened:
    """A notebook in a page of its own."""

    def __init__(self, lab, browser, name, sources):
        cells = [new_code_cell(source) for source in sources]
        metadata = {"kernelspec": {"name": KERNEL, "display_name": "MLP-Swift", "language": "swift"}}
        nbformat.write(new_notebook(cells=cells, metadata=metadata), lab.folder / name)
        self.page = browser.new_page(viewport={"width": 1200, "height": 760})
        self.page.set_default_timeout(60_000)
        self.page.goto(lab.address(name))
        self.wait_until_idle()

    def wait_until_idle(self):
        expect(self.page.locator("#jp-main-statusbar")).to_contain_text("MLP-Swift | Idle", timeout=60_000)

    def cell(self, number):
        return self.page.locator(".jp-Notebook .jp-CodeCell").nth(number)

    def output(self, number):
        return self.cell(number).locator(".jp-Cell-outputArea").first

    def press(self, item):
        """A button of the notebook's toolbar."""
        self.page.locator(f'.jp-NotebookPanel-toolbar [data-jp-item-name="{item}"]').click()

    def choose(self, menu, entry):
        self.page.get_by_role("menuitem", name=menu, exact=True).click()
        self.page.get_by_role("menuitem", name=entry, exact=True).click()

    def confirm(self):
        self.page.locator(".jp-Dialog .jp-mod-accept").click()

    def run(self, number):
        self.edit(number)
        self.page.keyboard.press("Shift+Enter")

    def edit(self, number):
        """Puts the cursor at the end of a cell."""
        editor = self.cell(number).locator(".cm-content")
        editor.click()
        expect(editor).to_be_focused()
        self.page.keyboard.press("Control+End")

    def expect_numbers(self, *numbers):
        for place, number in enumerate(numbers):
            expect(self.cell(place).locator(".jp-InputPrompt")).to_have_text(f"[{number}]:")


@pytest.fixture
def open_notebook(lab, browser, request):
    opened = []

    def open_notebook(name, *sources):
        opened.append(Opened(lab, browser, name, sources))
        return opened[-1]

    yield open_notebook
    for number, notebook in enumerate(opened):
        if path := request.config.getoption("--screenshot"):
            notebook.page.screenshot(path=path.with_name(f"{request.node.name}-{number}.png"))
        notebook.page.close()


def test_run_all_restart_and_run_all_again(open_notebook):
    notebook = open_notebook("restart.ipynb", "let width = 6", "width * 7", "print(width)")
    notebook.choose("Run", "Run All Cells")
    notebook.expect_numbers(1, 2, 3)
    expect(notebook.output(1)).to_have_text(re.compile(r"42\s*$"))
    expect(notebook.output(2)).to_have_text(re.compile(r"6\s*$"))

    notebook.press("restart")
    notebook.confirm()
    notebook.wait_until_idle()
    notebook.run(1)
    expect(notebook.output(1)).to_contain_text("`width` is not defined")
    expect(notebook.cell(1).locator(".jp-InputPrompt")).to_have_text("[1]:")

    notebook.press("restart-and-run")
    notebook.confirm()
    notebook.expect_numbers(1, 2, 3)
    expect(notebook.output(1)).to_have_text(re.compile(r"42\s*$"))


def test_the_stop_button_stops_a_training(open_notebook):
    notebook = open_notebook("stop.ipynb", TRAINING, "6 * 7")
    notebook.run(0)
    expect(notebook.page.locator("#jp-main-statusbar")).to_contain_text("MLP-Swift | Busy")
    expect(notebook.output(0).locator("img")).to_be_visible()  # The progress, as a picture.
    begin = time.monotonic()
    notebook.press("interrupt")
    expect(notebook.output(0)).to_contain_text("interrupted")
    assert time.monotonic() - begin < 10
    notebook.run(1)
    expect(notebook.output(1)).to_have_text(re.compile(r"42\s*$"))


def test_two_notebooks_at_once_do_not_disturb_each_other(open_notebook):
    first = open_notebook("first.ipynb", 'let name = "first"\nwhile true {}', "name")
    second = open_notebook("second.ipynb", 'let name = "second"', "name")
    first.run(0)
    expect(first.cell(0).locator(".jp-InputPrompt")).to_have_text("[*]:")
    second.choose("Run", "Run All Cells")
    expect(second.output(1)).to_contain_text("second")
    expect(first.cell(0).locator(".jp-InputPrompt")).to_have_text("[*]:")
    first.press("interrupt")
    expect(first.output(0)).to_contain_text("interrupted")
    second.run(1)
    expect(second.cell(1).locator(".jp-InputPrompt")).to_have_text("[3]:")
    expect(second.output(1)).to_contain_text("second")


def test_a_name_is_completed_and_explained(open_notebook):
    notebook = open_notebook("help.ipynb", "decisionB", "train")
    notebook.edit(0)
    notebook.page.keyboard.press("Tab")
    expect(notebook.page.locator(".jp-Completer-item")).to_contain_text("decisionBoundary")
    notebook.page.keyboard.press("Enter")
    expect(notebook.cell(0).locator(".cm-content")).to_have_text("decisionBoundary")
    notebook.edit(1)
    notebook.page.keyboard.press("Tab")
    expect(notebook.page.locator(".jp-Completer-item").first).to_contain_text("train")
    notebook.page.keyboard.press("Escape")
    notebook.page.keyboard.press("Shift+Tab")
    expect(notebook.page.locator(".jp-Tooltip")).to_contain_text("train(")


def test_an_error_is_shown_with_its_place(open_notebook):
    notebook = open_notebook("error.ipynb", "let total = 1 + undefinedName")
    notebook.run(0)
    error = notebook.output(0).locator(".jp-RenderedText")
    expect(error).to_contain_text("E020")
    lines = error.inner_text().splitlines()
    quoted = next(index for index, line in enumerate(lines) if "1 + undefinedName" in line)
    assert lines[quoted + 1].find("^") == lines[quoted].find("undefinedName"), "\n".join(lines)


def test_keys_files_and_labels_are_completed(open_notebook, lab):
    (lab.folder / "flowers.csv").write_text("width,kind\n1,a\n2,b\n")
    notebook = open_notebook(
        "completion.ipynb", 'let rates = ["learning rate": 0.1, "decay": 0.01]; let net = mlp(2, 3)', 'rates["le',
        'loadCSV("flo', "train(net, ",
    )
    notebook.run(0)
    notebook.expect_numbers(1)
    for number, item, text in ((1, "learning rate", 'rates["learning rate'), (2, "flowers.csv", 'loadCSV("flowers.csv')):
        notebook.edit(number)
        notebook.page.keyboard.press("Tab")
        expect(notebook.page.locator(".jp-Completer-item")).to_contain_text(item)
        notebook.page.keyboard.press("Enter")
        # Brackets and quotes may have been closed by the editor.
        expect(notebook.cell(number).locator(".cm-content")).to_contain_text(text)
    notebook.edit(3)
    notebook.page.keyboard.press("Tab")
    labels = notebook.page.locator(".jp-Completer-item .jp-Completer-match")
    expect(labels.nth(0)).to_have_text("on:")
    expect(labels.nth(1)).to_have_text("loss:")


def test_a_question_is_answered_below_the_cell(open_notebook):
    notebook = open_notebook("input.ipynb", 'let name = input("your name? ")\nprint("hello \\(name)")')
    notebook.run(0)
    answer = notebook.output(0).locator("input.jp-Stdin-input")
    expect(answer).to_be_focused()
    notebook.page.keyboard.type("Ada")
    notebook.page.keyboard.press("Enter")
    expect(notebook.output(0)).to_contain_text("hello Ada")
    notebook.expect_numbers(1)
