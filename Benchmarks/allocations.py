"""Heap allocations in a step of training: the binary runs under a preloaded counter for two lengths of training, and the
difference is what the additional steps took. A chain of layers takes none; what falls back to the tape takes some."""

import pathlib
import subprocess
import sys
import tempfile

BINARY = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent / ".build/release/mlp-swift")
# glibc exports its functions under a second name, through which the counter reaches them.
COUNTER = r"""
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stddef.h>
extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
static atomic_ulong count;
void *malloc(size_t size) { count++; return __libc_malloc(size); }
void *calloc(size_t n, size_t size) { count++; return __libc_calloc(n, size); }
void *realloc(void *at, size_t size) { count++; return __libc_realloc(at, size); }
void *memalign(size_t alignment, size_t size) { count++; return __libc_memalign(alignment, size); }
void *aligned_alloc(size_t alignment, size_t size) { count++; return __libc_memalign(alignment, size); }
int posix_memalign(void **result, size_t alignment, size_t size) {
  count++;
  return (*result = __libc_memalign(alignment, size)) ? 0 : ENOMEM;
}
__attribute__((destructor)) static void report(void) { fprintf(stderr, "allocations %lu\n", count); }
"""
# A network, its data, an optimiser, and how the rows are divided into steps. Each epoch's order is one allocation.
ALL_ROWS = "batch: nil, shuffle: false"
CASES = {
    "2-16-16-1, Adam": ("mlp(2, 16, 16, 1)", "dataset(randn(64, 2), randn(64, 1))", "Adam()", ALL_ROWS),
    "64-128-128-10, Adam": (
        "mlp(64, 128, 128, 10)", "dataset(randn(128, 64), (0..<128).map { $0 % 10 }, classes: 10)", "Adam()", ALL_ROWS),
    "64-128-128-10, SGD, 32 steps an epoch": (
        "mlp(64, 128, 128, 10)", "dataset(randn(128, 64), (0..<128).map { $0 % 10 }, classes: 10)",
        "SGD(momentum: 0.9)", "batch: 4"),
    "256-512-512-10, two threads": (
        "mlp(256, 512, 512, 10)", "dataset(randn(256, 256), (0..<256).map { $0 % 10 }, classes: 10)", "Adam()", ALL_ROWS),
    "batch normalisation": (
        "Linear(2, 16, bias: false) >> BatchNorm1d(16) >> ReLU() >> Linear(16, 1)", "dataset(randn(64, 2), randn(64, 1))",
        "Adam()", ALL_ROWS),
    "layer normalisation, GELU, dropout": (
        "LayerNorm(8) >> Linear(8, 33) >> GELU() >> Dropout(0.1) >> Linear(33, 3)",
        "dataset(randn(64, 8), (0..<64).map { $0 % 3 }, classes: 3)", "AdamW()", ALL_ROWS),
    "spectral normalisation, softmax": (
        "spectralNorm(Linear(8, 16)) >> Tanh() >> spectralNorm(Linear(16, 3)) >> Softmax()",
        "dataset(randn(64, 8), randn(64, 3))", "RMSprop()", ALL_ROWS),
    "a row of activations": (
        "Linear(8, 8) >> LeakyReLU() >> Tanh() >> SiLU() >> Softplus() >> Sigmoid() >> Linear(8, 1)",
        "dataset(randn(64, 8), randn(64, 1))", "Adagrad()", ALL_ROWS),
    "a residual block, on the tape": (
        "Linear(2, 16) >> Residual(Linear(16, 16)) >> Linear(16, 1)", "dataset(randn(64, 2), randn(64, 1))", "Adam()", ALL_ROWS),
}
SHORT, LONG = 64, 320


def allocations(counter: pathlib.Path, case: tuple[str, str, str, str], epochs: int) -> tuple[int, int]:
    """How many allocations the whole run makes, and how many steps its training has."""
    net, data, optimizer, rows = case
    script = (
        f"let net = {net}\nlet history = train(net, on: {data}, optimizer: {optimizer}, epochs: {epochs}, {rows}, "
        "seed: 1, progress: false)\nprint(history.steps)\n"
    )
    with tempfile.NamedTemporaryFile("w", suffix=".mlp") as file:
        file.write(script)
        file.flush()
        environment = {"LD_PRELOAD": str(counter), "OPENBLAS_NUM_THREADS": "2"}
        done = subprocess.run([BINARY, "run", file.name], capture_output=True, text=True, check=True, env=environment)
    return int(done.stderr.split()[-1]), int(done.stdout)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        counter = pathlib.Path(folder) / "counter.so"
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-x", "c", "-", "-o", counter], input=COUNTER, text=True, check=True)
        print(f"\nHeap allocations\n{'':40}{'steps':>12}{'in all':>12}{'steps':>12}{'in all':>12}{'per step':>12}")
        for name, case in CASES.items():
            (few, short), (many, long) = (allocations(counter, case, epochs) for epochs in (SHORT, LONG))
            print(f"{name:40}{short:12}{few:12}{long:12}{many:12}{(many - few) / (long - short):12.3f}")


main()
