"""The side of a debugger that a front end has: requests on control, events on iopub."""

import itertools


class Debugger:
    def __init__(self, client):
        self.client = client
        self.numbers = itertools.count(1)

    def ask(self, command: str, **arguments) -> dict:
        """The whole response to a request."""
        content = {"type": "request", "seq": next(self.numbers), "command": command, "arguments": arguments}
        turn = self.client.ask("debug_request", content, "control")
        # An event has the latest request as its parent, so it may seem to belong to it.
        self.client.waiting["iopub"] += [message for message in turn.published if message.type == "debug_event"]
        return turn.content

    def get(self, command: str, **arguments) -> dict:
        """The body of the response, if the request succeeds."""
        response = self.ask(command, **arguments)
        assert response["type"] == "response" and response["success"], response
        return response.get("body", {})

    def event(self, name: str) -> dict:
        """The body of the next event of this name. Earlier events of other names stay."""
        found = self.client.find(
            "iopub", lambda message: message.type == "debug_event" and message.content["event"] == name
        )
        assert found.content["type"] == "event"
        return found.content["body"]

    def attach(self) -> None:
        self.get(
            "initialize", clientID="conformance", clientName="conformance", adapterID="", locale="en",
            pathFormat="path", linesStartAt1=True, columnsStartAt1=True, supportsVariableType=True,
            supportsVariablePaging=True, supportsRunInTerminalRequest=True,
        )
        self.get("attach")

    def disconnect(self) -> None:
        self.get("disconnect", restart=False, terminateDebuggee=False)

    def stop_at(self, code: str, *lines: int, **more) -> list[dict]:
        """Sets breakpoints in a cell, and returns what they have become."""
        path = self.get("dumpCell", code=code)["sourcePath"]
        wanted = [{"line": line, **more} for line in lines]
        return self.get("setBreakpoints", source={"path": path}, breakpoints=wanted, sourceModified=False)["breakpoints"]

    # While a cell is held up

    def frames(self, thread: int = 1) -> list[dict]:
        return self.get("stackTrace", threadId=thread)["stackFrames"]

    def place(self, thread: int = 1) -> tuple[str, int]:
        """The innermost call, and the line that it has come to."""
        frame = self.frames(thread)[0]
        return frame["name"], frame["line"]

    def variables(self, scope: str, frame: int = 0, thread: int = 1) -> dict[str, dict]:
        """The variables of a scope by their names."""
        scopes = self.get("scopes", frameId=self.frames(thread)[frame]["id"])["scopes"]
        return self.inside(next(found for found in scopes if found["name"] == scope))

    def inside(self, value: dict, **paging) -> dict[str, dict]:
        """What is inside of a scope or of a variable."""
        found = self.get("variables", variablesReference=value["variablesReference"], **paging)["variables"]
        return {variable["name"]: variable for variable in found}

    def go(self, command: str, thread: int = 1) -> dict:
        """Lets the cell go on until it is held up again, and returns why."""
        self.get(command, threadId=thread)
        self.event("continued")
        return self.event("stopped")


def murmur2(text: str, seed: int) -> int:
    """As front ends compute the name of a cell."""
    data, factor, mask = text.encode(), 0x5BD1E995, 0xFFFFFFFF
    whole = len(data) & ~3
    value = seed ^ len(data)
    for start in range(0, whole, 4):
        word = int.from_bytes(data[start : start + 4], "little") * factor & mask
        word = (word ^ word >> 24) * factor & mask
        value = value * factor & mask ^ word
    if whole < len(data):
        value = (value ^ int.from_bytes(data[whole:], "little")) * factor & mask
    value = (value ^ value >> 13) * factor & mask
    return value ^ value >> 15
