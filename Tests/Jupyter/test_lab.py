"""JupyterLab in a browser: a notebook is opened, a cell typed and run, and the picture is there."""

import json
import queue
import secrets
import shutil
import socket
import subprocess
import sys
import threading
import time

import pytest
from playwright.sync_api import TimeoutError, expect, sync_playwright

from conftest import ROOT

CELL = """let arms = spirals(100, classes: 3, seed: 2)
let net = mlp(2, 32, 32, 3, activation: relu, init: he)
train(net, on: arms, optimizer: Adam(learningRate: 0.01), epochs: 400, seed: 3);
decisionBoundary(net, on: arms, title: "Three arms of a spiral, told apart by 1251 weights")"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


@pytest.fixture(scope="module")
def lab(binary, jupyter_folders, tmp_path_factory):
    """The address of a JupyterLab that shows a copy of notebooks/."""
    # No look for news or updates, and no question about them.
    settings = jupyter_folders / "config/lab/user-settings/@jupyterlab/apputils-extension"
    settings.mkdir(parents=True)
    quiet = {"fetchNews": "false", "checkForUpdates": False}
    (settings / "notification.jupyterlab-settings").write_text(json.dumps(quiet))
    folder = tmp_path_factory.mktemp("lab") / "notebooks"
    shutil.copytree(ROOT / "notebooks", folder)
    port, token = free_port(), secrets.token_hex(16)
    server = subprocess.Popen(
        [
            sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}",
            "--ServerApp.port_retries=0", f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={folder}",
        ],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )
    lines: queue.Queue[str | None] = queue.Queue()

    def read():
        for line in server.stdout:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    log = []
    deadline = time.monotonic() + 120
    try:
        while not any(f"127.0.0.1:{port}/lab" in line for line in log):
            try:
                line = lines.get(timeout=max(0.01, deadline - time.monotonic()))
            except queue.Empty:
                line = None
            if line is None:
                pytest.fail("JupyterLab did not start:\n" + "".join(log))
            log.append(line)
        yield f"http://127.0.0.1:{port}/lab?token={token}"
    finally:
        server.terminate()
        server.wait(timeout=60)


@pytest.fixture(scope="module")
def page(lab):
    """The page of JupyterLab, in Debian's Chromium."""
    chromium = shutil.which("chromium")
    assert chromium, "there is no chromium on the PATH: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 760}, device_scale_factor=1.5)
        page.set_default_timeout(120_000)
        page.goto(lab)
        yield page
        browser.close()


def test_a_typed_cell_draws_a_picture(page, request, tmp_path):
    page.locator('.jp-LauncherCard[data-category="Notebook"][title*="MLP-Swift"]').click()
    # Not before the kernel answers: the notebook takes the keyboard back while it is being set up.
    expect(page.locator("#jp-main-statusbar")).to_contain_text("MLP-Swift | Idle", timeout=120_000)
    expect(page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]")).to_be_visible()
    cell = page.locator(".jp-Notebook .jp-CodeCell").first
    editor = cell.locator(".cm-content")
    editor.click()
    expect(editor).to_be_focused()
    page.keyboard.type(CELL)
    expect(editor.locator(".cm-line")).to_have_text(CELL.splitlines())
    page.keyboard.press("Shift+Enter")

    expect(cell.locator(".jp-InputPrompt")).to_have_text("[1]:", timeout=120_000)
    output = cell.locator(".jp-Cell-outputArea")
    picture = output.locator(".jp-RenderedSVG img")
    try:
        picture.wait_for(timeout=30_000)
    except TimeoutError:
        pytest.fail("The cell has run, and there is no picture but:\n" + output.inner_text())
    # An <img> is there before its SVG is decoded, and also when it cannot be.
    assert picture.evaluate("async image => { await image.decode(); return image.naturalWidth }") > 100

    path = request.config.getoption("--screenshot") or tmp_path / "lab.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path)
    assert path.stat().st_size > 10_000


def test_a_subshell_console_answers_while_the_notebook_trains(page, tmp_path):
    notebook = page.locator(".jp-NotebookPanel:visible")
    editor = notebook.locator(".jp-CodeCell").last.locator(".cm-content")
    editor.click()
    expect(editor).to_be_focused()
    page.keyboard.type("train(net, on: arms, epochs: 10000000)")
    page.keyboard.press("Control+Enter")
    running = notebook.locator(".jp-CodeCell").last
    expect(running.locator(".jp-InputPrompt")).to_have_text("[*]:")

    running.locator(".jp-Cell-inputWrapper").click(button="right")
    with page.expect_websocket() as connection:
        page.get_by_role("menuitem", name="New Subshell Console for Notebook").click()
    # What is typed before would go to the main shell.
    connection.value.wait_for_event("framereceived", lambda frame: b"create_subshell_reply" in frame)
    console = page.locator(".jp-CodeConsole:visible")
    prompt = console.locator(".jp-CodeConsole-promptCell .cm-content")
    prompt.click()
    expect(prompt).to_be_focused()
    page.keyboard.type("net.parameterCount")
    page.keyboard.press("Shift+Enter")
    expect(console.locator(".jp-OutputArea-output").last).to_contain_text("1251", timeout=60_000)
    expect(running.locator(".jp-InputPrompt")).to_have_text("[*]:")
    page.screenshot(path=tmp_path / "subshell.png")

    # The kernel is one: what is interrupted is the training.
    editor.click()
    page.keyboard.press("Escape")
    page.keyboard.press("i")
    page.keyboard.press("i")
    expect(running.locator(".jp-OutputArea")).to_contain_text("the training was interrupted", timeout=60_000)
