"""Sends a kernel what no client would: .venv/bin/python .ci/fuzz_kernel.py SECONDS [SEED] -- COMMAND of the kernel, the file last

Messages with right signatures and mutated JSON, frames with mutated bytes, and raw bytes, on every port, between requests that
must be answered. Ends with an error if the kernel ends, does not answer, or a sanitizer has something to say.
"""

import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

from jupyter_client.connect import write_connection_file

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "Tests/Jupyter"))

from conformance.client import DELIMITER, Client, execute  # noqa: E402
from robustness.wire import Raw, frame  # noqa: E402

REQUESTS = {
    "execute_request": execute("1 + 1", user_expressions={"a": "2", "b": "("}),
    "complete_request": {"code": "1 + si", "cursor_pos": 6},
    "inspect_request": {"code": "side", "cursor_pos": 2, "detail_level": 1},
    "is_complete_request": {"code": "(1 +"},
    "history_request": {"hist_access_type": "search", "pattern": "[a-z]*?", "n": 3, "unique": True, "output": True, "raw": True},
    "comm_open": {"comm_id": "c", "target_name": "t", "data": {}},
    "comm_msg": {"comm_id": "c", "data": {"a": [1, None]}},
    "comm_info_request": {"target_name": "t"},
    "kernel_info_request": {},
    "connect_request": {},
    "create_subshell_request": {},
    "list_subshell_request": {},
    "delete_subshell_request": {"subshell_id": "s"},
    "debug_request": {"type": "request", "seq": 1, "command": "setBreakpoints", "arguments": {"lines": [1]}},
    "input_reply": {"value": "x"},
    "usage_request": {},
    "interrupt_request": {},
}
VALUES = [None, True, -1, 0, 1 << 62, -(1 << 63), 1 << 70, 1.5e308, "", "\x00", "😀" * 20, "[" * 40, [], [[]], {}, {"a": {}}]
CHANNELS = ["shell", "control", "stdin"]


class Fuzz:
    def __init__(self, client: Client, seed: int):
        self.client = client
        self.noise = random.Random(seed)
        self.sent = 0

    def mutated_value(self, value):
        """The value with something in it replaced, left out or added."""
        if isinstance(value, dict) and value and self.noise.random() < 0.8:
            name = self.noise.choice(list(value))
            changed = {**value, name: self.mutated_value(value[name])}
            if self.noise.random() < 0.2:
                del changed[name]
            return changed
        return self.noise.choice(VALUES)

    def mutated_bytes(self, data: bytes) -> bytes:
        data = bytearray(data)
        for _ in range(self.noise.randrange(1, 6)):
            place = self.noise.randrange(len(data) + 1)
            data[place : place + self.noise.randrange(3)] = self.noise.randbytes(self.noise.randrange(4))
        return bytes(data)

    def message(self) -> list[bytes]:
        kind = self.noise.choice(list(REQUESTS))
        _, [delimiter, _, *parts] = self.client.frames(kind, REQUESTS[kind])
        place = self.noise.randrange(4)
        match self.noise.randrange(4):
            case 0:
                parts[place] = json.dumps(self.mutated_value(json.loads(parts[place]))).encode()
            case 1:
                parts[place] = self.mutated_bytes(parts[place])
            case 2:
                parts[3] = json.dumps(self.mutated_value(self.mutated_value(REQUESTS[kind]))).encode()
        frames = [delimiter, self.client.sign(parts), *parts, *(self.noise.randbytes(9) for _ in range(self.noise.randrange(3)))]
        if self.noise.random() < 0.2:
            place = self.noise.randrange(len(frames))
            frames[place] = self.mutated_bytes(frames[place])
        if self.noise.random() < 0.1:
            del frames[self.noise.randrange(len(frames))]
        return frames or [DELIMITER]

    def raw(self) -> None:
        channel = self.noise.choice([*CHANNELS, "iopub", "hb"])
        try:
            raw = Raw(self.client.connection, channel, handshake=self.noise.random() < 0.7)
            raw.send(self.mutated_bytes(b"".join(frame(part, more=True) for part in self.message())))
            raw.close()
        except OSError:
            pass  # It has heard enough.

    def turn(self) -> None:
        for _ in range(200):
            self.client.sockets[self.noise.choice(CHANNELS)].send_multipart(self.message())
            self.sent += 1
        for _ in range(3):
            self.raw()
        for channel in ("shell", "control"):
            request = self.client.send("kernel_info_request", channel=channel)
            assert self.client.reply(request, channel, timeout=60).content["status"] == "ok"
        assert self.client.is_alive(), "no heartbeat"
        while self.client.sockets["iopub"].poll(0):
            self.client.sockets["iopub"].recv_multipart()
        for queue in self.client.waiting.values():
            queue.clear()


def main(seconds: float, seed: int, command: list[str]) -> None:
    command = [str(pathlib.Path(command[0]).resolve()), *command[1:]]
    with tempfile.TemporaryDirectory() as folder:
        file, connection = write_connection_file(f"{folder}/connection.json", key=b"key")
        log = pathlib.Path(folder, "log")
        with log.open("w") as stderr:
            kernel = subprocess.Popen([*command, file], cwd=folder, stderr=stderr, stdout=stderr)
        client = Client(connection)
        fuzz = Fuzz(client, seed)
        end = time.monotonic() + seconds
        try:
            while time.monotonic() < end:
                fuzz.turn()
                assert kernel.poll() is None, f"the kernel has ended with {kernel.returncode}"
            client.send("shutdown_request", {"restart": False}, "control")
            assert kernel.wait(timeout=60) == 0, f"it ended with {kernel.returncode}"
        finally:
            client.close()
            kernel.kill()
            complaints = [line for line in log.read_text().splitlines() if "Sanitizer" in line or "runtime error" in line]
            print(f"seed {seed}: {fuzz.sent:,} messages")
            print("\n".join(log.read_text().splitlines()[-40:]) if complaints else "no sanitizer complains")
        sys.exit(bool(complaints))


if __name__ == "__main__":
    own, command = sys.argv[1 : sys.argv.index("--")], sys.argv[sys.argv.index("--") + 1 :]
    main(float(own[0]), int(own[1]) if len(own) > 1 else 1, command)
