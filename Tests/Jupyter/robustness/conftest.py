import stat

import pytest

from robustness.kernel import Kernel


@pytest.fixture
def start(binary, tmp_path):
    """Starts a kernel of the test's own in an empty folder: `start(key="")`."""
    kernels = []

    def start(**options) -> Kernel:
        folder = tmp_path / f"kernel{len(kernels)}"
        folder.mkdir()
        kernels.append(Kernel(binary, folder, **options))
        return kernels[-1]

    yield start
    for kernel in kernels:
        kernel.stop()


@pytest.fixture
def kernel(start) -> Kernel:
    return start()


@pytest.fixture
def client(kernel):
    return kernel.connect()


@pytest.fixture
def endless_gnuplot(tmp_path) -> str:
    """A folder with a gnuplot that never finishes."""
    programs = tmp_path / "programs"
    programs.mkdir()
    gnuplot = programs / "gnuplot"
    gnuplot.write_text("#!/bin/sh\nexec sleep 600\n")
    gnuplot.chmod(gnuplot.stat().st_mode | stat.S_IXUSR)
    return str(programs)
