"""Subshells as a notebook uses them: a second cell, a completion, a look at the weights, while a network trains."""

import pytest

from shells import Shells

TRAINING = "let history = train(net, on: digits(), epochs: 100000)"


@pytest.fixture
def shells(session):
    return Shells(session(MLP_SWIFT_HISTORY="off").client)


@pytest.fixture
def training(shells):
    """A training in the main shell, without an end."""
    assert shells.run("let net = mlp(64, 16, 10); var answer = 42")["status"] == "ok"
    return shells.start(TRAINING)


def stop(shells, training):
    shells.control("interrupt_request")
    reply = shells.reply(training)
    assert reply["ename"] == "Interrupted"


def test_a_network_that_trains_can_be_looked_at(shells, training):
    subshell = shells.make()
    assert shells.printed('print("answer is", answer)', subshell) == "answer is 42\n"
    look = "sum(net.layers[0].weight)"
    weights = {shells.value(look, subshell) for _ in range(20)}
    assert len(weights) > 1, "the weights do not change"
    stop(shells, training)


def test_completion_and_inspection_are_answered_while_it_trains(shells, training):
    subshell = shells.make()
    completion = shells.reply(shells.send("complete_request", subshell, code="net.param", cursor_pos=9))
    assert completion["matches"] == ["parameterCount", "parameters"]
    page = shells.reply(shells.send("inspect_request", subshell, code="answer", cursor_pos=3, detail_level=0))
    assert "42" in page["data"]["text/plain"]
    stop(shells, training)


def test_a_cell_that_fails_takes_nothing_of_the_others_back(shells, training):
    subshell = shells.make()
    assert shells.run("let mine = 1; answer = 43", subshell)["status"] == "ok"
    assert shells.run("answer = 44; let lost = 1; [1][7]", subshell)["status"] == "error"
    stop(shells, training)
    assert shells.value("[mine, answer]") == "[1, 43]"
    assert shells.run("lost")["ename"] == "E020"
    failing = shells.start("answer = 0\nwhile mine == 1 {}\n[1][7]")
    assert shells.run("var theirs = 2\nlet mine = 2", subshell)["status"] == "ok"
    assert shells.reply(failing)["status"] == "error"
    assert shells.value("[answer, mine, theirs]") == "[43, 2, 2]"


def test_two_cells_cannot_train_one_network(shells, training):
    subshell = shells.make()
    assert "changes this network" in shells.run("train(net, on: digits())", subshell)["evalue"]
    stop(shells, training)
    assert shells.run("train(net, on: digits(), epochs: 1)", subshell)["status"] == "ok"


def test_an_interrupt_stops_the_cells_of_all_shells(shells, training):
    subshells = [shells.make() for _ in range(2)]
    loops = [shells.start("while true {}", subshell) for subshell in subshells]
    stop(shells, training)
    assert [shells.reply(loop)["ename"] for loop in loops] == ["Interrupted"] * 2


def test_a_subshell_answers_before_ten_thousand_cells_of_the_main_shell(shells):
    subshell = shells.make()
    busy = shells.start("while true {}")
    waiting = [shells.send("execute_request", code="1 + 1", allow_stdin=False) for _ in range(10_000)]
    assert shells.value("6 * 7", subshell) == "42"
    assert shells.control("list_subshell_request")["subshell_id"] == [subshell]
    shells.control("interrupt_request")
    assert shells.reply(busy)["ename"] == "Interrupted"
    assert shells.reply(waiting[-1])["ename"] == "Aborted"
    assert list(shells.replies) == waiting[:-1]


def test_a_subshell_is_deleted_with_its_cell_and_nothing_else(shells, training):
    kept, lost = shells.make(), shells.make()
    loop = shells.start("while true {}", lost)
    assert shells.control("delete_subshell_request", subshell_id=lost) == {"status": "ok"}
    assert shells.reply(loop)["ename"] == "Interrupted"
    unknown = shells.send("execute_request", lost, code="answer")
    assert shells.reply(unknown)["ename"] == "UnknownSubshellError"
    assert shells.value("answer", kept) == "42"
    stop(shells, training)
