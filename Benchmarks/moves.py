"""How soon a figure follows the move of a slider, for each kind of figure.

    .venv-bench/bin/python Benchmarks/moves.py [moves] [words of the names of what to measure]

A move is timed from the front end's message to the end of the kernel's answer, with which the new figure has come. The
next one follows at once, as fast as no hand moves.
"""

import pathlib
import statistics
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "Tests/Jupyter"))

from conformance.client import Client  # noqa: E402
from robustness.kernel import Kernel  # noqa: E402

BINARY = ROOT / ".build/release/mlp-swift"
LIMIT = 50
"""Milliseconds that were promised."""

SETUP = """
let data = moons(200)
let net = mlp(2, 16, 16, 2)
let x = randn(500)
let y = randn(500)
"""
FIGURES = {
    "a number": "k ** 2",
    "a line": "plot({ x in sin(k * x) }, on: 0...6)",
    "points": "scatter(x, y + k)",
    "bars": "bar([k, 2, 3, 4, 5])",
    "a histogram": "histogram(x + k)",
    "a heat map": "heatmap({ x, y in sin(k * x) * y })",
    "level lines": "contour({ x, y in sin(k * x) * cos(y) }, x: -3...3, y: -3...3)",
    "a surface": "surface({ x, y in sin(k * x) * cos(y) }, x: -3...3, y: -3...3)",
    "a vector field": "vectorField({ x, y in [-y, k * x] }, x: -3...3, y: -3...3)",
    "a decision boundary": "decisionBoundary(net, on: data)",
    "exact pieces": "plot(pieces(sawtooth(k), on: 0...1))",
    "linear regions": "regions(mlp(2, 8, 8, 1), in: [-3...3, -3...3])",
    "four panels": "panels([1, 2, 3, 4].map { i in plot({ x in sin(i * k * x) }, on: 0...6) })",
}


def moves(client: Client, figure: str, count: int) -> list[float]:
    """Milliseconds of each move, after one that is not counted."""
    turn = client.run(f"interact(k: 1...10) {{ k in {figure} }}")
    assert turn.content["status"] == "ok", turn.content
    slider = turn.control("k")
    durations = []
    for move in range(1, count + 2):
        begin = time.perf_counter()
        client.published(client.change(slider, value=move % 10 + 1))
        durations.append((time.perf_counter() - begin) * 1000)
    return durations[1:]


def main(count: int, words: str) -> None:
    print(f"\nFrom the move of a slider to the new figure, {count} moves each (ms: median, longest)")
    late = 0
    with tempfile.TemporaryDirectory() as folder:
        kernel = Kernel(BINARY, pathlib.Path(folder))
        client = kernel.connect()
        assert client.ask("execute_request", {"code": SETUP}).content["status"] == "ok"
        for name, figure in FIGURES.items():
            if words not in name:
                continue
            durations = moves(client, figure, count)
            late += max(durations) > LIMIT
            print(f"{name:28}{f'{statistics.median(durations):.1f}, {max(durations):.1f}':>24}", flush=True)
        kernel.stop()
    print(f"all within {LIMIT} ms" if late == 0 else f"{late} longer than the {LIMIT} ms that were promised")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40, " ".join(sys.argv[2:]))
