"""The debugger with values of this language, and where something comes in between."""

import time

import pytest
from jupyter_client.manager import KernelManager

from conformance.client import Client, execute
from conformance.debugger import Debugger
from session import KERNEL


@pytest.fixture
def manager(binary, tmp_path):
    manager = KernelManager(kernel_name=KERNEL)
    manager.start_kernel(cwd=str(tmp_path))
    yield manager
    manager.shutdown_kernel(now=True)


def connect(manager) -> Debugger:
    """A debugger that is attached to the kernel, and hears what is published."""
    client = Client(manager.get_connection_info())
    client.find("iopub", lambda message: message.type == "iopub_welcome")
    client.run("")
    debugger = Debugger(client)
    debugger.attach()
    return debugger


@pytest.fixture
def debugger(manager):
    debugger = connect(manager)
    yield debugger
    debugger.client.close()


def hold(debugger, code, line) -> str:
    """Runs a cell up to a breakpoint."""
    debugger.stop_at(code, line)
    request = debugger.client.send_cell(code)
    debugger.event("stopped")
    return request


def finish(debugger, request) -> dict:
    debugger.get("continue", threadId=1)
    return debugger.client.reply(request).content


def test_networks_data_and_tensors_are_listed_and_entered(debugger):
    request = hold(
        debugger,
        "func look(net, data, t) {\n  return t\n}\nlook(mlp(2, 3, 1), iris(), tensor([[1.0, 2.0], [3.0, 4.0]]))", 2,
    )
    names = debugger.variables("Locals")
    assert names["net"]["type"] == "network: Sequential, 13 parameters"
    assert names["data"]["type"].startswith("data set: iris: 150 rows of 4 features")
    assert names["t"]["type"] == "tensor 2×2, float32" and names["t"]["indexedVariables"] == 2
    rows = debugger.inside(names["t"])
    assert [number["value"] for number in debugger.inside(rows["[1]"]).values()] == ["3.0", "4.0"]
    layers = debugger.inside(debugger.inside(names["net"])["layers"])
    assert debugger.inside(layers["[0]"])["weight"]["type"] == "tensor 3×2, float32"
    assert finish(debugger, request)["status"] == "ok"


def test_a_figure_is_shown_as_a_picture(debugger):
    request = hold(debugger, "let wave = plot(sin, on: 0...6.28)\nlet n = 1", 2)
    frame = debugger.frames()[0]["id"]
    for arguments in [{"frameId": frame}, {}]:
        data = debugger.get("richInspectVariables", variableName="wave", **arguments)["data"]
        assert data["image/svg+xml"].lstrip().startswith("<?xml") or "<svg" in data["image/svg+xml"]
    assert finish(debugger, request)["status"] == "ok"
    assert "image/svg+xml" in debugger.get("richInspectVariables", variableName="wave")["data"]


def test_an_assignment_changes_the_run(debugger):
    request = hold(debugger, "func f(x) {\n  var y = x\n  return y * 10\n}\nprint(f(1))", 3)
    frame = debugger.frames()[0]["id"]
    debugger.get("evaluate", expression="y = 5", frameId=frame, context="repl")
    assert finish(debugger, request)["status"] == "ok"
    assert debugger.client.find("iopub", lambda message: message.type == "stream").content["text"] == "50\n"


def test_an_error_stops_the_cell_where_it_arises(debugger):
    debugger.get("setExceptionBreakpoints", filters=["uncaught"])
    request = debugger.client.send_cell("func f(x) {\n  1 % x\n}\nf(0)")
    stopped = debugger.event("stopped")
    assert (stopped["reason"], stopped["text"]) == ("exception", "division by zero")
    assert debugger.place() == ("f", 2)
    assert debugger.variables("Locals")["x"]["value"] == "0"
    assert debugger.get("exceptionInfo", threadId=1)["exceptionId"] == "E043"
    assert finish(debugger, request)["ename"] == "E043"


LOOP = "var total = 0\nfor i in 1...3 {\n  total += i\n}\ntotal"


def test_steps_come_back_to_the_header_of_a_loop(debugger):
    request = hold(debugger, LOOP, 1)
    lines = []
    for _ in range(8):
        assert debugger.go("next")["reason"] == "step"
        lines.append(debugger.place()[1])
    assert lines == [2, 3, 2, 3, 2, 3, 2, 5]
    assert finish(debugger, request)["status"] == "ok"


def test_a_breakpoint_at_a_loop_stops_each_time_round(debugger):
    request = hold(debugger, LOOP, 2)
    totals = [debugger.variables("Globals")["total"]["value"]]
    for _ in range(3):
        assert debugger.go("continue")["reason"] == "breakpoint"
        assert debugger.place()[1] == 2
        totals.append(debugger.variables("Globals")["total"]["value"])
    assert totals == ["0", "1", "3", "6"]
    assert finish(debugger, request)["status"] == "ok"


def test_a_condition_picks_a_pass_of_a_loop(debugger):
    debugger.stop_at("while total < 9 {\n  total += 1\n}", 1, condition="total == 8")
    debugger.client.run("var total = 0")
    request = debugger.client.send_cell("while total < 9 {\n  total += 1\n}")
    debugger.event("stopped")
    assert debugger.variables("Globals")["total"]["value"] == "8"
    assert finish(debugger, request)["status"] == "ok"


def test_a_step_goes_into_a_file_that_was_imported(debugger, tmp_path):
    (tmp_path / "shared.mlp").write_text("func twice(x) {\n  return 2 * x\n}\n")
    request = hold(debugger, 'import("shared.mlp")\nlet four = twice(2)', 2)
    debugger.go("stepIn")
    frame = debugger.frames()[0]
    assert (frame["name"], frame["line"]) == ("twice", 2)
    content = debugger.get("source", source={"path": frame["source"]["path"]})["content"]
    assert content == (tmp_path / "shared.mlp").read_text()
    assert finish(debugger, request)["status"] == "ok"


def test_values_are_told_while_a_network_trains(debugger):
    client = debugger.client
    client.run("let seen = 7")
    request = client.send_cell("print(1)\ntrain(mlp(4, 3), on: iris(), epochs: 100000000)")
    client.find("iopub", lambda message: message.type == "stream")
    names = {variable["name"] for variable in debugger.get("inspectVariables")["variables"]}
    assert "seen" in names
    debugger.get("pause", threadId=1)
    client.ask("interrupt_request", channel="control")
    assert client.reply(request).content["ename"] == "Interrupted"


def test_an_interrupt_ends_a_cell_that_is_held_up(debugger):
    request = hold(debugger, "let a = 1\nlet b = 2", 2)
    begin = time.monotonic()
    debugger.client.ask("interrupt_request", channel="control")
    assert debugger.client.reply(request).content["ename"] == "Interrupted"
    assert time.monotonic() - begin < 5
    assert debugger.event("continued")["threadId"] == 1
    assert debugger.client.run("1 + 1").content["status"] == "ok"


def test_a_kernel_ends_and_starts_again_while_a_cell_is_held_up(manager, debugger):
    hold(debugger, "let a = 1\nlet b = 2", 2)
    before = debugger.get("debugInfo")["tmpFilePrefix"]
    process = manager.provisioner.process
    manager.restart_kernel()
    assert process.poll() is not None
    again = connect(manager)
    info = again.get("debugInfo")
    assert info["tmpFilePrefix"] != before and info["stoppedThreads"] == []
    request = hold(again, "let a = 1\nlet b = 2", 2)
    assert finish(again, request)["status"] == "ok"
    again.client.close()


def test_a_function_runs_as_before_when_the_debugger_has_gone(debugger):
    client = debugger.client
    client.run("func f(n) {\n  return n < 2 ? n : f(n - 1) + f(n - 2)\n}")
    debugger.stop_at("f(15)", 1, condition="false")
    assert client.run("f(15)").content["status"] == "ok"
    debugger.disconnect()
    assert client.run("f(15)").all("execute_result")[0]["data"]["text/plain"] == "610"


def make_subshell(client) -> str:
    return client.ask("create_subshell_request", channel="control").content["subshell_id"]


def send_to(client, subshell, code) -> str:
    return client.send("execute_request", execute(code), subshell_id=subshell)


def test_a_subshell_answers_while_a_cell_is_held_up(debugger):
    client = debugger.client
    subshell = make_subshell(client)
    request = hold(debugger, "var n = 1\nfunc f() {\n  n += 1\n  return n\n}\nf()", 4)
    turn = client.ask("execute_request", {"code": "n += 10; n"}, subshell_id=subshell)
    assert turn.all("execute_result")[0]["data"]["text/plain"] == "12"
    assert debugger.variables("Globals")["n"]["value"] == "12"
    assert finish(debugger, request)["status"] == "ok"
    assert client.find("iopub", lambda message: message.type == "execute_result").content["data"]["text/plain"] == "12"


def test_a_cell_of_a_subshell_is_held_up_and_stepped_through_while_the_main_shell_runs(debugger):
    client = debugger.client
    subshell = make_subshell(client)
    assert debugger.get("threads")["threads"] == [
        {"id": 1, "name": "cells"}, {"id": 2, "name": f"subshell-{subshell}"},
    ]
    client.run("func f(x) {\n  let y = x + 1\n  return y\n}")
    code = "var a = 1\na = f(a)\na"
    debugger.stop_at(code, 2)
    main = client.send_cell('print("on")\nwhile true {}')
    client.find("iopub", lambda message: message.type == "stream")
    request = send_to(client, subshell, code)
    stopped = debugger.event("stopped")
    assert (stopped["reason"], stopped["threadId"]) == ("breakpoint", 2)
    assert debugger.get("debugInfo")["stoppedThreads"] == [2]
    assert debugger.place(2)[1] == 2 and debugger.frames(1) == []
    assert debugger.go("stepIn", 2)["threadId"] == 2
    assert debugger.place(2) == ("f", 2)
    debugger.go("next", 2)
    assert debugger.variables("Locals", thread=2)["y"]["value"] == "2"
    debugger.go("stepOut", 2)
    assert debugger.place(2)[1] == 3
    debugger.get("continue", threadId=2)
    assert client.reply(request).content["status"] == "ok"
    client.ask("interrupt_request", channel="control")
    assert client.reply(main).content["ename"] == "Interrupted"


def test_two_shells_are_held_up_at_one_breakpoint(debugger):
    client = debugger.client
    subshell = make_subshell(client)
    definition = "func f(x) {\n  return x\n}"
    client.run(definition)
    debugger.stop_at(definition, 2)
    requests = [client.send_cell("f(10)")]
    assert debugger.event("stopped")["threadId"] == 1
    requests.append(send_to(client, subshell, "f(20)"))
    assert debugger.event("stopped")["threadId"] == 2
    assert [debugger.variables("Locals", thread=thread)["x"]["value"] for thread in (1, 2)] == ["10", "20"]
    debugger.get("continue", threadId=2, singleThread=True)
    assert client.reply(requests[1]).content["status"] == "ok"
    assert debugger.get("debugInfo")["stoppedThreads"] == [1]
    debugger.get("continue", threadId=1)
    assert client.reply(requests[0]).content["status"] == "ok"


@pytest.mark.parametrize("shell", ["main shell", "subshell"])
def test_a_function_is_held_up_when_a_control_calls_it(debugger, shell):
    client = debugger.client
    subshell = make_subshell(client) if shell == "subshell" else None
    thread = 2 if subshell else 1
    code = "interact(k: 1...9) { k in\n  let twice = 2 * k\n  print(twice)\n}"
    slider = client.run(code).control("k")
    debugger.stop_at(code, 3)
    move = client.change(slider, subshell, value=8)
    assert debugger.event("stopped")["threadId"] == thread
    assert debugger.place(thread) == ("closure", 3)
    values = {name: value["value"] for name, value in debugger.variables("Locals", thread=thread).items()}
    assert values == {"k": "8", "twice": "16"}
    debugger.get("continue", threadId=thread)
    published = client.published(move)
    outputs = [message.content["data"]["state"].get("outputs") for message in published if message.type == "comm_msg"]
    assert outputs[-1] == [{"output_type": "stream", "name": "stdout", "text": "16\n"}]
