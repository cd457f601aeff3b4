"""Golden values for layers made of others and for initialisers, computed by PyTorch in double precision.

    pip install torch
    python layers.py

writes compositions.json and initialisers.json beside this file.
"""

import json
import pathlib

import torch

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent
nn, init = torch.nn, torch.nn.init


def plain(x):
    return {"shape": list(x.shape), "values": x.detach().reshape(-1).tolist()}


def rounded(x):
    return x.to(torch.float32).to(torch.float64)


class Residual(nn.Sequential):
    def forward(self, x):
        return x + super().forward(x)


class Parallel(nn.Sequential):
    def forward(self, x):
        return torch.cat([layer(x) for layer in self], -1)


def compositions():
    """Output and gradients, by input and parameters, of the numbers weighted by cos(0), cos(1), ..."""
    cases = {
        "Linear": (nn.Linear(3, 4), (5, 3)),
        "Linear without bias": (nn.Linear(3, 4, bias=False), (5, 3)),
        "Linear on three axes": (nn.Linear(3, 4), (2, 5, 3)),
        "Residual": (Residual(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 3)), (5, 3)),
        "Parallel": (Parallel(nn.Linear(3, 2), nn.Sequential(nn.Linear(3, 4), nn.Tanh())), (5, 3)),
        "Flatten": (nn.Sequential(nn.Flatten(), nn.Linear(6, 2)), (4, 2, 3)),
        "Sequential": (nn.Sequential(nn.Linear(3, 4), nn.LayerNorm(4), nn.SiLU(), nn.Linear(4, 1)), (5, 3)),
        "nested": (nn.Sequential(nn.Sequential(nn.Linear(3, 4), nn.ReLU()), nn.Linear(4, 2)), (5, 3)),
        # Without a bias, which would cancel.
        "Softmax over rows": (nn.Sequential(nn.Linear(3, 4, bias=False), nn.Softmax(0)), (5, 3)),
        "ELU(0.5)": (nn.Sequential(nn.Linear(3, 4), nn.ELU(0.5)), (5, 3)),
    }
    result = {}
    for name, (layer, shape) in cases.items():
        with torch.no_grad():
            for p in layer.parameters():
                p.copy_(rounded(p))
        x = rounded(torch.randn(*shape)).requires_grad_(True)
        y = layer(x)
        (y * torch.cos(torch.arange(y.numel(), dtype=y.dtype)).reshape(y.shape)).sum().backward()
        result[name] = {
            "input": plain(x), "output": plain(y), "inputGradient": plain(x.grad),
            "parameters": {n: plain(p) for n, p in layer.named_parameters()},
            "gradients": {n: plain(p.grad) for n, p in layer.named_parameters()},
        }
    (HERE / "compositions.json").write_text(json.dumps(result, separators=(",", ":")) + "\n")


def statistics(fill, shape=(120, 180), samples=100):
    """The moments of a large sample: mean, deviation, largest magnitude, and fourth moment by the deviation's."""
    w = torch.cat([fill(torch.empty(*shape)).detach().reshape(-1) for _ in range(samples)])
    std = w.std().item()
    kurtosis = ((w - w.mean()) ** 4).mean().item() / std**4 if std > 0 else 0
    return {"mean": w.mean().item(), "std": std, "largest": w.abs().max().item(), "kurtosis": kurtosis}


def initialisers():
    """For weights of shape [120, 180], unless the name says otherwise."""
    gain = init.calculate_gain
    makers = {
        "xavierUniform": init.xavier_uniform_, "xavierNormal": init.xavier_normal_,
        "xavierUniform(tanh)": lambda w: init.xavier_uniform_(w, gain("tanh")),
        "heUniform": lambda w: init.kaiming_uniform_(w, nonlinearity="relu"),
        "heNormal": lambda w: init.kaiming_normal_(w, nonlinearity="relu"),
        "heNormal(fan_out)": lambda w: init.kaiming_normal_(w, mode="fan_out", nonlinearity="relu"),
        "heUniform(leaky_relu 0.2)": lambda w: init.kaiming_uniform_(w, a=0.2),
        "heNormal(tanh)": lambda w: init.kaiming_normal_(w, nonlinearity="tanh"),
        "lecunNormal": lambda w: init.kaiming_normal_(w, nonlinearity="linear"),
        "lecunUniform": lambda w: init.kaiming_uniform_(w, nonlinearity="linear"),
        "orthogonal": init.orthogonal_, "orthogonal(2)": lambda w: init.orthogonal_(w, 2),
        "truncatedNormal": lambda w: init.trunc_normal_(w, 0, 0.02, -0.04, 0.04),
        "normal": lambda w: init.normal_(w, 1, 0.5), "uniform": lambda w: init.uniform_(w, -0.25, 0.5),
        "zeros": init.zeros_, "ones": init.ones_, "constant": lambda w: init.constant_(w, 0.3),
        "identity": init.eye_,
        "Linear": lambda w: nn.Linear(w.shape[1], w.shape[0]).weight,
        "Embedding": lambda w: nn.Embedding(*w.shape).weight,
    }
    result = {name: statistics(fill) for name, fill in makers.items()}
    result["Linear bias"] = statistics(lambda w: nn.Linear(4, 5000).bias)
    gains = ["linear", "sigmoid", "tanh", "relu", "selu", "leaky_relu"]
    values = {"statistics": result, "gains": {name: gain(name) for name in gains}}
    (HERE / "initialisers.json").write_text(json.dumps(values, indent=1) + "\n")


compositions()
initialisers()
