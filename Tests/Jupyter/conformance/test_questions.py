"""Requests that run nothing: kernel_info, complete, inspect, is_complete, history, connect."""

import pytest


@pytest.mark.parametrize("channel", ["shell", "control"])
def test_the_kernel_says_what_it_is(client, dialect, channel):
    turn = client.ask("kernel_info_request", channel=channel)
    assert turn.reply.type == "kernel_info_reply" and turn.published == []
    info = turn.content
    assert info["status"] == "ok"
    assert int(info["protocol_version"].split(".")[0]) == 5
    language = info["language_info"]
    assert language["name"] == dialect.language
    assert language["file_extension"].startswith(".") and language["mimetype"] and language["version"]
    assert info["implementation"] and info["implementation_version"] and isinstance(info["banner"], str)
    assert all(link["text"] and link["url"] for link in info["help_links"])
    assert isinstance(info["supported_features"], list)
    for feature, name in {"subshells": "kernel subshells", "debugger": "debugger"}.items():
        assert (name in info["supported_features"]) == (feature in dialect.features)


def test_the_ports_are_told(shared, client, needs):
    needs("connect_request")
    content = client.ask("connect_request").content
    # ipykernel leaves out `control`, and writes the names without `_port`.
    for name in ("shell", "iopub", "stdin", "hb"):
        told = content.get(f"{name}_port", content.get(name))
        assert told == shared.connection[f"{name}_port"]


def test_a_name_is_completed_at_the_cursor(client, dialect):
    definition, start = dialect.complete
    client.run(definition)
    code = f"1 + {start} + 1"
    end = 4 + len(start)
    content = client.ask("complete_request", {"code": code, "cursor_pos": end}).content
    assert content["status"] == "ok" and "answerOfAll" in content["matches"]
    assert (content["cursor_start"], content["cursor_end"]) == (4, end)
    assert isinstance(content["metadata"], dict)


def test_the_cursor_counts_code_points(client, dialect):
    definition, start = dialect.complete
    client.run(definition)
    code = f'"😀é" + {start}'
    content = client.ask("complete_request", {"code": code, "cursor_pos": len(code)}).content
    assert (content["cursor_start"], content["cursor_end"]) == (7, 7 + len(start))


def test_a_completion_says_what_kind_of_thing_it_is(client, dialect, needs):
    needs("typed completion")
    client.run(dialect.complete[0])
    content = client.ask("complete_request", {"code": dialect.complete[1], "cursor_pos": 9}).content
    kinds = content["metadata"]["_jupyter_types_experimental"]
    assert {entry["text"] for entry in kinds} == set(content["matches"])
    assert all({"text", "type", "start", "end"} <= entry.keys() for entry in kinds)


def test_nothing_to_complete_gives_no_matches(client):
    content = client.ask("complete_request", {"code": "zzzzqq", "cursor_pos": 6}).content
    assert content["status"] == "ok" and content["matches"] == []


@pytest.mark.parametrize("detail", [0, 1])
def test_what_is_known_is_inspected(client, dialect, detail):
    code = dialect.inspected
    content = client.ask("inspect_request", {"code": code, "cursor_pos": len(code), "detail_level": detail}).content
    assert content["status"] == "ok" and content["found"] is True
    assert "text/plain" in content["data"] and isinstance(content["metadata"], dict)


def test_what_is_unknown_is_not_found(client):
    content = client.ask("inspect_request", {"code": "zzzzqq", "cursor_pos": 6, "detail_level": 0}).content
    assert content["status"] == "ok" and content["found"] is False and content["data"] == {}


@pytest.mark.parametrize("status", ["complete", "incomplete", "invalid"])
def test_code_is_complete_or_not(client, dialect, status):
    content = client.ask("is_complete_request", {"code": dialect.completeness[status]}).content
    assert content["status"] == status
    assert isinstance(content.get("indent", ""), str)
    if status == "incomplete":
        assert "indent" in content


class TestHistory:
    """Of a kernel whose cells are known."""

    CELLS = ["111 + 1", "222 + 2", "111 + 1", "333"]

    @pytest.fixture(autouse=True)
    def cells(self, client):
        self.client = client
        counts = [client.run(code).content["execution_count"] for code in self.CELLS]
        client.run("444 + 4", store_history=False)
        self.first = counts[0]

    def ask(self, **fields):
        content = {"output": False, "raw": True, **fields}
        turn = self.client.ask("history_request", content)
        assert turn.reply.type == "history_reply" and turn.content["status"] == "ok"
        return turn.content["history"]

    def inputs(self, **fields):
        return [entry[2] for entry in self.ask(**fields)]

    def test_tail(self):
        assert self.inputs(hist_access_type="tail", n=2)[-1] == "333"
        assert len(self.ask(hist_access_type="tail", n=2)) == 2
        numbers = [entry[1] for entry in self.ask(hist_access_type="tail", n=3)]
        assert numbers == sorted(numbers)

    def test_range(self):
        fields = {"hist_access_type": "range", "session": 0, "start": self.first, "stop": self.first + 3}
        assert self.inputs(**fields) == self.CELLS[:3]
        assert [entry[1] for entry in self.ask(**fields)] == [self.first + index for index in range(3)]

    def test_range_with_values(self):
        fields = {"hist_access_type": "range", "session": 0, "start": self.first, "stop": self.first + 2}
        entries = self.ask(**fields, output=True)
        assert [entry[2] for entry in entries] == [["111 + 1", "112"], ["222 + 2", "224"]]

    def test_search(self):
        assert self.inputs(hist_access_type="search", pattern="111*", n=2) == ["111 + 1", "111 + 1"]
        assert self.inputs(hist_access_type="search", pattern="111*", n=9, unique=True) == ["111 + 1"]
        assert self.inputs(hist_access_type="search", pattern="?22 + 2", n=1) == ["222 + 2"]
        assert self.inputs(hist_access_type="search", pattern="444*", n=5) == [], "this cell was not to be kept"

    def test_search_in_brackets_as_a_glob_has_them(self):
        assert self.inputs(hist_access_type="search", pattern="[3-4]33", n=1) == ["333"]
        assert self.inputs(hist_access_type="search", pattern="[^3]33", n=1) == []

    def test_search_finds_the_latest_in_order(self):
        found = self.inputs(hist_access_type="search", pattern="*[123] + ?", n=2)
        assert found == ["222 + 2", "111 + 1"]


def test_a_question_of_an_unknown_kind_does_no_harm(client, dialect):
    for channel in ("shell", "control"):
        client.send("teapot_request", {"sugar": 2}, channel)
    assert client.run(dialect.value[0]).content["status"] == "ok"


def test_an_unknown_question_is_surrounded_by_busy_and_idle(client, dialect, needs):
    needs("silence about unknown replies")  # ipykernel says nothing at all.
    for channel in ("shell", "control"):
        assert client.published(client.send("teapot_request", {}, channel)) == []
