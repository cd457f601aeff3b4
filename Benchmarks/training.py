"""A full training step - forward, backward, Adam - against PyTorch eager, torch.compile and JAX jit.

The number of threads is the argument; without one, first one thread, then two."""

import os
import sys

THREADS = sys.argv[1] if len(sys.argv) > 1 else "1"
for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = THREADS
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

# As many processors as threads: JAX's CPU client computes on a pool of its own, as large as there are processors, whatever
# the flags above say. Everything that is started from here keeps to the same processors.
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(THREADS)])

import pathlib
import subprocess
import tempfile
import time

from turns import medians, microseconds_a_step, table

BINARY = pathlib.Path(__file__).parent.parent / ".build/release/mlp-swift"
# Widths, batch, steps of one turn, and the compared libraries' loss.
CASES = {
    "2-16-16-1, batch 64": ([2, 16, 16, 1], 64, 2000),
    "64-128-128-10, batch 128": ([64, 128, 128, 10], 128, 500),
    "784-256-256-10, batch 128": ([784, 256, 256, 10], 128, 150),
    "784-1024-1024-10, batch 512": ([784, 1024, 1024, 10], 512, 10),
    "50 layers of 32, batch 64": ([32] * 50 + [1], 64, 200),
}


def ours(widths: list[int], batch: int, steps: int):
    loss, data = (
        ("mse", f"dataset(randn({batch}, {widths[0]}), randn({batch}, 1))") if widths[-1] == 1 else
        ("crossEntropy", f"dataset(randn({batch}, {widths[0]}), (0..<{batch}).map {{ $0 % {widths[-1]} }}, classes: {widths[-1]})")
    )
    script = f"""
let net = mlp({", ".join(map(str, widths))}, activation: relu)
let data = {data}
let warm = train(net, on: data, loss: {loss}, optimizer: Adam(), epochs: {max(3, steps // 10)}, batch: nil, shuffle: false, progress: false)
let history = train(net, on: data, loss: {loss}, optimizer: Adam(), epochs: {steps}, batch: nil, shuffle: false, progress: false)
print(history.seconds)
"""

    def measure() -> float:
        with tempfile.NamedTemporaryFile("w", suffix=".mlp") as file:
            file.write(script)
            file.flush()
            output = subprocess.run([BINARY, "run", file.name], capture_output=True, text=True, check=True).stdout
        return float(output) / steps * 1e6

    return measure


def torch_step(widths: list[int], batch: int, steps: int, compiled: bool):
    import torch

    torch.set_num_threads(int(THREADS))
    layers = []
    for index, (inputs, outputs) in enumerate(zip(widths, widths[1:])):
        layers.append(torch.nn.Linear(inputs, outputs))
        if index < len(widths) - 2:
            layers.append(torch.nn.ReLU())
    net = torch.nn.Sequential(*layers)
    x = torch.randn(batch, widths[0])
    if widths[-1] == 1:
        loss, y = torch.nn.functional.mse_loss, torch.randn(batch, 1)
    else:
        loss, y = torch.nn.functional.cross_entropy, torch.arange(batch) % widths[-1]
    optimizer = torch.optim.Adam(net.parameters())
    forward = torch.compile(net) if compiled else net

    def step():
        optimizer.zero_grad()
        loss(forward(x), y).backward()
        optimizer.step()

    return microseconds_a_step(step, steps)


def jax_step(widths: list[int], batch: int, steps: int):
    import jax
    import jax.numpy as jnp
    import numpy as np

    rng = np.random.default_rng(0)
    parameters = [
        (jnp.asarray(rng.normal(0, (2 / i) ** 0.5, (i, o)), jnp.float32), jnp.zeros(o, jnp.float32))
        for i, o in zip(widths, widths[1:])
    ]
    x = jnp.asarray(rng.normal(size=(batch, widths[0])), jnp.float32)
    y = jnp.asarray(rng.normal(size=(batch, 1)), jnp.float32) if widths[-1] == 1 else jnp.arange(batch) % widths[-1]

    def loss(parameters):
        h = x
        for index, (w, b) in enumerate(parameters):
            h = h @ w + b
            if index < len(parameters) - 1:
                h = jax.nn.relu(h)
        if widths[-1] == 1:
            return jnp.mean((h - y) ** 2)
        return -jnp.mean(jax.nn.log_softmax(h)[jnp.arange(batch), y])

    @jax.jit
    def step(parameters, m, v, t):
        gradients = jax.grad(loss)(parameters)
        t = t + 1
        m = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, m, gradients)
        v = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, v, gradients)
        rate = 1e-3 / (1 - 0.9**t)
        scale = 1 / jnp.sqrt(1 - 0.999**t)
        new = jax.tree.map(lambda p, m, v: p - rate * m / (jnp.sqrt(v) * scale + 1e-8), parameters, m, v)
        return new, m, v, t

    zeros = jax.tree.map(jnp.zeros_like, parameters)
    state = [step(parameters, zeros, zeros, jnp.float32(0))]
    jax.block_until_ready(state[0])

    def measure() -> float:
        begin = time.perf_counter()
        current = state[0]
        for _ in range(steps):
            current = step(*current)
        jax.block_until_ready(current)
        state[0] = current
        return (time.perf_counter() - begin) / steps * 1e6

    return measure


def main() -> None:
    rows = []
    for name, (widths, batch, steps) in CASES.items():
        contenders = {"mlp-swift": ours(widths, batch, steps), "PyTorch eager": torch_step(widths, batch, steps, False)}
        try:
            contenders["torch.compile"] = torch_step(widths, batch, steps, True)
        except Exception as error:  # needs a C++ compiler that suits it; its absence is no result
            print(f"torch.compile does not work here: {type(error).__name__}")
        contenders["JAX jit"] = jax_step(widths, batch, steps)
        rows.append((name, medians(contenders)))
    table(f"A training step with Adam, threads: {THREADS}", "µs", rows, "mlp-swift")


if len(sys.argv) > 1:
    main()
else:
    for threads in ("1", "2"):
        subprocess.run([sys.executable, __file__, threads], check=True)
