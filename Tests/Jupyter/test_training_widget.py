"""`train(…, progress: "widget")`: live widgets with a button that ends the training, and a picture that stays."""

import ipywidgets
import nbformat
import pytest
from nbclient import NotebookClient

from session import KERNEL
from shells import Shells
from widgets import VIEW, as_sent, shape

CELL = """let history = train(mlp(64, 16, 10), on: digits(), epochs: 1_000_000, progress: "widget")
[history.isComplete, history.steps > 0]"""

WIDGETS = {
    "FloatProgressModel": ipywidgets.FloatProgress, "ButtonModel": ipywidgets.Button, "LabelModel": ipywidgets.Label,
    "HTMLModel": ipywidgets.HTML, "HBoxModel": ipywidgets.HBox, "VBoxModel": ipywidgets.VBox,
}


class Training:
    """A training under way in the main shell, as a front end has it: its models, and the display that shows them."""

    def __init__(self, client):
        self.shells = Shells(client)
        self.request = self.shells.start(CELL)
        messages = self.shells.messages(self.request, until="display_data")
        self.models = {
            message["content"]["comm_id"]: message["content"]["data"]["state"]
            for message in messages if message["msg_type"] == "comm_open"
        }
        [self.display] = [message["content"] for message in messages if message["msg_type"] == "display_data"]

    def named(self, name):
        [identifier] = [comm for comm, state in self.models.items() if state["_model_name"] == name]
        return identifier

    def press(self, shell=None):
        data = {"method": "custom", "content": {"event": "click"}}
        self.shells.send("comm_msg", shell, comm_id=self.named("ButtonModel"), data=data)

    def end(self):
        """What the cell published, when it has ended by itself."""
        assert self.shells.reply(self.request)["status"] == "ok"
        return self.shells.messages(self.request, until="execute_result")


@pytest.fixture
def training(session):
    return Training(session(MLP_SWIFT_HISTORY="off").client)


@pytest.mark.parametrize("name", WIDGETS)
def test_a_widget_is_what_ipywidgets_would_make(training, name):
    state = training.models[training.named(name)]
    widget = WIDGETS[name]()
    assert shape(state) == shape(as_sent(widget.get_state()))
    layout = training.models[state["layout"].removeprefix("IPY_MODEL_")]
    assert shape(layout) == shape(widget.layout.get_state())
    if "style" in state:
        style = training.models[state["style"].removeprefix("IPY_MODEL_")]
        assert style == widget.style.get_state()


@pytest.mark.parametrize("kind", ["the main shell", "a subshell"])
def test_the_button_ends_the_training_and_the_cell_goes_on(training, kind):
    training.press(training.shells.make() if kind == "a subshell" else None)
    messages = training.end()
    [result] = [message["content"]["data"] for message in messages if message["msg_type"] == "execute_result"]
    assert result["text/plain"] == "[false, true]"
    closed = {message["content"]["comm_id"] for message in messages if message["msg_type"] == "comm_close"}
    assert closed == set(training.models)


def test_the_widgets_move_and_the_display_changes_at_the_end_alone(training):
    training.shells.messages(training.request, until="comm_msg")
    training.press()
    messages = training.end()
    moves = [message["content"] for message in messages if message["msg_type"] == "comm_msg"]
    values = [move["data"]["state"]["value"] for move in moves if move["comm_id"] == training.named("FloatProgressModel")]
    assert values and all(0 < value < 1 for value in values)
    assert training.display["data"][VIEW]["model_id"] == training.named("VBoxModel")
    [update] = [message["content"] for message in messages if message["msg_type"] == "update_display_data"]
    assert update["transient"] == training.display["transient"]
    assert set(update["data"]) == {"image/svg+xml", "text/plain"}
    assert update["data"]["text/plain"].startswith("stopped after")


def test_a_notebook_file_keeps_the_picture(binary, tmp_path):
    cell = nbformat.v4.new_code_cell('train(mlp(64, 64, 10), on: digits(), epochs: 1000, progress: "widget");')
    notebook = nbformat.v4.new_notebook(cells=[cell])
    NotebookClient(
        notebook, kernel_name=KERNEL, timeout=120, resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    [output] = notebook.cells[0].outputs
    assert set(output.data) == {"image/svg+xml", "text/plain"}
    assert output.data["text/plain"].startswith("trained 57000 steps")
