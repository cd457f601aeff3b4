import Testing

@testable import Interpreter

@Suite struct ResumeTests {
  /// Data whose validation loss soon rises, and two networks with the same weights.
  static let start = """
    seed(4)
    let data = dataset(randn(24, 2), randn(24, 2))
    let test = dataset(randn(24, 2), randn(24, 2))
    seed(1)
    let a = mlp(2, 8, 2)
    seed(1)
    let b = mlp(2, 8, 2)
    """

  static let optimisers = [
    "SGD(0.1, momentum: 0.9)", "Adam(0.05)", "AdamW(0.05)", "RMSprop(momentum: 0.5, centered: true)",
    "Adagrad(0.1, lrDecay: 0.1)", "LBFGS(0.5, maxIter: 3)",
  ]

  static func call(_ net: String, _ optimiser: String) -> String {
    """
    train(\(net), on: data, optimizer: \(optimiser), epochs: 30, batch: 7, seed: 3, validation: test, clip: 1.0,
      schedule: warmup(5, then: CosineAnnealingWarmRestarts(T_0: 4)), earlyStopping: earlyStopping(patience: 6)
    """
  }

  @Test(
    "an interrupted training goes on to exactly the weights of one without a break", arguments: optimisers)
  func resumed(_ optimiser: String) throws {
    let notebook = Notebook()
    try notebook.run(all: Self.start)
    try notebook.run(all: "let whole = " + Self.call("a", optimiser) + ")")
    for (stop, resume) in [(3, ""), (2, ", resume: lastHistory()")] {
      notebook.output.patience = stop
      let message = notebook.message("let h = " + Self.call("b", optimiser) + resume + ")")
      notebook.output.patience = nil
      #expect(message.contains("the training was interrupted after step"))
    }
    try notebook.run(all: "let rest = " + Self.call("b", optimiser) + ", resume: lastHistory())")
    #expect(notebook.value("whole.stepLosses == rest.stepLosses") == "true")
    #expect(notebook.value("whole.learningRates == rest.learningRates") == "true")
    #expect(notebook.value("whole.bestEpoch == rest.bestEpoch && whole.bestEpoch > 0") == "true")
    #expect(notebook.value("whole.stoppedEarly == rest.stoppedEarly") == "true")
    let nets = try ["a", "b"].map {
      try #require(notebook.session.globals.value(of: $0)?.object(LayerValue.self)).layer
    }
    #expect(nets[0].parameters.map(\.value) == nets[1].parameters.map(\.value))
  }

  @Test("an interruption says how far it got and how to go on; optimiser and seed are remembered")
  func message() throws {
    let notebook = Notebook()
    try notebook.run(all: Self.start)
    notebook.output.patience = 4
    let report = notebook.failure("let h = train(b, on: data, batch: 8, epochs: 5)")
    notebook.output.patience = nil
    #expect(report.contains("interrupted after step 5 of 15, in epoch 2 of 5"))
    #expect(report.contains("`resume: lastHistory()`"))
    #expect(notebook.prints("print(lastHistory())").contains("stopped after step 5 of 15"))
    #expect(notebook.value("lastHistory().isComplete") == "false")
    #expect(
      notebook.value("train(b, on: data, batch: 8, epochs: 5, resume: lastHistory()).steps") == "15")
    // With more epochs, also a complete one goes on.
    #expect(
      notebook.value("train(b, on: data, batch: 8, epochs: 7, resume: lastHistory()).epochs") == "7")
  }

  @Test("a cell that fails takes back the training: weights, optimiser and last history")
  func failure() throws {
    let notebook = Notebook()
    try notebook.run(all: Self.start, "let o = Adam(0.1)")
    _ = notebook.failure("train(b, on: data, optimizer: o); [1][9]")
    #expect(notebook.message("lastHistory()").contains("nothing has been trained in this session yet"))
    try notebook.run(all: "let h = train(a, on: data, optimizer: Adam(0.1), seed: 1);")
    try notebook.run(all: "let g = train(b, on: data, optimizer: o, seed: 1);")
    #expect(notebook.value("h.stepLosses == g.stepLosses") == "true")
  }

  @Test("early stopping is told in the history")
  func early() throws {
    let notebook = Notebook()
    try notebook.run(all: Self.start)
    let text = notebook.prints(
      "print(train(a, on: data, validation: test, optimizer: Adam(0.05), epochs: 300, earlyStopping: 4))")
    #expect(text.contains("stopped early; the weights are those of epoch"))
    #expect(
      notebook.value("let h = lastHistory(); h.epochs == h.bestEpoch + 4 && h.stoppedEarly") == "true")
  }

  @Test("L-BFGS takes all rows, and is named by its name alone like the others")
  func fullBatch() throws {
    let notebook = Notebook()
    try notebook.run(all: Self.start)
    #expect(notebook.value("train(a, on: data, optimizer: LBFGS, batch: 4, epochs: 3).steps") == "3")
    for name in ["RMSprop", "Adagrad"] {
      #expect(notebook.value("train(a, on: data, optimizer: \(name), epochs: 3).steps") == "3")
    }
  }

  @Test(
    "what cannot be trained or resumed so is said",
    arguments: [
      "resume: 3": "takes a history such as `lastHistory()` for `resume`",
      "resume: other": "belongs to another network",
      "resume: first": "was trained on since this history",
      "resume: last, optimizer: SGD": "goes on with it, but `optimizer` is another: `SGD(lr: 0.01)`",
      "resume: last, optimizer: Adam(0.1)": "`optimizer` is another",
      "resume: last, seed: 99": "has another `seed`", "resume: last, batch: 5": "steps in an epoch",
      "earlyStopping: 3": "but there is none", "earlyStopping: \"yes\"": "or a number of epochs",
      "schedule: 0.1": "takes a schedule such as", "clip: -1": "`clip` is a number above 0",
      "clipValue: 0": "`clipValue` is a number above 0", "clip: \"a\"": "takes a number for `clip`",
      "schedule: OneCycleLR(max_lr: 1, total_steps: 3)": "ends after 3 steps, but the training has 10",
      "schedule: warmup(2, then: OneCycleLR(max_lr: 1, total_steps: 3))": "ends after 5 steps",
    ])
  func mistakes(_ arguments: String, _ expected: String) throws {
    let notebook = Notebook()
    try notebook.run(
      all: Self.start, "let other = train(b, on: data, epochs: 1);",
      "let first = train(a, on: data, epochs: 1);",
      "let last = train(a, on: data, epochs: 2, resume: first);")
    let message = notebook.message("train(a, on: data, \(arguments))")
    #expect(message.contains(expected), "\(message)")
  }
}
