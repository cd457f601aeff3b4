"""The kernels under test: one that the tests of a module share, and new ones for those that end it."""

import time

import pytest
from jupyter_client.manager import KernelManager

from conformance.client import Client
from conformance.dialects import DIALECTS


@pytest.fixture(scope="session", params=DIALECTS, ids=lambda dialect: dialect.kernel)
def dialect(request, binary):
    return request.param


@pytest.fixture
def needs(dialect):
    """Skips a test whose kernel or language lacks what it is about: `needs("subshells")`, `needs(dialect.page)`."""

    def check(what: str | None, reason: str = "the language has no way to do this"):
        if what is None:
            pytest.skip(reason)
        if what in KNOWN_FEATURES and dialect.lacks(what):
            pytest.skip(f"{dialect.kernel} lacks: {what}")

    return check


KNOWN_FEATURES = frozenset().union(*(dialect.features for dialect in DIALECTS))


class Running:
    """A kernel that was started, with the manager that started it."""

    def __init__(self, dialect, **options):
        start = {name: options.pop(name) for name in ("env", "cwd") if name in options}
        self.manager = KernelManager(kernel_name=dialect.kernel, **options)
        self.manager.start_kernel(**start)
        self.connection = self.manager.get_connection_info()
        self.clients: list[Client] = []

    @property
    def process(self):
        return self.manager.provisioner.process

    def connect(self, **options) -> Client:
        """A client that is subscribed to iopub, and whose first request was answered."""
        client = Client(self.connection, **options)
        self.clients.append(client)
        end = time.monotonic() + 60
        while True:
            request = client.send("kernel_info_request", channel="control")
            client.reply(request, "control", timeout=60)
            try:
                client.find("iopub", lambda message: message.parent.get("msg_id") == request, timeout=0.2)
                break
            except TimeoutError:
                assert time.monotonic() < end, "nothing comes on iopub"
        client.run("")  # Whatever the start still has to say is said before.
        for queue in client.waiting.values():
            queue.clear()
        return client

    def interrupt(self, client: Client) -> None:
        """As the kernelspec says: by a message, or by a signal."""
        if self.manager.kernel_spec.interrupt_mode == "message":
            assert client.ask("interrupt_request", channel="control").content["status"] == "ok"
        else:
            self.manager.interrupt_kernel()

    def stop(self) -> None:
        for client in self.clients:
            client.close()
        self.manager.shutdown_kernel(now=True)


@pytest.fixture(scope="session")
def shared(dialect, tmp_path_factory):
    running = Running(dialect, cwd=str(tmp_path_factory.mktemp("shared")))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def shared_client(shared):
    return shared.connect()


@pytest.fixture
def client(shared_client):
    """A client of the shared kernel. Nothing of an earlier test waits for it."""
    yield shared_client
    shared_client.run("")
    for queue in shared_client.waiting.values():
        queue.clear()


@pytest.fixture
def start(dialect, tmp_path):
    """Starts a kernel of the test's own: `start(transport="ipc")`."""
    kernels = []

    def start(**options) -> Running:
        kernels.append(Running(dialect, cwd=str(tmp_path), **options))
        return kernels[-1]

    yield start
    for kernel in kernels:
        kernel.stop()
