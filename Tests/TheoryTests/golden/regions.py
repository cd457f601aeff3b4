"""The region counts in GoldenCountTests.swift: polygons split in fractions, sharing no code with the project.

Run it with any Python 3 and compare what it prints with the table of the test.
"""

from fractions import Fraction


def numbers(seed: int):
    """Sixteenths from -2 to 2, from a linear congruential generator that the test repeats."""
    state = seed
    while True:
        state = (state * 1103515245 + 12345) % 2**31
        yield Fraction((state >> 16) % 65 - 32, 16)


def network(widths: list[int], seed: int):
    source = numbers(seed)
    layers = []
    for inputs, outputs in zip(widths, widths[1:]):
        rows = [[next(source) for _ in range(inputs)] for _ in range(outputs)]
        layers.append((rows, [next(source) for _ in range(outputs)]))
    return layers


def split(polygon, heights):
    """The parts of a polygon where a function, given at its corners, is negative and positive; None for empty ones."""
    if not any(h < 0 for h in heights):
        return (None, polygon) if any(h > 0 for h in heights) else (polygon, None)
    if not any(h > 0 for h in heights):
        return polygon, None
    below, above = [], []
    for i, (p, a) in enumerate(zip(polygon, heights)):
        q, b = polygon[i - 1], heights[i - 1]
        if a * b < 0:
            part = a / (a - b)
            crossing = tuple(x + part * (y - x) for x, y in zip(p, q))
            below.append(crossing)
            above.append(crossing)
        if a <= 0:
            below.append(p)
        if a >= 0:
            above.append(p)
    return below, above


def count(layers, reach: int) -> int:
    # Each region: its corners, and the layer's inputs as functions (a, b, c) of the place.
    box = [(-reach, -reach), (reach, -reach), (reach, reach), (-reach, reach)]
    regions = [([tuple(map(Fraction, p)) for p in box], [(Fraction(1), Fraction(0), Fraction(0)), (Fraction(0), Fraction(1), Fraction(0))])]
    for rows, bias in layers[:-1]:
        found = []
        for polygon, functions in regions:
            units = [
                tuple(sum(w * f[k] for w, f in zip(row, functions)) + (b if k == 2 else 0) for k in range(3))
                for row, b in zip(rows, bias)
            ]
            parts = [(polygon, [])]
            for a, b, c in units:
                next_parts = []
                for part, active in parts:
                    below, above = split(part, [a * x + b * y + c for x, y in part])
                    if below:
                        next_parts.append((below, [*active, False]))
                    if above:
                        next_parts.append((above, [*active, True]))
                parts = next_parts
            zero = (Fraction(0),) * 3
            found += [(part, [u if on else zero for u, on in zip(units, active)]) for part, active in parts]
        regions = found
    return len(regions)


for widths, reach in (([2, 6, 1], 2), ([2, 5, 5, 1], 2), ([2, 8, 6, 1], 8), ([2, 4, 4, 4, 1], 4), ([2, 3, 3, 3, 3, 1], 50), ([2, 12, 12, 1], 20)):
    for seed in (1, 2, 3):
        print(f"({widths}, {reach}, {seed}, {count(network(widths, seed), reach)}),")
