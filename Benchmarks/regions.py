"""The linear regions of networks of two inputs against regioncam, which is not exact: the same float32 weights, He-initialised, in
the box [-50, 50]². Before that larger networks, with regioncam left out: time and memory up to a million regions."""

import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "RAYON_NUM_THREADS"):
    os.environ[variable] = "1"
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])

import pathlib
import resource
import subprocess
import tempfile
import time

import numpy as np
import regioncam

from turns import medians, table

BINARY = pathlib.Path(__file__).parent.parent / ".build/release/mlp-swift"
REACH = 50
CELL = """
let net = Linear(2, {width}) >> ReLU() >> Linear({width}, {width}) >> ReLU()
loadStateDict(net, ["0.weight": loadNPY("w0.npy"), "0.bias": loadNPY("b0.npy"), "2.weight": loadNPY("w1.npy"), "2.bias": loadNPY("b1.npy")])
let start = clock()
let found = regions(net, in: [-{reach}...{reach}, -{reach}...{reach}])
print((clock() - start) * 1000, found.count)
"""


def weights(width: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Weights as (outputs, inputs) and biases, the same for both sides."""
    random = np.random.default_rng(width)
    layers = []
    for inputs, outputs in ((2, width), (width, width)):
        weight = random.standard_normal((outputs, inputs)) * np.sqrt(2 / inputs)
        layers.append((weight.astype(np.float32), random.uniform(-1, 1, outputs).astype(np.float32)))
    return layers


def ours(width: int) -> tuple[float, int]:
    with tempfile.TemporaryDirectory() as directory:
        for index, (weight, bias) in enumerate(weights(width)):
            np.save(f"{directory}/w{index}.npy", weight)
            np.save(f"{directory}/b{index}.npy", bias)
        file = pathlib.Path(directory, "regions.mlp")
        file.write_text(CELL.format(width=width, reach=REACH))
        command = [BINARY, "run", file.name]
        words = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=True).stdout.split()
    return float(words[0]), int(words[1])


def theirs(width: int) -> tuple[float, int]:
    layers = weights(width)
    start = time.perf_counter()
    found = regioncam.Regioncam(float(REACH))
    for weight, bias in layers:
        found.linear(np.ascontiguousarray(weight.T), bias)
        found.relu()
    return (time.perf_counter() - start) * 1000, found.num_faces


def compare(widths: list[int]) -> None:
    rows, counts = [], []
    for width in widths:
        contenders = {"mlp-swift": lambda: ours(width)[0], "regioncam": lambda: theirs(width)[0]}
        rows.append((f"2-{width}-{width}", medians(contenders, rounds=3 if width < 200 else 1)))
        counts.append(f"  2-{width}-{width}: {ours(width)[1]:,} proved, {theirs(width)[1]:,} by regioncam")
    table("All regions in [-50, 50]²", "ms", rows, "mlp-swift")
    print("regions:", *counts, sep="\n")


def scale(widths: list[int]) -> None:
    print("Larger networks, ours alone (memory: the largest of any run so far)")
    for width in widths:
        milliseconds, count = ours(width)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"2-{width}-{width:<6} {count:>10,} regions {milliseconds / 1000:8.1f} s {memory:8.0f} MB")


# First, since a process begins with the largest memory of the one that started it, and regioncam takes gigabytes.
scale([400, 720])
compare([16, 32, 64, 100, 256])
