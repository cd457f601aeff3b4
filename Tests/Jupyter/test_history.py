"""The history of all sessions: where it is kept, and how it is switched off."""

import os


def tail(session):
    message = session.client.history(hist_access_type="tail", n=9)
    reply = session.client.get_shell_msg(timeout=60)
    assert reply["parent_header"]["msg_id"] == message
    return [tuple(entry) for entry in reply["content"]["history"]]


def test_a_later_session_knows_the_cells_of_an_earlier_one(session, tmp_path):
    data = str(tmp_path / "data")
    session(JUPYTER_DATA_DIR=data).run("6 * 7")
    assert tail(session(JUPYTER_DATA_DIR=data)) == [(1, 1, "6 * 7")]
    assert os.stat(tmp_path / "data/mlp-swift/history.sqlite").st_mode & 0o777 == 0o600


def test_it_is_kept_where_the_variable_says_or_not_at_all(session, tmp_path):
    path = tmp_path / "elsewhere.sqlite"
    data = str(tmp_path / "data")
    session(JUPYTER_DATA_DIR=data, MLP_SWIFT_HISTORY=str(path)).run("1")
    assert tail(session(JUPYTER_DATA_DIR=data, MLP_SWIFT_HISTORY=str(path))) == [(1, 1, "1")]
    session(JUPYTER_DATA_DIR=data, MLP_SWIFT_HISTORY="off").run("2")
    assert tail(session(JUPYTER_DATA_DIR=data, MLP_SWIFT_HISTORY="off")) == []
    assert not (tmp_path / "data").exists()
