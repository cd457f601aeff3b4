"""ZMTP 3.0 by hand: what a client's library would never send."""

import socket
import struct

GREETING = b"\xff" + bytes(8) + b"\x7f\x03\x00" + b"NULL".ljust(20, b"\0") + bytes(32)
PEERS = {"shell": b"DEALER", "control": b"DEALER", "stdin": b"DEALER", "iopub": b"SUB", "hb": b"REQ"}


def ready(kind: bytes) -> bytes:
    """The command that ends the handshake of a socket of this kind."""
    body = b"\x05READY\x0bSocket-Type" + struct.pack(">I", len(kind)) + kind
    return b"\x04" + bytes([len(body)]) + body


def frame(body: bytes, *, more: bool = False, size: int | None = None) -> bytes:
    """A frame; `size` is what it claims to hold."""
    return bytes([2 | more]) + struct.pack(">Q", len(body) if size is None else size) + body


class Raw:
    """A TCP connection to one of the kernel's ports, which has shaken hands if `handshake` says so."""

    def __init__(self, connection: dict, channel: str, handshake: bool = True):
        self.socket = socket.create_connection((connection["ip"], connection[f"{channel}_port"]), timeout=20)
        if handshake:
            self.send(GREETING + ready(PEERS[channel]))
            # Greeting and READY of the other side: from here on it takes what comes for messages.
            received = b""
            while b"Socket-Type" not in received:
                received += self.socket.recv(1000)

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def is_closed_by_the_other_side(self) -> bool:
        try:
            while self.socket.recv(100_000):
                pass
            return True
        except ConnectionResetError:
            return True
        except TimeoutError:
            return False

    def close(self) -> None:
        self.socket.close()
