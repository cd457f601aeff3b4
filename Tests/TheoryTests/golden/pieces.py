"""Writes pieces.json: small random networks of one input as exact piecewise linear functions.

Runs with Python alone: `python3 pieces.py` beside this file. It walks from left to right. At each place it knows every
unit as an affine function of x just right of there, and goes to the nearest place where one of them reaches a
breakpoint of its activation. (The library follows points layer by layer instead.)
"""

import json
import random
from fractions import Fraction as F
from pathlib import Path

# Breakpoints, and slope and offset of each piece.
ACTIVATIONS = {
    "ReLU": ([F(0)], [(F(0), F(0)), (F(1), F(0))]),
    "LeakyReLU": ([F(0)], [(F(1, 4), F(0)), (F(1), F(0))]),
    "HardTanh": ([F(-1), F(1)], [(F(0), F(-1)), (F(1), F(0)), (F(0), F(1))]),
    "HardSigmoid": ([F(-3), F(3)], [(F(0), F(0)), (F(1, 6), F(1, 2)), (F(0), F(1))]),
}


def linear(layer, forms):
    return [
        (sum(F(w) * s for w, (s, _) in zip(row, forms)),
         sum(F(w) * o for w, (_, o) in zip(row, forms)) + F(b))
        for row, b in zip(layer["weight"], layer["bias"])
    ]


def forms_right_of(case, x):
    """The output as (slope, offset) just right of x, and the nearest place further right where it may bend."""
    breakpoints, pieces = ACTIVATIONS[case["activation"]]
    nearest = None
    forms = [(F(1), F(0))]
    layers = case["layers"]
    for number, layer in enumerate(layers):
        entering = forms
        forms = linear(layer, forms)
        if number == len(layers) - 1:
            break
        bent = []
        for slope, offset in forms:
            value = slope * x + offset
            # A unit that sits on a breakpoint is on the side that it goes to.
            piece = sum(value > b or (value == b and slope > 0) for b in breakpoints)
            for b in breakpoints:
                if slope != 0 and (place := (b - offset) / slope) > x:
                    nearest = place if nearest is None else min(nearest, place)
            s, o = pieces[piece]
            bent.append((s * slope, s * offset + o))
        forms = bent
        if case["residual"] and 0 < number:
            forms = [(s + t, o + p) for (s, o), (t, p) in zip(forms, entering)]
    return forms[0], nearest


def knots(case):
    x, upper = F(case["lower"]), F(case["upper"])
    result, before = [], None
    while x < upper:
        (slope, offset), nearest = forms_right_of(case, x)
        if slope != before:
            result.append((x, slope * x + offset))
        before = slope
        x = upper if nearest is None else min(nearest, upper)
    return result + [(upper, slope * upper + offset)]


def value(graph, x):
    for (a, p), (b, q) in zip(graph, graph[1:]):
        if a <= x <= b:
            return p + (q - p) * (x - a) / (b - a)


def distances(f, g):
    """The integral of |f - g| and its largest value."""
    xs = sorted({x for x, _ in f} | {x for x, _ in g})
    gaps = [(x, value(f, x) - value(g, x)) for x in xs]
    parts = [gaps[0]]
    for (a, p), (b, q) in zip(gaps, gaps[1:]):
        if p * q < 0:
            parts.append((a - p * (b - a) / (q - p), F(0)))
        parts.append((b, q))
    area = sum((abs(p) + abs(q)) * (b - a) / 2 for (a, p), (b, q) in zip(parts, parts[1:]))
    return area, max(abs(p) for _, p in gaps)


def network(rng, widths, bits, activation, residual):
    number = lambda: rng.randint(-2 << bits, 2 << bits) / (1 << bits)
    return {
        "activation": activation, "residual": residual, "lower": "-3", "upper": "3",
        "layers": [
            {"weight": [[number() for _ in range(m)] for _ in range(n)], "bias": [number() for _ in range(n)]}
            for m, n in zip(widths, widths[1:])
        ],
    }


def main():
    rng = random.Random(1)
    cases = []
    for activation in ACTIVATIONS:
        for bits in (1, 3, 12):
            cases.append(network(rng, [1, 4, 1], bits, activation, False))
            cases.append(network(rng, [1, 5, 4, 1], bits, activation, False))
            cases.append(network(rng, [1, 3, 3, 3, 1], bits, activation, True))
    graphs = [knots(case) for case in cases]
    for number, (case, graph) in enumerate(zip(cases, graphs)):
        area, sup = distances(graph, graphs[number - 1])
        case["knots"] = [[str(x), str(y)] for x, y in graph]
        case["slopes"] = [str((q - p) / (b - a)) for (a, p), (b, q) in zip(graph, graph[1:])]
        case["l1ToPrevious"], case["supToPrevious"] = str(area), str(sup)
    text = ",\n".join(json.dumps(case) for case in cases)
    Path(__file__).with_name("pieces.json").write_text(f"[\n{text}\n]\n")


main()
