import Testing

@testable import Interpreter

/// The life of what is moved by controls, apart from the moves.
struct InteractionTests {
  private func frontEnd(_ cell: String = "interact(k: 1...9) { k in k }") throws -> WidgetFrontEnd {
    let frontEnd = WidgetFrontEnd()
    try frontEnd.notebook.run(all: cell)
    return frontEnd
  }

  @Test("A front end that has just been opened gets the state of a model, or of all")
  func states() throws {
    let frontEnd = try frontEnd()
    frontEnd.move("k", to: 8)
    frontEnd.tell(["method": "request_state"], frontEnd.control("k"))
    #expect(frontEnd.sent[0].data["state"]?["value"] == 8)
    #expect(frontEnd.notebook.session.isKnown(commTarget: "jupyter.widget.control"))
    #expect(!frontEnd.notebook.session.isKnown(commTarget: "jupyter.widget"))
    frontEnd.tell(["method": "request_states"], "c1", target: "jupyter.widget.control")
    let states = try #require(frontEnd.sent.first?.data["states"]?.object)
    #expect(frontEnd.sent.map(\.id) == ["c1"])
    #expect(frontEnd.methods == ["update_states"])
    #expect(Set(states.keys) == Set(frontEnd.models.map(\.id)))
    let slider = try #require(states[frontEnd.control("k")])
    #expect(slider["model_name"] == "IntSliderModel")
    #expect(slider["model_module"] == "@jupyter-widgets/controls")
    #expect(slider["model_module_version"] == "2.0.0")
    #expect(slider["state"]?["value"] == 8)
  }

  @Test(
    "A message that is none of the protocol's is passed over",
    arguments: [
      ["method": "custom", "content": ["event": "click"]], ["method": "update"], ["method": 3], [:], nil,
      ["method": "update", "state": 5], ["method": "backup", "state": ["value": 1]],
    ] as [WidgetValue])
  func otherMessages(message: WidgetValue) throws {
    let frontEnd = try frontEnd()
    frontEnd.tell(message, frontEnd.control("k"))
    frontEnd.tell(message, "nobody")
    frontEnd.tell(message, "c1", target: "jupyter.widget.control")
    #expect(frontEnd.sent.isEmpty)
    #expect(frontEnd.shown == ["5"])
  }

  @Test("When a front end closes one model all of them go, and later moves mean nothing")
  func closing() throws {
    let frontEnd = try frontEnd()
    let slider = frontEnd.control("k")
    frontEnd.notebook.session.closed(comm: slider, output: frontEnd.notebook.output)
    #expect(frontEnd.closed == frontEnd.models.map(\.id).filter { $0 != slider })
    frontEnd.move("k", to: 9)
    #expect(frontEnd.sent.isEmpty)
    frontEnd.notebook.session.closed(comm: slider, output: frontEnd.notebook.output)
    #expect(frontEnd.closed.count == frontEnd.models.count - 1)
  }

  @Test("The oldest controls go when there are too many")
  func limit() throws {
    let frontEnd = try frontEnd("for i in 0..<100 { interact(k: 1...9) { k in k } }")
    #expect(frontEnd.closed.isEmpty)
    try frontEnd.notebook.run(all: "interact(k: 1...9) { k in k }")
    #expect(frontEnd.closed == (0..<5).map { "m\($0)" })
  }

  @Test("Printed text, errors and displays are shown in their order")
  func order() throws {
    let frontEnd = try frontEnd(
      "interact(k: 1...9) { k in print(\"a\"); print(\"b\"); printError(\"c\"); display([k]); print(\"d\") }")
    #expect(frontEnd.shown == ["a\nb\n", "c\n", "[5]", "d\n"])
  }

  @Test("The function can clear what it has shown")
  func clearing() throws {
    let frontEnd = try frontEnd("interact(k: 1...9) { k in print(\"a\"); clearOutput(); k }")
    #expect(frontEnd.shown == ["5"])
    try frontEnd.notebook.run(all: "interact(k: 1...9) { k in print(\"a\"); clearOutput(wait: true) }")
    #expect(frontEnd.shown == ["a\n"])
  }

  @Test("What a function prints without end is cut, and says so")
  func flood() throws {
    let frontEnd = try frontEnd(
      "let line = (0..<1000).map { i in \"0123456789\" }.joined()")
    try frontEnd.notebook.run(all: "interact(k: 1...9) { k in for i in 0..<1000 { print(line) } }")
    #expect(frontEnd.shown.last == "… the rest is left out: more than 8 MB\n")
    #expect(frontEnd.shown.reduce(0) { $0 + $1.utf8.count } < 9 << 20)
  }

  @Test("The bar of a training moves while the function runs")
  func progress() throws {
    let collected = CollectedOutput(for: Notebook().output) { output in
      guard case .list(let outputs) = output.outputs else { return }
      #expect(outputs.map { $0["data"] } == [.bundle(Display(text: "half"))])
    }
    collected.show(Display(text: "none"), id: "bar")
    collected.update(Display(text: "half"), id: "bar")
    collected.update(Display(text: "half"), id: "other")
  }

  @Test("Nobody can be asked while controls are moved")
  func input() throws {
    let frontEnd = try frontEnd("interact(k: 1...9) { k in k > 5 ? input(\"?\") : k }")
    frontEnd.move("k", to: 8)
    #expect(frontEnd.shown.last?.contains("there is nobody to ask while controls are moved") == true)
  }
}
