"""JupyterLab in a browser: a notebook is opened, cells typed and run, and the pictures are there and can be moved."""

import re

import pytest
from playwright.sync_api import TimeoutError, expect

CELL = """let arms = spirals(100, classes: 3, seed: 2)
let net = mlp(2, 32, 32, 3, activation: relu, init: he)
train(net, on: arms, optimizer: Adam(learningRate: 0.01), epochs: 400, seed: 3);
decisionBoundary(net, on: arms, title: "Three arms of a spiral, told apart by 1251 weights")"""

SLIDERS = 'interact(waves: 1...10, f: ["sin": sin, "cos": cos]) { n, f in plot({ x in f(n * x) }, on: 0...6.28) }'


@pytest.fixture(scope="module")
def page(lab, browser):
    """The page of JupyterLab."""
    page = browser.new_page(viewport={"width": 1200, "height": 760}, device_scale_factor=1.5)
    page.set_default_timeout(120_000)
    page.goto(lab.address())
    yield page
    page.close()


@pytest.fixture(scope="module")
def notebook(page):
    """A new notebook of our kernel, ready to be typed in."""
    page.locator('.jp-LauncherCard[data-category="Notebook"][title*="MLP-Swift"]').click()
    # Not before the kernel answers: the notebook takes the keyboard back while it is being set up.
    expect(page.locator("#jp-main-statusbar")).to_contain_text("MLP-Swift | Idle", timeout=120_000)
    expect(page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]")).to_be_visible()
    return page.locator(".jp-Notebook")


def run(page, notebook, code):
    """Types a cell at the end of the notebook and runs it."""
    # The one that is last now, also when a further one follows it.
    cell = notebook.locator(".jp-CodeCell").nth(notebook.locator(".jp-CodeCell").count() - 1)
    editor = cell.locator(".cm-content")
    editor.click()
    expect(editor).to_be_focused()
    page.keyboard.type(code)
    expect(editor.locator(".cm-line")).to_have_text(code.splitlines())
    page.keyboard.press("Shift+Enter")
    expect(cell.locator(".jp-InputPrompt")).to_have_text(re.compile(r"\[\d+\]:"), timeout=120_000)
    return cell.locator(".jp-Cell-outputArea").first


def picture_in(output):
    """The picture that a cell has drawn, once it can be seen."""
    picture = output.locator(".jp-RenderedSVG img")
    try:
        picture.wait_for(timeout=30_000)
    except TimeoutError:
        pytest.fail("The cell has run, and there is no picture but:\n" + output.inner_text())
    # An <img> is there before its SVG is decoded, and also when it cannot be.
    assert picture.evaluate("async image => { await image.decode(); return image.naturalWidth }") > 100
    return picture


def keep(page, request, tmp_path, suffix=""):
    """Takes a picture of the page."""
    path = request.config.getoption("--screenshot") or tmp_path / "lab.png"
    path = path.with_stem(path.stem + suffix)
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path)
    assert path.stat().st_size > 10_000


def test_a_typed_cell_draws_a_picture(page, notebook, request, tmp_path):
    picture_in(run(page, notebook, CELL))
    keep(page, request, tmp_path)


def test_an_interactive_chart_is_drawn_and_its_picture_is_not_beside_it(page, notebook, request, tmp_path):
    output = run(page, notebook, 'interactive(bar([3, 1, 2], labels: ["a", "b", "c"]))')
    chart = output.locator(".vega-embed canvas, .vega-embed svg.marks")
    expect(chart).to_have_count(1)
    expect(chart).to_be_visible()
    expect(output.locator(".jp-RenderedSVG")).to_have_count(0)
    keep(page, request, tmp_path, "-chart")


def test_a_moved_slider_changes_the_picture(page, notebook, request, tmp_path):
    output = run(page, notebook, SLIDERS)
    controls = output.locator(".widget-interact")
    expect(controls.locator("label")).to_have_text(["waves", "f"])
    expect(controls.locator("select option")).to_have_text(["sin", "cos"])
    expect(controls.locator(".widget-readout")).to_have_text("5")
    before = picture_in(controls).get_attribute("src")
    controls.locator(".noUi-handle").focus()
    page.keyboard.press("ArrowRight")
    expect(controls.locator(".widget-readout")).to_have_text("6")
    expect(controls.locator(".jp-RenderedSVG img")).not_to_have_attribute("src", before)
    moved = picture_in(controls).get_attribute("src")
    controls.locator("select").select_option("cos")
    expect(controls.locator(".jp-RenderedSVG img")).not_to_have_attribute("src", moved)
    picture_in(controls)
    keep(page, request, tmp_path, "-interact")


def test_a_button_ends_a_training_and_the_cell_goes_on(page, notebook, request, tmp_path):
    cell = notebook.locator(".jp-CodeCell").nth(notebook.locator(".jp-CodeCell").count() - 1)
    editor = cell.locator(".cm-content")
    editor.click()
    expect(editor).to_be_focused()
    page.keyboard.type('let h = train(mlp(2, 9, 3), on: arms, epochs: 10000000, progress: "widget"); print("went on")')
    page.keyboard.press("Shift+Enter")
    output = cell.locator(".jp-Cell-outputArea").first
    button = output.get_by_role("button", name="Stop")
    expect(button).to_be_visible(timeout=60_000)
    words = output.locator("div.widget-label")
    expect(words).to_contain_text("steps/s")
    expect(words).not_to_have_text(words.inner_text())
    expect(output.locator("polyline")).to_be_visible()
    keep(page, request, tmp_path, "-training")
    button.click()
    expect(output).to_contain_text("went on", timeout=60_000)
    expect(button).to_be_hidden()
    assert "stopped%20after" in picture_in(output).get_attribute("src")
    keep(page, request, tmp_path, "-trained")


def test_a_console_and_a_slider_answer_while_the_notebook_trains(page, notebook, request, tmp_path):
    controls = run(page, notebook, SLIDERS).locator(".widget-interact")
    training = notebook.locator(".jp-CodeCell").last
    editor = training.locator(".cm-content")
    editor.click()
    expect(editor).to_be_focused()
    page.keyboard.type("train(net, on: arms, epochs: 10000000)")
    page.keyboard.press("Control+Enter")
    prompt = training.locator(".jp-InputPrompt")
    expect(prompt).to_have_text("[*]:")

    # JupyterLab has a subshell for the messages of widgets.
    before = picture_in(controls).get_attribute("src")
    controls.locator(".noUi-handle").focus()
    page.keyboard.press("ArrowRight")
    expect(controls.locator(".jp-RenderedSVG img")).not_to_have_attribute("src", before)

    training.locator(".jp-Cell-inputWrapper").click(button="right")
    with page.expect_websocket() as connection:
        page.get_by_role("menuitem", name="New Subshell Console for Notebook").click()
    # What is typed before would go to the main shell.
    connection.value.wait_for_event("framereceived", lambda frame: b"create_subshell_reply" in frame)
    console = page.locator(".jp-CodeConsole:visible")
    console.locator(".jp-CodeConsole-promptCell .cm-content").click()
    page.keyboard.type("net.parameterCount")
    page.keyboard.press("Shift+Enter")
    expect(console.locator(".jp-OutputArea-output").last).to_contain_text("1251", timeout=60_000)
    expect(prompt).to_have_text("[*]:")
    keep(page, request, tmp_path, "-subshell")

    # An interrupt is for the kernel, and stops the training.
    prompt.click()
    page.keyboard.press("i")
    page.keyboard.press("i")
    expect(training.locator(".jp-OutputArea")).to_contain_text("the training was interrupted", timeout=60_000)
