import Testing

@testable import Engine
@testable import Interpreter

@Suite struct FlowRecordingTests {
  private let notebook = Notebook()

  /// Two networks with the same weights, of layers that draw random numbers and keep statistics.
  private static let start = """
    let data = dataset(randn(300, 2), randn(300, 2))
    func noisy(x) { x + 0.01 * randn(x.shape[0], 8) }
    func make() {
      seed(1)
      return spectralNorm(Linear(2, 8)) >> noisy >> BatchNorm1d(8) >> ReLU() >> Dropout(0.2) >> Linear(8, 2)
    }
    let a = make()
    let b = make()
    seed(2)
    """

  private func parameters(_ name: String) throws -> [Tensor] {
    try #require(notebook.session.globals.value(of: name)?.object(LayerValue.self))
      .layer.parameters.map(\.value)
  }

  @Test("the flow is recorded before the first and after every so many steps, and shown with its threshold")
  func record() throws {
    try notebook.run(
      all: "let h = train(mlp(4, 8, 8, 3), on: iris(), epochs: 4, gradientFlowEvery: 5)",
      "let record = h.gradientFlow")
    #expect(notebook.value("record.steps") == "[0, 5, 10, 15, 20]")
    #expect(notebook.value("(record.count, record.every, record.flows.count)") == "(5, 5, 5)")
    #expect(notebook.value("record.verdicts[0]") == "\"healthy\"")
    #expect(notebook.value("record.ratios[4] == record.flows[4].ratio") == "true")
    let text = notebook.prints("print(record)")
    #expect(
      text.hasPrefix(
        "gradient flow at 5 steps: healthy where |δ| of the first layer is 0.001 to 1000 times that of the last"
      ))
    #expect(text.contains("step") && text.contains("verdict"))
    #expect(notebook.prints("print(h)").contains("its `gradientFlow` at 5 steps was recorded"))
    let figure = try #require(
      notebook.session.globals.value(of: "record")?.object(GradientFlowRecordValue.self)
    )
    .figure()
    #expect(figure.y.scale == .log && figure.marks.count == 3)
  }

  @Test("a long record lists some of its steps, from the first to the last")
  func longRecord() throws {
    try notebook.run(all: "let h = train(mlp(4, 3), on: iris(), epochs: 20, gradientFlowEvery: 1);")
    let lines = notebook.prints("print(h.gradientFlow)").split(separator: "\n")
    #expect(lines[0].hasPrefix("gradient flow at 101 steps") && lines[0].hasSuffix("; 24 of them are listed"))
    #expect(lines.count == 3 + 24)
    #expect(lines[3].hasPrefix("0 ") && lines[26].hasPrefix("100 "))
  }

  @Test("the training is the same to the bit, random layers and running statistics included")
  func unchanged() throws {
    let train = "on: data, epochs: 3, seed: 5, progress: false"
    try notebook.run(
      all: Self.start, "let g = train(a, \(train));", "seed(2)",
      "let h = train(b, \(train), gradientFlowEvery: 1);")
    #expect(notebook.value("g.stepLosses == h.stepLosses") == "true")
    #expect(try parameters("a") == parameters("b"))
    #expect(notebook.value("h.gradientFlow.count == h.steps + 1") == "true")
  }

  @Test("a record goes on through an interruption, to the same entries as without a break")
  func resumed() throws {
    let train = "on: iris(), epochs: 4, batch: 30, seed: 5, progress: false"
    try notebook.run(
      all: "seed(1); let a = mlp(4, 8, 3)", "seed(1); let b = mlp(4, 8, 3)",
      "let whole = train(a, \(train), gradientFlowEvery: 4);")
    // The interruption is noticed after the very step whose flow is noted.
    notebook.output.patience = 7
    #expect(
      notebook.message("let h = train(b, \(train), gradientFlowEvery: 4);").contains("after step 8 of 20"))
    notebook.output.patience = nil
    #expect(notebook.value("lastHistory().gradientFlow.steps") == "[0, 4, 8]")
    try notebook.run(all: "let rest = train(b, \(train), resume: lastHistory());")
    #expect(notebook.value("rest.gradientFlow.steps") == "[0, 4, 8, 12, 16, 20]")
    #expect(notebook.value("rest.gradientFlow.flows == whole.gradientFlow.flows") == "true")
    #expect(try parameters("a") == parameters("b"))
  }

  @Test("a record may begin where a training is resumed")
  func begunLater() throws {
    try notebook.run(
      all: "let net = mlp(4, 3)", "let h = train(net, on: iris(), epochs: 1);",
      "let g = train(net, on: iris(), epochs: 3, resume: h, gradientFlowEvery: 5);")
    #expect(notebook.value("g.gradientFlow.steps") == "[5, 10, 15]")
  }

  @Test(
    "what cannot be recorded is said, with what can",
    arguments: [
      (
        "train(net, on: iris(), gradientFlowEvery: 0)",
        "`gradientFlowEvery` of `train` must be at least 1, but it is 0"
      ),
      ("train(net, on: iris(), gradientFlowEvery: -2)", "must be at least 1, but it is -2"),
      ("train(net, on: iris(), gradientFlowEvery: 0.5)", "takes an integer for `gradientFlowEvery`"),
      ("train(net, on: iris(), epochs: 3000, gradientFlowEvery: 1)", "record it every 2 steps or less often"),
      ("h.gradientFlow", "`train(…, gradientFlowEvery: 50)` records it every 50 steps"),
      (
        "train(net, on: iris(), epochs: 3, resume: g, gradientFlowEvery: 2)",
        "records its gradient flow every 5 steps, but `gradientFlowEvery` is 2"
      ),
    ])
  func mistakes(_ cell: String, _ expected: String) throws {
    try notebook.run(
      all: "let net = mlp(4, 3)", "let h = train(mlp(4, 3), on: iris(), epochs: 1);",
      "let g = train(net, on: iris(), epochs: 1, gradientFlowEvery: 5);")
    let report = notebook.failure(cell)
    #expect(report.contains(expected), "\(report)")
  }
}
