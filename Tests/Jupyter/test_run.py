"""`mlp-swift run` at a terminal."""

import resource
import signal
import subprocess
import termios

import pexpect
import pytest


@pytest.fixture
def script(binary, tmp_path):
    """Starts a script at a terminal of its own."""
    children = []

    def start(text):
        (tmp_path / "script.mlp").write_text(text)
        child = pexpect.spawn(str(binary), ["run", "script.mlp"], cwd=str(tmp_path), encoding="utf-8", timeout=60)
        children.append(child)
        return child

    yield start
    for child in children:
        child.close(force=True)


def shows_what_is_typed(child) -> bool:
    return bool(termios.tcgetattr(child.child_fd)[3] & termios.ECHO)


QUESTION = 'let a = input("secret? ", password: true)\nprint("it has", a.count, "letters")\nprint(input("name? "))'


def test_a_hidden_line_is_not_shown_and_the_next_is(script):
    child = script(QUESTION)
    child.expect_exact("secret? ")
    child.waitnoecho()
    child.sendline("abc")
    child.expect_exact("it has 3 letters")
    assert "abc" not in child.before
    child.expect_exact("name? ")
    assert shows_what_is_typed(child)
    child.sendline("Ada")
    child.expect(pexpect.EOF)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_at_a_hidden_line_leaves_a_terminal_that_shows_what_is_typed(script, number):
    child = script(QUESTION)
    child.expect_exact("secret? ")
    child.waitnoecho()
    if number == signal.SIGINT:
        child.sendintr()
    else:
        child.kill(number)
    child.wait()
    assert child.signalstatus == number
    assert shows_what_is_typed(child)


def test_functions_that_call_each_other_without_end_are_told_of_however_little_stack_there_is(binary, tmp_path):
    (tmp_path / "script.mlp").write_text("func f(n) { return 1 + f(n + 1) }\nf(0)\n")

    def run(gigabytes):
        def limit():
            if gigabytes:
                resource.setrlimit(resource.RLIMIT_AS, (gigabytes << 30, gigabytes << 30))

        return subprocess.run(
            [binary, "run", "script.mlp"], cwd=tmp_path, capture_output=True, text=True, timeout=60, preexec_fn=limit
        )

    for gigabytes in [None, 2, 1]:
        result = run(gigabytes)
        assert result.returncode == 1, (gigabytes, result.returncode, result.stderr)
        assert result.stderr.startswith("E0"), result.stderr
