"""However a kernel is ended, it ends soon, and leaves no process and no file."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from robustness.kernel import eventually

CELLS = {
    "nothing": None,
    "a loop": 'print("on")\nwhile true {}',
    "printing": 'while true { print("on") }',
    "training": 'print("on")\ntrain(mlp(64, 2000, 2000, 10), on: digits(), epochs: 1_000_000, batch: 1024)',
    "regions": 'print("on")\nregions(mlp(2, 256, 256, 256, 1), in: [-50...50, -50...50])',
    "a question": 'print("on")\ninput("name? ")',
}
SOON = 2.0
"""Seconds. The goal is a fifth of one, which Benchmarks/kernel.py measures; a test must not fail on a busy machine."""


def occupy(client, code):
    if code:
        client.send_cell(code)
        client.find("iopub", lambda message: message.type == "stream")


def assert_nothing_is_left(kernel, children=()):
    assert not [child for child in children if psutil.pid_exists(child.pid) and child.status() != "zombie"]
    assert not list(kernel.temporary.iterdir())
    assert {path.name for path in kernel.folder.iterdir()} == {"tmp", "log", "connection.json"}
    assert not list(Path("/dev/shm").glob(f"*-{kernel.process.pid}-*"))


@pytest.mark.parametrize("code", CELLS.values(), ids=CELLS)
def test_a_shutdown_ends_it(kernel, client, code):
    occupy(client, code)
    client.send("shutdown_request", {"restart": False}, "control")
    assert kernel.ends(within=SOON) and kernel.process.returncode == 0
    assert client.receive("control").content == {"status": "ok", "restart": False}
    assert_nothing_is_left(kernel)


@pytest.mark.parametrize("code", CELLS.values(), ids=CELLS)
def test_sigterm_ends_it(kernel, client, code):
    occupy(client, code)
    kernel.process.terminate()
    assert kernel.ends(within=SOON) and kernel.process.returncode == 0
    assert_nothing_is_left(kernel)


def test_a_shutdown_ends_the_program_that_draws(start, endless_gnuplot):
    kernel = start(path=endless_gnuplot)
    client = kernel.connect()
    client.send_cell("plot([1, 2, 3])")
    assert eventually(lambda: any(child.name() == "sleep" for child in kernel.children))
    children = kernel.children
    client.send("shutdown_request", {"restart": False}, "control")
    assert kernel.ends(within=SOON)
    assert eventually(lambda: not any(psutil.pid_exists(child.pid) for child in children), timeout=SOON)
    assert_nothing_is_left(kernel)


def test_files_that_stand_for_sockets_go_with_it(start, tmp_path):
    kernel = start(transport="ipc", ip=str(tmp_path / "socket"))
    client = kernel.connect()
    assert len(list(tmp_path.glob("socket-*"))) == 5
    client.send("shutdown_request", {"restart": False}, "control")
    assert kernel.ends(within=SOON)
    assert not list(tmp_path.glob("socket-*"))


def test_a_second_shutdown_does_no_harm(kernel, client):
    for channel in ("control", "shell", "control"):
        client.send("shutdown_request", {"restart": True}, channel)
    assert kernel.ends(within=SOON) and kernel.process.returncode == 0


def test_it_ends_when_the_process_that_started_it_has_ended(start):
    """The launcher starts the kernel, says its process id and waits to be killed."""
    launcher = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen(sys.argv[1:])\n"
        "open('pid', 'w').write(str(child.pid))\n"
        "time.sleep(600)\n"
    )
    kernel = start(launcher=(sys.executable, "-c", launcher))
    client = kernel.connect()
    occupy(client, CELLS["a loop"])
    child = psutil.Process(int((kernel.folder / "pid").read_text()))
    kernel.process.kill()
    kernel.process.wait()
    assert eventually(lambda: not child.is_running())
    assert kernel.logged("the kernel ends: the process that started the kernel has ended")


def test_it_ends_when_the_process_that_is_named_has_ended(start):
    named = subprocess.Popen(["sleep", "600"])
    kernel = start(parent=named.pid)
    kernel.connect()
    os.kill(named.pid, signal.SIGKILL)
    named.wait()
    assert kernel.ends()
    assert kernel.logged("the kernel ends: the process that started the kernel has ended")
