"""The debugger's panel in JupyterLab: a breakpoint is set by its gutter, and the cell is looked into and stepped through."""

import re
from contextlib import contextmanager

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

from session import KERNEL

CODE = """func energy(w) {
  let square = w * w
  let half = square / 2
  return half
}
var total = 0.0
for w in [1.0, 3.0] {
  total += energy(w)
}
let net = mlp(2, 8, 1)
total"""

SLIDER = """interact(k: 1...9) { k in
  let twice = 2 * k
  let text = "\\(twice) of 18"
  print(text)
}"""


class Panel:
    """The debugger's side bar, and the notebook's toolbar."""

    def __init__(self, page):
        self.page = page
        self.frames = page.locator(".jp-DebuggerCallstackFrame")
        self.names = page.locator(".jp-DebuggerVariables-body .jp-DebuggerVariables-name")
        self.breakpoints = page.locator(".jp-DebuggerBreakpoint")

    def turn_on(self, cell):
        """Presses the bug until the cell has the gutter for breakpoints, which is given back.

        JupyterLab takes a press back that comes while it still asks about the kernel.
        """
        gutter = cell.locator(".cm-breakpoint-gutter .cm-gutterElement")
        for attempt in range(5):
            self.page.locator(".jp-DebuggerBugButton").click()
            try:
                # The first element is for measuring; it has no line.
                expect(gutter.nth(3)).to_be_visible(timeout=12_000)
                return gutter
            except AssertionError:
                if attempt == 4:
                    raise

    def press(self, title: str) -> None:
        self.page.locator(f".jp-AccordionPanel-toolbar jp-button[title^='{title}']").click()

    def is_at(self, *places: str) -> None:
        """Waits until these are the calls, with their lines, the innermost first."""
        expect(self.frames).to_have_count(len(places))
        for frame, place in zip(self.frames.all(), places):
            name, line = place.rsplit(" ", 1)
            expect(frame).to_have_text(re.compile(rf"^{re.escape(name)}.*:{line}$", re.DOTALL))

    def has(self, **values: str) -> None:
        """Waits until these variables have these values, as the panel writes them."""
        for name, value in values.items():
            item = self.page.locator(
                ".jp-DebuggerVariables-body jp-tree-item",
                has=self.page.locator(f".jp-DebuggerVariables-name:text-is('{name}')"),
            )
            expect(item.locator(".jp-DebuggerVariables-detail").first).to_have_text(value)


@contextmanager
def opened(lab, browser, name: str, code: str):
    """A notebook with one cell, in JupyterLab."""
    metadata = {"kernelspec": {"name": KERNEL, "display_name": "MLP-Swift", "language": "swift"}}
    notebook = new_notebook(cells=[new_code_cell(code)], metadata=metadata)
    nbformat.write(notebook, lab.folder / name)
    page = browser.new_page(viewport={"width": 1200, "height": 760}, device_scale_factor=1.5)
    page.set_default_timeout(60_000)
    page.goto(lab.address(name))
    expect(page.locator("#jp-main-statusbar")).to_contain_text("MLP-Swift | Idle", timeout=60_000)
    yield page
    page.close()


@pytest.fixture(scope="module")
def page(lab, browser):
    with opened(lab, browser, "debugged.ipynb", CODE) as page:
        yield page


@pytest.fixture
def panel(page):
    return Panel(page)


@pytest.fixture
def cell(page):
    return page.locator(".jp-Notebook .jp-CodeCell").first


def test_a_cell_is_debugged_in_the_panel(page, cell, panel, request):
    editor = cell.locator(".cm-content")
    panel.turn_on(cell).nth(3).click()
    expect(panel.breakpoints).to_have_text(re.compile(r"\.mlp.*3$", re.DOTALL))

    editor.click()
    page.keyboard.press("Shift+Enter")
    panel.is_at("energy 3", "Cell [1] 8")
    panel.has(w="1", square="1")
    expect(cell.locator(".jp-DebuggerEditor-highlight")).to_contain_text("let half = square / 2")
    if path := request.config.getoption("--screenshot"):
        page.screenshot(path=path.with_stem(path.stem + "-debugger"))

    panel.press("Next")
    panel.is_at("energy 4", "Cell [1] 8")
    panel.has(half="0.5")
    panel.press("Step Out")
    # The loop has come back to its header.
    panel.is_at("Cell [1] 7")
    panel.press("Next")
    panel.is_at("Cell [1] 8")
    panel.press("Step In")
    panel.is_at("energy 2", "Cell [1] 8")
    panel.press("Evaluate")
    page.locator(".jp-CodeConsole-promptCell .cm-content").click()
    page.keyboard.type("total + 41")
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".jp-CodeConsole .jp-OutputArea-output").last).to_have_text("41.5")
    panel.has(w="3")
    panel.press("Continue")
    panel.is_at("energy 3", "Cell [1] 8")
    panel.has(w="3", square="9")
    # Of another call, its own variables are shown.
    panel.frames.nth(1).click()
    panel.has(w="3")
    page.locator(".jp-DebuggerVariables-toolbar select").select_option("Globals")
    panel.has(total="0.5", energy="func energy(w)")

    panel.press("Continue")
    expect(cell.locator(".jp-InputPrompt")).to_have_text("[1]:")
    expect(cell.locator(".jp-Cell-outputArea").first).to_contain_text("5.0")
    panel.is_at()
    panel.has(total="5", net="network: Sequential, 33 parameters")


def test_the_debugger_outlives_a_restart_of_the_kernel(page, cell, panel):
    before = panel.breakpoints.inner_text()
    page.locator("jp-button[title='Restart the kernel']").click()
    page.locator(".jp-Dialog button.jp-mod-accept").click()
    # The breakpoint has moved to the same cell in the new kernel: its name has the process in it.
    expect(panel.breakpoints).to_have_count(1)
    expect(panel.breakpoints).not_to_have_text(re.compile(re.escape(before.split("\n")[0])))
    expect(page.locator("#jp-main-statusbar")).to_contain_text("MLP-Swift | Idle")
    cell.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    panel.is_at("energy 3", "Cell [1] 8")
    # Taking the debugger away lets the cell go on.
    page.locator(".jp-DebuggerBugButton").click()
    expect(cell.locator(".jp-InputPrompt")).to_have_text("[1]:")
    expect(cell.locator(".jp-Cell-outputArea").first).to_contain_text("5.0")


def test_a_function_that_a_slider_calls_is_debugged_in_the_panel(lab, browser, request):
    # The messages of widgets come to a subshell.
    with opened(lab, browser, "slider.ipynb", SLIDER) as page:
        panel, cell = Panel(page), page.locator(".jp-Notebook .jp-CodeCell").first
        gutter = panel.turn_on(cell)
        cell.locator(".cm-content").click()
        page.keyboard.press("Shift+Enter")
        expect(cell.locator(".widget-readout")).to_have_text("5")
        gutter.nth(3).click()
        expect(panel.breakpoints).to_have_count(1)

        cell.locator(".noUi-handle").focus()
        page.keyboard.press("ArrowRight")
        panel.is_at("closure 3")
        panel.has(k="6", twice="12")
        if path := request.config.getoption("--screenshot"):
            page.screenshot(path=path.with_stem(path.stem + "-debugger-slider"))
        panel.press("Next")
        panel.is_at("closure 4")
        panel.press("Continue")
        panel.is_at()
        expect(cell.locator(".jp-OutputArea").first).to_contain_text("12 of 18")
