"""Much of everything: bytes, requests, lines, cells."""

import pytest

from conformance.client import execute
from robustness.kernel import eventually

HUNDRED_MEGABYTES = 100_000_000


def assert_memory_is_given_back(kernel, before, allowance=50):
    assert eventually(lambda: kernel.memory < before + allowance), f"{before:.0f} MB before, {kernel.memory:.0f} after"


@pytest.mark.parametrize("code", ['"{}".count', "{}"], ids=["a string", "a name"])
def test_a_cell_of_a_hundred_megabytes_is_answered(kernel, client, code):
    before = kernel.memory
    request = client.send_cell(code.format("x" * HUNDRED_MEGABYTES))
    reply = client.reply(request, timeout=60)
    assert reply.content["status"] in ("ok", "error")
    assert len(str(reply.content)) < 10_000
    client.published(request)
    client.waiting["iopub"].clear()
    assert client.run("6 * 7").content["status"] == "ok"
    assert_memory_is_given_back(kernel, before)


def test_a_hundred_megabytes_beside_the_code_do_no_harm(kernel, client):
    before = kernel.memory
    turn = client.ask("execute_request", execute("6 * 7", of_no_use="x" * HUNDRED_MEGABYTES))
    assert turn.content["status"] == "ok"
    assert_memory_is_given_back(kernel, before)
    turn = client.ask("execute_request", execute("6 * 7"), buffers=[b"x" * HUNDRED_MEGABYTES])
    assert turn.content["status"] == "ok"
    assert_memory_is_given_back(kernel, before)


def test_a_message_above_the_limit_is_dropped_with_a_line(kernel, client):
    before = kernel.memory
    client.send("execute_request", execute("6 * 7", of_no_use="x" * 270_000_000))
    assert client.run("6 * 7").content["status"] == "ok"
    assert kernel.logged("bytes of JSON, the limit is 268435456")
    assert_memory_is_given_back(kernel, before)


def test_ten_thousand_requests_are_answered_in_order_and_control_meanwhile(kernel, client):
    first = client.send_cell('input("")')
    question = client.receive("stdin")
    requests = [client.send_cell("6 * 7") for _ in range(10_000)]
    assert client.ask("kernel_info_request", channel="control").content["status"] == "ok"
    assert client.is_alive()
    client.send("input_reply", {"value": ""}, "stdin", parent=question.header)
    client.reply(first)
    for number, request in enumerate(requests, start=3):
        reply = client.receive("shell")
        assert reply.parent["msg_id"] == request and reply.content["execution_count"] == number
    assert client.is_alive()
    client.published(requests[-1])


def test_a_subshell_and_control_answer_however_many_requests_the_main_shell_has(kernel, client):
    subshell = client.ask("create_subshell_request", channel="control").content["subshell_id"]
    first = client.send_cell('print("on")\nwhile true {}')
    client.find("iopub", lambda message: message.type == "stream")
    before = kernel.memory
    count = 25_000
    requests = [client.send_cell("6 * 7") for _ in range(count)]
    turn = client.ask("execute_request", execute("6 * 7"), subshell_id=subshell)
    assert turn.all("execute_result")[0]["data"]["text/plain"] == "42"
    assert client.ask("kernel_info_request", channel="control").content["status"] == "ok"
    assert kernel.memory < before + count * 0.004, "more than 4 kB for each request"
    # None is lost: as their cells fall with the first, each is answered, in order.
    client.send("interrupt_request", channel="control")
    assert client.reply(first).content["ename"] == "Interrupted"
    replies = [client.receive("shell") for _ in requests]
    assert [reply.parent["msg_id"] for reply in replies] == requests
    assert all(reply.content["ename"] == "Aborted" for reply in replies)
    client.published(requests[-1])
    client.waiting["iopub"].clear()
    assert client.run("6 * 7").content["status"] == "ok"
    assert_memory_is_given_back(kernel, before)


def test_an_interrupt_reaches_a_cell_before_ten_thousand_others(kernel, client):
    first = client.send_cell('print("on")\nwhile true {}')
    client.find("iopub", lambda message: message.type == "stream")
    requests = [client.send_cell("6 * 7") for _ in range(10_000)]
    assert client.ask("interrupt_request", channel="control").content["status"] == "ok"
    assert client.reply(first).content["ename"] == "Interrupted"
    replies = [client.receive("shell") for _ in requests]
    assert [reply.parent["msg_id"] for reply in replies] == requests
    assert client.run("6 * 7").content["status"] == "ok"


def test_a_million_lines_come_whole_and_in_order(kernel, client):
    request = client.send_cell("for i in 0..<1_000_000 { print(i) }")
    published = client.published(request, timeout=60)
    pieces = [message.content["text"] for message in published if message.type == "stream"]
    assert "".join(pieces) == "".join(f"{number}\n" for number in range(1_000_000))
    assert len(pieces) < 1_000
    assert_memory_is_given_back(kernel, before=kernel.memory)


def test_a_flood_is_interrupted_and_ends_with_a_whole_line(kernel, client):
    request = client.send_cell("for i in 0..<1_000_000_000 { print(i) }")
    published = [client.find("iopub", lambda message: message.type == "stream")]
    client.send("interrupt_request", channel="control")
    assert client.reply(request).content["ename"] == "Interrupted"
    while published[-1].state != "idle" or published[-1].parent["msg_id"] != request:
        published.append(client.receive("iopub"))
    text = "".join(message.content["text"] for message in published if message.type == "stream")
    assert text == "".join(f"{number}\n" for number in range(text.count("\n")))


def test_two_thousand_cells_of_every_kind_leave_the_memory_as_it_was(kernel, client):
    cells = ["6 * 7", "print(1)", "[1][7]", "let t = zeros(100, 100); t.sum()", "undefinedName", "display([1, 2])"]

    def run(count):
        for number in range(count):
            client.run(cells[number % len(cells)])
            client.ask("complete_request", {"code": "pri", "cursor_pos": 3})

    run(500)
    before = kernel.memory
    run(2_000)
    assert kernel.memory < before + 4
