"""Golden values for derivatives of higher order and diagnostics, computed by PyTorch in double precision.

    pip install torch
    python diagnostics.py

writes diagnostics.json beside this file.
"""

import json
import pathlib

import torch
from torch.autograd.functional import hessian, jacobian

torch.manual_seed(1)
torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent


def plain(x):
    return {"shape": list(x.shape), "values": x.detach().reshape(-1).tolist()}


def rounded(*shape):
    return torch.randn(*shape).to(torch.float32).to(torch.float64)


def curve(x):
    """From [3] to [2, 2]."""
    return torch.stack(
        [torch.stack([x[0] * torch.sin(x[1]), torch.exp(x[2]) * x[0]]),
         torch.stack([torch.tanh(x).sum(), (x * x).prod()])])


def surface(x):
    """From [2, 2] to a number."""
    return (torch.tanh(x @ x) * x).sum() + torch.exp(x[0, 1] * x[1, 0])


def main():
    a, b = rounded(3), rounded(2, 2)
    net = torch.nn.Sequential(
        torch.nn.Linear(3, 5), torch.nn.Tanh(), torch.nn.Linear(5, 5), torch.nn.ReLU(), torch.nn.Linear(5, 4))
    with torch.no_grad():
        for parameter in net.parameters():
            parameter.copy_(rounded(*parameter.shape))
    x, labels = rounded(6, 3), torch.tensor([0, 1, 2, 3, 0, 1])
    taps = []
    h = x
    for layer in net:
        h = layer(h)
        h.retain_grad()
        taps.append(h)
    loss = torch.nn.functional.cross_entropy(h, labels)
    loss.backward()
    parameters = {
        name: {
            "value": plain(p), "norm": p.grad.norm().item(), "mean": p.grad.mean().item(),
            "std": p.grad.std(unbiased=False).item(), "maximum": p.grad.abs().max().item(),
            "relative": (p.grad.norm() / p.norm()).item(),
        }
        for name, p in net.named_parameters()
    }
    j = jacobian(net, x[0])
    result = {
        "jacobian": {"at": plain(a), "value": plain(jacobian(curve, a))},
        "hessian": {"at": plain(b), "value": plain(hessian(surface, b))},
        "network": {
            "x": plain(x), "labels": labels.tolist(), "loss": loss.item(), "parameters": parameters,
            "deltas": [tap.grad.norm().item() for tap in taps],
            "deltaMeans": [tap.grad.mean().item() for tap in taps],
            "deltaStds": [tap.grad.std(unbiased=False).item() for tap in taps],
            "deltaMaxima": [tap.grad.abs().max().item() for tap in taps],
            "means": [tap.mean().item() for tap in taps],
            "variances": [tap.var(unbiased=False).item() for tap in taps],
            "jacobian": plain(j), "singularValues": torch.linalg.svdvals(j).tolist(),
            "norms": [torch.linalg.matrix_norm(p, 2).item() for p in net.parameters() if p.dim() == 2],
        },
    }
    (HERE / "diagnostics.json").write_text(json.dumps(result, separators=(",", ":")) + "\n")


main()
