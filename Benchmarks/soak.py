"""Ten minutes of everything at once, as fast as the kernel answers; what it holds in memory meanwhile.

    .venv-bench/bin/python Benchmarks/soak.py [minutes] [cells]

Ends after both the minutes and the cells (100,000 if not said), and fails if memory has grown by more than the allowance
since the first tenth of the way.
"""

import pathlib
import statistics
import sys
import time

import psutil
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

ROOT = pathlib.Path(__file__).parent.parent
SPECS = KernelSpecManager(kernel_dirs=[str(ROOT / ".venv/share/jupyter/kernels")])
ALLOWANCE = 4
"""MB."""

CELLS = [
    "6 * 7",
    'for i in 0..<20 { print("line", i) }',
    "undefinedName",
    "[1, 2][7]",
    "let x = randn(50, 50)\nsum(x @ x)",
    "let fresh = 1\nlet other = [fresh][7]",
    "display([1, 2, 3])",
    "func f(n) = n < 2 ? 1 : f(n - 1) + f(n - 2)\nf(12)",
    "let net = mlp(2, 8, 1)\nnet(ones(4, 2)).shape",
    'printError("to stderr")\nlet s = "text"\ns + s',
    "rational(1, 3) + rational(1, 6)",
]


class Soak:
    def __init__(self):
        self.manager = KernelManager(kernel_name="mlp-swift", kernel_spec_manager=SPECS)
        self.manager.start_kernel(env={"MLP_SWIFT_HISTORY": "off", "PATH": "/usr/bin:/bin"})
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)
        self.process = psutil.Process(self.manager.provisioner.process.pid)
        self.counts = dict.fromkeys(["cells", "errors", "messages", "completions", "interrupts", "drawings"], 0)
        self.interrupts: list[float] = []

    @property
    def memory(self) -> float:
        return self.process.memory_info().rss / 2**20

    def drain(self, request: str) -> None:
        """Reads iopub until the request is over."""
        while True:
            message = self.client.get_iopub_msg(timeout=60)
            self.counts["messages"] += 1
            if message["parent_header"].get("msg_id") == request and (
                message["content"].get("execution_state") == "idle"
            ):
                return

    def cell(self, code: str) -> dict:
        request = self.client.execute(code)
        reply = self.client.get_shell_msg(timeout=60)
        assert reply["parent_header"]["msg_id"] == request, "a reply is missing"
        self.drain(request)
        self.counts["cells"] += 1
        self.counts["errors"] += reply["content"]["status"] == "error"
        return reply["content"]

    def interrupt(self) -> None:
        request = self.client.execute("print(1)\nwhile true {}")
        while self.client.get_iopub_msg(timeout=60)["msg_type"] != "stream":
            pass
        begin = time.perf_counter()
        self.manager.interrupt_kernel()
        assert self.client.get_shell_msg(timeout=60)["content"]["ename"] == "Interrupted"
        self.interrupts.append((time.perf_counter() - begin) * 1000)
        self.drain(request)
        self.counts["interrupts"] += 1

    def turn(self, number: int) -> None:
        self.cell(CELLS[number % len(CELLS)])
        if number % 50 == 0:
            self.client.complete("pri", 3)
            self.client.get_shell_msg(timeout=60)
            self.counts["completions"] += 1
        if number % 500 == 0:
            self.interrupt()
        if number % 1000 == 0:
            self.cell("plot([1, 4, 9])")
            self.counts["drawings"] += 1

    def stop(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel()


def main(minutes: float, cells: int) -> None:
    soak = Soak()
    begin = time.monotonic()
    samples: list[tuple[float, float, int]] = []
    number = 0
    while number < cells or time.monotonic() - begin < minutes * 60:
        soak.turn(number)
        number += 1
        elapsed = (time.monotonic() - begin) / 60
        if not samples or elapsed - samples[-1][0] >= minutes / 20:
            rate = (number - samples[-1][2]) / (elapsed - samples[-1][0]) / 60 if samples else 0
            samples.append((elapsed, soak.memory, number))
            print(f"{elapsed:6.1f} min {number:8d} cells {rate:7.0f} /s {soak.memory:7.1f} MB", flush=True)
    print(", ".join(f"{count:,} {name}" for name, count in soak.counts.items()))
    print(f"interrupts: median {statistics.median(soak.interrupts):.1f} ms, longest {max(soak.interrupts):.1f} ms")
    early = next(memory for _, memory, seen in samples if seen >= number / 10)
    print(f"memory: {early:.1f} MB after a tenth of the way, {soak.memory:.1f} MB at the end")
    grown = soak.memory - early
    soak.stop()
    sys.exit(grown > ALLOWANCE and f"memory has grown by {grown:.1f} MB")


main(float(sys.argv[1]) if len(sys.argv) > 1 else 10, int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
