"""`jupyter console` on a pseudo-terminal, as a person types."""

import os
import re
import sys
import time

import pexpect
import psutil
import pytest

from session import KERNEL

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07]*\x07|\x1b[@-Z\\-_=>]")


class Console:
    """A terminal that is read as text, without colours and cursor movements."""

    def __init__(self):
        self.child = pexpect.spawn(
            sys.executable, ["-m", "jupyter_console", "--kernel", KERNEL],
            env={**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONUNBUFFERED": "1"},
            encoding="utf-8", dimensions=(50, 120),
        )
        self.raw = ""

    def wait_for(self, pattern: str, timeout: float = 60) -> str:
        """All text up to the first match of `pattern`, which is then used up."""
        deadline = time.monotonic() + timeout
        while True:
            text = ESCAPES.sub("", self.raw)
            if match := re.search(pattern, text):
                self.raw = text[match.end() :]
                return text[: match.end()]
            try:
                self.raw += self.child.read_nonblocking(65536, timeout=max(0.01, deadline - time.monotonic()))
            except (pexpect.TIMEOUT, pexpect.EOF) as error:
                pytest.fail(f"{type(error).__name__} while waiting for {pattern!r}. The terminal shows:\n{text}")

    def run(self, number: int, code: str) -> str:
        """Types a cell at its prompt, and returns what is shown up to the next prompt."""
        self.wait_for(rf"In \[{number}\]: ")
        self.child.send(code + "\r")
        return self.wait_for(rf"(?s)\n.*(?=In \[{number + 1}\]: )")


@pytest.fixture
def console(binary):
    console = Console()
    yield console
    console.child.close(force=True)


def test_a_value_an_error_and_a_plot(console):
    value = console.run(1, "6 * 7")
    assert re.search(r"Out\[1\]:\s+42", value)

    error = console.run(2, "let total = 1 + undefinedName")
    lines = [line.rstrip() for line in error.splitlines()]
    quoted = next(index for index, line in enumerate(lines) if "1 + undefinedName" in line and "In [" not in line)
    column = lines[quoted].index("undefinedName")
    carets = next((line for line in lines[quoted + 1 :] if "^" in line), "")
    assert carets.find("^") == column, f"the caret stands elsewhere:\n{error}"

    plot = console.run(3, "plot([1, 4, 9, 16])")
    drawn = [line for line in plot.splitlines() if re.search("[\u2500-\u259f\u2800-\u28ff]", line)]
    assert len(drawn) >= 5, f"this is no picture:\n{plot}"
    assert "16" in plot, f"the axis lacks its numbers:\n{plot}"

    still_there = console.run(4, "print(1 + 1)")
    assert re.search(r"^2\s*$", still_there, flags=re.MULTILINE)


def test_controls_are_shown_as_what_their_first_values_give(console):
    shown = console.run(1, "interact(k: 1...9) { k in plot([k, 2 * k, 3 * k]) }")
    assert "14" in shown and len([line for line in shown.splitlines() if re.search("[\u2800-\u28ff]", line)]) >= 5, shown


@pytest.mark.parametrize("word", ["exit", "quit()"])
def test_a_word_ends_it_and_its_kernel(console, word):
    console.run(1, "6 * 7")
    [kernel] = psutil.Process(console.child.pid).children(recursive=True)
    console.wait_for(r"In \[2\]: ")
    console.child.send(word + "\r")
    console.child.expect(pexpect.EOF, timeout=60)
    kernel.wait(timeout=60)


def test_a_word_that_the_cells_have_defined_does_not_end_it(console):
    console.run(1, "let exit = 6 * 7")
    assert re.search(r"Out\[2\]:\s+42", console.run(2, "exit"))
