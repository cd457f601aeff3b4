import Testing

@testable import Interpreter

struct TrainingTests {
  @Test("The same seed gives the same training, another seed another one")
  func seeds() {
    func losses(_ seed: Int, weights: Int = 1) -> String {
      Notebook().value("seed(\(weights)); train(mlp(4, 8, 3), on: iris(), epochs: 2, seed: \(seed)).losses")
    }
    #expect(losses(1) == losses(1))
    #expect(losses(1) != losses(2))
    #expect(losses(1) != losses(1, weights: 2))
  }

  @Test("Without a seed of its own a training follows the notebook's")
  func notebookSeed() {
    let cell = "seed(7); train(mlp(4, 3), on: iris(), epochs: 1).loss"
    #expect(Notebook().value(cell) == Notebook().value(cell))
  }

  @Test("The history counts what was done")
  func history() throws {
    let notebook = Notebook()
    try notebook.run(
      all: "let parts = split(iris(), test: 0.2, seed: 1)",
      "let h = train(mlp(4, 3), on: parts.train, epochs: 4, batch: 30, seed: 1, validation: parts.test)")
    #expect(notebook.value("(h.epochs, h.steps, h.losses.count, h.stepLosses.count)") == "(4, 16, 4, 16)")
    #expect(
      notebook.value("(h.accuracies.count, h.validationLosses.count, h.validationAccuracies.count)")
        == "(4, 4, 4)")
    #expect(notebook.value("h.loss == h.losses.last") == "true")
    #expect(notebook.value("train(mlp(4, 3), on: iris(), batch: nil, epochs: 2).steps") == "2")
  }

  @Test(
    "The figure of a history tells the accuracy: in its title, or in the legend beside that of the validation"
  )
  func accuracyInFigure() throws {
    let notebook = Notebook()
    try notebook.run(
      all: "let parts = split(iris(), test: 0.2, seed: 1)",
      "let h = train(mlp(4, 3), on: parts.train, epochs: 4, seed: 1, validation: parts.test)",
      "let g = train(mlp(4, 3), on: iris(), epochs: 4, seed: 1)")
    let title = notebook.value("plot(g)").split(separator: "\n")[0]
    #expect(title.wholeMatch(of: /loss [\d.]+, accuracy \d+\.\d\d % after 4 epochs/) != nil)
    let lines = notebook.value("plot(h)").split(separator: "\n")
    #expect(lines[0].wholeMatch(of: /loss [\d.]+, validation [\d.]+ after 4 epochs/) != nil)
    #expect(
      lines[1].wholeMatch(of: /a training, accuracy \d+\.\d\d %  b validation, accuracy \d+\.\d\d %/) != nil)
  }

  @Test(
    "Rows of one number may be given as a list; a network is trained on them and asked about a single one")
  func rowsOfOneNumber() throws {
    let notebook = Notebook()
    try notebook.run(
      all: "let data = dataset(linspace(-1, 1, 50), linspace(-1, 1, 50) ** 2)",
      "let net = mlp(1, 16, 1); train(net, on: data, epochs: 2, progress: false);")
    #expect(notebook.value("data") == "data: 50 rows of 1 feature, 1 target")
    #expect(notebook.value("data.features.shape") == "[50, 1]")
    #expect(notebook.value("predict(net, data.features).shape") == "[50, 1]")
    #expect(
      notebook.failure("net(0.5)") == """
        E041: `Linear(1, 16)` takes rows of 1 feature, but its input is a single number
          ╭─ Cell [6], line 1, column 1
        1 │ net(0.5)
          │ ^^^^^^^^
          ╰─ help: a row of one number stands in brackets: `net([0.5])`
        """)
  }

  @Test("A single row has a single class, many rows have a list of them")
  func classesOfRows() throws {
    let notebook = Notebook()
    try notebook.run(
      all: "let net = Linear(3, 3, bias: false)",
      "loadStateDict(net, [\"weight\": [[0, 0, 1], [1, 0, 0], [0, 1, 0]]]);")
    #expect(notebook.value("classify(net, [5, 1, 2])") == "1")
    #expect(notebook.value("classify(net, [[5, 1, 2], [1, 5, 2]])") == "[1, 2]")
    #expect(notebook.value("classify(net, [[5, 1, 2]])") == "[1]")
    #expect(notebook.value("classify(Linear(1, 1, init: ones, bias: false), [[2], [-2]])") == "[1, 0]")
    #expect(notebook.value("classify(Linear(1, 1, init: ones, bias: false), [-2])") == "0")
  }

  @Test("A network learns the irises")
  func irises() {
    let cell = """
      seed(1)
      let data = standardized(iris())
      let net = mlp(4, 16, 3, activation: tanh)
      train(net, on: data, optimizer: Adam(learningRate: 0.02), epochs: 40)
      accuracy(net, on: data) > 0.95
      """
    #expect(Notebook().value(cell) == "true")
  }

  @Test("A function of layers is a layer: its layers train with it, also those in lists and behind functions")
  func blocks() throws {
    let notebook = Notebook()
    try notebook.run(
      all: "seed(1); let inner = Linear(4, 4); let block = { x in x + inner(x) }",
      "let more = [Linear(4, 4), Linear(4, 4)]; func chain(x) { var y = x; for l in more { y = relu(l(y)) }; return y }",
      "func outer(x) = block(x)", "let before = inner.weight; let first = more[1].weight",
      "let net = Linear(4, 4) >> outer >> chain >> Linear(4, 3)")
    #expect(notebook.value("net.parameterCount") == "95")
    try notebook.run(all: "train(net, on: iris(), epochs: 1, seed: 1);")
    #expect(
      notebook.value(
        "(allClose(before, inner.weight, rtol: 0, atol: 0), allClose(first, more[1].weight, rtol: 0, atol: 0))"
      ) == "(false, false)")
  }

  @Test("A layer used twice has one set of weights")
  func sharing() throws {
    let notebook = Notebook()
    try notebook.run(all: "let shared = Linear(4, 4); let net = shared >> relu >> shared >> Linear(4, 3)")
    try notebook.run(all: "train(net, on: iris(), epochs: 1, seed: 1);")
    #expect(notebook.value("net.layers[0] == net.layers[2]") == "true")
    #expect(notebook.value("allClose(shared.weight, net.layers[2].weight, rtol: 0, atol: 0)") == "true")
  }

  @Test(
    "Networks train inside of functions, with losses and optimisers by name or value, and functions as losses"
  )
  func choices() {
    let cells = [
      "func fit(n) { let net = mlp(4, n, 3); train(net, on: iris(), epochs: 1); return net }; fit(4).parameterCount":
        "35",
      "train(mlp(4, 3), on: iris(), loss: crossEntropy, optimizer: SGD, epochs: 1).epochs": "1",
      "train(mlp(1, 1), on: dataset([[0], [1]], [0.5, 1]), loss: huber(delta: 0.5), optimizer: AdamW(), epochs: 1).epochs":
        "1",
      "train(mlp(1, 1), on: dataset([[0], [1]], [0.5, 1]), loss: { p, t in mean((p - t) ** 4) }, epochs: 2).epochs":
        "2",
      "mlp(2, 4, 1, activation: tanh, init: xavier).layers[1].kind": "\"Tanh\"",
      "mlp(2, 4, 1, activation: LeakyReLU(0.2), init: he()).parameterCount": "17",
    ]
    for (cell, shown) in cells { #expect(Notebook().value(cell) == shown, "\(cell)") }
  }

  @Test("A long training shows a bar that ends as a line")
  func progress() {
    let notebook = Notebook()
    notebook.run(
      "train(mlp(64, 64, 10), on: digits(), epochs: 3, batch: nil, seed: 1, progress: false);"
    )
    #expect(notebook.output.shown.isEmpty)
    let bar = ProgressDrawing(fraction: 0.5, words: "half", losses: [3, 2, 1])
    #expect(bar.text == "▕███████████████               ▏  50 %   half")
    #expect(bar.svg.contains("<polyline"))
    #expect(!ProgressDrawing(fraction: 2, words: "", losses: []).svg.contains("<polyline"))
  }

  @Test("The curve of a long training keeps a bounded number of points and its mean")
  func curve() {
    var curve = LossCurve()
    for step in 0..<10_000 { curve.append(Double(step % 2)) }
    #expect(curve.points.count <= 240)
    #expect(curve.points.allSatisfy { $0 == 0.5 })
  }
}
