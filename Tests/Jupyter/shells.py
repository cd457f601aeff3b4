"""Several shells of one kernel, as a test uses them."""


class Shells:
    """The shells of one kernel, through jupyter_client."""

    def __init__(self, client):
        self.client = client
        self.replies = {}
        self.published = {}

    def control(self, kind: str, **content) -> dict:
        message = self.client.session.msg(kind, content)
        self.client.control_channel.send(message)
        while True:
            reply = self.client.get_control_msg(timeout=30)
            if reply["parent_header"]["msg_id"] == message["header"]["msg_id"]:
                return reply["content"]

    def make(self) -> str:
        return self.control("create_subshell_request")["subshell_id"]

    def send(self, kind: str, shell: str | None = None, **content) -> str:
        message = self.client.session.msg(kind, content)
        message["header"]["subshell_id"] = shell
        self.client.shell_channel.send(message)
        return message["header"]["msg_id"]

    def start(self, code: str, shell: str | None = None) -> str:
        """Sends a cell, and waits until it is being run."""
        request = self.send("execute_request", shell, code=code, allow_stdin=False)
        self.messages(request, until="execute_input")
        return request

    def reply(self, request: str) -> dict:
        while request not in self.replies:
            message = self.client.get_shell_msg(timeout=30)
            self.replies[message["parent_header"]["msg_id"]] = message["content"]
        return self.replies.pop(request)

    def messages(self, request: str, until: str) -> list[dict]:
        mine = self.published.setdefault(request, [])
        while not any(message["msg_type"] == until for message in mine):
            message = self.client.get_iopub_msg(timeout=30)
            self.published.setdefault(message["parent_header"].get("msg_id"), []).append(message)
        return mine

    def run(self, code: str, shell: str | None = None) -> dict:
        return self.reply(self.start(code, shell))

    def value(self, code: str, shell: str | None = None) -> str:
        request = self.start(code, shell)
        assert self.reply(request)["status"] == "ok"
        [result] = [
            message for message in self.messages(request, until="execute_result")
            if message["msg_type"] == "execute_result"
        ]
        return result["content"]["data"]["text/plain"]

    def printed(self, code: str, shell: str | None = None) -> str:
        request = self.start(code, shell)
        messages = self.messages(request, until="stream")
        return "".join(message["content"]["text"] for message in messages if message["msg_type"] == "stream")
