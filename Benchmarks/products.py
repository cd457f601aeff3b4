"""A training step of 784-1024-1024-10, batch 512, beside its bare matrix products in OpenBLAS, on one thread.

The products are the step's own: three on the way there, three for the weights' gradients, two for the inputs'. OpenBLAS is the
library that the binary is linked with, once as it chooses its kernels by itself, and once as OPENBLAS_CORETYPE says for
processors that it is too old to know."""

import ctypes
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from turns import medians, table

BINARY = pathlib.Path(__file__).parent.parent / ".build/release/mlp-swift"
WIDTHS, BATCH, STEPS = [784, 1024, 1024, 10], 512, 10
ROW_MAJOR, PLAIN, TRANSPOSED = 101, 111, 112


def products() -> list[tuple[int, int, int, int, int]]:
    """Whether each operand is transposed, and m, n, k."""
    result = []
    for index, (inputs, outputs) in enumerate(zip(WIDTHS, WIDTHS[1:])):
        result.append((PLAIN, TRANSPOSED, BATCH, outputs, inputs))
        result.append((TRANSPOSED, PLAIN, outputs, inputs, BATCH))
        if index > 0:
            result.append((PLAIN, PLAIN, BATCH, inputs, outputs))
    return result


def time_products() -> float:
    """Milliseconds of all products, within this process."""
    import numpy

    library = ctypes.CDLL("libopenblas.so.0")
    library.openblas_set_num_threads(1)
    pointer = ctypes.POINTER(ctypes.c_float)
    library.cblas_sgemm.argtypes = [ctypes.c_int] * 6 + [ctypes.c_float, pointer, ctypes.c_int, pointer, ctypes.c_int,
                                                         ctypes.c_float, pointer, ctypes.c_int]
    calls = []
    for a_form, b_form, m, n, k in products():
        arrays = [numpy.random.randn(length).astype("f") for length in (m * k, k * n, m * n)]
        a, b, c = (array.ctypes.data_as(pointer) for array in arrays)
        row_a, row_b = (k if a_form == PLAIN else m), (n if b_form == PLAIN else k)
        calls.append((arrays, (ROW_MAJOR, a_form, b_form, m, n, k, 1, a, row_a, b, row_b, 0, c, n)))

    def run(steps: int) -> float:
        begin = time.perf_counter()
        for _ in range(steps):
            for _, arguments in calls:
                library.cblas_sgemm(*arguments)
        return (time.perf_counter() - begin) / steps * 1e3

    run(3)
    return run(STEPS)


def in_a_process(**environment: str):
    """The products in a process of its own, since OpenBLAS chooses its kernels when it is loaded."""
    kept = {name: value for name, value in os.environ.items() if name != "OPENBLAS_CORETYPE"}

    def measure() -> float:
        command = [sys.executable, __file__, "products"]
        return float(subprocess.run(command, capture_output=True, text=True, check=True, env=kept | environment).stdout)

    return measure


def step() -> float:
    """Milliseconds of a whole step of ours."""
    script = f"""
let net = mlp({", ".join(map(str, WIDTHS))})
let data = dataset(randn({BATCH}, {WIDTHS[0]}), (0..<{BATCH}).map {{ $0 % 10 }}, classes: 10)
let warm = train(net, on: data, loss: crossEntropy, optimizer: Adam(), epochs: 3, batch: nil, shuffle: false, progress: false)
let history = train(net, on: data, loss: crossEntropy, optimizer: Adam(), epochs: {STEPS}, batch: nil, shuffle: false, progress: false)
print(history.seconds)
"""
    with tempfile.NamedTemporaryFile("w", suffix=".mlp") as file:
        file.write(script)
        file.flush()
        output = subprocess.run([BINARY, "run", file.name], capture_output=True, text=True, check=True).stdout
    return float(output) / STEPS * 1e3


def main() -> None:
    os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])
    coretype = os.environ.get("OPENBLAS_CORETYPE", "SkylakeX")
    row = medians({
        "our step": step, "products": in_a_process(), f"products, {coretype}": in_a_process(OPENBLAS_CORETYPE=coretype),
    })
    table("A step beside its products in OpenBLAS, threads: 1", "ms", [("784-1024-1024-10, batch 512", row)], "our step")


if sys.argv[1:] == ["products"]:
    print(time_products())
else:
    main()
