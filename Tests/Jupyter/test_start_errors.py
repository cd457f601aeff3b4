"""What goes wrong outside of a notebook is answered in words: no crash, no silence."""

import json
import os
import socket
import subprocess

import pytest


def connection(**changes) -> dict:
    """A connection file's content with ports that are free now."""
    ports = {}
    # All five are held at once, for a port that is free again could be given a second time.
    listeners = [socket.create_server(("127.0.0.1", 0)) for _ in range(5)]
    for name, listener in zip(["shell", "control", "stdin", "iopub", "hb"], listeners):
        ports[f"{name}_port"] = listener.getsockname()[1]
        listener.close()
    fixed = {"transport": "tcp", "ip": "127.0.0.1", "key": "secret", "signature_scheme": "hmac-sha256"}
    return {**fixed, **ports, **changes}


def assert_refused(result, *words):
    assert result.returncode not in (0, None), f"it should have failed: {result.stdout}{result.stderr}"
    assert "Fatal error" not in result.stderr and "Stack dump" not in result.stderr, result.stderr
    for word in words:
        assert str(word) in result.stderr, f"{word!r} is missing in: {result.stderr}"


class TestConnectionFile:
    def test_missing(self, command):
        assert_refused(command("kernel", "-f", "nowhere.json"), "nowhere.json")

    @pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"ip": "127.0.0.1"}', "\x00\x01", "[" * 100_000])
    def test_unreadable(self, command, tmp_path, content):
        (tmp_path / "connection.json").write_text(content)
        assert_refused(command("kernel", "-f", "connection.json"), "connection.json")

    @pytest.mark.parametrize(
        "field, value",
        [
            ("shell_port", "many"),
            ("shell_port", 70_000),
            ("transport", "pigeon"),
            ("signature_scheme", "hmac-md5"),
            ("key", 7),
            ("ip", "not an address"),
        ],
    )
    def test_wrong_value(self, command, tmp_path, field, value):
        (tmp_path / "connection.json").write_text(json.dumps(connection(**{field: value})))
        result = command("kernel", "-f", "connection.json")
        assert_refused(result)
        assert field in result.stderr or str(value) in result.stderr, result.stderr

    def test_a_folder(self, command, tmp_path):
        assert_refused(command("kernel", "-f", tmp_path), tmp_path)


def test_port_in_use(command, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        (tmp_path / "connection.json").write_text(json.dumps(connection(iopub_port=port)))
        assert_refused(command("kernel", "-f", "connection.json"), port, "in use")


def test_without_gnuplot(session, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    kernel = session(PATH=str(empty))
    outcome = kernel.run("plot([1, 2, 3])")
    assert "gnuplot-nox" in outcome.text, "the message should name the package to install: " + outcome.text
    assert kernel.run("1 + 1").result == "2"


class TestCSV:
    @pytest.fixture
    def refusal(self, session, tmp_path):
        """Loads a file of this content (none if `None`), and returns the error's text."""

        def load(content: bytes | None) -> str:
            if content is not None:
                (tmp_path / "data.csv").write_bytes(content)
            kernel = session()
            outcome = kernel.run('let data = loadCSV("data.csv", target: "y")')
            assert outcome.status == "error", "it should have failed: " + outcome.text
            assert kernel.run("1 + 1").result == "2"
            return outcome.reply["evalue"] + outcome.text

        return load

    def test_missing(self, refusal):
        assert "data.csv" in refusal(None)

    def test_empty(self, refusal):
        assert "data.csv" in refusal(b"")

    def test_not_text(self, refusal):
        assert "data.csv" in refusal(bytes(range(256)))

    def test_no_such_column(self, refusal):
        text = refusal(b"a,b\n1,2\n")
        assert "y" in text and "a" in text and "b" in text

    def test_a_short_row_is_named(self, refusal):
        text = refusal(b"x,y\n1,2\n3\n")
        assert "data.csv" in text and "3" in text

    def test_a_folder(self, refusal, tmp_path):
        (tmp_path / "data.csv").mkdir()
        assert "data.csv" in refusal(None)

    @pytest.mark.skipif(os.getuid() == 0, reason="root may read every file")
    def test_no_permission(self, refusal, tmp_path):
        (tmp_path / "data.csv").touch(mode=0o000)
        assert "data.csv" in refusal(None)


class TestScript:
    def test_missing(self, command):
        assert_refused(command("run", "nowhere.mlp"), "nowhere.mlp")

    def test_a_mistake_is_shown_with_its_line_and_caret(self, command, tmp_path):
        (tmp_path / "script.mlp").write_text("let a = 1\nprint(a)\nlet b = a + undefinedName\n")
        assert_refused(command("run", "script.mlp"), "undefinedName", "^", "3")

    def test_a_script_runs(self, command, tmp_path):
        (tmp_path / "script.mlp").write_text('print("hello")\nlet x = 6\nprint(x * 7)\n')
        result = command("run", "script.mlp")
        assert (result.returncode, result.stdout, result.stderr) == (0, "hello\n42\n", "")

    def test_a_question_behind_the_end_of_the_input(self, command, tmp_path):
        (tmp_path / "script.mlp").write_text('print("hi \\(input("name? "))")\nprint(input("age? "))\n')
        result = command("run", "script.mlp", stdin="Ada\n")
        assert (result.returncode, result.stdout) == (1, "name? hi Ada\nage? ")
        assert "standard input ends before this question is answered" in result.stderr

    @pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")
    def test_output_that_cannot_be_written(self, binary, tmp_path):
        (tmp_path / "script.mlp").write_text('print("hello")\n')
        with open("/dev/full", "w") as full:
            result = subprocess.run(
                [binary, "run", "script.mlp"], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, timeout=20
            )
        assert result.returncode == 1
        assert "the output could not be written" in result.stderr
