"""The example: a package of its own that uses the library products, with a kernel in less than a hundred lines."""

import json

import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

from lab import ROOT
from session import Session

PROGRAM = ROOT / ".build-calculator/debug/calculator"
SOURCES = ROOT / "Tests/Calculator/Sources/calculator"


@pytest.fixture
def manager(tmp_path):
    """Of a kernel that is installed as anybody would install one."""
    assert PROGRAM.exists(), f"{PROGRAM} is not there: run `make test`, which builds it."
    folder = tmp_path / "kernels/calculator"
    folder.mkdir(parents=True)
    spec = {
        "argv": [str(PROGRAM), "{connection_file}"], "display_name": "Calculator", "language": "calculator",
        "interrupt_mode": "message",
    }
    (folder / "kernel.json").write_text(json.dumps(spec))
    manager = KernelManager(
        kernel_name="calculator", kernel_spec_manager=KernelSpecManager(kernel_dirs=[str(folder.parent)])
    )
    manager.start_kernel(cwd=str(tmp_path))
    yield manager
    if manager.has_kernel:
        manager.shutdown_kernel(now=True)


def test_it_has_less_than_a_hundred_lines():
    assert sum(len(source.read_text().splitlines()) for source in SOURCES.glob("*.swift")) < 100


def test_a_client_calculates_with_it(manager):
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    session = Session(client)
    assert session.run("side = 2 * (3 + 4) / 4 - 0.5").result is None
    assert session.run("side * side").result == "9"
    assert session.run("1 / (2 - 2)").reply["evalue"] == "a division by zero"
    assert client.complete("1 + si", reply=True, timeout=20)["content"]["matches"] == ["side"]
    assert client.inspect("side", reply=True, timeout=20)["content"]["data"] == {"text/plain": "side is 3"}
    client.is_complete("(1")
    assert client.get_shell_msg(timeout=20)["content"] == {"status": "incomplete", "indent": "  "}
    assert client.history(reply=True, hist_access_type="tail", n=1, timeout=20)["content"]["history"][0][2] == "1 / (2 - 2)"
    process = manager.provisioner.process
    client.shutdown(reply=True, timeout=20)
    assert process.wait(20) == 0
    client.stop_channels()
