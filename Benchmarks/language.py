"""Loops, calls and lists, as students write them, against CPython."""

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
    "the same outside a function": (
        "let start = clock()\nvar s = 0\nfor i in 0..<1000000 { s += i * 2 }\nprint((clock() - start) * 1000)",
        "start = time.perf_counter()\ns = 0\nfor i in range(1000000): s += i * 2\n"
        "print((time.perf_counter() - start) * 1000)",
    ),
    "10⁶ turns of a while": (
        "func work() {\n  var x = 0.0\n  var i = 0\n  while i < 1000000 {\n    x = x + 0.5 * i\n    i += 1\n  }\n  return x\n}\n"
        "measured(work)",
        "def work():\n  x = 0.0\n  i = 0\n  while i < 1000000:\n    x = x + 0.5 * i\n    i += 1\n  return x\nmeasured(work)",
    ),
    "primes below 20,000": (
        "func isPrime(n) {\n  if n < 2 { return false }\n  var d = 2\n  while d * d <= n {\n"
        "    if n % d == 0 { return false }\n    d += 1\n  }\n  return true\n}\n"
        "func work() {\n  var c = 0\n  for n in 0..<20000 { if isPrime(n) { c += 1 } }\n  return c\n}\nmeasured(work)",
        "def isPrime(n):\n  if n < 2: return False\n  d = 2\n  while d * d <= n:\n"
        "    if n % d == 0: return False\n    d += 1\n  return True\n"
        "def work():\n  c = 0\n  for n in range(20000):\n    if isPrime(n): c += 1\n  return c\nmeasured(work)",
    ),
    "50×50 matrices as lists": (
        "func product(a, b, n) {\n  var c = (0..<n).map { i in (0..<n).map { j in 0.0 } }\n"
        "  for i in 0..<n {\n    for j in 0..<n {\n      var s = 0.0\n"
        "      for k in 0..<n { s += a[i][k] * b[k][j] }\n      c[i][j] = s\n    }\n  }\n  return c\n}\n"
        "let a = (0..<50).map { i in (0..<50).map { j in i + 0.5 * j } }\nmeasured { product(a, a, 50) }",
        "def product(a, b, n):\n  c = [[0.0 for j in range(n)] for i in range(n)]\n"
        "  for i in range(n):\n    for j in range(n):\n      s = 0.0\n"
        "      for k in range(n): s += a[i][k] * b[k][j]\n      c[i][j] = s\n  return c\n"
        "a = [[i + 0.5 * j for j in range(50)] for i in range(50)]\nmeasured(lambda: product(a, a, 50))",
    ),
    "300,000 times append": (
        "func work() {\n  var xs = []\n  for i in 0..<300000 { xs.append(i * i) }\n  return xs\n}\nmeasured(work)",
        "def work():\n  xs = []\n  for i in range(300000): xs.append(i * i)\n  return xs\nmeasured(work)",
    ),
    "a closure in map": (
        "func work() = (0..<300000).map { $0 * 2 + 1 }\nmeasured(work)",
        "def work(): return list(map(lambda x: x * 2 + 1, range(300000)))\nmeasured(work)",
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
