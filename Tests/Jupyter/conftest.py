"""What the tests of this folder share: the installed kernel, in Jupyter folders of their own."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from jupyter_client.manager import start_new_kernel
from playwright.sync_api import sync_playwright

from lab import ROOT, Lab, write_quiet_settings
from session import KERNEL, Session


def pytest_addoption(parser):
    parser.addoption("--screenshot", type=Path, help="keep the picture that test_lab.py takes, in this PNG file")


@pytest.fixture(scope="session", autouse=True)
def jupyter_folders(tmp_path_factory):
    """The kernel of this environment is found first, and neither reads nor changes what the user has."""
    folder = tmp_path_factory.mktemp("jupyter")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_PREFER_ENV_PATH", "1")
        for kind in ["CONFIG", "DATA", "RUNTIME"]:
            patch.setenv(f"JUPYTER_{kind}_DIR", str(folder / kind.lower()))
        patch.setenv("IPYTHONDIR", str(folder / "ipython"))
        patch.delenv("JUPYTER_PATH", raising=False)
        yield folder


@pytest.fixture(scope="session")
def binary(jupyter_folders) -> Path:
    """The program that the installed kernelspec starts."""
    try:
        return Path(KernelSpecManager().get_kernel_spec(KERNEL).argv[0])
    except NoSuchKernel:
        pytest.exit("No kernel is installed here: run `make test`, which builds and installs it.", returncode=1)


@pytest.fixture
def command(binary, tmp_path):
    """Runs the program in an empty folder: `command("install", "--prefix", "x", HOME="/nowhere")`."""

    def run(*arguments, stdin="", **environment):
        result = subprocess.run(
            [binary, *map(str, arguments)], input=stdin, capture_output=True, text=True, timeout=60, cwd=tmp_path,
            env={**os.environ, **environment},
        )
        assert result.returncode >= 0, f"killed by signal {-result.returncode}:\n{result.stderr}"
        return result

    return run


@pytest.fixture
def session(binary, tmp_path):
    """A running kernel in an empty folder, its working folder: `session().run("1 + 1")`. Takes variables."""
    sessions = []

    def start(**environment):
        manager, client = start_new_kernel(
            kernel_name=KERNEL, startup_timeout=60, cwd=str(tmp_path), env={**os.environ, **environment}
        )
        sessions.append((manager, client))
        return Session(client)

    yield start
    for manager, client in sessions:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


@pytest.fixture(scope="session")
def lab(binary, jupyter_folders, tmp_path_factory):
    """A JupyterLab that shows a copy of notebooks/."""
    write_quiet_settings(jupyter_folders / "config")
    lab = Lab(tmp_path_factory.mktemp("lab") / "notebooks")
    yield lab
    lab.stop()


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, without a window."""
    chromium = shutil.which("chromium")
    assert chromium, "there is no chromium on the PATH: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()
