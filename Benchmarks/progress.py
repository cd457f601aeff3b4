"""What the live curve and the widgets cost a training that shows them, in a running kernel: the same training by turns."""

import pathlib

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

from turns import medians, table

ROOT = pathlib.Path(__file__).parent.parent
SPECS = KernelSpecManager(kernel_dirs=[str(ROOT / ".venv/share/jupyter/kernels")])
SETUP = """
let data = digits()
func seconds(progress) {
  seed(1)
  let net = mlp(64, 128, 10)
  let start = clock()
  train(net, on: data, epochs: 1500, batch: 32, seed: 1, progress: progress)
  return clock() - start
}
"""


def main() -> None:
    manager = KernelManager(kernel_name="mlp-swift", kernel_spec_manager=SPECS)
    manager.start_kernel(env={"MLP_SWIFT_HISTORY": "off", "PATH": "/usr/bin:/bin"})
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)

    def milliseconds(progress: str) -> float:
        printed = []

        def keep(message):
            if message["msg_type"] == "stream":
                printed.append(message["content"]["text"])

        client.execute_interactive(f'print("took", seconds({progress}))', output_hook=keep, timeout=60)
        return float("".join(printed).rsplit("took", 1)[1]) * 1000

    client.execute_interactive(SETUP, timeout=60)
    measures = {
        "without": lambda: milliseconds("false"), "with the curve": lambda: milliseconds("true"),
        "with the widgets": lambda: milliseconds('"widget"'),
    }
    table("A training that shows its progress", "ms", [("digits, 1,500 epochs", medians(measures, rounds=7))], "without")
    client.stop_channels()
    manager.shutdown_kernel(now=True)


main()
