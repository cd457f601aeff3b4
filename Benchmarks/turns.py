"""Measuring by turns: each contender runs once a round, so that noise meets all alike."""

import statistics
import time
from collections.abc import Callable


def medians(contenders: dict[str, Callable[[], float]], rounds: int = 5) -> dict[str, float]:
    """The median of what each contender measures, over some rounds after one that is not counted."""
    results: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(rounds + 1):
        for name, measure in contenders.items():
            value = measure()
            if turn > 0:
                results[name].append(value)
    return {name: statistics.median(values) for name, values in results.items()}


def microseconds_a_step(step: Callable[[], object], steps: int) -> Callable[[], float]:
    """Measures a step of a peer in this process, over some of them after one that is not counted."""
    step()

    def measure() -> float:
        begin = time.perf_counter()
        for _ in range(steps):
            step()
        return (time.perf_counter() - begin) / steps * 1e6

    return measure


def table(title: str, unit: str, rows: list[tuple[str, dict[str, float]]], ours: str) -> None:
    """Prints a row for each case: our figure, and each peer's with its ratio to ours."""
    peers = list(dict.fromkeys(name for _, row in rows for name in row if name != ours))
    print(f"\n{title} ({unit}; in brackets how many times as much as ours)")
    print(f"{'':28}{ours:>12}" + "".join(f"{peer:>24}" for peer in peers))
    for case, row in rows:
        line = f"{case:28}{row[ours]:12.4g}"
        for peer in peers:
            cell = f"{row[peer]:.4g} ({row[peer] / row[ours]:.2f}×)" if peer in row else "–"
            line += f"{cell:>24}"
        print(line)
