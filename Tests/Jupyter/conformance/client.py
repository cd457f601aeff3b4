"""A client on bare sockets: it frames and signs for itself, and sees everything that a kernel says."""

import datetime
import hmac
import itertools
import json
import time
import uuid
from dataclasses import dataclass, field

import zmq

DELIMITER = b"<IDS|MSG>"
SOCKETS = {"shell": zmq.DEALER, "control": zmq.DEALER, "stdin": zmq.DEALER, "iopub": zmq.SUB, "hb": zmq.REQ}
PATIENCE = 20.0
"""Seconds after which an answer counts as missing. No test waits so long for what is not to come."""


@dataclass
class Message:
    """A message as it came, taken apart."""

    identities: list[bytes]
    signature: bytes
    header: dict
    parent: dict
    metadata: dict
    content: dict
    buffers: list[bytes] = field(default_factory=list)

    @property
    def type(self) -> str:
        return self.header["msg_type"]

    @property
    def state(self) -> str | None:
        return self.content.get("execution_state")


@dataclass
class Turn:
    """What one request caused: its reply, and everything published between busy and idle."""

    request: str
    reply: Message | None
    published: list[Message]

    @property
    def content(self) -> dict:
        return self.reply.content

    @property
    def types(self) -> list[str]:
        return [message.type for message in self.published]

    def all(self, kind: str) -> list[dict]:
        return [message.content for message in self.published if message.type == kind]

    def text(self, stream: str = "stdout") -> str:
        return "".join(content["text"] for content in self.all("stream") if content["name"] == stream)

    def control(self, label: str) -> str:
        """The comm of the control with this label, if the request has shown one."""
        models = self.all("comm_open")
        [comm] = [model["comm_id"] for model in models if model["data"]["state"].get("description") == label]
        return comm


class Client:
    def __init__(self, connection: dict, topic: bytes = b"", leaving_out: list[str] = []):
        self.connection = connection
        self.key = connection["key"].encode() if isinstance(connection["key"], str) else connection["key"]
        self.hash = connection.get("signature_scheme", "hmac-sha256").removeprefix("hmac-")
        self.session = uuid.uuid4().hex
        self.numbers = itertools.count(1)
        self.context = zmq.Context()
        self.waiting: dict[str, list[Message]] = {name: [] for name in SOCKETS}
        self.sockets = {name: self.open(name, kind, topic) for name, kind in SOCKETS.items() if name not in leaving_out}

    def open(self, name: str, kind: int, topic: bytes = b"") -> zmq.Socket:
        socket = self.context.socket(kind)
        socket.linger = 0
        socket.rcvhwm = 0
        if self.connection.get("curve_publickey"):
            socket.curve_serverkey = self.connection["curve_publickey"].encode()
            socket.curve_publickey, socket.curve_secretkey = zmq.curve_keypair()
        if kind == zmq.SUB:
            socket.subscribe(topic)
        elif kind == zmq.DEALER:
            # Shell and stdin share an identity: by it a kernel finds whom to ask for input.
            socket.identity = self.session.encode()
        socket.connect(self.address(name))
        return socket

    def address(self, name: str) -> str:
        ip, port = self.connection["ip"], self.connection[f"{name}_port"]
        return f"ipc://{ip}-{port}" if self.connection["transport"] == "ipc" else f"tcp://{ip}:{port}"

    def close(self) -> None:
        self.context.destroy(linger=0)

    # Sending

    def sign(self, parts: list[bytes]) -> bytes:
        return hmac.new(self.key, b"".join(parts), self.hash).hexdigest().encode() if self.key else b""

    def frames(
        self, kind: str, content: dict | None = None, *, parent: dict | None = None, metadata: dict | None = None,
        buffers: list[bytes] = [], **header,
    ) -> tuple[str, list[bytes]]:
        """The id of a new message, and its frames."""
        header = {
            "msg_id": f"{self.session}_{next(self.numbers)}", "session": self.session, "username": "conformance",
            "date": now(), "msg_type": kind, "version": "5.4",
            **header,
        }
        parts = [json.dumps(part or {}).encode() for part in (header, parent, metadata, content)]
        return header["msg_id"], [DELIMITER, self.sign(parts), *parts, *buffers]

    def send(self, kind: str, content: dict | None = None, channel: str = "shell", **more) -> str:
        """Sends a message, and returns its id."""
        identifier, frames = self.frames(kind, content, **more)
        self.sockets[channel].send_multipart(frames)
        return identifier

    def send_cell(self, code: str, subshell_id: str | None = None, **fields) -> str:
        header = {"subshell_id": subshell_id} if subshell_id else {}
        return self.send("execute_request", execute(code, **fields), **header)

    def change(self, comm: str, subshell_id: str | None = None, **state) -> str:
        """Changes the model of a widget, as a front end does whose control was moved."""
        data = {"method": "update", "state": state, "buffer_paths": []}
        header = {"subshell_id": subshell_id} if subshell_id else {}
        return self.send("comm_msg", {"comm_id": comm, "data": data}, **header)

    # Receiving

    def receive(self, channel: str, timeout: float = PATIENCE) -> Message:
        """The next message on a channel, of those that no test has taken yet."""
        return self.find(channel, lambda message: True, timeout)

    def find(self, channel: str, condition, timeout: float = PATIENCE) -> Message:
        """The first message for which the condition holds; the others stay."""
        end = time.monotonic() + timeout
        queue = self.waiting[channel]
        seen = 0
        while True:
            for index in range(seen, len(queue)):
                if condition(queue[index]):
                    return queue.pop(index)
            seen = len(queue)
            left = max(0, end - time.monotonic())
            if not self.sockets[channel].poll(left * 1000):
                raise TimeoutError(f"no such message on {channel}; waiting: {[message.type for message in queue]}")
            queue.append(self.take_apart(self.sockets[channel].recv_multipart()))

    def take_apart(self, frames: list[bytes]) -> Message:
        place = frames.index(DELIMITER)
        signature, *parts = frames[place + 1 : place + 6]
        assert hmac.compare_digest(signature, self.sign(parts)), "the kernel signed a message wrongly"
        return Message(frames[:place], signature, *map(json.loads, parts), frames[place + 6 :])

    def reply(self, request: str, channel: str = "shell", timeout: float = PATIENCE) -> Message:
        return self.find(channel, lambda message: message.parent.get("msg_id") == request, timeout)

    def published(self, request: str, timeout: float = PATIENCE) -> list[Message]:
        """Everything published for a request, without the busy and the idle around it."""
        messages = []
        while not messages or messages[-1].state != "idle":
            messages.append(
                self.find("iopub", lambda message: message.parent.get("msg_id") == request, timeout)
            )
        assert messages[0].state == "busy", f"{messages[0].type} came before busy"
        return messages[1:-1]

    def ask(self, kind: str, content: dict | None = None, channel: str = "shell", **more) -> Turn:
        """Sends a request and waits for all that it causes."""
        request = self.send(kind, content, channel, **more)
        return Turn(request, self.reply(request, channel), self.published(request))

    def run(self, code: str, **fields) -> Turn:
        """Runs a cell. ipykernel goes on aborting for a moment after an error has been answered, and says `aborted`."""
        while True:
            turn = self.ask("execute_request", execute(code, **fields))
            if turn.content["status"] != "aborted":
                return turn

    def is_alive(self) -> bool:
        """Whether a heartbeat comes back, byte for byte."""
        beat = uuid.uuid4().bytes
        self.sockets["hb"].send(beat)
        return bool(self.sockets["hb"].poll(PATIENCE * 1000)) and self.sockets["hb"].recv() == beat


def now() -> str:
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def execute(code: str, **fields) -> dict:
    return {
        "code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": True,
        "stop_on_error": True, **fields,
    }
