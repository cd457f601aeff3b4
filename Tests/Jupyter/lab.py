"""JupyterLab as the tests use it: a server that shows a copy of notebooks/."""

import json
import queue
import secrets
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


class Lab:
    """A running server. It ends with `stop`."""

    def __init__(self, folder: Path):
        self.folder = folder
        shutil.copytree(ROOT / "notebooks", folder)
        self.port, self.token = free_port(), secrets.token_hex(16)
        self.server = subprocess.Popen(
            [
                sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
                f"--port={self.port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={self.token}",
                f"--ServerApp.root_dir={folder}",
            ],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        self.lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()
        self.wait()

    def read(self) -> None:
        for line in self.server.stdout:
            self.lines.put(line)
        self.lines.put(None)

    def wait(self) -> None:
        """Until it says its address."""
        log = []
        deadline = time.monotonic() + 120
        while not any(f"127.0.0.1:{self.port}/lab" in line for line in log):
            try:
                line = self.lines.get(timeout=max(0.01, deadline - time.monotonic()))
            except queue.Empty:
                line = None
            if line is None:
                self.stop()
                pytest.fail("JupyterLab did not start:\n" + "".join(log))
            log.append(line)

    def address(self, notebook: str = "") -> str:
        """Of the launcher, or of a notebook alone in its own workspace."""
        path = f"workspaces/{Path(notebook).stem}/tree/{notebook}" if notebook else ""
        return f"http://127.0.0.1:{self.port}/lab/{path}?token={self.token}"

    def stop(self) -> None:
        self.server.terminate()
        self.server.wait(timeout=60)


def write_quiet_settings(config: Path) -> None:
    """No look for news or updates, and no question about them."""
    settings = config / "lab/user-settings/@jupyterlab/apputils-extension"
    settings.mkdir(parents=True)
    quiet = {"fetchNews": "false", "checkForUpdates": False}
    (settings / "notification.jupyterlab-settings").write_text(json.dumps(quiet))
