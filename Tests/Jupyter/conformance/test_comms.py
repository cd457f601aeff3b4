"""Comms: opened from either side, with binary buffers."""

import uuid


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


def test_what_a_widget_sends_comes_back_with_its_buffers(client, dialect, needs):
    needs(dialect.echo)
    client.run(dialect.echo)
    identifier = uuid.uuid4().hex
    client.published(client.send("comm_open", {"comm_id": identifier, "target_name": "echo", "data": {}}))
    data, buffers = {"value": [1, None, "é"]}, [b"\x00\xff", b""]
    request = client.send("comm_msg", {"comm_id": identifier, "data": data}, buffers=buffers)
    [message] = [message for message in client.published(request) if message.type == "comm_msg"]
    assert message.content["comm_id"] == identifier and message.content["data"] == data
    assert message.buffers == buffers
