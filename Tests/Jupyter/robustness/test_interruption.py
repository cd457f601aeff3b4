"""An interrupt is heeded whatever a cell does. Benchmarks/kernel.py measures how soon; here only that it is soon."""

import psutil
import pytest

from robustness.kernel import eventually

CELLS = {
    "a loop": "while true {}",
    "a loop that does something": "var s = 0\nwhile true { s = (s + 1) % 7 }",
    "a recursion": "func f(n) = n < 2 ? 1 : f(n - 1) + f(n - 2)\nf(60)",
    "a closure": "while true { (0..<1_000_000).map { $0 * 2 } }",
    "printing": 'while true { print("more and more") }',
    "displaying": "while true { display([1, 2]) }",
    "training": "train(mlp(64, 256, 256, 10), on: digits(), epochs: 1_000_000)",
    "training a large network": "train(mlp(64, 2000, 2000, 10), on: digits(), epochs: 1_000_000, batch: 1024)",
    "gradient flow": "gradientFlow(mlp(64, 500, 500, 500, 10), on: digits())\nwhile true {}",
    "regions": "regions(mlp(2, 256, 256, 256, 1), in: [-50...50, -50...50])",
    "exact pieces": "pieces(sawtooth(24), on: 0...1)",
    "exact numbers": "while true { rational(2, 3) ** 10_000 }",
    "products": "let a = randn(2000, 2000)\nwhile true { a @ a }",
}


@pytest.mark.parametrize("code", CELLS.values(), ids=CELLS)
def test_an_interrupt_stops(kernel, client, code):
    request = client.send_cell('print("on")\n' + code)
    client.find("iopub", lambda message: message.type == "stream")
    client.ask("kernel_info_request", channel="control")
    assert client.ask("interrupt_request", channel="control").content["status"] == "ok"
    reply = client.reply(request, timeout=2).content
    assert reply["status"] == "error" and reply["ename"] == "Interrupted", reply
    assert client.run("6 * 7").content["status"] == "ok"


def test_an_interrupt_stops_a_question(kernel, client):
    request = client.send_cell('input("name? ")')
    client.receive("stdin")
    client.ask("interrupt_request", channel="control")
    assert client.reply(request, timeout=2).content["ename"] == "Interrupted"


def test_an_interrupt_stops_drawing_and_the_program_that_draws(start, endless_gnuplot):
    kernel = start(path=endless_gnuplot)
    client = kernel.connect()
    request = client.send_cell("plot([1, 2, 3])")
    assert eventually(lambda: any(child.name() == "sleep" for child in kernel.children))
    [drawing] = kernel.children
    client.ask("interrupt_request", channel="control")
    assert client.reply(request, timeout=2).content["ename"] == "Interrupted"
    assert eventually(lambda: not psutil.pid_exists(drawing.pid))
    assert client.run("6 * 7").content["status"] == "ok"


def test_an_interrupt_by_signal_stops_a_cell_and_does_nothing_to_a_kernel_at_rest(kernel, client):
    kernel.process.send_signal(2)
    client.ask("kernel_info_request", channel="control")
    assert client.run("6 * 7").content["status"] == "ok"
    request = client.send_cell('print("on")\nwhile true {}')
    client.find("iopub", lambda message: message.type == "stream")
    kernel.process.send_signal(2)
    assert client.reply(request, timeout=2).content["ename"] == "Interrupted"
