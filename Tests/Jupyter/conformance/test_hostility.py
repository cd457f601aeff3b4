"""What is forged, broken or sent twice is dropped, and the kernel goes on."""

import json

import pytest

from conformance.client import DELIMITER, execute


def pause(client):
    """Until the kernel has seen what was sent before on shell: the sockets keep their order."""
    client.ask("kernel_info_request")


@pytest.mark.parametrize("signature", [b"", b"0" * 64, b"garbage", b"\xff" * 64])
def test_a_wrong_signature_is_not_heard(client, dialect, signature):
    request, frames = client.frames("execute_request", execute(dialect.value[0]))
    frames[1] = signature
    client.sockets["shell"].send_multipart(frames)
    pause(client)
    assert not [message for message in client.waiting["iopub"] if message.parent.get("msg_id") == request]
    assert not client.waiting["shell"]


def test_a_changed_message_is_not_heard(client, dialect):
    request, frames = client.frames("execute_request", execute(dialect.value[0]))
    frames[5] = frames[5].replace(b"6", b"8")
    client.sockets["shell"].send_multipart(frames)
    pause(client)
    assert not [message for message in client.waiting["iopub"] if message.parent.get("msg_id") == request]


def test_a_message_is_heard_once(client, dialect):
    request, frames = client.frames("execute_request", execute(dialect.value[0]))
    for _ in range(2):
        client.sockets["shell"].send_multipart(frames)
    assert client.reply(request).content["status"] == "ok"
    client.published(request)
    pause(client)
    assert not [message for message in client.waiting["iopub"] if message.parent.get("msg_id") == request]


def test_a_message_is_not_heard_on_another_channel(client, dialect, needs):
    needs("replays on every channel")
    request, frames = client.frames("kernel_info_request")
    client.sockets["shell"].send_multipart(frames)
    client.reply(request)
    client.sockets["control"].send_multipart(frames)
    client.ask("kernel_info_request", channel="control")
    assert not [message for message in client.waiting["control"] if message.parent.get("msg_id") == request]


BROKEN = {
    "one frame": [b"x"],
    "an empty frame": [b""],
    "no delimiter": [b"a", b"b", b"c", b"d", b"e", b"f"],
    "only the delimiter": [DELIMITER],
    "three dictionaries": [DELIMITER, b"", b"{}", b"{}", b"{}"],
}


@pytest.mark.parametrize("channel", ["shell", "control", "stdin"])
@pytest.mark.parametrize("frames", BROKEN.values(), ids=BROKEN)
def test_broken_frames_are_dropped(client, dialect, channel, frames):
    client.sockets[channel].send_multipart(frames)
    assert client.run(dialect.value[0]).content["status"] == "ok"
    assert client.is_alive()


TEXTS = [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"msg_id": 1}', b"[" * 5000, b'{"msg_type": "execute_request"}']


@pytest.mark.parametrize("place", range(4), ids=["header", "parent", "metadata", "content"])
def test_signed_nonsense_does_no_harm(client, dialect, place):
    for text in TEXTS:
        parts = [json.dumps(part).encode() for part in ({"msg_id": "n", "msg_type": "teapot"}, {}, {}, {})]
        parts[place] = text
        for channel in ("shell", "control"):
            client.sockets[channel].send_multipart([DELIMITER, client.sign(parts), *parts])
    assert client.run(dialect.value[0]).content["status"] == "ok"
    assert client.ask("kernel_info_request", channel="control").content["status"] == "ok"


def test_a_header_may_leave_out_all_but_its_id_and_type(client, dialect):
    parts = [json.dumps(part).encode() for part in (
        {"msg_id": "bare", "msg_type": "kernel_info_request", "session": client.session, "username": ""}, {}, {}, {},
    )]
    client.sockets["shell"].send_multipart([DELIMITER, client.sign(parts), *parts])
    assert client.reply("bare").content["status"] == "ok"
