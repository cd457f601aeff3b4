import Testing

@testable import Interpreter

/// Kinds of networks, each a short function of the language: what they count and give, and that they learn.
@Suite struct ModelTests {
  struct Model: Sendable {
    let name: String
    /// The function, or several, that makes the network.
    let definition: String
    /// A call of it.
    let network: String
    var data: String
    var loss = "crossEntropy"
    let parameters: Int
    let outputs: Int
  }

  static let models = [
    Model(
      name: "MLP with dropout",
      definition: """
        func mlpWithDropout(widths, p) {
          var net = Sequential()
          for i in 0..<widths.count - 2 { net = net >> Linear(widths[i], widths[i + 1]) >> ReLU() >> Dropout(p) }
          return net >> Linear(widths[-2], widths[-1])
        }
        """,
      network: "mlpWithDropout([2, 32, 32, 2], 0.1)", data: "moons(60, seed: 1)", parameters: 96 + 1056 + 66,
      outputs: 2),
    Model(
      name: "MLP with spectral normalisation",
      definition: """
        func snMLP(inputs, width, classes) {
          spectralNorm(Linear(inputs, width)) >> ReLU() >> spectralNorm(Linear(width, width)) >> ReLU()
            >> spectralNorm(Linear(width, classes))
        }
        """,
      network: "snMLP(4, 16, 3)", data: "standardized(iris())", parameters: 80 + 272 + 51, outputs: 3),
    Model(
      name: "feature extractor with a head",
      definition: """
        func extractor(inputs, width) {
          func block(a, b) { Linear(a, b) >> ReLU() >> BatchNorm1d(b) }
          return block(inputs, width) >> block(width, width)
        }
        """,
      network: "extractor(4, 16) >> Linear(16, 3)", data: "standardized(iris())",
      parameters: 80 + 32 + 272 + 32 + 51, outputs: 3),
    Model(
      name: "tabular MLP with embeddings",
      definition: """
        func tabular(islands, sexes, classes) {
          let island = Embedding(islands, 2)
          let sex = Embedding(sexes, 1)
          let body = Linear(4 + 2 + 1, 16) >> ReLU() >> Linear(16, classes)
          return { x in body(concatenate([x[..., 0..<4], island(x[..., 4]), sex(x[..., 5])], axis: 1)) }
        }
        """,
      network: "Sequential(tabular(3, 2, 3))", data: "standardized(penguins(categorical: true))",
      parameters: 6 + 2 + 128 + 51, outputs: 3),
    Model(
      name: "classification head",
      definition: """
        func head(features, width, classes, p) {
          LayerNorm(features) >> Linear(features, width) >> GELU() >> Dropout(p) >> Linear(width, classes)
        }
        """,
      network: "head(4, 16, 3, 0.1)", data: "standardized(iris())",
      loss: "crossEntropyLoss(labelSmoothing: 0.1, weight: [1, 2, 1])", parameters: 8 + 80 + 51, outputs: 3),
    Model(
      name: "MLP with batch normalisation",
      definition: """
        func batchNormMLP(inputs, width, outputs) {
          Linear(inputs, width, bias: false) >> BatchNorm1d(width) >> ReLU()
            >> Linear(width, width, bias: false) >> BatchNorm1d(width) >> ReLU() >> Linear(width, outputs)
        }
        """,
      network: "batchNormMLP(2, 16, 1)", data: "moons(60, seed: 1)", loss: "bceWithLogits",
      parameters: 32 + 32 + 256 + 32 + 17, outputs: 1),
    Model(
      name: "MLP of residual blocks",
      definition: """
        func residualMLP(inputs, width, classes) {
          func block() {
            let norm = LayerNorm(width)
            let inner = mlp(width, 2 * width, width, activation: gelu)
            return { x in x + inner(norm(x)) }
          }
          return Linear(inputs, width) >> block() >> block() >> Linear(width, classes)
        }
        """,
      network: "residualMLP(4, 8, 3)", data: "standardized(iris())",
      parameters: 40 + 2 * (16 + 144 + 136) + 27, outputs: 3),
  ]

  @Test("a model of the field is a short function, and learns", arguments: models.indices)
  func learns(_ index: Int) throws {
    let model = Self.models[index]
    let notebook = Notebook()
    try notebook.run(all: "seed(3)", model.definition, "let net = \(model.network)\nlet data = \(model.data)")
    #expect(notebook.value("net.parameterCount") == "\(model.parameters)", "\(model.name)")
    #expect(notebook.value("net(data.x).shape == [data.count, \(model.outputs)]") == "true", "\(model.name)")
    try notebook.run(
      all: """
        let history = train(net, on: data, loss: \(model.loss), optimizer: Adam(learningRate: 0.01), epochs: 8, seed: 1, progress: false)
        let start = history.losses[0]
        """)
    #expect(notebook.value("history.losses[-1] < 0.8 * start") == "true", "\(model.name)")
  }

  @Test("a residual block as a layer is the block as a function")
  func residual() throws {
    let notebook = Notebook()
    try notebook.run(
      all: "let norm = LayerNorm(4)", "let inner = mlp(4, 8, 4)", "let x = randn(5, 4)",
      "func block(x) { x + inner(norm(x)) }")
    #expect(notebook.value("sum(abs(block(x) - Residual(norm >> inner)(x))) == 0") == "true")
    #expect(notebook.value("Residual(norm >> inner).parameterCount") == "\(8 + 40 + 36)")
  }

  @Test(
    "layers that do not fit each other are refused when they are joined, both by name",
    arguments: [
      (
        "Linear(2, 16) >> BatchNorm1d(32)", "`BatchNorm1d(32)` takes 32 features", "`Linear(2, 16)` before it"
      ),
      (
        "Linear(2, 16) >> Dropout(0.2) >> LayerNorm(8)", "`LayerNorm(8)` takes 8", "`Linear(2, 16)` before it"
      ),
      ("Residual(Linear(4, 4)) >> Linear(5, 1)", "`Linear(5, 1)` takes 5", "`Residual(Linear(4, 4))` before"),
      (
        "spectralNorm(Linear(2, 3)) >> ReLU() >> spectralNorm(Linear(4, 3))", "takes 4 features",
        "`spectralNorm(Linear(2, 3))` before it gives 3"
      ),
      ("Linear(2, 3) >> Parallel(Identity(), Linear(4, 1))", "`Linear(4, 1)` takes 4", "before it gives 3"),
      ("BatchNorm1d(3) >> Linear(4, 1)", "`Linear(4, 1)` takes 4", "`BatchNorm1d(3)` before it gives 3"),
    ])
  func mismatch(_ code: String, _ taken: String, _ given: String) {
    let message = Notebook().message(code)
    #expect(message.contains(taken) && message.contains(given), "\(message)")
  }

  @Test("a function between layers is not run to find out what fits")
  func functionsAreNotRun() throws {
    let notebook = Notebook()
    try notebook.run(all: "func loud(x) { print(\"run\"); return x }")
    #expect(notebook.prints("let net = Linear(2, 3) >> loud >> Linear(4, 1)") == "")
  }

  @Test("spectral normalisation and losses with settings say what they take")
  func settings() {
    let notebook = Notebook()
    #expect(notebook.message("spectralNorm(mlp(2, 3, 1))").contains("takes a single `Linear`"))
    #expect(notebook.message("crossEntropyLoss(labelSmoothing: 2)").contains("from 0 to 1"))
    #expect(
      notebook.message("crossEntropyLoss(weight: [1, 2])([[1, 0, 0]], [0])").contains("has 2 weights"))
    #expect(notebook.message("bceWithLogitsLoss(posWeight: -1)").contains("not negative"))
    #expect(notebook.value("crossEntropyLoss()([[2, 0]], [0]) == crossEntropy([[2, 0]], [0])") == "true")
    #expect(
      notebook.value("bceWithLogitsLoss(posWeight: 3)([0], [1]) == 3 * bceWithLogits([0], [1])") == "true")
  }

  @Test("a data set shows its categories")
  func categories() {
    let notebook = Notebook()
    #expect(notebook.value("penguins(categorical: true)").contains("island (Biscoe, Dream, Torgersen)"))
    #expect(notebook.value("penguins(categorical: true).categories[\"sex\"]").contains("female"))
    #expect(notebook.value("penguins().categories.count") == "0")
  }
}
