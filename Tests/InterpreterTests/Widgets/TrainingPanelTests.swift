import Testing

@testable import Interpreter

/// The widgets that show a training, and the button that ends it.
struct TrainingPanelTests {
  private let frontEnd = WidgetFrontEnd()
  private let panel: TrainingPanel

  init() {
    panel = TrainingPanel(frontEnd.notebook.output, frontEnd, in: frontEnd.notebook.session.machine.workspace)
    panel.show(ProgressDrawing(fraction: 0.25, words: "a quarter", losses: [4, 3]))
  }

  private func id(_ model: String) throws -> String {
    try #require(frontEnd.models.first { $0.state["_model_name"] == .text(model + "Model") }).id
  }

  private func value(of model: String) throws -> WidgetValue? { frontEnd.state(try id(model))["value"] }

  private func references(_ models: String...) throws -> WidgetValue {
    .list(try models.map { WidgetModel.reference(to: try id($0)) })
  }

  // MARK: What is shown

  @Test("Bar and button, words and curve stand in a column, which is shown beside a picture of the same")
  func column() throws {
    let column = try id("VBox")
    #expect(try frontEnd.state(column)["children"] == references("HBox", "Label", "HTML"))
    #expect(try frontEnd.state(id("HBox"))["children"] == references("FloatProgress", "Button"))
    #expect(try value(of: "FloatProgress") == 0.25)
    #expect(try value(of: "Label") == "a quarter")
    #expect(try value(of: "HTML")?.text?.contains("<polyline") == true)
    let display = try #require(frontEnd.notebook.output.shown.first)
    #expect(display.formats["application/vnd.jupyter.widget-view+json"]?.contains("\"\(column)\"") == true)
    #expect(display.formats["image/svg+xml"]?.contains(">a quarter</text>") == true)
    #expect(display.text.hasSuffix("25 %   a quarter"))
  }

  @Test("The widgets follow the training, and the display stays as it is")
  func progress() throws {
    panel.show(ProgressDrawing(fraction: 0.5, words: "half", losses: []))
    #expect(try value(of: "FloatProgress") == 0.5)
    #expect(try value(of: "Label") == "half")
    #expect(try value(of: "HTML") == "")
    #expect(frontEnd.notebook.output.shown.count == 1)
  }

  @Test("At the end the widgets go, and a picture of the whole training stays")
  func end() throws {
    panel.finish(ProgressDrawing(fraction: 1, words: "trained", losses: [4, 3, 2]))
    let display = try #require(frontEnd.notebook.output.shown.last)
    #expect(display.text == "trained")
    #expect(display.formats.keys.sorted() == ["image/svg+xml"])
    #expect(display.formats["image/svg+xml"]?.contains("<polyline") == true)
    #expect(Set(frontEnd.closed) == Set(frontEnd.models.map(\.id)))
    frontEnd.tell(WidgetFrontEnd.press, try id("Button"))
    #expect(!panel.isStopWanted)
  }

  @Test("Where a front end has no widgets and closes them, the picture goes on in their place")
  func refused() throws {
    frontEnd.notebook.session.closed(comm: try id("HTML"), output: frontEnd.notebook.output)
    panel.show(ProgressDrawing(fraction: 0.5, words: "half", losses: []))
    #expect(frontEnd.notebook.output.shown.last?.text.hasSuffix("half") == true)
    #expect(frontEnd.sent.isEmpty)
  }

  @Test("Nothing is shown of the end of a training that showed nothing before")
  func quickTraining() {
    let frontEnd = WidgetFrontEnd()
    let workspace = frontEnd.notebook.session.machine.workspace
    let panel = TrainingPanel(frontEnd.notebook.output, frontEnd, in: workspace)
    panel.finish(ProgressDrawing(fraction: 1, words: "trained", losses: []))
    #expect(frontEnd.models.isEmpty && frontEnd.notebook.output.shown.isEmpty)
  }

  // MARK: What a front end says

  @Test("A press is noted once, and the button says so")
  func press() throws {
    let button = try id("Button")
    frontEnd.tell(WidgetFrontEnd.press, button)
    #expect(panel.isStopWanted)
    #expect(frontEnd.state(button)["disabled"] == true)
    #expect(frontEnd.state(button)["description"] == "Stopping")
    frontEnd.tell(WidgetFrontEnd.press, button)
    #expect(frontEnd.sent.isEmpty)
  }

  @Test(
    "A press that waits for the shell that trains is noted; other messages that wait are not taken for one")
  func waitingPress() throws {
    frontEnd.waitingMessages = [try id("Button"): [["method": "request_state"]]]
    panel.show(ProgressDrawing(fraction: 0.5, words: "", losses: []))
    #expect(!panel.isStopWanted)
    frontEnd.waitingMessages[try id("Button")]?.append(WidgetFrontEnd.press)
    panel.show(ProgressDrawing(fraction: 0.5, words: "", losses: []))
    #expect(panel.isStopWanted)
  }

  @Test("A press of anything but the button means nothing; what a front end sets is taken back")
  func foreignMessages() throws {
    frontEnd.tell(WidgetFrontEnd.press, try id("Label"))
    #expect(!panel.isStopWanted)
    frontEnd.tell(["method": "update", "state": ["value": 0.9, "nonsense": 1]], try id("FloatProgress"))
    #expect(frontEnd.sent.map(\.data["state"]) == [["value": 0.25]])
    frontEnd.tell(["method": "request_state"], try id("Label"))
    #expect(frontEnd.sent[0].data["state"]?["value"] == "a quarter")
  }
}

/// Trainings with `progress: "widget"`.
struct StoppedTrainingTests {
  private let setUp = "seed(1)\nlet net = mlp(4, 3)\nlet data = iris()"
  private let training = "train(net, on: data, epochs: 100_000_000, seed: 2, progress: \"widget\")"

  @Test("A pressed button ends the training, and the cell goes on with the history so far")
  func stopped() throws {
    let frontEnd = WidgetFrontEnd()
    frontEnd.atOpening["ButtonModel"] = { frontEnd.waitingMessages[$0] = [WidgetFrontEnd.press] }
    try frontEnd.notebook.run(all: setUp, "let history = \(training)\nprint(\"went on\")")
    #expect(frontEnd.notebook.printed == "went on\n")
    let end = try #require(frontEnd.notebook.output.shown.last)
    #expect(end.text.hasPrefix("stopped after "))
    #expect(Set(frontEnd.closed) == Set(frontEnd.models.map(\.id)))
    let notebook = frontEnd.notebook
    #expect(notebook.value("history.steps > 0 && !history.isComplete && !history.stoppedEarly") == "true")
    #expect(notebook.value("lastHistory().steps == history.steps") == "true")
    try notebook.run(
      all: "let more = train(net, on: data, resume: history, epochs: history.epochs + 2)",
      "check more.isComplete && more.steps > history.steps")
  }

  @Test("The widgets of a training that is interrupted go, too")
  func interrupted() throws {
    let frontEnd = WidgetFrontEnd()
    try frontEnd.notebook.run(all: setUp)
    frontEnd.atOpening["ButtonModel"] = { _ in frontEnd.notebook.output.patience = 0 }
    #expect(frontEnd.notebook.message(training).contains("the training was interrupted"))
    #expect(frontEnd.notebook.output.shown.last?.formats.keys.sorted() == ["image/svg+xml"])
    #expect(Set(frontEnd.closed) == Set(frontEnd.models.map(\.id)))
  }

  @Test("Where there are no widgets it is a bar, as it is inside of `interact`")
  func noWidgets() throws {
    let short = "train(mlp(4, 3), on: iris(), epochs: 1, progress: \"widget\").epochs"
    #expect(Notebook().value(short) == "1")
    let frontEnd = WidgetFrontEnd()
    try frontEnd.notebook.run(all: "interact(k: 1...3) { k in \(short) }")
    #expect(frontEnd.shown == ["1"])
  }
}
