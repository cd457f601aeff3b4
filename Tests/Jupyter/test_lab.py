"""JupyterLab in a browser: a notebook is opened, cells typed and run, and the pictures are there and can be moved."""

from playwright.sync_api import expect

from browser import keep, picture_in, run

CELL = """let arms = spirals(100, classes: 3, seed: 2)
let net = mlp(2, 32, 32, 3, activation: relu, init: he)
train(net, on: arms, optimizer: Adam(learningRate: 0.01), epochs: 400, seed: 3);
decisionBoundary(net, on: arms, title: "Three arms of a spiral, told apart by 1251 weights")"""

SLIDERS = 'interact(waves: 1...10, f: ["sin": sin, "cos": cos]) { n, f in plot({ x in f(n * x) }, on: 0...6.28) }'


def test_a_typed_cell_draws_a_picture(page, notebook, request, tmp_path):
    picture_in(run(page, notebook, CELL))
    keep(page, request, tmp_path)


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
