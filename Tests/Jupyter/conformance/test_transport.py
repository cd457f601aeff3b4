"""How a kernel is reached: files, encrypted connections, unsigned messages."""

import pytest
import zmq
from jupyter_client.session import Session

from conformance.client import execute


def test_over_files(start, dialect, tmp_path):
    client = start(transport="ipc", ip=str(tmp_path / "k")).connect()
    assert client.run(dialect.value[0]).content["status"] == "ok"
    assert client.is_alive()


def test_over_encrypted_connections(start, dialect, needs):
    needs("curve")
    kernel = start(transport_encryption="required")
    assert kernel.connection["curve_publickey"]
    client = kernel.connect()
    assert client.run(dialect.value[0]).content["status"] == "ok"
    assert client.is_alive()


def test_a_client_without_a_key_is_not_heard_where_connections_are_encrypted(start, needs):
    needs("curve")
    kernel = start(transport_encryption="required")
    client = kernel.connect()
    for name, kind in {"shell": zmq.DEALER, "control": zmq.DEALER, "hb": zmq.REQ}.items():
        socket = client.context.socket(kind)
        socket.linger = 0
        socket.connect(client.address(name))
        socket.send_multipart(client.frames("kernel_info_request")[1])
        assert not socket.poll(50)
        socket.close()
    plain = client.context.socket(zmq.SUB)
    plain.subscribe(b"")
    plain.connect(client.address("iopub"))
    client.run("")
    assert not plain.poll(50)


@pytest.mark.parametrize("scheme", ["hmac-sha256", "hmac-sha384", "hmac-sha512"])
def test_messages_are_signed_as_the_connection_file_says(start, dialect, scheme):
    kernel = start(session=Session(signature_scheme=scheme))
    assert kernel.connection["signature_scheme"] == scheme
    client = kernel.connect()
    turn = client.run(dialect.value[0])
    assert turn.content["status"] == "ok"
    assert len(turn.reply.signature) == {"hmac-sha256": 64, "hmac-sha384": 96, "hmac-sha512": 128}[scheme]
    client.hash = "sha1"
    request = client.send_cell(dialect.value[0])
    client.hash = scheme.removeprefix("hmac-")
    client.run("")
    assert not [message for message in client.waiting["iopub"] if message.parent.get("msg_id") == request]


def test_two_clients_take_turns(start, dialect):
    kernel = start()
    first, second = kernel.connect(), kernel.connect()
    requests = [(client, client.send("execute_request", execute(dialect.value[0]))) for client in (first, second) * 5]
    assert all(client.reply(request).content["status"] == "ok" for client, request in requests)
