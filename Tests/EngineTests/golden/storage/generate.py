"""Writes the files of this folder with NumPy, PyTorch and the safetensors package.

    pip install numpy torch safetensors && python generate.py

With `check FOLDER` it reads the files that our own tests left in a folder, and compares.
"""

import struct
import sys
from pathlib import Path

import numpy as np
import safetensors.numpy as st

HERE = Path(__file__).parent

# Numbers whose bits tell mistakes apart: signs of zero, subnormal, infinite, not a number with a payload.
F32 = np.frombuffer(
    struct.pack("<8I", 0x80000000, 1, 0x3DCCCCCD, 0x7F800000, 0x7FC12345, 0xFF7FFFFF, 0x00800000, 0xBF800000), "<f4"
)
F64 = np.frombuffer(
    struct.pack("<4Q", 0x8000000000000000, 1, 0x3FB999999999999A, 0x7FF8000000012345), "<f8"
)
INTEGERS = {"u1": [0, 255], "i1": [-128, 127], "u2": [0, 65535], "i2": [-32768, 32767], "u4": [0, 2**32 - 1],
            "i4": [-(2**31), 2**31 - 1], "u8": [0, 2**53], "i8": [-(2**53), 2**53]}
MATRIX = np.arange(6, dtype="<f4").reshape(2, 3)


def tensors():
    """What both formats hold, and our tests write again."""
    return {"weight": F32.reshape(2, 4), "précis \"x\"\n": F64, "a/b": np.zeros((0, 3), "<f4"),
            "scalar": np.array(2.5, "<f8"), "10": MATRIX, "2": MATRIX.astype("<f8")}


def mixed():
    """Types that are converted when they are read."""
    all = {name: np.array(values, "<" + name) for name, values in INTEGERS.items()}
    return all | {"bool": np.array([True, False, True]), "f2": np.array([0.5, -65504, 6e-8, np.inf], "<f2")}


def write_safetensors():
    st.save_file(tensors(), HERE / "exact.safetensors", metadata={"format": "pt"})
    st.save_file(mixed(), HERE / "mixed.safetensors")
    # bfloat16 is unknown to NumPy: written by hand, 1.5 and -2.
    header = b'{"x":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}}'
    header += b" " * (-len(header) % 8)
    (HERE / "bfloat16.safetensors").write_bytes(
        struct.pack("<Q", len(header)) + header + struct.pack("<2H", 0x3FC0, 0xC000))


def write_numpy():
    np.save(HERE / "f4.npy", F32)
    np.save(HERE / "matrix.npy", MATRIX)
    np.save(HERE / "scalar.npy", np.array(2.5))
    np.save(HERE / "big-endian.npy", MATRIX.astype(">f8"))
    np.save(HERE / "fortran.npy", np.asfortranarray(np.arange(24, dtype="<f4").reshape(2, 3, 4)))
    np.save(HERE / "big-integers.npy", np.array([-5, 2**40], ">i8"))
    np.save(HERE / "objects.npy", np.array([{}, None], dtype=object))
    np.save(HERE / "complex.npy", np.array([1j]))
    np.save(HERE / "too-large.npy", np.array([2**53 + 1]))
    for version in [(2, 0), (3, 0)]:
        with open(HERE / f"version{version[0]}.npy", "wb") as file:
            np.lib.format.write_array(file, MATRIX, version=version)
    np.savez(HERE / "arrays.npz", x=MATRIX, é=F64, **mixed())
    np.savez_compressed(HERE / "compressed.npz", x=MATRIX)


def write_torch():
    import torch
    from safetensors.torch import save_file

    torch.manual_seed(0)
    net = torch.nn.Sequential(
        torch.nn.Linear(2, 5), torch.nn.Tanh(), torch.nn.BatchNorm1d(5), torch.nn.Linear(5, 3, bias=False))
    net(torch.randn(8, 2))  # so that the running statistics are not those of the beginning
    net.eval()
    save_file(net.state_dict(), HERE / "sequential.safetensors")
    x = torch.tensor([[0.5, -1.0], [2.0, 0.25]])
    save_file({"x": x, "y": net(x).detach()}, HERE / "sequential-output.safetensors")
    write_nested()


def write_nested():
    """A chain within a chain, and both of PyTorch's spectral normalisations, each with what it gives for `x`."""
    import torch
    from safetensors.torch import save_file

    nn = torch.nn
    norms = {"nested": lambda layer: layer, "spectral": nn.utils.parametrizations.spectral_norm,
             "spectral-old": nn.utils.spectral_norm}
    x = torch.tensor([[0.5, -1.0], [2.0, 0.25]])
    for name, norm in norms.items():
        torch.manual_seed(1)
        net = nn.Sequential(nn.Sequential(norm(nn.Linear(2, 5)), nn.Tanh()), norm(nn.Linear(5, 3)))
        net(torch.randn(8, 2))
        net.eval()
        save_file({n: t.contiguous() for n, t in net.state_dict().items()}, HERE / f"{name}.safetensors")
        save_file({"x": x, "y": net(x).detach()}, HERE / f"{name}-output.safetensors")


def same(a, b):
    assert a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes(), (a, b)


def check(folder):
    """Reads with the packages what our own tests wrote."""
    found = st.load_file(folder / "exact.safetensors")
    assert found.keys() == tensors().keys()
    for name, array in tensors().items():
        same(found[name], array)
    same(np.load(folder / "f4.npy"), F32)
    same(np.load(folder / "matrix.npy"), MATRIX)
    for name in ["arrays.npz", "compressed.npz"]:
        with np.load(folder / name) as archive:
            assert set(archive.files) == {"x", "é"}
            same(archive["x"], MATRIX)
            same(archive["é"], F64)
    print("the packages read the same bits")


if len(sys.argv) == 3 and sys.argv[1] == "check":
    check(Path(sys.argv[2]))
else:
    write_safetensors()
    write_numpy()
    write_torch()
