"""Start-up, round trip, printing and memory of the kernel against ipykernel, through jupyter_client."""

import pathlib
import time

import psutil
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

from turns import medians, table

ROOT = pathlib.Path(__file__).parent.parent
SPECS = KernelSpecManager(kernel_dirs=[str(ROOT / ".venv/share/jupyter/kernels"), str(ROOT / ".venv-bench/share/jupyter/kernels")])


class Contender:
    """One kernel, started on first use."""

    def __init__(self, name: str, trivial: str, printing: str):
        self.name, self.trivial, self.printing = name, trivial, printing
        self.manager = self.client = None

    def start(self) -> float:
        """Milliseconds from launch to the first reply."""
        self.stop()
        begin = time.perf_counter()
        self.manager = KernelManager(kernel_name=self.name, kernel_spec_manager=SPECS)
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)
        return (time.perf_counter() - begin) * 1000

    def timed(self, code: str) -> float:
        begin = time.perf_counter()
        self.client.execute_interactive(code, output_hook=lambda _: None, timeout=60)
        return (time.perf_counter() - begin) * 1000

    def round_trip(self) -> float:
        return min(self.timed(self.trivial) for _ in range(20))

    def print_lines(self) -> float:
        return self.timed(self.printing)

    def memory(self) -> float:
        return psutil.Process(self.manager.provisioner.process.pid).memory_info().rss / 2**20

    def stop(self) -> None:
        if self.manager is not None:
            self.client.stop_channels()
            self.manager.shutdown_kernel(now=True)


def main() -> None:
    contenders = [
        Contender("mlp-swift", "1 + 1", "for i in 0..<5000 { print(i) }"),
        Contender("python3", "1 + 1", "for i in range(5000): print(i)"),
    ]
    rows = [
        (name, medians({contender.name: getattr(contender, method) for contender in contenders}))
        for name, method in [
            ("launch to first reply, ms", "start"), ("a trivial cell, ms", "round_trip"),
            ("5,000 printed lines, ms", "print_lines"), ("resident memory, MB", "memory"),
        ]
    ]
    for contender in contenders:
        contender.stop()
    table("The kernel, beside ipykernel", "see each row", rows, "mlp-swift")


main()
