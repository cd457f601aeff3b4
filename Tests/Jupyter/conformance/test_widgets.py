"""Widgets: models opened over comms, moved by a front end, and told anew to one that comes later."""

import uuid

import pytest

VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture
def models(client, dialect, needs):
    """The models of a slider from 1 to 9 with the label `k` and of what belongs to it: comm id → state."""
    needs(dialect.slider)
    turn = client.run(dialect.slider)
    assert turn.content["status"] == "ok"
    opened = [message for message in turn.published if message.type == "comm_open"]
    for message in opened:
        assert message.content["target_name"] == "jupyter.widget"
        assert message.metadata["version"] == "2.1.0"
        assert message.content["data"]["buffer_paths"] == []
    states = {message.content["comm_id"]: message.content["data"]["state"] for message in opened}
    for content in turn.all("comm_msg"):
        if content["data"]["method"] == "update":
            states[content["comm_id"]].update(content["data"]["state"])
    view = [data["data"][VIEW] for data in turn.all("display_data") if VIEW in data["data"]][-1]
    assert view["version_major"] == 2 and view["model_id"] in states
    return states


@pytest.fixture
def slider(models):
    [identifier] = [comm for comm, state in models.items() if state.get("description") == "k"]
    return identifier


def move(client, slider, **state):
    """What the kernel says on comms when a front end changes a model."""
    request = client.change(slider, **state)
    return [message.content for message in client.published(request) if message.type == "comm_msg"]


def test_models_refer_to_models(models):
    for state in models.values():
        for value in state.values():
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, str) and item.startswith("IPY_MODEL_"):
                    assert item.removeprefix("IPY_MODEL_") in models


def test_a_slider_has_the_members_of_its_model(models, slider):
    state = models[slider]
    assert state["_model_name"] == "IntSliderModel" and state["_view_name"] == "IntSliderView"
    assert (state["min"], state["max"], state["value"], state["step"]) == (1, 9, 5, 1)


def test_open_models_are_open_comms(client, models):
    comms = client.ask("comm_info_request", {"target_name": "jupyter.widget"}).content["comms"]
    assert set(models) <= set(comms)


def test_a_move_is_echoed_before_anything_else(client, slider):
    first, *_ = move(client, slider, value=7)
    assert first["comm_id"] == slider
    assert first["data"]["method"] == "echo_update" and first["data"]["state"] == {"value": 7}


def test_a_model_tells_its_state(client, slider):
    move(client, slider, value=8)
    request = client.send("comm_msg", {"comm_id": slider, "data": {"method": "request_state"}})
    [message] = [message for message in client.published(request) if message.type == "comm_msg"]
    assert message.content["data"]["method"] == "update" and message.content["data"]["state"]["value"] == 8


def test_a_front_end_that_comes_later_gets_all_models(client, models, slider):
    move(client, slider, value=3)
    control = uuid.uuid4().hex
    content = {"comm_id": control, "target_name": "jupyter.widget.control", "data": {}}
    opened = client.published(client.send("comm_open", content, metadata={"version": "1.0.0"}))
    assert "comm_close" not in [message.type for message in opened]
    request = client.send("comm_msg", {"comm_id": control, "data": {"method": "request_states"}})
    [message] = [message for message in client.published(request) if message.type == "comm_msg"]
    assert message.content["comm_id"] == control
    data = message.content["data"]
    assert data["method"] == "update_states" and data["buffer_paths"] == []
    assert set(models) <= set(data["states"])
    told = data["states"][slider]
    assert told["model_name"] == "IntSliderModel" and told["model_module"] == "@jupyter-widgets/controls"
    assert told["model_module_version"] == "2.0.0" and told["state"]["value"] == 3


def test_a_custom_message_does_no_harm(client, dialect, slider):
    request = client.send("comm_msg", {"comm_id": slider, "data": {"method": "custom", "content": {"event": "x"}}})
    assert not [message for message in client.published(request) if message.type == "comm_msg"]
    assert client.run(dialect.value[0]).content["status"] == "ok"


def test_a_closed_model_is_no_open_comm(client, slider):
    client.published(client.send("comm_close", {"comm_id": slider, "data": {}}))
    assert slider not in client.ask("comm_info_request", {}).content["comms"]
    assert move(client, slider, value=2) == []
