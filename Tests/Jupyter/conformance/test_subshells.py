"""Kernel subshells (JEP 91): lines of requests beside the main one."""

import pytest

from conformance.client import Client
from conformance.debugger import Debugger


@pytest.fixture
def subshell(client, needs):
    needs("subshells")
    made = client.ask("create_subshell_request", channel="control").content
    assert made["status"] == "ok"
    yield made["subshell_id"]
    client.ask("delete_subshell_request", {"subshell_id": made["subshell_id"]}, "control")


def start_loop(client, dialect, **header):
    """A cell that runs for ever, once it runs."""
    code = dialect.printing.format("running") + "\n" + dialect.forever.format(dialect.no_value)
    request = client.send_cell(code, **header)
    client.find("iopub", lambda message: message.type == "stream" and message.parent["msg_id"] == request)
    return request


def test_subshells_are_made_listed_and_deleted(client, needs):
    needs("subshells")

    def subshells():
        content = client.ask("list_subshell_request", channel="control").content
        assert content["status"] == "ok"
        return content["subshell_id"]

    made = [client.ask("create_subshell_request", channel="control").content["subshell_id"] for _ in range(2)]
    assert sorted(subshells()) == sorted(made)
    for identifier in made:
        assert client.ask("delete_subshell_request", {"subshell_id": identifier}, "control").content == {"status": "ok"}
    assert subshells() == []
    gone = client.ask("delete_subshell_request", {"subshell_id": made[0]}, "control").content
    assert gone["status"] == "error" and made[0] in gone["evalue"]


def test_a_subshell_answers_while_a_cell_runs(client, dialect, shared, subshell):
    request = start_loop(client, dialect)
    turn = client.ask("execute_request", {"code": dialect.value[0]}, subshell_id=subshell)
    assert turn.content["status"] == "ok"
    assert turn.reply.parent["subshell_id"] == subshell
    assert all(message.parent["subshell_id"] == subshell for message in turn.published)
    [result] = turn.all("execute_result")
    assert result["data"]["text/plain"] == dialect.value[1]
    shared.interrupt(client)
    assert client.reply(request).content["status"] == "error"


def test_a_front_end_that_connects_while_a_cell_runs_is_greeted(client, dialect, shared, needs):
    needs("greetings while busy")
    request = start_loop(client, dialect)
    newcomer = Client(shared.connection)
    assert newcomer.reply(newcomer.send("kernel_info_request")).content["status"] == "ok"
    newcomer.close()
    shared.interrupt(client)
    client.reply(request)


def test_every_question_is_answered_while_a_cell_runs(client, dialect, shared, subshell):
    definition, start = dialect.complete
    client.run(definition)
    request = start_loop(client, dialect)
    where = {"code": start, "cursor_pos": len(start)}
    assert "answerOfAll" in client.ask("complete_request", where, subshell_id=subshell).content["matches"]
    name = {"code": "answerOfAll", "cursor_pos": 3}
    assert client.ask("inspect_request", name, subshell_id=subshell).content["found"]
    assert client.ask("is_complete_request", {"code": "1"}, subshell_id=subshell).content["status"] == "complete"
    assert client.ask("kernel_info_request", subshell_id=subshell).content["status"] == "ok"
    assert client.ask("comm_info_request", subshell_id=subshell).content["comms"] == {}
    past = {"hist_access_type": "tail", "n": 1, "output": False, "raw": True}
    [[_, _, source]] = client.ask("history_request", past, subshell_id=subshell).content["history"]
    assert source.startswith(dialect.printing.format("running"))
    shared.interrupt(client)
    client.reply(request)


def test_names_are_those_of_all(client, dialect, subshell):
    definition, _ = dialect.complete
    client.ask("execute_request", {"code": definition}, subshell_id=subshell)
    [result] = client.run("answerOfAll").all("execute_result")
    assert result["data"]["text/plain"] == "42"


def test_cells_are_numbered_through(client, dialect, subshell):
    before = client.run(dialect.value[0]).content["execution_count"]
    turn = client.ask("execute_request", {"code": dialect.value[0]}, subshell_id=subshell)
    assert turn.content["execution_count"] == before + 1
    assert client.run(dialect.value[0]).content["execution_count"] == before + 2


def test_an_error_aborts_what_is_queued_in_its_subshell(client, dialect, subshell):
    cells = (dialect.ask, dialect.error[0], dialect.value[0])
    requests = [client.send_cell(code, subshell_id=subshell) for code in cells]
    question = client.find("stdin", lambda message: message.type == "input_request")
    client.send("input_reply", {"value": "x"}, "stdin", parent=question.header)
    first, second, third = (client.reply(request).content["status"] for request in requests)
    assert (first, second) == ("ok", "error") and third in ("error", "aborted")


def test_an_error_aborts_nothing_in_other_shells(client, dialect, subshell):
    requests = [client.send_cell(code) for code in (dialect.ask, dialect.value[0])]
    question = client.find("stdin", lambda message: message.type == "input_request")
    failing = client.ask("execute_request", {"code": dialect.error[0]}, subshell_id=subshell)
    assert failing.content["status"] == "error"
    client.send("input_reply", {"value": "x"}, "stdin", parent=question.header)
    assert [client.reply(request).content["status"] for request in requests] == ["ok", "ok"]


@pytest.mark.parametrize("kind", ["execute_request", "complete_request"])
def test_a_subshell_that_is_not_there_is_an_error(client, needs, kind):
    needs("subshells")
    turn = client.ask(kind, {"code": "1", "cursor_pos": 1}, subshell_id="nobody")
    assert turn.reply.type == kind.replace("request", "reply")
    content = {name: turn.content[name] for name in ("status", "ename", "evalue")}
    assert content == {
        "status": "error", "ename": "UnknownSubshellError", "evalue": "Unknown subshell_id 'nobody'",
    }
    assert turn.published == []


def test_a_subshell_asks_for_input_of_its_own(client, dialect, shared, subshell):
    running = start_loop(client, dialect)
    request = client.send_cell(dialect.ask, subshell_id=subshell)
    question = client.find("stdin", lambda message: message.type == "input_request")
    assert question.parent["msg_id"] == request and question.parent["subshell_id"] == subshell
    client.send("input_reply", {"value": "Ada"}, "stdin", parent=question.header)
    assert client.reply(request).content["status"] == "ok"
    shared.interrupt(client)
    client.reply(running)


def test_an_interrupt_stops_the_cells_of_all(client, dialect, shared, subshell, needs):
    needs("interrupts of subshells")  # Python's signals reach the main thread alone.
    requests = [start_loop(client, dialect), start_loop(client, dialect, subshell_id=subshell)]
    shared.interrupt(client)
    assert {client.reply(request).content["status"] for request in requests} == {"error"}
    assert client.run(dialect.value[0]).content["status"] == "ok"


def test_a_subshell_that_is_deleted_stops_its_cell(client, dialect, subshell, needs):
    needs("interrupts of subshells")
    running = start_loop(client, dialect, subshell_id=subshell)
    queued = client.send_cell(dialect.value[0], subshell_id=subshell)
    assert client.ask("delete_subshell_request", {"subshell_id": subshell}, "control").content["status"] == "ok"
    assert client.reply(running).content["status"] == "error"
    assert client.reply(queued).content["ename"] == "UnknownSubshellError"


def test_a_kernel_with_subshells_that_run_ends_at_once(start, dialect, needs):
    needs("interrupts of subshells")
    kernel = start()
    client = kernel.connect()
    start_loop(client, dialect)
    for _ in range(2):
        subshell = client.ask("create_subshell_request", channel="control").content["subshell_id"]
        start_loop(client, dialect, subshell_id=subshell)
    client.ask("shutdown_request", {"restart": False}, "control")
    assert kernel.process.wait(10) == 0


def test_a_subshell_answers_while_a_debugger_holds_a_cell_up(start, dialect, needs):
    needs("subshells")
    needs("debugger")
    client = start().connect()
    debugger = Debugger(client)
    debugger.attach()
    debugger.stop_at(dialect.debugged, 2)
    held = client.send_cell(dialect.debugged)
    debugger.event("stopped")
    subshell = client.ask("create_subshell_request", channel="control").content["subshell_id"]
    turn = client.ask("execute_request", {"code": dialect.value[0]}, subshell_id=subshell)
    assert turn.content["status"] == "ok"
    assert debugger.variables("Locals")["x"]["value"] == "4"
    debugger.get("continue", threadId=1)
    assert client.reply(held).content["status"] == "ok"
    debugger.disconnect()
