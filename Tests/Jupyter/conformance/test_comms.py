"""Comms: opened from either side, with binary buffers."""

import uuid

import pytest


def test_none_are_open_under_a_target_that_nobody_knows(client):
    assert client.ask("comm_info_request", {"target_name": "nobody"}).content == {"status": "ok", "comms": {}}


def test_all_open_comms_are_told(client):
    content = client.ask("comm_info_request", {}).content
    assert content["status"] == "ok" and isinstance(content["comms"], dict)


def test_a_comm_with_an_unknown_target_is_closed_again(client):
    identifier = uuid.uuid4().hex
    request = client.send("comm_open", {"comm_id": identifier, "target_name": "nobody", "data": {}})
    closed = [message for message in client.published(request) if message.type == "comm_close"]
    assert [message.content["comm_id"] for message in closed] == [identifier]


def test_a_message_for_a_comm_that_is_not_open_does_no_harm(client, dialect):
    for kind in ("comm_msg", "comm_close"):
        request = client.send(kind, {"comm_id": "nobody", "data": {}}, buffers=[b"x"])
        assert not [message for message in client.published(request) if message.type.startswith("comm")]
    assert client.run(dialect.value[0]).content["status"] == "ok"


def test_a_cell_opens_a_comm_and_sends_buffers(client, dialect, needs):
    needs(dialect.open_comm)
    turn = client.run(dialect.open_comm)
    opened, sent = (message for message in turn.published if message.type.startswith("comm"))
    assert opened.type == "comm_open"
    assert opened.content["comm_id"] == "wave-1" and opened.content["target_name"] == "wave"
    assert sent.type == "comm_msg" and sent.content["data"] == {"height": 2}
    assert sent.buffers == [b"left", b"right"]
    comms = client.ask("comm_info_request", {"target_name": "wave"}).content["comms"]
    assert comms == {"wave-1": {"target_name": "wave"}}
    client.published(client.send("comm_close", {"comm_id": "wave-1", "data": {}}))
    assert "wave-1" not in client.ask("comm_info_request", {}).content["comms"]


@pytest.fixture
def echo(client, dialect, needs):
    """The id of an open comm that sends back what it gets."""
    needs(dialect.echo)
    client.run(dialect.echo)
    identifier = uuid.uuid4().hex
    opened = client.published(client.send("comm_open", {"comm_id": identifier, "target_name": "echo", "data": {}}))
    assert "comm_close" not in [message.type for message in opened]
    yield identifier
    client.published(client.send("comm_close", {"comm_id": identifier, "data": {}}))


def test_what_a_widget_sends_comes_back_with_its_buffers(client, echo):
    data, metadata, buffers = {"value": [1, None, "é"]}, {"version": "2.1.0"}, [b"\x00\xff", b""]
    request = client.send("comm_msg", {"comm_id": echo, "data": data}, metadata=metadata, buffers=buffers)
    [message] = [message for message in client.published(request) if message.type == "comm_msg"]
    assert message.content["comm_id"] == echo and message.content["data"] == data
    assert message.metadata == metadata and message.buffers == buffers


def test_what_a_callback_prints_has_its_message_as_parent(client, echo):
    request = client.send("comm_msg", {"comm_id": echo, "data": {"print": "called"}})
    published = client.published(request)
    assert [message.content["text"].strip() for message in published if message.type == "stream"] == ["called"]
    assert [message.type for message in published if message.type.startswith("comm")] == ["comm_msg"]


def test_an_error_in_a_callback_is_printed_and_the_comm_stays(client, echo):
    request = client.send("comm_msg", {"comm_id": echo, "data": {"fail": "the wrong number"}})
    printed = [message.content for message in client.published(request) if message.type == "stream"]
    assert {content["name"] for content in printed} == {"stderr"}
    assert "the wrong number" in "".join(content["text"] for content in printed)
    assert echo in client.ask("comm_info_request", {}).content["comms"]


def test_a_closed_comm_takes_nothing_more(client, echo):
    assert echo in client.ask("comm_info_request", {"target_name": "echo"}).content["comms"]
    client.published(client.send("comm_close", {"comm_id": echo, "data": {}}))
    assert echo not in client.ask("comm_info_request", {}).content["comms"]
    request = client.send("comm_msg", {"comm_id": echo, "data": {}})
    assert not [message for message in client.published(request) if message.type.startswith("comm")]
