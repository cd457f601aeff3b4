"""What is answered while a cell runs, and how a kernel ends."""

import os
import time

import pytest

from conformance.client import Client


def run_forever(client, dialect):
    request = client.send_cell(dialect.printing.format("running") + "\n" + dialect.forever.format(dialect.no_value))
    client.find("iopub", lambda message: message.type == "stream" and message.parent["msg_id"] == request)
    return request


def test_control_and_heartbeat_are_answered_while_a_cell_runs(client, dialect, shared):
    request = run_forever(client, dialect)
    begin = time.monotonic()
    assert client.is_alive()
    assert client.ask("kernel_info_request", channel="control").content["status"] == "ok"
    assert time.monotonic() - begin < 5
    shared.interrupt(client)
    reply = client.reply(request).content
    assert reply["status"] == "error" and "nterrupt" in reply["ename"]
    assert client.run(dialect.value[0]).content["status"] == "ok"


@pytest.mark.parametrize(
    "kind, content",
    {
        "execute": {"code": "1 + 1"},
        "complete": {"code": "prin", "cursor_pos": 4},
        "inspect": {"code": "print", "cursor_pos": 5, "detail_level": 0},
        "is_complete": {"code": "1"},
        "history": {"hist_access_type": "tail", "n": 1, "output": False, "raw": True},
        "comm_info": {},
        "connect": {},
        "kernel_info": {},
    }.items(),
)
def test_control_answers_what_shell_answers(client, kind, content):
    turn = client.ask(f"{kind}_request", content, channel="control")
    assert turn.reply.type == f"{kind}_reply"
    assert turn.content["status"] in ("ok", "complete")
    assert all(message.parent == turn.reply.parent for message in turn.published)


def test_an_interrupt_takes_what_is_queued_with_it(client, dialect, shared):
    request = run_forever(client, dialect)
    queued = client.send_cell(dialect.value[0])
    shared.interrupt(client)
    assert client.reply(request).content["status"] == "error"
    assert client.reply(queued).content["status"] in ("error", "aborted")


def test_an_interrupt_of_nothing_is_answered(client, dialect):
    assert client.ask("interrupt_request", channel="control").content["status"] == "ok"
    assert client.run(dialect.value[0]).content["status"] == "ok"


def test_usage_is_told(client, shared, needs):
    needs("usage")
    content = client.ask("usage_request", channel="control").content
    assert content["pid"] == shared.process.pid
    assert content["hostname"] == os.uname().nodename
    assert content["cpu_count"] == os.cpu_count()
    assert content["kernel_memory"] > 1e6 and content["kernel_cpu"] >= 0
    memory = content["host_virtual_memory"]
    assert memory["total"] > memory["available"] > 0 and 0 < memory["percent"] < 100
    assert {"used", "free", "active", "inactive", "buffers", "cached", "shared", "slab"} <= memory.keys()


@pytest.mark.parametrize("channel", ["control", "shell"])
@pytest.mark.parametrize("restart", [False, True])
def test_a_shutdown_is_answered_told_to_all_and_done(start, needs, channel, restart):
    if channel == "shell":
        # ipykernel 7 hands the reply to its shell channel thread and stops that thread's loop at once: if both
        # come in one turn of the loop, the reply is lost.
        needs("shutdowns on shell answered")
    kernel = start()
    client = kernel.connect()
    request = client.send("shutdown_request", {"restart": restart}, channel)
    assert client.reply(request, channel).content == {"status": "ok", "restart": restart}
    told = client.find("iopub", lambda message: message.type == "shutdown_reply")
    assert told.content["restart"] is restart
    end = time.monotonic() + 10
    while kernel.process.poll() is None and time.monotonic() < end:
        time.sleep(0.005)
    assert kernel.process.poll() is not None, "the process goes on"


def test_starting_is_said_once_and_before_anything_else(start, needs):
    needs("starting")  # ipykernel says it before anyone can have subscribed.
    client = Client(start().connection)
    first = client.find("iopub", lambda message: message.type == "status", timeout=60)
    assert first.state == "starting" and first.parent == {}
    client.close()
