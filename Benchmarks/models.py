"""Kinds of networks that are more than linear layers and activations: a step of training with Adam against PyTorch eager, on one
thread. Chains train through a plan; what has branches, embeddings or functions between layers, through the tape."""

import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])

import pathlib
import subprocess
import tempfile

import torch
from torch import nn

from turns import medians, microseconds_a_step, table

BINARY = pathlib.Path(__file__).parent.parent / ".build/release/mlp-swift"


class Residual(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.inner = nn.Sequential(nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width))

    def forward(self, x):
        return x + self.inner(self.norm(x))


class Tabular(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        self.island, self.sex = nn.Embedding(3, 2), nn.Embedding(2, 1)
        self.body = nn.Sequential(nn.Linear(7, width), nn.ReLU(), nn.Linear(width, 3))

    def forward(self, x):
        categories = x[:, 4:].long()
        return self.body(torch.cat([x[:, :4], self.island(categories[:, 0]), self.sex(categories[:, 1])], 1))


def spectral(inputs: int, outputs: int) -> nn.Module:
    return nn.utils.parametrizations.spectral_norm(nn.Linear(inputs, outputs))


# Ours, as definitions and a call; theirs; how wide, how many rows, how many steps a turn.
def residual(width: int, rows: int, steps: int):
    definition = f"""
func block() {{
  let norm = LayerNorm({width})
  let inner = mlp({width}, {2 * width}, {width}, activation: gelu)
  return {{ x in x + inner(norm(x)) }}
}}
let net = Linear(4, {width}) >> block() >> block() >> Linear({width}, 3)
"""
    theirs = nn.Sequential(nn.Linear(4, width), Residual(width), Residual(width), nn.Linear(width, 3))
    return definition, theirs, 4, rows, steps


def tabular(width: int, rows: int, steps: int):
    definition = f"""
let island = Embedding(3, 2)
let sex = Embedding(2, 1)
let body = Linear(7, {width}) >> ReLU() >> Linear({width}, 3)
let net = Sequential({{ x in body(concatenate([x[..., 0..<4], island(x[..., 4]), sex(x[..., 5])], axis: 1)) }})
"""
    return definition, Tabular(width), 6, rows, steps


def chain(ours: str, theirs: list[nn.Module], inputs: int, rows: int, steps: int):
    return f"let net = {ours}\n", nn.Sequential(*theirs), inputs, rows, steps


CASES = {
    "residual blocks of 8, batch 64": residual(8, 64, 300),
    "residual blocks of 128, batch 256": residual(128, 256, 30),
    "tabular with embeddings, 16": tabular(16, 64, 500),
    "tabular with embeddings, 128": tabular(128, 256, 200),
    "batch normalisation, 16": chain(
        "Linear(2, 16, bias: false) >> BatchNorm1d(16) >> ReLU() >> Linear(16, 16, bias: false) >> BatchNorm1d(16) >> ReLU() >> Linear(16, 3)",
        [nn.Linear(2, 16, bias=False), nn.BatchNorm1d(16), nn.ReLU(), nn.Linear(16, 16, bias=False), nn.BatchNorm1d(16),
         nn.ReLU(), nn.Linear(16, 3)], 2, 64, 500),
    "batch normalisation, 256": chain(
        "Linear(64, 256, bias: false) >> BatchNorm1d(256) >> ReLU() >> Linear(256, 256, bias: false) >> BatchNorm1d(256) >> ReLU() >> Linear(256, 3)",
        [nn.Linear(64, 256, bias=False), nn.BatchNorm1d(256), nn.ReLU(), nn.Linear(256, 256, bias=False), nn.BatchNorm1d(256),
         nn.ReLU(), nn.Linear(256, 3)], 64, 256, 60),
    "dropout, 32": chain(
        "Linear(2, 32) >> ReLU() >> Dropout(0.1) >> Linear(32, 32) >> ReLU() >> Dropout(0.1) >> Linear(32, 3)",
        [nn.Linear(2, 32), nn.ReLU(), nn.Dropout(0.1), nn.Linear(32, 32), nn.ReLU(), nn.Dropout(0.1), nn.Linear(32, 3)], 2, 64, 500),
    "dropout, 256": chain(
        "Linear(64, 256) >> ReLU() >> Dropout(0.1) >> Linear(256, 256) >> ReLU() >> Dropout(0.1) >> Linear(256, 3)",
        [nn.Linear(64, 256), nn.ReLU(), nn.Dropout(0.1), nn.Linear(256, 256), nn.ReLU(), nn.Dropout(0.1), nn.Linear(256, 3)],
        64, 256, 60),
    "feature extractor, 128": chain(
        "Linear(64, 128) >> ReLU() >> BatchNorm1d(128) >> Linear(128, 128) >> ReLU() >> BatchNorm1d(128) >> Linear(128, 3)",
        [nn.Linear(64, 128), nn.ReLU(), nn.BatchNorm1d(128), nn.Linear(128, 128), nn.ReLU(), nn.BatchNorm1d(128), nn.Linear(128, 3)],
        64, 128, 100),
    "spectral normalisation, 128": chain(
        "spectralNorm(Linear(64, 128)) >> ReLU() >> spectralNorm(Linear(128, 128)) >> ReLU() >> spectralNorm(Linear(128, 3))",
        [spectral(64, 128), nn.ReLU(), spectral(128, 128), nn.ReLU(), spectral(128, 3)], 64, 128, 100),
    "classification head, 128": chain(
        "LayerNorm(64) >> Linear(64, 128) >> GELU() >> Dropout(0.1) >> Linear(128, 3)",
        [nn.LayerNorm(64), nn.Linear(64, 128), nn.GELU(), nn.Dropout(0.1), nn.Linear(128, 3)], 64, 128, 100),
}


def ours(definition: str, inputs: int, rows: int, steps: int):
    data = f"dataset(randn({rows}, {inputs}), (0..<{rows}).map {{ $0 % 3 }}, classes: 3)"
    if inputs == 6:  # two columns of categories behind four of numbers
        data = (f"dataset(concatenate([randn({rows}, 4), tensor((0..<{rows}).map {{ [$0 % 3, $0 % 2] }})], axis: 1), "
                f"(0..<{rows}).map {{ $0 % 3 }}, classes: 3)")
    training = "train(net, on: data, loss: crossEntropy, optimizer: Adam(), epochs: {}, batch: nil, shuffle: false, progress: false)"
    script = (f"{definition}\nlet data = {data}\nlet warm = {training.format(max(3, steps // 10))}\n"
              f"let history = {training.format(steps)}\nprint(history.seconds)\n")

    def measure() -> float:
        with tempfile.NamedTemporaryFile("w", suffix=".mlp") as file:
            file.write(script)
            file.flush()
            done = subprocess.run([BINARY, "run", file.name], capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(done.stdout + done.stderr)
        return float(done.stdout) / steps * 1e6

    return measure


def theirs(net: nn.Module, inputs: int, rows: int, steps: int):
    x = torch.randn(rows, inputs)
    if inputs == 6:
        x[:, 4], x[:, 5] = torch.arange(rows) % 3, torch.arange(rows) % 2
    y = torch.arange(rows) % 3
    optimizer = torch.optim.Adam(net.parameters())

    def step():
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(x), y).backward()
        optimizer.step()

    return microseconds_a_step(step, steps)


def main() -> None:
    torch.set_num_threads(1)
    rows = []
    for name, (definition, net, inputs, count, steps) in CASES.items():
        contenders = {
            "mlp-swift": ours(definition, inputs, count, steps), "PyTorch eager": theirs(net, inputs, count, steps),
        }
        rows.append((name, medians(contenders)))
    table("A training step of further networks with Adam, threads: 1", "µs", rows, "mlp-swift")


main()
