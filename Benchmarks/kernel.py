"""Kernels side by side through jupyter_client: ours, ipykernel, xeus-python and Deno's."""

import math
import os
import pathlib
import queue
import socket
import subprocess
import tempfile
import time

import psutil
from jupyter_client import KernelManager
from jupyter_client.connect import write_connection_file
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

from turns import medians, table

ROOT = pathlib.Path(__file__).parent.parent
SPECS = KernelSpecManager(
    kernel_dirs=[str(ROOT / folder / "share/jupyter/kernels") for folder in (".venv", ".venv-bench")]
)
PATIENCE = 5
"""Seconds after which a kernel counts as one that does not heed an interrupt or a shutdown: nan in the table."""

PYTHON = ("for i in range(5000): print(i)", "print('on')\nwhile True: pass")
# Name of the kernelspec, name in the table, a cell that prints 5,000 lines, and one that says so and runs forever.
KERNELS = [
    ("mlp-swift", "mlp-swift", "for i in 0..<5000 { print(i) }", 'print("on")\nwhile true {}'),
    ("python3", "ipykernel", *PYTHON),
    ("xpython", "xeus-python", *PYTHON),
    ("deno", "deno", "for (let i = 0; i < 5000; i++) console.log(i)", "console.log('on')\nwhile (true) {}"),
]


def milliseconds_since(begin: float) -> float:
    return (time.perf_counter() - begin) * 1000


def is_open(ip: str, port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((ip, port)) == 0


class Contender:
    """One kernel, which each measurement starts if it does not run."""

    def __init__(self, kernel: str, name: str, printing: str, forever: str):
        self.kernel, self.name, self.printing, self.forever = kernel, name, printing, forever
        self.manager = self.client = None

    def listening(self) -> float:
        """From the start of the process until it listens on shell."""
        self.stop()
        with tempfile.TemporaryDirectory() as folder:
            file, connection = write_connection_file(f"{folder}/connection.json", key=b"key")
            manager = KernelManager(kernel_name=self.kernel, kernel_spec_manager=SPECS, connection_file=file)
            command = manager.format_kernel_cmd()
            begin = time.perf_counter()
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            with process:
                while not is_open(connection["ip"], connection["shell_port"]):
                    assert process.poll() is None, f"{self.kernel} does not start"
                    time.sleep(0.0005)
                duration = milliseconds_since(begin)
                process.kill()
        return duration

    def start(self) -> float:
        """From launch to the first reply, as a client sees it."""
        self.stop()
        begin = time.perf_counter()
        self.manager = KernelManager(kernel_name=self.kernel, kernel_spec_manager=SPECS)
        self.manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.kernel_info()
        self.client.get_shell_msg(timeout=60)
        duration = milliseconds_since(begin)
        self.client.wait_for_ready(timeout=60)
        return duration

    def timed(self, code: str) -> float:
        begin = time.perf_counter()
        try:
            self.client.execute_interactive(code, output_hook=lambda _: None, timeout=10)
        except TimeoutError:
            self.stop()
            return math.nan
        return milliseconds_since(begin)

    def round_trip(self) -> float:
        return min(self.timed("1 + 1") for _ in range(50))

    def own_time(self) -> float:
        """Microseconds between `busy` and `idle` by the kernel's own clock."""
        states = {}

        def keep(message):
            if message["msg_type"] == "status":
                states[message["content"]["execution_state"]] = message["header"]["date"]

        durations = []
        for _ in range(50):
            self.client.execute_interactive("1 + 1", output_hook=keep, timeout=60)
            durations.append((states["idle"] - states["busy"]).total_seconds() * 1e6)
        return min(durations) or math.nan  # Some clocks count milliseconds.

    def print_lines(self) -> float:
        return self.timed(self.printing)

    def memory(self) -> float:
        """Resident, of the kernel and what it has started, after a first cell."""
        process = psutil.Process(self.manager.provisioner.process.pid)
        return sum(each.memory_info().rss for each in [process, *process.children(recursive=True)]) / 2**20

    def interrupt(self) -> float:
        """From the interrupt of an endless loop to the cell's reply."""
        self.client.execute(self.forever)
        while self.client.get_iopub_msg(timeout=60)["msg_type"] != "stream":
            pass
        begin = time.perf_counter()
        self.manager.interrupt_kernel()
        try:
            self.client.get_shell_msg(timeout=PATIENCE)
        except queue.Empty:
            self.stop()
            return math.nan
        duration = milliseconds_since(begin)
        self.client.wait_for_ready(timeout=60)
        return duration

    def shutdown(self) -> float:
        """From the request until the process has ended."""
        self.start()
        self.timed("1 + 1")
        process = self.manager.provisioner.process
        begin = time.perf_counter()
        self.client.shutdown()
        while process.poll() is None:
            if milliseconds_since(begin) > PATIENCE * 1000:
                return math.nan
            time.sleep(0.0005)
        return milliseconds_since(begin)

    def stop(self) -> None:
        if self.manager is not None:
            self.client.stop_channels()
            self.manager.shutdown_kernel(now=True)
            self.manager = None

    def running(self, measure):
        """Measures a kernel that runs and has run a cell."""

        def measured() -> float:
            if self.manager is None:
                self.start()
                self.timed("1 + 1")
            return measure()

        return measured


def contenders() -> list[Contender]:
    found = []
    for kernel, *rest in KERNELS:
        try:
            SPECS.get_kernel_spec(kernel)
            found.append(Contender(kernel, *rest))
        except NoSuchKernel:
            print(f"no kernelspec {kernel}: left out")
    return found


def main() -> None:
    os.environ.setdefault("MLP_SWIFT_HISTORY", "off")
    kernels = contenders()
    rows = []
    for name, method in [
        ("start to listening, ms", "listening"), ("launch to first reply, ms", "start"),
        ("memory after a cell, MB", "memory"), ("a trivial cell, ms", "round_trip"),
        ("of which in the kernel, µs", "own_time"), ("5,000 printed lines, ms", "print_lines"),
        ("interrupt to reply, ms", "interrupt"), ("shutdown to end, ms", "shutdown"),
    ]:
        measures = {}
        for kernel in kernels:
            measure = getattr(kernel, method)
            measures[kernel.name] = measure if method in ("listening", "start", "shutdown") else kernel.running(measure)
        rows.append((name, medians(measures, rounds=3)))
    for kernel in kernels:
        kernel.stop()
    table("Kernels side by side", "see each row", rows, "mlp-swift")


main()
