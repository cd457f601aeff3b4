"""Golden values for the engine's tests, computed by PyTorch in double precision.

    pip install torch
    python generate.py

writes operations.json, losses.json, networks.json, normalisation.json, optimisers.json,
schedules.json and spectral.json beside this file. Inputs are rounded to
single precision first, so that one set of values serves both types.
"""

import json
import pathlib

import torch
import torch.nn.functional as F

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent


def rounded(x):
    return x.to(torch.float32).to(torch.float64)


def normal(*shape):
    return rounded(torch.randn(*shape))


def uniform(low, high, *shape):
    return rounded(low + (high - low) * torch.rand(*shape))


def plain(x):
    return {"shape": list(x.shape), "values": x.detach().reshape(-1).tolist()}


def differentiated(function, inputs):
    """The output, and the gradients of the sum of its numbers weighted by cos(0), cos(1), ..."""
    variables = [x.clone().requires_grad_(True) for x in inputs]
    y = function(*variables)
    weights = torch.cos(torch.arange(y.numel(), dtype=y.dtype)).reshape(y.shape)
    (y * weights).sum().backward()
    return {
        "inputs": [plain(x) for x in inputs],
        "output": plain(y),
        "gradients": [plain(v.grad if v.grad is not None else torch.zeros_like(v)) for v in variables],
    }


def write(name, value):
    (HERE / f"{name}.json").write_text(json.dumps(value, indent=None, separators=(",", ":")) + "\n")


def operations():
    x = normal(3, 4)
    positive = uniform(0.2, 3, 3, 4)
    inside = uniform(-0.9, 0.9, 3, 4)
    cases = {
        "exp": (torch.exp, x), "log": (torch.log, positive), "log1p": (torch.log1p, positive),
        "sqrt": (torch.sqrt, positive), "square": (torch.square, x), "abs": (torch.abs, x),
        "sin": (torch.sin, x), "cos": (torch.cos, x), "tan": (torch.tan, inside),
        "asin": (torch.asin, inside), "acos": (torch.acos, inside), "atan": (torch.atan, x),
        "sinh": (torch.sinh, x), "cosh": (torch.cosh, x), "tanh": (torch.tanh, x),
        "sigmoid": (torch.sigmoid, x), "relu": (torch.relu, x),
        "leakyRelu": (lambda v: F.leaky_relu(v, 0.1), x), "softplus": (F.softplus, x),
        "gelu": (F.gelu, x), "silu": (F.silu, x), "erf": (torch.erf, x),
        "clip": (lambda v: torch.clamp(v, -0.5, 0.75), x), "negative": (torch.neg, x),
        "add": (torch.add, x, normal(4)), "subtract": (torch.sub, x, normal(3, 1)),
        "multiply": (torch.mul, x, normal(2, 1, 4)), "divide": (torch.div, x, uniform(0.5, 2, 4)),
        "power": (torch.pow, positive, normal(4)), "squarePower": (lambda v: v**2, x),
        "cubePower": (lambda v: v**3, x),
        "maximum": (torch.maximum, x, normal(4)), "minimum": (torch.minimum, x, normal(4)),
        "where": (lambda a, b: torch.where(x > 0, a, b), normal(3, 4), normal(4)),
        "sum": (torch.sum, x), "sumAxis0": (lambda v: v.sum(0), x),
        "sumAxis1Keep": (lambda v: v.sum(1, keepdim=True), x),
        "mean": (torch.mean, x), "meanAxis": (lambda v: v.mean(-1), x),
        "var": (torch.var, x), "varBiased": (lambda v: v.var(1, unbiased=False), x),
        "std": (lambda v: v.std(0), x),
        "prod": (lambda v: v.prod(1), x), "prodAll": (torch.prod, x),
        "prodWithZero": (lambda v: v.prod(1), torch.tensor([[2.0, 0, 3], [0, 0, 5], [1, 2, 4]])),
        "max": (lambda v: v.amax(1), x), "maxAll": (torch.max, x), "min": (lambda v: v.amin(0), x),
        "softmax": (lambda v: v.softmax(-1), x), "softmaxAxis0": (lambda v: v.softmax(0), x),
        "logSoftmax": (lambda v: v.log_softmax(-1), x), "logsumexp": (lambda v: v.logsumexp(1), x),
        "norm": (torch.linalg.vector_norm, x), "normAxis": (lambda v: v.norm(dim=1), x),
        "matmul": (torch.matmul, normal(3, 4), normal(4, 2)),
        "matmulVectorMatrix": (torch.matmul, normal(4), normal(4, 2)),
        "matmulMatrixVector": (torch.matmul, normal(3, 4), normal(4)),
        "matmulVectors": (torch.matmul, normal(4), normal(4)),
        "matmulBatched": (torch.matmul, normal(2, 3, 4), normal(2, 4, 2)),
        "matmulBatchedShared": (torch.matmul, normal(2, 3, 4), normal(4, 2)),
        "matmulBroadcast": (torch.matmul, normal(2, 1, 3, 4), normal(3, 4, 2)),
        "matmulVectorBatch": (torch.matmul, normal(4), normal(2, 4, 3)),
        "matmulTransposedFirst": (lambda a, b: a.T @ b, normal(4, 3), normal(4, 2)),
        "matmulTransposedSecond": (lambda a, b: a @ b.T, normal(3, 4), normal(2, 4)),
        "matmulTransposedBoth": (lambda a, b: a.T @ b.T, normal(4, 3), normal(2, 4)),
        "permute": (lambda v: v.permute(2, 0, 1), normal(2, 3, 4)),
        "transpose": (lambda v: v.T, x), "reshape": (lambda v: v.reshape(2, -1), x),
        "broadcast": (lambda v: v.expand(2, 3, 4), normal(3, 1)),
        "slice": (lambda v: v[1:, ::2], x), "sliceMixed": (lambda v: v[..., None, 1], normal(2, 3, 4)),
        "gather": (lambda v: v[[2, 0, 2]], x),
        "concatenate": (lambda a, b: torch.cat([a, b], 1), normal(2, 3), normal(2, 2)),
        "stack": (lambda a, b: torch.stack([a, b], 1), normal(2, 3), normal(2, 3)),
    }
    write("operations", {name: differentiated(f, inputs) for name, (f, *inputs) in cases.items()})


def losses():
    logits, labels = normal(5, 3), torch.tensor([0, 2, 1, 1, 0])
    bits, prediction, target = rounded(torch.rand(4, 2)), normal(4, 2) * 2, normal(4, 2)

    def case(loss, prediction, target):
        result = differentiated(lambda p: loss(p, target), [prediction])
        result["target"] = plain(target.to(torch.float64))
        return result

    write(
        "losses",
        {
            "mse": case(F.mse_loss, prediction, target),
            "l1": case(F.l1_loss, prediction, target),
            "huber": case(F.huber_loss, prediction, target),
            "huber(delta: 0.5)": case(lambda p, t: F.huber_loss(p, t, delta=0.5), prediction, target),
            "crossEntropy": case(F.cross_entropy, logits, labels),
            "bceWithLogits": case(F.binary_cross_entropy_with_logits, prediction, bits),
            **settings(case, logits, labels, prediction, bits),
        },
    )


def settings(case, logits, labels, prediction, bits):
    """Losses with settings, by the name that the engine gives them."""
    weight = torch.tensor([1.0, 2.0, 0.5])
    cross, binary = F.cross_entropy, F.binary_cross_entropy_with_logits
    return {
        "crossEntropyLoss(labelSmoothing: 0.1)": case(
            lambda p, t: cross(p, t, label_smoothing=0.1), logits, labels),
        "crossEntropyLoss(weight: [1, 2, 0.5])": case(lambda p, t: cross(p, t, weight), logits, labels),
        "crossEntropyLoss(labelSmoothing: 0.2, weight: [1, 2, 0.5])": case(
            lambda p, t: cross(p, t, weight, label_smoothing=0.2), logits, labels),
        "bceWithLogitsLoss(posWeight: 3)": case(
            lambda p, t: binary(p, t, pos_weight=torch.tensor([3.0])), prediction, bits),
        "bceWithLogitsLoss(posWeight: [3, 0.5])": case(
            lambda p, t: binary(p, t, pos_weight=torch.tensor([3.0, 0.5])), prediction, bits),
    }


class HardSigmoid(torch.nn.Module):
    """By its formula: the gradient of PyTorch's own has a sixth in single precision only."""

    def forward(self, x):
        return torch.clamp(x / 6 + 0.5, 0, 1)


def networks():
    """A forward and backward pass through each activation between two linear layers."""
    activations = {
        "ReLU": torch.nn.ReLU(), "LeakyReLU": torch.nn.LeakyReLU(0.2), "Tanh": torch.nn.Tanh(),
        "Sigmoid": torch.nn.Sigmoid(), "GELU": torch.nn.GELU(), "SiLU": torch.nn.SiLU(),
        "Softplus": torch.nn.Softplus(), "ELU": torch.nn.ELU(), "HardTanh": torch.nn.Hardtanh(),
        "HardSigmoid": HardSigmoid(), 'GELU(approximate: "tanh")': torch.nn.GELU(approximate="tanh"),
        "Identity": torch.nn.Identity(), "Softmax": torch.nn.Softmax(-1),
    }
    result = {}
    for name, activation in activations.items():
        net = torch.nn.Sequential(torch.nn.Linear(3, 5), activation, torch.nn.Linear(5, 2))
        with torch.no_grad():
            for p in net.parameters():
                p.copy_(rounded(p))
        x, target = normal(4, 3), normal(4, 2)
        y = net(x)
        F.mse_loss(y, target).backward()
        result[name] = {
            "input": plain(x), "target": plain(target), "output": plain(y),
            "parameters": {n: plain(p) for n, p in net.state_dict().items()},
            "gradients": {n: plain(p.grad) for n, p in net.named_parameters()},
        }
    write("networks", result)


def normalisation():
    """Each layer on two batches, with the gradients on the second; then, for what runs on, in evaluation."""
    result = {}
    for name, layer, batches in (
        ("BatchNorm1d", torch.nn.BatchNorm1d(4), (normal(6, 4) * 2 + 1, normal(5, 4))),
        ("LayerNorm", torch.nn.LayerNorm(4), (normal(6, 4), normal(2, 3, 4))),
        ("Embedding", torch.nn.Embedding(5, 3), (torch.tensor([[4, 0], [2, 4]]), torch.tensor([1, 3, 1]))),
    ):
        with torch.no_grad():
            for p in layer.parameters():
                p.copy_(normal(*p.shape))
        start = {n: plain(p) for n, p in layer.named_parameters()}
        layer(batches[0])
        y = layer(batches[1])
        (y * torch.cos(torch.arange(y.numel(), dtype=y.dtype)).reshape(y.shape)).sum().backward()
        ends = {n: plain(p) for n, p in layer.named_buffers() if n != "num_batches_tracked"}
        layer.eval()
        result[name] = {
            "inputs": [plain(b.to(torch.float64)) for b in batches], "parameters": start, "output": plain(y),
            "gradients": {n: plain(p.grad) for n, p in layer.named_parameters()}, "buffers": ends,
            "evaluated": plain(layer(batches[0])),
        }
    write("normalisation", result)


def spectral():
    """A Linear divided by its largest singular value: three batches in training, then one in evaluation."""
    result = {}
    for name, iterations in (("one", 1), ("three", 3)):
        linear = torch.nn.Linear(4, 3)
        layer = torch.nn.utils.parametrizations.spectral_norm(linear, n_power_iterations=iterations)
        with torch.no_grad():
            for tensor in layer.state_dict().values():
                tensor.copy_(rounded(tensor))
        start = {n: plain(p.clone()) for n, p in layer.state_dict().items()}
        x = normal(5, 4)
        layer(x), layer(x)
        y = layer(x)
        (y * torch.cos(torch.arange(y.numel(), dtype=y.dtype)).reshape(y.shape)).sum().backward()
        layer.eval()
        result[name] = {
            "inputs": [plain(x)], "parameters": start, "output": plain(y),
            "gradients": {n: plain(p.grad) for n, p in layer.named_parameters()},
            "buffers": {n: plain(p) for n, p in layer.named_buffers()}, "evaluated": plain(layer(x)),
        }
    write("spectral", result)


def optimisers():
    """Ten steps on ½ Σ (k + 1) (x - 1)², from the same start."""
    makers = {
        "sgd": lambda p: torch.optim.SGD(p, 0.05),
        "sgdDecay": lambda p: torch.optim.SGD(p, 0.05, weight_decay=0.1),
        "momentum": lambda p: torch.optim.SGD(p, 0.05, momentum=0.9, weight_decay=0.01),
        "nesterov": lambda p: torch.optim.SGD(p, 0.05, momentum=0.9, nesterov=True),
        "adam": lambda p: torch.optim.Adam(p, 0.1),
        "adamDecay": lambda p: torch.optim.Adam(p, 0.1, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1),
        "adamW": lambda p: torch.optim.AdamW(p, 0.1),
    }
    start = normal(6)
    scale = torch.arange(1, 7, dtype=torch.float64)
    result = {"start": plain(start), "ends": {}}
    for name, make in makers.items():
        x = start.clone().requires_grad_(True)
        optimiser = make([x])
        for _ in range(10):
            optimiser.zero_grad()
            (0.5 * scale * (x - 1) ** 2).sum().backward()
            optimiser.step()
        result["ends"][name] = plain(x)
    write("optimisers", result)


def schedules():
    """The learning rate in each of 20 epochs, from 0.1."""
    S = torch.optim.lr_scheduler
    makers = {
        "step": lambda o: S.StepLR(o, 3, 0.5),
        "multiStep": lambda o: S.MultiStepLR(o, [2, 7, 7, 11], 0.5),
        "exponential": lambda o: S.ExponentialLR(o, 0.9),
        "cosine": lambda o: S.CosineAnnealingLR(o, 8, 0.01),
        "cosineWarmRestarts": lambda o: S.CosineAnnealingWarmRestarts(o, 3, 2, 0.01),
        "restartsEvenly": lambda o: S.CosineAnnealingWarmRestarts(o, 4),
        "warmUp": lambda o: S.SequentialLR(
            o, [S.LinearLR(o, 0.25, total_iters=5), S.ExponentialLR(o, 0.8)], [5]
        ),
    }
    result = {}
    for name, make in makers.items():
        optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], 0.1)
        schedule = make(optimiser)
        result[name] = []
        for _ in range(20):
            result[name].append(optimiser.param_groups[0]["lr"])
            optimiser.step()
            schedule.step()
    write("schedules", result)


operations()
losses()
networks()
optimisers()
normalisation()
schedules()
spectral()
