"""The debugger: cells are held up at breakpoints, looked into, and go on."""

import pytest

from conformance.debugger import Debugger, murmur2


@pytest.fixture
def debugger(start, needs):
    """A debugger that is attached to a kernel of the test's own."""
    needs("debugger")
    debugger = Debugger(start().connect())
    debugger.attach()
    return debugger


def test_a_debugger_says_what_it_can(client, needs):
    needs("debugger")
    body = Debugger(client).get("debugInfo")
    assert not body["isStarted"] and body["stoppedThreads"] == [] and body["breakpoints"] == []
    assert {"hashMethod", "hashSeed", "tmpFilePrefix", "tmpFileSuffix", "richRendering", "exceptionPaths"} <= body.keys()


def test_a_cell_is_named_by_the_hash_of_its_text(debugger, dialect):
    info = debugger.get("debugInfo")
    assert info["isStarted"] and info["hashMethod"] == "Murmur2"
    for code in [dialect.debugged, "", "a", "ab", "abc", "σ = 'π'"]:
        path = debugger.get("dumpCell", code=code)["sourcePath"]
        assert path == f"{info['tmpFilePrefix']}{murmur2(code, info['hashSeed'])}{info['tmpFileSuffix']}"
        assert debugger.get("source", source={"path": path})["content"] == code
    assert not debugger.ask("source", source={"path": "/nowhere.txt"})["success"]


def test_a_breakpoint_moves_to_a_line_with_a_statement(debugger, dialect):
    set = debugger.stop_at(dialect.debugged, 2, 4)
    assert [breakpoint["verified"] for breakpoint in set] == [True, True]
    assert set[0]["line"] == 2 and set[1]["line"] != 4
    known = debugger.get("debugInfo")["breakpoints"]
    assert [point["line"] for point in known[0]["breakpoints"]] == [2, set[1]["line"]]
    assert known[0]["source"] == debugger.get("dumpCell", code=dialect.debugged)["sourcePath"]


def test_a_cell_stops_at_a_breakpoint_and_is_looked_into(debugger, dialect):
    debugger.stop_at(dialect.debugged, 2)
    request = debugger.client.send_cell(dialect.debugged)
    stopped = debugger.event("stopped")
    assert stopped["reason"] == "breakpoint" and stopped["threadId"] == 1
    assert 1 in debugger.get("debugInfo")["stoppedThreads"]

    frames = debugger.frames()
    assert [frame["line"] for frame in frames] == [2, 6]
    assert frames[0]["name"] == "f"
    assert frames[0]["source"]["path"] == debugger.get("dumpCell", code=dialect.debugged)["sourcePath"]
    x = debugger.variables("Locals")["x"]
    assert (x["value"], x["type"], x["variablesReference"]) == ("4", "int", 0)
    a = debugger.variables("Globals")["a"]
    inside = [value for value in debugger.inside(a).values() if value["type"] == "int"]
    assert inside[0]["value"] == "1"

    frame = frames[0]["id"]
    assert debugger.get("evaluate", expression="x * 10 + 2", frameId=frame, context="repl")["result"] == "42"
    wrong = debugger.ask("evaluate", expression="nowhere", frameId=frame, context="hover")
    assert not wrong["success"] and "nowhere" in wrong["message"]
    rich = debugger.get("richInspectVariables", variableName="x", frameId=frame)
    assert rich["data"]["text/plain"] == "4"

    debugger.get("continue", threadId=1)
    assert debugger.event("continued")["threadId"] == 1
    assert debugger.client.reply(request).content["status"] == "ok"
    # A busy ipykernel sends the end of the line apart.
    assert debugger.client.find("iopub", lambda message: message.type == "stream").content["text"] in ("5\n", "5")
    assert debugger.get("debugInfo")["stoppedThreads"] == []


def test_steps(debugger, dialect):
    debugger.stop_at(dialect.debugged, 6)
    request = debugger.client.send_cell(dialect.debugged)
    debugger.event("stopped")
    assert debugger.place()[1] == 6
    assert debugger.go("stepIn")["reason"] == "step"
    assert debugger.place() == ("f", 2)
    debugger.go("next")
    assert debugger.place() == ("f", 3)
    assert debugger.variables("Locals")["y"]["value"] == "5"
    debugger.go("stepOut")
    # In the middle of the statement with the call, or after it.
    assert debugger.place()[1] in (6, 7)
    debugger.get("continue", threadId=1)
    assert debugger.client.reply(request).content["status"] == "ok"


def test_steps_come_back_to_the_header_of_a_loop(debugger, dialect):
    debugger.stop_at(dialect.looped, 2)
    request = debugger.client.send_cell(dialect.looped)
    debugger.event("stopped")
    lines = []
    for _ in range(6):
        assert debugger.go("next")["reason"] == "step"
        lines.append(debugger.place()[1])
    assert lines[:5] == [3, 4, 3, 4, 3] and lines[5] > 4
    debugger.get("continue", threadId=1)
    assert debugger.client.reply(request).content["status"] == "ok"


def test_a_breakpoint_in_the_header_of_a_loop_stops_each_time_round(debugger, dialect):
    debugger.stop_at(dialect.looped, 3)
    request = debugger.client.send_cell(dialect.looped)
    debugger.event("stopped")
    passes = []
    for _ in range(2):
        assert debugger.go("continue")["reason"] == "breakpoint"
        passes.append((debugger.place()[1], debugger.variables("Locals")["i"]["value"]))
    # The variable of the loop is that of the pass which has ended.
    assert passes == [(3, "3"), (3, "4")]
    debugger.get("continue", threadId=1)
    assert debugger.client.reply(request).content["status"] == "ok"


def test_a_function_of_an_earlier_cell_stops(start, needs, dialect):
    needs("debugger")
    debugger = Debugger(start().connect())
    definition = "\n".join(dialect.debugged.splitlines()[:4])
    debugger.client.run(definition)
    debugger.attach()
    debugger.stop_at(definition, 3)
    request = debugger.client.send_cell("f(6)")
    assert debugger.event("stopped")["reason"] == "breakpoint"
    assert debugger.place() == ("f", 3)
    debugger.get("continue", threadId=1)
    assert debugger.client.reply(request).content["status"] == "ok"


def test_a_condition_decides(debugger, dialect):
    debugger.stop_at(dialect.debugged, 2, condition="x == 9")
    assert debugger.client.run(dialect.debugged).content["status"] == "ok"
    request = debugger.client.send_cell("f(9)")
    debugger.event("stopped")
    assert debugger.variables("Locals")["x"]["value"] == "9"
    debugger.get("continue", threadId=1)
    assert debugger.client.reply(request).content["status"] == "ok"


def test_the_names_of_the_notebook_are_listed_without_a_stop(debugger, dialect):
    debugger.client.run(dialect.debugged)
    found = {variable["name"]: variable for variable in debugger.get("inspectVariables")["variables"]}
    assert found["b"]["value"] == "5"
    assert any(value["value"] == "1" for value in debugger.inside(found["a"]).values())
    assert debugger.get("richInspectVariables", variableName="b")["data"]["text/plain"] == "5"


def test_a_local_becomes_a_name_of_the_notebook(debugger, dialect):
    debugger.stop_at(dialect.debugged, 3)
    request = debugger.client.send_cell(dialect.debugged)
    debugger.event("stopped")
    frame = debugger.frames()[0]["id"]
    debugger.get("copyToGlobals", srcVariableName="y", dstVariableName="kept", srcFrameId=frame)
    debugger.get("continue", threadId=1)
    debugger.client.reply(request)
    assert debugger.client.run("kept").all("execute_result")[0]["data"]["text/plain"] == "5"


def test_a_client_that_leaves_lets_the_cell_go_on(debugger, dialect):
    debugger.stop_at(dialect.debugged, 2)
    request = debugger.client.send_cell(dialect.debugged)
    debugger.event("stopped")
    debugger.disconnect()
    assert debugger.client.reply(request).content["status"] == "ok"
    assert not debugger.get("debugInfo")["isStarted"]
    assert debugger.client.run(dialect.debugged).content["status"] == "ok"
    debugger.attach()
    assert debugger.get("debugInfo")["breakpoints"] == []
