"""A kernel as a test sees it: a cell goes in, outcomes come back."""

from dataclasses import dataclass, field

KERNEL = "mlp-swift"


@dataclass
class Outcome:
    """What one cell did: the content of its reply, and the messages that it published."""

    reply: dict
    messages: list[dict] = field(default_factory=list)

    @property
    def status(self) -> str:
        return self.reply["status"]

    @property
    def result(self) -> str | None:
        """The plain text of the cell's value."""
        for message in self.messages:
            if message["msg_type"] == "execute_result":
                return message["content"]["data"]["text/plain"]
        return None

    @property
    def mime_types(self) -> set[str]:
        return {mime for message in self.messages for mime in message["content"].get("data", {})}

    @property
    def text(self) -> str:
        """Everything that a person could read: streams, values, errors."""
        parts = []
        for message in self.messages:
            content = message["content"]
            parts += [content.get("text", ""), content.get("evalue", ""), *content.get("traceback", [])]
            parts += [str(data) for data in content.get("data", {}).values()]
        return "\n".join(parts)


class Session:
    def __init__(self, client):
        self.client = client

    def run(self, code: str, timeout: float = 60) -> Outcome:
        outcome = Outcome(reply={})

        def keep(message):
            if message["msg_type"] not in ("status", "execute_input"):
                outcome.messages.append(message)

        reply = self.client.execute_interactive(code, timeout=timeout, output_hook=keep, allow_stdin=False)
        outcome.reply = reply["content"]
        return outcome
