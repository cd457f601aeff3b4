import Testing

@testable import Engine
@testable import Interpreter

/// Texts are printed and figures drawn as text: gnuplot would need a thread that all tests share.
@Suite struct DiagnosticsTests {
  private let notebook = Notebook()

  @Test("gradient flow tells a verdict with its threshold, and has members to compute with")
  func gradientFlow() throws {
    try notebook.run(
      all: "let net = mlp(4, 16, 16, 3, activation: tanh)", "let flow = gradientFlow(net, on: iris())")
    let text = notebook.prints("print(flow)")
    #expect(text.hasPrefix("healthy: |δ| of the first layer is "))
    #expect(text.contains("(healthy from 0.001 to 1000)"))
    #expect(text.contains("per layer on the way back; loss "))
    #expect(text.contains("2.weight") && text.contains("biases") && !text.contains("norm parameters"))
    #expect(
      notebook.value(
        "let l = flow.layers[0]; l.maximum <= l.norm && l.std <= l.maximum && abs(l.mean) <= l.maximum")
        == "true")
    #expect(notebook.value("flow.verdict") == "\"healthy\"")
    #expect(notebook.value("flow.layers.map { l in l.position }") == "[0, 2, 4]")
    #expect(
      notebook.value("flow.weights.map { p in p.name }") == "[\"0.weight\", \"2.weight\", \"4.weight\"]")
    #expect(notebook.value("abs(flow.ratio - flow.layers[0].norm / flow.layers[2].norm) < 1e-12") == "true")
    #expect(notebook.value("flow == gradientFlow(net, on: iris(), loss: crossEntropy)") == "true")
  }

  @Test("parameter gradients are those of the tape, and of the flow")
  func parameterGradients() throws {
    try notebook.run(
      all: "let net = Linear(weight: [[1, 2]], bias: [0.5])",
      "let data = dataset([[1, -1], [2, 0]], [[3], [1]])",
      "let g = parameterGradients(net, on: data, loss: mse)",
      "func loss(w, b) { return mse(data.x @ w.T + b, data.y) }")
    // Predictions −0.5 and 2.5, so errors −3.5 and 1.5: mean of 2 e x.
    #expect(notebook.value("g[\"weight\"]").hasPrefix("[[-0.5000  3.5000]]"))
    #expect(notebook.value("g[\"bias\"]").hasPrefix("[-2]"))
    #expect(
      notebook.value("sum(abs(gradient(of: loss, at: [net.weight, net.bias])[0] - g[\"weight\"]))") == "0.0")
  }

  @Test("vanishing and exploding networks are told from healthy ones, a dead one without a crash")
  func verdicts() throws {
    try notebook.run(
      all: "let data = dataset(ones(8, 4), ones(8, 1))",
      """
      func deep(scale) {
        var net = Linear(4, 8)
        for i in 0..<20 { net = net >> Linear(8, 8, init: normal(std: scale)) }
        return net >> Linear(8, 1)
      }
      """)
    #expect(notebook.value("gradientFlow(deep(0.01), on: data).verdict") == "\"vanishing\"")
    #expect(notebook.value("gradientFlow(deep(2), on: data).verdict") == "\"exploding\"")
    let dead = notebook.prints("print(gradientFlow(deep(0), on: data))")
    #expect(dead.hasPrefix("vanishing") && dead.contains("no gradient at all reaches layers 0, 1, 2"))
  }

  @Test("activations show dead units and saturated numbers")
  func activations() throws {
    try notebook.run(
      all: "let net = Linear(weight: [[1], [-1]]) >> ReLU() >> Linear(weight: [[9, 9]]) >> Tanh()",
      "let a = activations(net, on: [[1], [2]])")
    #expect(notebook.value("a.dead") == "[nil, 0.5, nil, nil]")
    #expect(notebook.value("a.saturated") == "[nil, nil, nil, 1.0]")
    #expect(notebook.value("a.means[1]") == "0.75")
    #expect(notebook.prints("print(a)").contains("50.0 %"))
  }

  @Test("the spectrum of a linear network is that of its matrix, and both Lipschitz bounds meet there")
  func spectrum() throws {
    try notebook.run(
      all: "let net = Linear(weight: [[3, 0], [0, 4]])", "let s = jacobianSpectrum(net, at: [1, 2])",
      "let l = lipschitz(net, samples: 3)")
    #expect(notebook.value("s.values") == "[4.0, 3.0]")
    #expect(notebook.value("s.meanSquare") == "12.5")
    #expect(notebook.prints("print(s)").hasPrefix("2 singular values at 1 input: from 3 to 4"))
    #expect(notebook.value("(l.lower, l.upper, l.samples)") == "(4.0, 4.0, 3)")
    try notebook.run(
      all: "let m = mlp(4, 9, 3, activation: gelu)", "let b = lipschitz(m, on: iris(), samples: 20)")
    #expect(notebook.value("b.lower <= b.upper && b.samples == 20") == "true")
  }

  @Test("variance flow stands beside its recursion")
  func varianceFlow() throws {
    try notebook.run(all: "let v = varianceFlow(96, activation: tanh, depth: 4, sigmaW: 1, networks: 4)")
    #expect(notebook.value("v.predictedForward[0]") == "1.0")
    #expect(notebook.value("abs(v.predictedForward[3] - 0.16665635) < 1e-8") == "true")
    #expect(notebook.value("abs(v.forward[3] / v.predictedForward[3] - 1) < 0.2") == "true")
    #expect(notebook.value("v.predictedBackward[3]") == "1.0")
    #expect(notebook.prints("print(v)").contains("|δ|²"))
    #expect(notebook.value("abs(meanField(tanh, q: 1).variance - 0.39429449) < 1e-8") == "true")
    #expect(notebook.value("abs(meanField(relu, q: 3, sigmaW: sqrt(2.0)).chi - 1) < 1e-6") == "true")
    #expect(
      notebook.value("abs(varianceFlow([32, 48, 16], init: xavier).predictedNormRatio - 1) < 1") == "true")
  }

  @Test("figures are drawn on a logarithmic axis, from which exact zeros are left out with a note")
  func figures() throws {
    let layers = [0.0, 1e-6, 1].enumerated().map { index, norm in
      GradientFlow.OfLayer(
        position: index, layer: "Linear(2, 2)", norm: norm, mean: 0, std: norm, maximum: norm)
    }
    let flow = GradientFlow(loss: 1, layers: layers, parameters: [])
    let drawing = try GradientFlowValue(flow: flow).figure().text()
    #expect(drawing.contains("1 value ≤ 0 left out: the y axis is logarithmic."))
    #expect(drawing.contains("gradient vanishing: first to last layer 0"))
    try notebook.run(
      all: "let a = activations(mlp(3, 4, 2), on: ones(2, 3))",
      "let s = jacobianSpectrum(mlp(3, 4, 2), at: ones(3))",
      "let v = varianceFlow(8, depth: 3, networks: 2)")
    func object<T: LibraryValue>(_ name: String, _ type: T.Type) throws -> T {
      try #require(notebook.session.globals.value(of: name)?.object(type))
    }
    #expect(try object("a", ActivationFlowValue.self).figure().text().contains("variance of activations"))
    #expect(try object("s", SpectrumValue.self).figure().text().contains("singular value"))
    #expect(try object("v", VarianceFlowValue.self).figure().text().contains("q, predicted"))
  }

  @Test("looking at a network leaves it, and the notebook's random numbers, as they were")
  func untouched() throws {
    try notebook.run(all: "let net = Linear(4, 8) >> BatchNorm1d(8) >> Tanh() >> Linear(8, 3)", "seed(3)")
    let before = notebook.value("(net(iris().x)[0], randn(2))")
    try notebook.run(
      all: "seed(3)",
      "let f = (gradientFlow(net, on: iris()), activations(net, on: iris()), "
        + "jacobianSpectrum(net, at: iris().x[0]))")
    #expect(notebook.value("(net(iris().x)[0], randn(2))") == before)
    #expect(notebook.value("f.0.norms.map { p in p.role }") == "[\"norm\", \"norm\"]")
  }

  @Test(
    "long work can be interrupted",
    arguments: [
      "jacobianSpectrum(mlp(50, 50), at: ones(50))", "lipschitz(mlp(5, 50, 50))",
      "varianceFlow(16, depth: 3, networks: 1000)", "jacobian(of: { x in x * 2 }, at: ones(99))",
    ])
  func interrupts(cell: String) {
    notebook.output.patience = 3
    guard case .interrupted = notebook.run(cell) else {
      Issue.record("the cell should have been interrupted: \(cell)")
      return
    }
  }

  @Test(
    "what does not fit is said plainly",
    arguments: [
      (
        "gradientFlow(ReLU(), on: iris())",
        "`ReLU()` has no parameters that training can change, so no gradient flows"
      ),
      (
        "gradientFlow(mlp(4, 3), on: ones(3, 4))",
        "`gradientFlow` takes a data set such as `digits()` or `dataset(x, y)` for `on`, but this is a tensor of shape [3, 4]"
      ),
      (
        "gradientFlow(mlp(5, 3), on: iris())",
        "`Linear(5, 3)` takes 5 features, but the rows of `iris` have 4"
      ),
      (
        "activations(mlp(4, 3), on: \"x\")",
        "`activations` takes a data set or a tensor of features for `on`, but this is a string"
      ),
      (
        "lipschitz(LayerNorm(3) >> Linear(3, 1), on: ones(2, 3))",
        "no Lipschitz constant is known for `LayerNorm(3)`, so the network has no bound"
      ),
      ("lipschitz(mlp(3, 1), samples: 0)", "`samples` of `lipschitz` must be at least 1, but it is 0"),
      ("varianceFlow(8)", "`varianceFlow` with one width needs the number of layers as `depth`"),
      (
        "varianceFlow([8, 8, 8], depth: 3)",
        "`varianceFlow` takes `depth` with a single width, but `widths` is an array"
      ),
      ("varianceFlow([8, 8.5, 8])", "widths are integers, but one of them is a number"),
      (
        "varianceFlow(8, depth: 3, init: he, sigmaW: 1)",
        "`varianceFlow` takes `init` or `sigmaW`, but both are given"
      ),
      (
        "meanField(softmax, q: 1)",
        "the recursion needs a function of each single number, but `Softmax()` is not one"
      ),
      ("meanField(tanh, q: -1)", "a variance is finite and not negative, but this one is -1.0"),
    ])
  func messages(cell: String, message: String) {
    #expect(notebook.message(cell) == message)
  }
}
