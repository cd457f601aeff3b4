"""How soon a cell stops and a kernel ends, whatever it is doing: the longest counts as much as the median.

    .venv-bench/bin/python Benchmarks/interrupts.py [rounds] [words of the names of what to measure]

An interrupt is timed from the request to the cell's reply, a shutdown from the request to the end of the process, which
must leave no process and no file. Both come at a moment that nobody chose, a few hundredths of a second into the work.
"""

import pathlib
import random
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass

import psutil

ROOT = pathlib.Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "Tests/Jupyter"))

from conformance.client import Client  # noqa: E402
from conformance.debugger import Debugger  # noqa: E402
from robustness.kernel import Kernel  # noqa: E402

BINARY = ROOT / ".build/release/mlp-swift"
PATIENCE = 20
LIMITS = {"interrupt": 100, "shutdown": 200}
"""Milliseconds that were promised."""


@dataclass
class Work:
    """A cell that takes long, after another that gets ready for it."""

    code: str
    setup: str = ""

    def begin(self, client: Client) -> str:
        """Has it begin, and returns the request that it is the answer to."""
        request = client.send_cell('print("on")\n' + self.code)
        client.find("iopub", lambda message: message.type == "stream")
        return request

    def stopped(self, client: Client, request: str) -> float:
        """Waits for the cell to say that it was interrupted, and returns when it did."""
        reply = client.reply(request, timeout=PATIENCE).content
        moment = time.perf_counter()
        assert reply.get("ename") == "Interrupted", f"it came too late for {self.code}: {reply}"
        client.published(request)
        return moment


class Question(Work):
    def begin(self, client: Client) -> str:
        request = client.send_cell(self.code)
        client.receive("stdin")
        return request


class Callback(Work):
    """The function behind a slider that is moved."""

    def begin(self, client: Client) -> str:
        request = client.change(client.run(self.code).control("k"), value=7)
        client.find("iopub", lambda message: message.type == "comm_msg")
        return request

    def stopped(self, client: Client, request: str) -> float:
        client.published(request, timeout=PATIENCE)
        return time.perf_counter()


class Stop(Work):
    """A cell that a debugger holds up."""

    def begin(self, client: Client) -> str:
        debugger = Debugger(client)
        debugger.attach()
        debugger.stop_at(self.code, 1)
        request = client.send_cell(self.code)
        debugger.event("stopped")
        return request


class Subshell(Work):
    def begin(self, client: Client) -> str:
        subshell = client.ask("create_subshell_request", channel="control").content["subshell_id"]
        request = client.send_cell('print("on")\n' + self.code, subshell)
        client.find("iopub", lambda message: message.type == "stream")
        return request


WORKS = {
    "a loop": Work("while true {}"),
    "a recursion": Work("func f(n) = n < 2 ? 1 : f(n - 1) + f(n - 2)\nf(60)"),
    "training a small network": Work("train(mlp(64, 32, 10), on: digits(), epochs: 1_000_000)"),
    "training a large network": Work(
        "train(mlp(64, 2000, 2000, 10), on: digits(), epochs: 1_000_000, batch: 1797)"),
    "training on the tape": Work("train(mlp(64, 2000, 2000, 10), on: digits(), epochs: 1_000_000, optimizer: LBFGS())"),
    "predicting": Work("while true { net(x) }", "let net = mlp(2000, 4000, 4000, 10)\nlet x = randn(4000, 2000)"),
    "gradient flow": Work("while true { gradientFlow(mlp(64, 1000, 1000, 1000, 10), on: digits()) }"),
    "exact numbers": Work("while true { rational(2, 3) ** 100_000 }"),
    "exact networks": Work("while true { e(x) }", "let e = exact(mlp(64, 256, 256, 1))\nlet x = randn(64)"),
    "exact pieces": Work("while true { pieces(sawtooth(24), on: 0...1) }"),
    "pieces": Work("while true { pieces(net, on: -100...100) }", "let net = mlp(1, 512, 512, 512, 1)"),
    "regions": Work("while true { regions(mlp(2, 256, 256, 256, 1), in: [-50...50, -50...50]) }"),
    "merged regions": Work("while true { regions(mlp(2, 64, 64, 64, 1), in: [-50...50, -50...50], merge: true) }"),
    "counted regions": Work("while true { regionCount(mlp(8, 64, 64, 1), in: [-1...1, -1...1, -1...1, -1...1, -1...1, -1...1, -1...1, -1...1], limit: 1_000_000) }"),
    "memorizing": Work("while true { memorize(points, labels) }", "let points = randn(4000, 20)\nlet labels = randn(4000)"),
    "one product": Work("while true { a @ a }", "let a = randn(6000, 6000)"),
    "one product in Float64": Work("while true { a @ a }", "let a = randn(5000, 5000, dtype: float64)"),
    "singular values": Work("while true { lipschitz(net) }", "let net = Linear(2500, 2500)"),
    "an orthogonal matrix": Work("while true { Linear(4000, 4000, init: orthogonal()) }"),
    "functions of tensors": Work("while true { tanh(x) * exp(x) }", "let x = randn(20_000_000)"),
    "a softmax": Work("while true { softmax(x) }", "let x = randn(20_000, 1000)"),
    "random numbers": Work("while true { randn(20_000_000) }"),
    "sums": Work("while true { sum(x) + std(x) + max(sum(x, axis: 0)) }", "let x = randn(5000, 4000)"),
    "many figures": Work("while true { plot([1, 4, 9, 16]) }"),
    "a heavy figure": Work("while true { scatter(x, y) }", "let x = randn(1_000_000)\nlet y = randn(1_000_000)"),
    "a surface": Work("while true { surface({ x, y in sin(x * y) }, x: -3...3, y: -3...3) }"),
    "sorting": Work("while true { xs.sorted() }", "let xs = randn(1_000_000).array()"),
    "sorting with a function": Work("while true { xs.sorted { $0 > $1 } }", "let xs = randn(1_000_000).array()"),
    "mapping": Work("while true { (0..<3_000_000).map { $0 * 2 } }"),
    "printing": Work('while true { print("more and more") }'),
    "displaying": Work("while true { display([1, 2]) }"),
    "printing a long list": Work("while true { print(xs) }", "let xs = (0..<1_000_000).map { $0 }"),
    "a huge string": Work('while true { var s = "x"\nfor i in 0..<24 { s = s + s } }'),
    "joining strings": Work('while true { xs.joined(",") }', 'let xs = (0..<1_000_000).map { "number \\($0)" }'),
    "a dictionary": Work("while true { var d = [0: 0]\nfor i in 0..<1_000_000 { d[i] = i } }"),
    "a question": Question('input("name? ")'),
    "a moved slider": Callback("interact(k: 1...9) { k in if k == 7 { while true {} } }"),
    "a moved slider that draws": Callback("interact(k: 1...9) { k in if k == 7 { while true { plot([1, k]) } } }"),
    "a stop of the debugger": Stop("let z = 1\nz + 1"),
    "a subshell": Subshell("while true {}"),
    "loading a CSV file": Work(
        'while true { loadCSV("large.csv", target: "target0") }',
        'saveCSV(dataset(randn(300_000, 6), randn(300_000, 1)), "large.csv")'),
    "saving a CSV file": Work('while true { saveCSV(d, "saved.csv") }', "let d = dataset(randn(300_000, 6), randn(300_000, 1))"),
    "saving an array": Work('while true { saveNPY(x, "x.npy") }', "let x = randn(25_000_000)"),
    "saving a compressed array": Work('while true { saveNPZ(["x": x], "x.npz", compressed: true) }', "let x = randn(5_000_000)"),
    "loading an array": Work('while true { loadNPY("x.npy") }', 'saveNPY(randn(25_000_000), "x.npy")'),
    "saving a network": Work('while true { save(net, "net.safetensors") }', "let net = mlp(2000, 4000, 4000)"),
}


class Bench:
    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.noise = random.Random(1)
        self.count = 0

    def start(self, work: Work) -> tuple[Kernel, Client]:
        self.count += 1
        folder = self.folder / str(self.count)
        folder.mkdir()
        kernel = Kernel(BINARY, folder)
        client = kernel.connect()
        setup = client.ask("execute_request", {"code": work.setup}).content if work.setup else {"status": "ok"}
        assert setup["status"] == "ok", setup
        return kernel, client

    def wait(self) -> None:
        """Until the work is somewhere in the middle."""
        time.sleep(self.noise.uniform(0.02, 0.3))

    def interrupts(self, work: Work, rounds: int) -> list[float]:
        """Milliseconds from each request to the reply of the cell."""
        kernel, client = self.start(work)
        durations = []
        for _ in range(rounds):
            request = work.begin(client)
            self.wait()
            begin = time.perf_counter()
            client.send("interrupt_request", channel="control")
            durations.append((work.stopped(client, request) - begin) * 1000)
            for queue in client.waiting.values():
                queue.clear()
        kernel.stop()
        return durations

    def shutdown(self, work: Work) -> float:
        """Milliseconds from the request until the process has ended."""
        kernel, client = self.start(work)
        before = {path.name for path in kernel.folder.iterdir()}
        work.begin(client)
        self.wait()
        children = kernel.children
        begin = time.perf_counter()
        client.send("shutdown_request", {"restart": False}, "control")
        kernel.process.wait(timeout=PATIENCE)
        duration = (time.perf_counter() - begin) * 1000
        assert not [child for child in children if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]
        assert not list(kernel.temporary.iterdir())
        left = {path.name for path in kernel.folder.iterdir()} - before
        assert left <= {"saved.csv", "x.npy", "x.npz", "net.safetensors"}, f"{left} are left"
        kernel.stop()
        return duration


def main(rounds: int, words: str) -> None:
    print(f"\nFrom the request to the answer, {rounds} times each (ms: median, longest)")
    print(f"{'':28}{'interrupt to reply':>24}{'shutdown to end':>24}")
    late = 0
    for name, work in WORKS.items():
        if words not in name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(pathlib.Path(folder))
            measured = {
                "interrupt": bench.interrupts(work, rounds), "shutdown": [bench.shutdown(work) for _ in range(rounds)]
            }
        late += sum(max(durations) > LIMITS[what] for what, durations in measured.items())
        columns = (f"{statistics.median(durations):.1f}, {max(durations):.1f}" for durations in measured.values())
        print(f"{name:28}" + "".join(f"{column:>24}" for column in columns), flush=True)
    print("all within 100 and 200 ms" if late == 0 else f"{late} longer than the 100 and 200 ms that were promised")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15, " ".join(sys.argv[2:]))
