"""Golden values for further optimisers, schedules and gradient clipping, computed by PyTorch in double precision.

    pip install torch
    python training.py

writes training.json beside this file.
"""

import json
import pathlib

import torch

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)
S = torch.optim.lr_scheduler


def plain(x):
    return {"shape": list(x.shape), "values": x.detach().reshape(-1).tolist()}


START = torch.randn(6).to(torch.float32).to(torch.float64)
SCALE = torch.arange(1, 7, dtype=torch.float64)


def loss(x):
    """½ Σ (k + 1) (x - 1)² + ¼ (Σ x)² + ⅛ Σ x⁴: coupled, and not quadratic."""
    return (0.5 * SCALE * (x - 1) ** 2).sum() + 0.25 * x.sum() ** 2 + 0.125 * (x**4).sum()


def optimisers():
    """The numbers after each of ten steps, from the same start."""
    O = torch.optim
    makers = {
        "rmsprop": lambda p: O.RMSprop(p),
        "rmspropAll": lambda p: O.RMSprop(p, 0.02, 0.9, 1e-6, 0.1, 0.8, True),
        "rmspropMomentum": lambda p: O.RMSprop(p, 0.02, momentum=0.9),
        "adagrad": lambda p: O.Adagrad(p),
        "adagradAll": lambda p: O.Adagrad(p, 0.1, 0.05, 0.1, 0.3, 1e-6),
        "lbfgs": lambda p: O.LBFGS(p, lr=0.1, max_iter=2),
        "lbfgsDefaults": lambda p: O.LBFGS(p),
        "lbfgsShort": lambda p: O.LBFGS(p, lr=0.3, max_iter=3, max_eval=2, history_size=2),
        "lbfgsWolfe": lambda p: O.LBFGS(p, max_iter=1, line_search_fn="strong_wolfe"),
        "lbfgsWolfeFar": lambda p: O.LBFGS(p, lr=30, max_iter=2, history_size=3, line_search_fn="strong_wolfe"),
        "lbfgsWolfeNear": lambda p: O.LBFGS(p, lr=0.001, max_iter=1, max_eval=9, line_search_fn="strong_wolfe"),
    }
    result = {}
    for name, make in makers.items():
        x = START.clone().requires_grad_(True)
        optimiser = make([x])
        result[name] = []

        def closure():
            optimiser.zero_grad()
            value = loss(x)
            value.backward()
            return value

        for _ in range(10):
            optimiser.step(closure)
            result[name].append(plain(x))
    return {"start": plain(START), "courses": result}


def schedules():
    """The learning rate in each of 60 epochs or steps, from 0.1."""
    makers = {
        "step": lambda o: S.StepLR(o, 30),
        "multiStep": lambda o: S.MultiStepLR(o, [2, 7, 7, 41], 0.5),
        "exponential": lambda o: S.ExponentialLR(o, 0.9),
        "cosine": lambda o: S.CosineAnnealingLR(o, 17, 0.01),
        "restarts": lambda o: S.CosineAnnealingWarmRestarts(o, 10, 2),
        "oneCycle": lambda o: S.OneCycleLR(o, 0.5, 60, cycle_momentum=False),
        "oneCycleLinear": lambda o: S.OneCycleLR(
            o, 0.5, 60, pct_start=0.41, anneal_strategy="linear", div_factor=10, final_div_factor=100,
            cycle_momentum=False),
        "oneCycleThree": lambda o: S.OneCycleLR(o, 0.5, 60, three_phase=True, cycle_momentum=False),
        "oneCycleDown": lambda o: S.OneCycleLR(o, 0.5, 60, pct_start=0.0, cycle_momentum=False),
        "warmup": lambda o: S.LinearLR(o, total_iters=8),
        "warmupCosine": lambda o: S.SequentialLR(
            o, [S.LinearLR(o, 0.01, total_iters=10), S.CosineAnnealingLR(o, 50)], [10]),
    }
    result = {}
    for name, make in makers.items():
        optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], 0.1)
        schedule = make(optimiser)
        result[name] = []
        for step in range(60):
            result[name].append(optimiser.param_groups[0]["lr"])
            optimiser.step()
            if step < 59:
                schedule.step()
    return result


def clipping():
    a, b = torch.randn(2, 3), torch.randn(4) * 3
    result = {"gradients": [plain(a), plain(b)]}
    for name, limit in {"norm": 0.7, "longNorm": 100.0}.items():
        parameters = [torch.nn.Parameter(torch.zeros_like(g)) for g in (a, b)]
        for p, g in zip(parameters, (a, b)):
            p.grad = g.clone()
        torch.nn.utils.clip_grad_norm_(parameters, limit)
        result[name] = [plain(p.grad) for p in parameters]
    parameters = [torch.nn.Parameter(torch.zeros_like(g)) for g in (a, b)]
    for p, g in zip(parameters, (a, b)):
        p.grad = g.clone()
    torch.nn.utils.clip_grad_value_(parameters, 0.5)
    result["value"] = [plain(p.grad) for p in parameters]
    return result


values = {"optimisers": optimisers(), "schedules": schedules(), "clipping": clipping()}
file = pathlib.Path(__file__).parent / "training.json"
file.write_text(json.dumps(values, separators=(",", ":")) + "\n")
