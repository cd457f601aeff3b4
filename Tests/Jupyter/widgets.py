"""Models of widgets, as tests compare them with those of ipywidgets."""

import json

VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"


def as_sent(state):
    """Tuples become lists on the wire."""
    return json.loads(json.dumps(state))


def shape(state):
    """The members of a model, and the values of those by which a front end finds its code."""
    return set(state), {name: value for name, value in state.items() if name.startswith(("_model", "_view"))}
