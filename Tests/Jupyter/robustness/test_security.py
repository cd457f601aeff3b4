"""Who may speak with a kernel, and what it tells of itself."""

import json
import os

import psutil
import pytest

from conformance.client import Client, execute
from robustness.kernel import eventually


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644])
def test_a_connection_file_that_others_may_read_is_complained_of(start, mode):
    kernel = start(mode=mode)
    kernel.connect()
    assert kernel.logged("other users may read it (chmod 600 prevents that)")


def test_a_connection_file_that_only_its_owner_may_read_is_not(kernel, client):
    assert client.run("6 * 7").content["status"] == "ok"
    assert kernel.log == []


def test_without_a_key_nothing_is_signed_and_signatures_are_not_looked_at(start):
    kernel = start(key=b"")
    client = kernel.connect()
    turn = client.run("6 * 7")
    assert turn.reply.signature == b"" and turn.content["status"] == "ok"
    request, frames = client.frames("kernel_info_request")
    frames[1] = b"whatever"
    client.sockets["shell"].send_multipart(frames)
    assert client.reply(request).content["status"] == "ok"


def test_with_a_key_an_unsigned_message_is_not_heard(kernel, client):
    stranger = Client({**kernel.connection, "key": ""})
    for channel in ("shell", "control", "stdin"):
        stranger.send("execute_request", execute('print("let in")'), channel)
    assert kernel.logged("dropped a message on control: wrong signature")
    assert client.run("6 * 7").content["execution_count"] == 2
    assert not stranger.sockets["shell"].poll(0) and not stranger.sockets["control"].poll(0)
    stranger.close()


def test_the_key_is_told_nowhere(kernel, client):
    key = kernel.connection["key"]
    client.sockets["shell"].send_multipart([b"x", key.encode()])
    client.run(f"// {key}\nundefinedName")
    client.send("teapot_request", {"key": key})
    kernel.process.terminate()
    assert kernel.ends() and kernel.log
    assert not any(key in line for line in kernel.log)


def test_it_listens_where_the_file_says_and_nowhere_else(kernel, client):
    listening = {
        (connection.laddr.ip.removeprefix("::ffff:"), connection.laddr.port)  # IPv4 on a socket that can do IPv6 too.
        for connection in psutil.Process(kernel.process.pid).net_connections()
        if connection.status == psutil.CONN_LISTEN
    }
    ports = ["shell_port", "control_port", "stdin_port", "iopub_port", "hb_port"]
    assert listening == {(kernel.connection["ip"], kernel.connection[port]) for port in ports}


@pytest.mark.parametrize("path", ["../secret.csv", "/etc/passwd", "inside/../../secret.csv", "link.csv"])
def test_no_cell_reads_outside_of_the_notebooks_folder(kernel, client, path):
    (kernel.folder.parent / "secret.csv").write_text("x,y\n1,2\n")
    (kernel.folder / "inside").mkdir()
    (kernel.folder / "link.csv").symlink_to(kernel.folder.parent / "secret.csv")
    reply = client.run(f'loadCSV("{path}", target: "y")').content
    assert reply["status"] == "error" and reply["ename"] == "E053", reply


@pytest.mark.parametrize(
    "code",
    [
        'import("{}")',
        'load("{}")',
        'loadCSV("{}", target: "y")',
        'loadNPY("{}")',
        'loadNPZ("{}")',
        'save(mlp(1, 1), "{}")',
        'save(plot([1, 2]), "{}.svg")',
        'saveCSV(iris(), "{}")',
        'saveNPY(ones(2), "{}")',
        'saveNPZ(["x": ones(2)], "{}")',
    ],
)
def test_nothing_that_names_a_file_leaves_the_notebooks_folder(kernel, client, code):
    outside = kernel.folder.parent / "outside"
    outside.mkdir()
    (kernel.folder / "link").symlink_to(outside)
    paths = [str(outside / "file"), "../outside/file", "link/file", "/proc/self/environ"]
    replies = [client.run(code.replace("{}", path)).content for path in paths]
    assert {reply.get("ename") for reply in replies} == {"E053"}, replies
    assert not list(outside.iterdir())


def test_no_cell_starts_a_program_by_what_it_draws(kernel, client):
    code = 'plot([1, 2], title: "`touch made`", xLabel: "$(touch made)", yLabel: "\'; system(\\"touch made\\"); \'")'
    assert client.run(code).content["status"] == "ok"
    assert not (kernel.folder / "made").exists()
