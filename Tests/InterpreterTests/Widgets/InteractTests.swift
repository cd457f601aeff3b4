import Testing

@testable import Interpreter

/// `interact` in a front end that has widgets.
struct InteractTests {
  private func frontEnd(_ cells: String...) throws -> WidgetFrontEnd {
    let frontEnd = WidgetFrontEnd()
    for cell in cells { try frontEnd.notebook.run(all: cell) }
    return frontEnd
  }

  // MARK: What is shown first

  @Test("The controls stand above the results in one column, which the cell shows")
  func column() throws {
    let frontEnd = try frontEnd("interact(k: 1...3, on: true) { k, on in k }")
    let column = try #require(frontEnd.models.last)
    #expect(column.state["_model_name"] == "VBoxModel")
    let output = try #require(frontEnd.models.first { $0.state["_model_name"] == "OutputModel" })
    let children = [frontEnd.control("k"), frontEnd.control("on"), output.id]
    #expect(column.state["children"] == .list(children.map { .text("IPY_MODEL_" + $0) }))
    let view = try #require(frontEnd.notebook.output.shown.last)
    #expect(
      view.formats["application/vnd.jupyter.widget-view+json"]
        == "{\"version_major\":2,\"version_minor\":0,\"model_id\":\"\(column.id)\"}")
    #expect(frontEnd.versions.allSatisfy { $0 == ["version": "2.1.0"] })
  }

  @Test("Beside the controls stands what the function gave first, for front ends without widgets")
  func staticForm() throws {
    let frontEnd = try frontEnd("interact(k: 1...3) { k in print(\"k:\", k); display([k]); k * 10 }")
    let view = try #require(frontEnd.notebook.output.shown.last)
    #expect(view.text == "k: 2\n[2]\n20")
    #expect(frontEnd.notebook.printed == "")
    #expect(frontEnd.shown == ["k: 2\n", "[2]", "20"])
  }

  @Test("Without widgets a cell shows what the first values give")
  func noWidgets() {
    let notebook = Notebook()
    #expect(
      notebook.prints("interact(k: 1...3, name: [\"a\", \"b\"]) { k, name in print(name); k }") == "a\n")
    #expect(notebook.output.shown.map(\.text) == ["2"])
  }

  @Test("A function that fails at once fails the cell; what it printed stays, and no control is opened")
  func firstFailure() throws {
    let frontEnd = try frontEnd("var count = 1")
    let message = frontEnd.notebook.message(
      "interact(k: 1...3) { k in count = 9; print(\"before\"); [1][k] }")
    #expect(message == "there is no element 2 in the array")
    #expect(frontEnd.notebook.printed == "before\n")
    #expect(frontEnd.models.isEmpty)
    #expect(frontEnd.notebook.value("count") == "1")
  }

  // MARK: Moving controls

  @Test("A moved control is echoed, and then the function's new results take the place of the old")
  func move() throws {
    let frontEnd = try frontEnd("interact(k: 1...10, name: [\"a\", \"b\"]) { k, name in \"\\(name)\\(k)\" }")
    frontEnd.move("k", to: 7)
    #expect(frontEnd.shown == ["\"a7\""])
    #expect(frontEnd.methods == ["echo_update", "update"])
    #expect(frontEnd.sent[0].id == frontEnd.control("k"))
    #expect(frontEnd.sent[0].data["state"] == ["value": 7])
    frontEnd.set("index", to: 1, of: frontEnd.control("name"))
    #expect(frontEnd.shown == ["\"b7\""])
  }

  @Test("The same place again is echoed and costs no call")
  func unmoved() throws {
    let frontEnd = try frontEnd("interact(k: 1...10) { k in k }")
    frontEnd.move("k", to: 5)
    #expect(frontEnd.methods == ["echo_update"])
  }

  @Test(
    "A place that the control does not have is taken back",
    arguments: ["three", 11, 0, 2.5, nil, [1]] as [WidgetValue])
  func badValue(value: WidgetValue) throws {
    let frontEnd = try frontEnd("interact(k: 1...10) { k in k }")
    frontEnd.move("k", to: value)
    #expect(frontEnd.methods == ["update"])
    #expect(frontEnd.sent[0].data["state"] == ["value": 5])
    #expect(frontEnd.shown == ["5"])
  }

  @Test("What else a front end sets is kept and echoed; members that the model lacks are not")
  func otherState() throws {
    let frontEnd = try frontEnd("interact(k: 1...10) { k in k }")
    let id = frontEnd.control("k")
    frontEnd.tell(["method": "update", "state": ["disabled": true, "nonsense": 1]], id)
    #expect(frontEnd.sent.map(\.data["state"]) == [["disabled": true]])
    frontEnd.tell(["method": "request_state"], id)
    #expect(frontEnd.sent[0].data["state"]?["disabled"] == true)
  }

  @Test("Of several moves that wait, only the last is computed, with all values as they then are")
  func coalescing() throws {
    let frontEnd = try frontEnd(
      "var calls = 0", "interact(k: 1...10, on: false) { k, on in calls += 1; \"\\(k) \\(on)\" }")
    let slider = frontEnd.control("k")
    frontEnd.waiting = [slider]
    frontEnd.move("k", to: 6)
    #expect(frontEnd.methods == ["echo_update"])
    frontEnd.move("on", to: true)
    #expect(frontEnd.methods == ["echo_update"])
    frontEnd.waiting = []
    // What waited may be no move at all: the work that was put off is done all the same.
    frontEnd.tell(["method": "request_state"], slider)
    #expect(frontEnd.methods == ["update", "update"])
    #expect(frontEnd.shown == ["\"6 true\""])
    #expect(frontEnd.notebook.value("calls") == "2")
  }

  // MARK: The notebook

  @Test("The function sees the notebook's names as they are, and can change them")
  func globals() throws {
    let frontEnd = try frontEnd(
      "var factor = 10\nvar last = 0", "interact(k: 1...3) { k in last = k; factor * k }")
    #expect(frontEnd.shown == ["20"])
    try frontEnd.notebook.run(all: "factor = 100")
    frontEnd.move("k", to: 3)
    #expect(frontEnd.shown == ["300"])
    #expect(frontEnd.notebook.value("last") == "3")
  }

  @Test("A function that fails shows its error below the controls and leaves the notebook whole")
  func failure() throws {
    let frontEnd = try frontEnd(
      "var seen = [0]\nlet net = mlp(1, 1)",
      "interact(k: 0...4) { k in seen.append(k); print(randn(1).shape); [1, 2, 3][k] }")
    let random = "seed(3); rand(1)"
    let before = frontEnd.notebook.value(random)
    frontEnd.move("k", to: 4)
    #expect(frontEnd.shown == ["[1]\n", "E042: there is no element 4 in the array"])
    let error = try #require(frontEnd.sent.last?.data["state"]?["outputs"])
    guard case .list(let outputs) = error, case .list(let lines)? = outputs.last?["traceback"] else {
      Issue.record("no traceback")
      return
    }
    #expect(lines.compactMap(\.text).contains { $0.contains("Cell [2], line 1") })
    #expect(frontEnd.notebook.value("seen") == "[0, 2]")
    #expect(frontEnd.notebook.value(random) == before)
    frontEnd.move("k", to: 0)
    #expect(frontEnd.shown == ["[1]\n", "1"])
  }

  @Test("A function that is interrupted says so below the controls")
  func interruption() throws {
    let frontEnd = try frontEnd("interact(n: 1...9) { n in while n > 5 { }; n }")
    frontEnd.notebook.output.patience = 3
    frontEnd.move("n", to: 8)
    #expect(frontEnd.shown.last?.contains("the cell was interrupted") == true)
    frontEnd.notebook.output.patience = nil
    frontEnd.move("n", to: 2)
    #expect(frontEnd.shown == ["2"])
  }

  @Test("The results of an earlier move that took longer do not replace those of a later one")
  func lateResults() throws {
    let frontEnd = try frontEnd(
      "var go = false; var isOnItsWay = false",
      "interact(k: 1...9) { k in if k == 8 { isOnItsWay = true; while !go { } }; k }")
    let workspace = frontEnd.notebook.session.machine.workspace
    // Both threads speak to the front end in their turns only.
    nonisolated(unsafe) let shared = frontEnd
    let slow = try Beside { () -> Bool in
      let session = Session(in: workspace, stackSize: 3 << 20)
      shared.move("k", to: 8, in: session)
      return true
    }
    let end = ContinuousClock.now + .seconds(60)
    while frontEnd.notebook.value("isOnItsWay") != "true", .now < end {}
    frontEnd.move("k", to: 3)
    #expect(frontEnd.shown == ["3"])
    try frontEnd.notebook.run(all: "go = true")
    #expect(try slow.value)
    #expect(frontEnd.shown == ["3"])
  }

  @Test("Each run of a cell has controls of its own")
  func again() throws {
    let cell = "interact(k: 1...9) { k in k }"
    let frontEnd = try frontEnd(cell)
    let first = frontEnd.control("k")
    try frontEnd.notebook.run(all: cell)
    #expect(frontEnd.control("k") != first)
    frontEnd.set("value", to: 9, of: first)
    #expect(frontEnd.shown == ["5"])
    #expect(frontEnd.methods == ["echo_update", "update"])
  }

  @Test("Controls inside of such a function show what their first values give")
  func nested() throws {
    let frontEnd = try frontEnd("interact(k: 1...3) { k in interact(j: 1...3) { j in k * j } }")
    #expect(frontEnd.models.count == 5)
    #expect(frontEnd.shown == ["4"])
  }
}
