"""Clients that connect twice, go away, do not read, or speak another language."""

import random

import pytest
import zmq

from conformance.client import DELIMITER, Client, execute
from robustness.kernel import eventually
from robustness.wire import Raw, frame

CHANNELS = ["shell", "control", "stdin", "iopub", "hb"]
DEALERS = ["shell", "control", "stdin", "hb"]


def assert_well(client):
    assert client.run("6 * 7").all("execute_result")[0]["data"]["text/plain"] == "42"
    assert client.ask("kernel_info_request", channel="control").content["status"] == "ok"
    assert client.is_alive()


def test_a_client_that_connects_again_under_its_name_gets_the_replies(kernel, client):
    kept = client.sockets["shell"]
    client.sockets["shell"] = client.open("shell", zmq.DEALER)
    assert_well(client)
    assert not kept.poll(0), "the old connection gets none"


def test_a_client_that_subscribes_twice_hears_everything_once_on_each(client):
    second = client.open("iopub", zmq.SUB)
    assert client.take_apart(second.recv_multipart()).type == "iopub_welcome"
    turn = client.run("6 * 7")
    kinds = []
    while kinds[-1:] != ["idle"]:
        assert second.poll(20_000)
        message = client.take_apart(second.recv_multipart())
        if message.parent.get("msg_id") == turn.request:
            kinds.append(message.state or message.type)
    assert kinds == ["busy", "execute_input", "execute_result", "idle"]


def test_a_cell_waits_for_a_client_that_subscribes_late(start):
    client = Client(start().connection, leaving_out=["iopub"])
    request = client.send_cell("6 * 7")
    assert client.reply(client.send("kernel_info_request", channel="control"), "control").content["status"] == "ok"
    assert not client.sockets["shell"].poll(100), "nobody would see what the cell publishes"
    client.sockets["iopub"] = client.open("iopub", zmq.SUB)
    assert client.reply(request).content["status"] == "ok"
    assert [message.type for message in client.published(request)] == ["execute_input", "execute_result"]
    client.close()


def test_a_cell_of_a_client_that_never_subscribes_runs_after_all(start):
    client = Client(start().connection, leaving_out=["iopub"])
    requests = [client.send_cell("6 * 7") for _ in range(3)]
    for request in requests:
        assert client.receive("shell").parent["msg_id"] == request
    client.close()


def test_a_client_that_goes_away_while_its_cell_runs_takes_nobody_with_it(kernel, client):
    other = kernel.connect()
    request = other.send_cell('print("on")\nwhile true {}')
    client.find("iopub", lambda message: message.type == "stream")
    other.close()
    client.ask("interrupt_request", channel="control")
    client.find("iopub", lambda message: message.state == "idle" and message.parent.get("msg_id") == request)
    assert_well(client)


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_client_that_goes_away_in_mid_message_leaves_no_trace(kernel, client, channel):
    for body in (b"", b"x" * 70_000):
        raw = Raw(kernel.connection, channel)
        raw.send(frame(DELIMITER, more=True) + frame(body, more=True, size=140_000))
        assert_well(client)  # While the rest is awaited,
        raw.close()
        assert_well(client)  # and when it cannot come any more.
    assert kernel.log == []


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_frame_that_claims_to_be_endless_ends_its_connection(kernel, client, channel):
    raw = Raw(kernel.connection, channel)
    raw.send(frame(b"x", size=1 << 62))
    assert raw.is_closed_by_the_other_side()
    assert_well(client)


@pytest.mark.parametrize(("channel", "megabytes"), [("shell", 300), ("control", 9), ("stdin", 9)])
def test_a_frame_larger_than_any_on_its_channel_ends_its_connection_before_it_is_taken_in(kernel, client, channel, megabytes):
    raw = Raw(kernel.connection, channel)
    raw.send(frame(b"x", size=megabytes << 20))
    assert raw.is_closed_by_the_other_side()
    assert_well(client)


@pytest.mark.parametrize("channel", CHANNELS)
def test_bytes_of_another_protocol_do_no_harm(kernel, client, channel):
    noise = random.Random(channel)
    for data in (
        b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", bytes(5_000),
        b"\xff" * 5_000, *(noise.randbytes(noise.randrange(1, 5_000)) for _ in range(20)),
    ):
        raw = Raw(kernel.connection, channel, handshake=False)
        try:
            raw.send(data)
        except ConnectionError:
            pass  # The kernel has heard enough.
        raw.close()
    raw = Raw(kernel.connection, channel)
    raw.send(noise.randbytes(5_000))
    raw.close()
    assert_well(client)


def test_frames_of_garbage_are_dropped_with_a_line_that_holds_none_of_it(kernel, client):
    noise = random.Random(1)
    for channel in ["shell", "control", "stdin"]:
        for count in range(12):
            frames = [noise.randbytes(noise.randrange(200)) for _ in range(count)]
            client.sockets[channel].send_multipart([*frames, b"teapot"])
            client.sockets[channel].send_multipart([*frames, DELIMITER, b"teapot", *frames])
    assert_well(client)
    assert kernel.logged("dropped a message on stdin: malformed: no <IDS|MSG> frame")
    assert kernel.logged("dropped a message on shell: wrong signature")
    assert not any("teapot" in line or kernel.connection["key"] in line for line in kernel.log)


def test_a_flood_of_garbage_does_not_flood_the_log(kernel, client):
    for _ in range(2_000):
        client.sockets["shell"].send(b"teapot")
    assert_well(client)
    assert kernel.logged("no more such lines for up to a minute") and len(kernel.log) == 100


def test_a_heartbeat_is_echoed_whatever_it_holds(kernel, client):
    socket = client.open("hb", zmq.DEALER)
    for frames in ([b""], [b"", b"x"], [b"\x00" * 1_000, b"", b"y"]):
        socket.send_multipart(frames)
        assert socket.poll(20_000) and socket.recv_multipart() == frames


def test_heartbeats_that_nobody_takes_back_are_dropped(kernel, client):
    socket = client.open("hb", zmq.DEALER)
    socket.rcvhwm = 1
    before = kernel.memory
    for _ in range(50_000):
        socket.send_multipart([b"", b"x" * 4_000])
    assert_well(client)
    assert kernel.memory < before + 30


def test_a_question_waits_for_a_client_that_connects_to_stdin_late(client):
    client.session = "late"
    client.sockets["shell"] = client.open("shell", zmq.DEALER)
    request = client.send_cell('input("name? ")')
    client.find("iopub", lambda message: message.type == "execute_input")
    client.sockets["stdin"] = client.open("stdin", zmq.DEALER)
    question = client.receive("stdin")
    client.send("input_reply", {"value": "Ada"}, "stdin", parent=question.header)
    assert client.reply(request).content["status"] == "ok"


def test_subscribers_that_send_something_else_are_passed_over(kernel, client):
    socket = client.open("iopub", zmq.XSUB)
    for message in (b"", b"\x07teapot", b"\x02", b"\x01\xff\xfe", b"\x00never subscribed"):
        socket.send(message)
    assert_well(client)


def test_a_topic_of_megabytes_ends_the_connection_that_sends_it(kernel, client):
    raw = Raw(kernel.connection, "iopub")
    raw.send(frame(b"\x01" + b"x" * 100_000))
    assert raw.is_closed_by_the_other_side()
    assert_well(client)


def test_a_client_that_never_reads_its_output_holds_nobody_back_for_long(kernel, client):
    stuck = Raw(kernel.connection, "iopub")
    stuck.send(frame(b"\x01"))
    client.run("for i in 0..<10 { print(i) }")
    before = kernel.memory
    turn = client.run("for i in 0..<400_000 { print(i, \"is printed for somebody who does not listen\") }")
    assert turn.text().count("\n") == 400_000
    assert_well(client)
    assert kernel.memory < before + 100
    stuck.close()


def test_a_client_that_never_reads_its_output_is_given_up_on_once_and_the_others_lose_nothing(kernel, client):
    stuck = Raw(kernel.connection, "iopub")
    stuck.send(frame(b"\x01"))
    client.run("for i in 0..<10 { print(i) }")
    for _ in range(3):
        turn = client.run("for i in 0..<5_000 { display(i) }")
        assert [shown["data"]["text/plain"] for shown in turn.all("display_data")] == [str(i) for i in range(5_000)]
    assert len([line for line in kernel.log if "does not read its output" in line]) == 1
    stuck.close()


def test_a_client_that_never_reads_its_replies_holds_nobody_back(kernel, client):
    stuck = Raw(kernel.connection, "shell")
    for _ in range(2_000):
        _, frames = client.frames("execute_request", execute("6 * 7", store_history=False))
        stuck.send(b"".join(frame(part, more=part is not frames[-1]) for part in frames))
    assert_well(client)
    stuck.close()
    assert eventually(lambda: kernel.memory < 100)
