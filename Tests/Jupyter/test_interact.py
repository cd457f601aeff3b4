"""The controls of `interact`: the models that ipywidgets would make, and results that follow the moves."""

import ipywidgets
import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter

from session import KERNEL
from widgets import STATE, VIEW, as_sent, shape

CELL = """interact(
  count: 1...10, size: 0.0...1.0, name: ["tanh", "relu"], on: true, title: "a title"
) { count, size, name, on, title in
  print(title)
  "\\(count) \\(size) \\(name) \\(on)"
}"""

WIDGETS = {
    "count": ipywidgets.IntSlider, "size": ipywidgets.FloatSlider, "name": ipywidgets.Dropdown,
    "on": ipywidgets.Checkbox, "title": ipywidgets.Text,
}


class Interaction:
    """A cell with controls as a front end has it: its models, and what comes of a move."""

    def __init__(self, client, cell):
        self.client = client
        self.models = {}
        self.displays = []
        reply = client.execute_interactive(cell, timeout=60, output_hook=self.keep, allow_stdin=False)
        assert reply["content"]["status"] == "ok", reply["content"]

    def keep(self, message):
        content = message["content"]
        if message["msg_type"] == "comm_open":
            self.models[content["comm_id"]] = content["data"]["state"]
        elif message["msg_type"] == "display_data":
            self.displays.append(content["data"])

    def named(self, member, value):
        [identifier] = [comm for comm, state in self.models.items() if state.get(member) == value]
        return identifier

    def say(self, kind, content):
        message = self.client.session.msg(kind, content)
        self.client.shell_channel.send(message)
        return message["header"]["msg_id"]

    def update(self, label, **state):
        data = {"method": "update", "state": state, "buffer_paths": []}
        return self.say("comm_msg", {"comm_id": self.named("description", label), "data": data})

    def caused(self, request):
        """The contents of the comm messages that come for a request, up to idle."""
        contents = []
        while True:
            message = self.client.get_iopub_msg(timeout=60)
            if message["parent_header"].get("msg_id") != request:
                continue
            if message["msg_type"] == "comm_msg":
                contents.append(message["content"])
            elif message["content"].get("execution_state") == "idle":
                return contents

    def results(self, contents):
        """The outputs that the results' area was told."""
        area = self.named("_model_name", "OutputModel")
        return [content["data"]["state"]["outputs"] for content in contents if content["comm_id"] == area]


@pytest.fixture
def interaction(session):
    return Interaction(session().client, CELL)


def texts(outputs):
    return [output.get("text") or output["data"]["text/plain"] for output in outputs]


@pytest.mark.parametrize("label", WIDGETS)
def test_a_control_is_what_ipywidgets_would_make(interaction, label):
    state = interaction.models[interaction.named("description", label)]
    widget = WIDGETS[label]()
    assert shape(state) == shape(widget.get_state())
    style = interaction.models[state["style"].removeprefix("IPY_MODEL_")]
    assert shape(style) == shape(widget.style.get_state())
    layout = interaction.models[state["layout"].removeprefix("IPY_MODEL_")]
    assert layout == widget.layout.get_state()


def test_the_column_and_the_results_are_what_ipywidgets_would_make(interaction):
    for widget in (ipywidgets.Output(), ipywidgets.VBox()):
        state = interaction.models[interaction.named("_model_name", widget._model_name)]
        assert shape(state) == shape(widget.get_state())


def test_members_that_are_not_set_have_the_values_of_ipywidgets(interaction):
    given = {
        "description", "layout", "style", "value", "min", "max", "step", "index", "_options_labels", "readout_format",
    }
    for label, widget in WIDGETS.items():
        state = interaction.models[interaction.named("description", label)]
        usual = as_sent(widget().get_state())
        assert {name: state[name] for name in set(state) - given} == {
            name: usual[name] for name in set(usual) - given
        }


def test_results_follow_a_move(interaction):
    contents = interaction.caused(interaction.update("count", value=8))
    assert [content["data"]["method"] for content in contents] == ["echo_update", "update"]
    [outputs] = interaction.results(contents)
    assert texts(outputs) == ["a title\n", '"8 0.5 tanh true"']
    [outputs] = interaction.results(interaction.caused(interaction.update("name", index=1)))
    assert texts(outputs)[-1] == '"8 0.5 relu true"'


def test_of_moves_that_wait_only_the_last_is_computed(interaction):
    blocking = interaction.client.execute("let end = clock() + 1\nwhile clock() < end { }", store_history=False)
    moves = [interaction.update("count", value=value) for value in (1, 2, 3, 4, 6, 7, 8, 9)]
    interaction.caused(blocking)
    results = [outputs for move in moves for outputs in interaction.results(interaction.caused(move))]
    assert [texts(outputs)[-1] for outputs in results] == ['"9 0.5 tanh true"']


def test_an_error_is_shown_below_the_controls(session):
    interaction = Interaction(session().client, "interact(k: 0...2) { k in [10, 20][k] }")
    [[error]] = interaction.results(interaction.caused(interaction.update("k", value=2)))
    assert error["output_type"] == "error" and error["ename"] == "E042"
    assert any("Cell [1], line 1" in line for line in error["traceback"])


@pytest.mark.parametrize("stores", [False, True], ids=["without the state of widgets", "with it"])
def test_a_notebook_file_shows_the_first_result(binary, tmp_path, stores):
    cell = nbformat.v4.new_code_cell("interact(k: 1...9) { k in plot({ x in sin(k * x) }, on: 0...6.28) }")
    notebook = nbformat.v4.new_notebook(cells=[cell])
    NotebookClient(
        notebook, kernel_name=KERNEL, timeout=60, store_widget_state=stores,
        resources={"metadata": {"path": str(tmp_path)}},
    ).execute()
    [output] = notebook.cells[0].outputs
    assert VIEW in output.data and output.data["image/svg+xml"].startswith("<svg") and "┤" in output.data["text/plain"]
    nbformat.validate(notebook)
    page, _ = HTMLExporter().from_notebook_node(notebook)
    if stores:
        # The page draws the controls, and the result is part of their state.
        states = notebook.metadata.widgets[STATE]["state"].values()
        [area] = [model["state"] for model in states if model["model_name"] == "OutputModel"]
        assert area["outputs"][0]["data"] == {name: output.data[name] for name in ("image/svg+xml", "text/plain")}
        assert STATE in page
    else:
        assert 'src="data:image/svg+xml;base64,' in page
