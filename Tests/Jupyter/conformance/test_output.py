"""What a cell shows: streams, displays, clearing."""

import uuid

import zmq

from conformance.client import PATIENCE


def test_printed_text_is_whole_and_comes_before_the_reply_counts_as_over(client, dialect):
    turn = client.run(dialect.printing.format("héllo 😀"))
    assert turn.text() == "héllo 😀\n"
    assert turn.all("stream")[0]["name"] == "stdout"


def test_errors_are_printed_on_a_stream_of_their_own(client, dialect):
    assert client.run(dialect.printing_error.format("look out")).text("stderr") == "look out\n"


def test_what_is_printed_and_shown_keeps_its_order(client, dialect):
    lines = [dialect.printing.format("one"), dialect.display, dialect.printing.format("two"), dialect.value[0]]
    turn = client.run("\n".join(lines))
    kinds = [kind for kind in turn.types if kind != "execute_input"]
    assert kinds == ["stream", "display_data", "stream", "execute_result"]


def test_the_two_streams_keep_their_order_to_each_other(client, dialect, needs):
    needs("stream order")  # ipykernel flushes each stream for itself.
    lines = [dialect.printing.format("a"), dialect.printing_error.format("b"), dialect.printing.format("c")]
    turn = client.run("\n".join(lines))
    texts = [(content["name"], content["text"]) for content in turn.all("stream")]
    assert texts == [("stdout", "a\n"), ("stderr", "b\n"), ("stdout", "c\n")]


def test_a_display_has_data_metadata_and_transient_as_objects(client, dialect):
    [shown] = client.run(dialect.display).all("display_data")
    assert "text/plain" in shown["data"]
    assert isinstance(shown["metadata"], dict)
    assert isinstance(shown.get("transient", {}), dict), "null crashes nbclient"


def test_a_display_is_updated_under_its_id(client, dialect, needs):
    needs(dialect.display_id)
    turn = client.run(dialect.display_id)
    assert turn.types[1:] == ["display_data", "update_display_data"]
    assert [message.content["transient"]["display_id"] for message in turn.published[1:]] == ["shown", "shown"]
    assert turn.published[2].content["data"] != turn.published[1].content["data"]


def test_output_is_cleared_at_once_or_when_more_comes(client, dialect):
    assert client.run(dialect.clear).all("clear_output") == [{"wait": False}]
    assert client.run(dialect.clear_wait).all("clear_output") == [{"wait": True}]


def test_a_flood_is_whole_in_order_and_in_few_messages(client, dialect):
    turn = client.run(dialect.flood.format(20_000))
    assert turn.text() == "".join(f"{number}\n" for number in range(20_000))
    assert len(turn.all("stream")) < 2_000


def test_every_client_sees_all_output_and_only_its_own_replies(shared, client, dialect):
    other = shared.connect()
    turn = client.run(dialect.printing.format("for all"))
    seen = other.published(turn.request)
    assert "".join(message.content["text"] for message in seen if message.type == "stream") == "for all\n"
    mine = other.run(dialect.value[0])
    assert mine.reply.parent["session"] == other.session
    assert not other.waiting["shell"]


def welcome(client, topic):
    """What a new subscriber to a topic gets first."""
    socket = client.open("iopub", zmq.SUB, topic)
    try:
        assert socket.poll(PATIENCE * 1000), "no welcome"
        return client.take_apart(socket.recv_multipart())
    finally:
        socket.close()


def test_a_subscriber_is_welcomed_with_its_topic(client, needs):
    needs("iopub_welcome")
    topic = uuid.uuid4().hex
    message = welcome(client, topic.encode())
    assert message.type == "iopub_welcome" and message.parent == {}
    assert message.content == {"subscription": topic}


def test_each_subscriber_to_everything_is_welcomed(client, needs):
    needs("each subscriber welcomed")  # ipykernel welcomes the first to a topic only.
    assert welcome(client, b"").content == {"subscription": ""}
