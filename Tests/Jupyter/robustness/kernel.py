"""A kernel as a process: its connection, its log, its memory, its children."""

import os
import subprocess
import time
import uuid
from pathlib import Path

import psutil
import zmq
from jupyter_client.connect import write_connection_file

from conformance.client import PATIENCE, Client


class Kernel:
    def __init__(
        self, binary: Path, folder: Path, *, launcher: tuple = (), mode: int = 0o600, path: str = "", parent: int | None = None,
        **connection,
    ):
        """Starts it in a folder, which is its home too.

        `launcher` is a command that starts it, `mode` that of the connection file; in `path` programs are looked for
        first, and `parent` is the process that it outlives by no more than a moment.
        """
        self.folder = folder
        self.temporary = folder / "tmp"
        self.temporary.mkdir()
        fields = {"key": uuid.uuid4().hex.encode(), **connection}
        self.file, self.connection = write_connection_file(str(folder / "connection.json"), **fields)
        os.chmod(self.file, mode)
        environment = {
            **os.environ, "HOME": str(folder), "TMPDIR": str(self.temporary), "MLP_SWIFT_HISTORY": "off",
            "PATH": f"{path}:{os.environ['PATH']}",
        }
        environment.pop("JPY_PARENT_PID", None)
        if parent:
            environment["JPY_PARENT_PID"] = str(parent)
        with open(folder / "log", "w") as log:
            self.process = subprocess.Popen(
                [*launcher, binary, "kernel", "-f", self.file], cwd=folder, env=environment, stderr=log,
            )
        self.clients: list[Client] = []

    def connect(self, **options) -> Client:
        """A client that is subscribed to iopub, and whose first request was answered."""
        client = Client(self.connection, **options)
        self.clients.append(client)
        client.find("iopub", lambda message: message.type == "iopub_welcome")
        client.run("")
        for queue in client.waiting.values():
            queue.clear()
        return client

    @property
    def log(self) -> list[str]:
        return (self.folder / "log").read_text().splitlines()

    def logged(self, words: str) -> bool:
        """Whether the log has, or soon gets, a line with these words."""
        return eventually(lambda: any(words in line for line in self.log))

    @property
    def memory(self) -> float:
        """What it holds in memory, in MB."""
        return psutil.Process(self.process.pid).memory_info().rss / 2**20

    @property
    def children(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)

    def ends(self, within: float = PATIENCE) -> bool:
        try:
            self.process.wait(timeout=within)
        except subprocess.TimeoutExpired:
            return False
        return True

    def stop(self) -> None:
        for client in self.clients:
            client.close()
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()


def eventually(condition, timeout: float = PATIENCE) -> bool:
    """Looks again and again until the condition holds."""
    end = time.monotonic() + timeout
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.005)
    return True
