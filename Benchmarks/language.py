"""A scalar loop and a recursive function against CPython."""

import pathlib
import subprocess
import sys
import tempfile

from turns import medians, table

BINARY = pathlib.Path(__file__).parent.parent / ".build/release/mlp-swift"
CASES = {
    "fib(25), recursive": (
        "func fib(n) {\n  if n < 2 { return n }\n  return fib(n - 1) + fib(n - 2)\n}\n"
        "measured { fib(25) }",
        "def fib(n):\n  if n < 2: return n\n  return fib(n - 1) + fib(n - 2)\nmeasured(lambda: fib(25))",
    ),
    "a sum over 10⁶ integers": (
        "func work() {\n  var s = 0\n  for i in 0..<1000000 { s += i * 2 }\n  return s\n}\nmeasured(work)",
        "def work():\n  s = 0\n  for i in range(1000000): s += i * 2\n  return s\nmeasured(work)",
    ),
    "10⁶ turns of a while": (
        "func work() {\n  var x = 0.0\n  var i = 0\n  while i < 1000000 {\n    x = x + 0.5 * i\n    i += 1\n  }\n  return x\n}\n"
        "measured(work)",
        "def work():\n  x = 0.0\n  i = 0\n  while i < 1000000:\n    x = x + 0.5 * i\n    i += 1\n  return x\nmeasured(work)",
    ),
}
OURS = "func measured(f) {\n  let start = clock()\n  f()\n  print((clock() - start) * 1000)\n}\n"
THEIRS = (
    "import time\ndef measured(f):\n  start = time.perf_counter()\n  f()\n"
    "  print((time.perf_counter() - start) * 1000)\n"
)


def run(command: list, text: str, suffix: str):
    def measure() -> float:
        with tempfile.NamedTemporaryFile("w", suffix=suffix) as file:
            file.write(text)
            file.flush()
            return float(subprocess.run([*command, file.name], capture_output=True, text=True, check=True).stdout)

    return measure


def main() -> None:
    rows = []
    for name, (ours, theirs) in CASES.items():
        contenders = {
            "mlp-swift": run([BINARY, "run"], OURS + ours, ".mlp"),
            "CPython": run([sys.executable], THEIRS + theirs, ".py"),
        }
        rows.append((name, medians(contenders)))
    table(f"The language, beside Python {sys.version.split()[0]}", "ms", rows, "mlp-swift")


main()
