"""stdin: a cell asks, the client that sent it answers."""


def ask(client, code):
    request = client.send_cell(code)
    question = client.find("stdin", lambda message: message.type == "input_request")
    assert question.parent["msg_id"] == request
    return request, question


def test_a_cell_gets_the_line_that_was_typed(client, dialect):
    request, question = ask(client, dialect.ask)
    assert question.content == {"prompt": "name? ", "password": False}
    client.send("input_reply", {"value": "Ada 😀"}, "stdin", parent=question.header)
    assert client.reply(request).content["status"] == "ok"
    [result] = [message for message in client.published(request) if message.type == "execute_result"]
    assert "Ada 😀" in result.content["data"]["text/plain"]


def test_a_hidden_line_is_asked_for_as_a_password(client, dialect, needs):
    needs(dialect.ask_hidden)
    request, question = ask(client, dialect.ask_hidden)
    assert question.content == {"prompt": "secret? ", "password": True}
    client.send("input_reply", {"value": "s3cret"}, "stdin", parent=question.header)
    assert client.reply(request).content["status"] == "ok"


def test_a_client_that_cannot_ask_is_not_asked(client, dialect):
    turn = client.run(dialect.ask, allow_stdin=False)
    assert turn.content["status"] == "error" and "input" in (turn.content["ename"] + turn.content["evalue"]).lower()
    assert not client.sockets["stdin"].poll(0)


def test_control_and_heartbeat_are_answered_while_a_cell_waits(client, dialect):
    request, question = ask(client, dialect.ask)
    assert client.is_alive()
    client.ask("kernel_info_request", channel="control")
    client.send("input_reply", {"value": "on"}, "stdin", parent=question.header)
    assert client.reply(request).content["status"] == "ok"


def test_an_interrupt_ends_the_waiting(client, dialect, shared):
    request, _ = ask(client, dialect.ask)
    shared.interrupt(client)
    assert client.reply(request).content["status"] == "error"
    assert client.run(dialect.value[0]).content["status"] == "ok"


def test_an_answer_that_nobody_waits_for_is_passed_over(client, dialect):
    client.send("input_reply", {"value": "stray"}, "stdin")
    assert client.run(dialect.value[0]).content["status"] == "ok"
