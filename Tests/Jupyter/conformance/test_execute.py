"""execute_request: order, numbers, fields, errors, aborts."""

import pytest

from conformance.client import execute, now


def test_a_cell_is_answered_in_order_under_its_header(client, dialect):
    code, value = dialect.value
    turn = client.run(code)
    assert turn.types == ["execute_input", "execute_result"]
    assert turn.reply.type == "execute_reply" and turn.content["status"] == "ok"
    assert turn.reply.parent["msg_id"] == turn.request
    assert all(message.parent == turn.reply.parent for message in turn.published)
    assert turn.published[0].content == {"code": code, "execution_count": turn.content["execution_count"]}
    result = turn.published[1].content
    assert result["data"]["text/plain"] == value
    assert result["execution_count"] == turn.content["execution_count"]
    assert isinstance(result["metadata"], dict)
    assert turn.content["user_expressions"] == {} and turn.content["payload"] == []


def test_a_reply_says_when_its_cell_began(client, dialect):
    for code in (dialect.value[0], dialect.error[0]):
        before = now()
        reply = client.run(code).reply
        assert before <= reply.metadata["started"] <= reply.header["date"]


def test_headers_are_complete_and_of_one_session(client, dialect):
    turn = client.run(dialect.value[0])
    messages = [turn.reply, *turn.published]
    assert len({message.header["msg_id"] for message in messages}) == len(messages)
    assert len({message.header["session"] for message in messages}) == 1
    assert messages[0].header["session"] != client.session, "the kernel's session is its own"
    for message in messages:
        assert {"msg_id", "session", "username", "date", "msg_type", "version"} <= message.header.keys()


def test_the_parent_header_is_a_copy_of_the_requests_own(client, dialect):
    turn = client.ask("execute_request", execute(dialect.value[0]), of_our_own="kept")
    assert turn.reply.parent["of_our_own"] == "kept"
    assert turn.published[0].parent["of_our_own"] == "kept"


def test_a_cell_without_a_value_has_no_result(client, dialect):
    assert client.run(dialect.no_value).types == ["execute_input"]


def test_an_empty_cell_is_answered(client):
    assert client.run("").content["status"] == "ok"


def test_the_number_rises_by_one_and_only_for_what_is_kept(client, dialect):
    code = dialect.value[0]
    first = client.run(code).content["execution_count"]
    assert client.run(code).content["execution_count"] == first + 1
    client.run(code, store_history=False)
    client.run(code, silent=True)
    assert client.run(code).content["execution_count"] == first + 2


def test_a_cell_that_is_not_kept_shows_its_value(client, dialect):
    turn = client.run(dialect.value[0], store_history=False)
    assert [content["data"]["text/plain"] for content in turn.all("execute_result")] == [dialect.value[1]]


def test_a_silent_cell_shows_nothing(client, dialect):
    turn = client.run(dialect.value[0], silent=True)
    assert turn.types == [] and turn.content["status"] == "ok"


def test_a_failing_cell_says_so_twice_in_the_same_words(client, dialect):
    code, name = dialect.error
    turn = client.run(code)
    assert turn.types == ["execute_input", "error"]
    told, reply = turn.published[1].content, turn.content
    assert reply["status"] == "error" and reply["execution_count"] >= 1
    for part in ("ename", "evalue", "traceback"):
        assert told[part] == reply[part] and reply[part]
    assert all(isinstance(line, str) for line in told["traceback"])
    assert name in ("", told["ename"])


def test_user_expressions_are_evaluated_each_for_itself(client, dialect):
    expressions = {"right": dialect.value[0], "wrong": dialect.error[0]}
    turn = client.run("", user_expressions=expressions)
    assert turn.content["status"] == "ok"
    right, wrong = (turn.content["user_expressions"][name] for name in expressions)
    assert right["status"] == "ok" and right["data"]["text/plain"] == dialect.value[1]
    assert isinstance(right["metadata"], dict)
    assert wrong["status"] == "error" and wrong["ename"] and wrong["evalue"] and "traceback" in wrong
    assert "error" not in turn.types


def fail_with_cells_behind(client, dialect, *codes, **fields):
    """Runs a cell that fails only once the others are queued behind it; the ids of all."""
    failing = client.send_cell(f"{dialect.ask}\n{dialect.error_when_run}", **fields)
    question = client.find("stdin", lambda message: message.parent.get("msg_id") == failing)
    queued = [client.send_cell(code) for code in codes]
    between = client.send("kernel_info_request")
    client.ask("kernel_info_request", channel="control")
    client.send("input_reply", {"value": ""}, "stdin", parent=question.header)
    assert client.reply(failing).content["status"] == "error"
    assert client.reply(between).content["status"] == "ok", "only execute requests are aborted"
    return queued


def test_after_an_error_what_is_queued_is_answered_and_not_run(client, dialect):
    code = dialect.printing
    for request in fail_with_cells_behind(client, dialect, *[code.format(number) for number in range(3)]):
        # ipykernel says `aborted`, which the specification has withdrawn.
        assert client.reply(request).content["status"] in ("error", "aborted")
        assert client.published(request) == []
    assert client.run(code.format("later")).text() == "later\n"


def test_an_abort_is_an_error_with_all_its_parts(client, dialect, needs):
    needs("abort replies as specified")
    [request] = fail_with_cells_behind(client, dialect, dialect.value[0])
    reply = client.reply(request).content
    assert reply["status"] == "error"
    assert reply["ename"] and reply["evalue"] and isinstance(reply["traceback"], list)


def test_without_stop_on_error_what_is_queued_runs(client, dialect):
    [request] = fail_with_cells_behind(client, dialect, dialect.value[0], stop_on_error=False)
    assert client.reply(request).content["status"] == "ok"


def test_a_cell_that_is_sent_after_the_error_runs_even_if_its_clock_counts_whole_seconds(client, dialect, needs):
    needs("no aborts after the error")
    client.run(dialect.error[0])
    date = f"{now()[:19]}.000000Z"
    assert client.ask("execute_request", execute(dialect.value[0]), date=date).content["status"] == "ok"


def test_cells_run_in_the_order_in_which_they_were_sent(client, dialect):
    requests = [client.send_cell(dialect.printing.format(number)) for number in range(50)]
    counts = [client.reply(request).content["execution_count"] for request in requests]
    assert counts == list(range(counts[0], counts[0] + 50))


def test_a_cell_may_leave_out_what_has_a_usual_value(client, dialect):
    turn = client.ask("execute_request", {"code": dialect.value[0]})
    assert turn.content["status"] == "ok" and "execute_result" in turn.types


def test_what_clients_add_is_passed_over(client, dialect):
    """JupyterLab, VS Code and Colab write fields of their own, and null where they have nothing to say."""
    turn = client.ask(
        "execute_request", execute(dialect.value[0], cell_id="c-1", of_our_own={"a": [None, 1.5]}), subshell_id=None,
        metadata={"cellId": "c-1", "deletedCells": [], "recordTiming": True, "trusted": True, "colab": {"base_uri": "x"}},
        parent={"msg_id": "", "of_our_own": None}, buffers=[b"not asked for"], of_our_own=[], channel_name="shell",
    )
    assert turn.content["status"] == "ok" and "execute_result" in turn.types
    content = client.ask("complete_request", {"code": "1", "cursor_pos": 1, "context": {"k": 2}}, subshell_id=None).content
    assert content["status"] == "ok"


def test_the_pager_is_asked_for(client, dialect, needs):
    needs(dialect.page)
    code, shown = dialect.page
    [payload] = client.run(code).content["payload"]
    assert payload["source"] == "page" and payload["start"] == 0
    assert shown in payload["data"]["text/plain"]


def test_the_next_cell_is_proposed(client, dialect, needs):
    needs(dialect.next_input)
    [payload] = client.run(dialect.next_input).content["payload"]
    assert payload == {"source": "set_next_input", "text": "proposed", "replace": False}


@pytest.mark.parametrize("content", [{}, {"code": 5}, {"code": ["a"]}], ids=["missing", "number", "array"])
def test_a_request_with_unusable_content_is_answered_and_does_no_harm(client, dialect, needs, content):
    needs("bad content answered")  # ipykernel logs the exception and gives no reply.
    turn = client.ask("execute_request", content)
    assert turn.content["status"] == "error" and "code" in turn.content["evalue"]
    assert client.run(dialect.value[0]).content["status"] == "ok"
