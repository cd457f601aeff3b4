import Testing

@testable import Engine

@Suite struct GradientFlowTests {
  /// The network of `golden/diagnostics.py`, with its data.
  private func golden(_ dtype: DType) throws -> (DiagnosticsGolden.Network, any Layer, Dataset) {
    let golden = try Golden.read("diagnostics", as: DiagnosticsGolden.self).network
    func linear(_ index: Int) throws -> Linear {
      func value(_ name: String) throws -> Tensor {
        try #require(golden.parameters["\(index).\(name)"]).value.tensor(dtype)
      }
      return try Linear(weight: value("weight"), bias: value("bias"))
    }
    let net = try Sequential([linear(0), Tanh(), linear(2), ReLU(), linear(4)])
    let labels = Tensor(golden.labels.map(Double.init))
    return (golden, net, try Dataset(golden.x.tensor(dtype), labels, classNames: ["a", "b", "c", "d"]))
  }

  private func chain(
    _ depth: Int, _ width: Int, _ initialiser: Initialiser, seed: UInt64 = 1
  ) throws -> (any Layer, Dataset) {
    var generator = Generator(seed: seed)
    var layers: [any Layer] = []
    for _ in 0..<depth {
      layers += [
        try Linear(width, width, initialiser: initialiser, dtype: .float64, from: &generator), ReLU(),
      ]
    }
    layers.append(try Linear(width, 1, initialiser: initialiser, dtype: .float64, from: &generator))
    let x = try Tensor.normal([16, width], dtype: .float64, from: &generator)
    let y = try Tensor.normal([16, 1], dtype: .float64, from: &generator)
    return (Sequential(layers), try Dataset(x, y))
  }

  private func isNear(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    abs(a - b) <= tolerance * max(1, abs(b))
  }

  @Test("norms, means and deviations are PyTorch's, in both types", arguments: [DType.float32, .float64])
  func goldenFlow(dtype: DType) throws {
    let (golden, net, data) = try golden(dtype)
    let flow = try gradientFlow(net, on: data, loss: CrossEntropy())
    let tolerance = tolerance(dtype)
    #expect(isNear(flow.loss, golden.loss, tolerance))
    #expect(flow.layers.map(\.position) == [0, 2, 4])
    for layer in flow.layers {
      let largest = golden.deltaMaxima[layer.position]
      for (found, expected) in [
        (layer.norm, golden.deltas[layer.position]), (layer.mean, golden.deltaMeans[layer.position]),
        (layer.std, golden.deltaStds[layer.position]), (layer.maximum, largest),
      ] { #expect(abs(found - expected) <= tolerance * largest) }
    }
    for found in flow.parameters {
      let expected = try #require(golden.parameters[found.name])
      #expect(isNear(found.norm, expected.norm, tolerance) && isNear(found.mean, expected.mean, tolerance))
      #expect(
        isNear(found.std, expected.std, tolerance) && isNear(found.maximum, expected.maximum, tolerance))
      #expect(isNear(found.relative, expected.relative, tolerance))
    }
    #expect(flow.parameters.map(\.role) == [.weight, .bias, .weight, .bias, .weight, .bias])
  }

  @Test("looking twice gives the same gradients: nothing is added up")
  func freshGradients() throws {
    let (_, net, data) = try golden(.float64)
    let first = try gradientFlow(net, on: data, loss: CrossEntropy())
    #expect(try gradientFlow(net, on: data, loss: CrossEntropy()) == first)
    let named = try parameterGradients(net, on: data, loss: CrossEntropy())
    #expect(named.loss == first.loss && named.gradients.map(\.name) == first.parameters.map(\.name))
    for (entry, found) in zip(named.gradients, first.parameters) {
      #expect(isNear(FlowMath.norm(entry.gradient.doubles), found.norm, 1e-14))
    }
  }

  @Test("small weights make gradients vanish, large ones explode, He's keep them")
  func verdicts() throws {
    for (initialiser, verdict, slope) in [
      (Initialiser.heNormal(gain: 1), GradientFlow.Verdict.vanishing, -0.3466),
      (.heNormal(gain: 2), .exploding, 0.3466), (.heNormal(), .healthy, 0),
    ] {
      let (net, data) = try chain(24, 64, initialiser)
      let flow = try gradientFlow(net, on: data, loss: MeanSquaredError())
      #expect(flow.verdict == verdict)
      // ½ ln χ with χ = gain²/2; a network of this width scatters around it.
      #expect(abs(flow.slope - slope) < 0.06)
    }
  }

  @Test("a layer without gradient is dead and vanishing, and the slope stays a number")
  func deadLayer() throws {
    let (net, data) = try chain(3, 8, .heNormal())
    // The second layer's units are off for every row; the third gets nothing from it but has a bias of its own.
    let second = try #require(net.chain[2] as? Linear)
    try second.weight.assign(.zeros([8, 8], dtype: .float64))
    try #require(second.bias).assign(.full([8], -1, dtype: .float64))
    let third = try #require(net.chain[4] as? Linear)
    try #require(third.bias).assign(.ones([8], dtype: .float64))
    let flow = try gradientFlow(net, on: data, loss: MeanSquaredError())
    #expect(flow.verdict == .vanishing && flow.deadLayers == [0, 2])
    #expect(flow.ratio == 0 && flow.slope.isFinite)
  }

  @Test("weights, biases and shared parameters are told apart through blocks")
  func blocks() throws {
    var generator = Generator(seed: 3)
    let shared = try Linear(4, 4, from: &generator)
    let net = Sequential([
      shared, Residual(Sequential([shared, Tanh()])), try Linear(4, 2, from: &generator),
    ])
    let data = try Dataset(.normal([5, 4], from: &generator), .normal([5, 2], from: &generator))
    let flow = try gradientFlow(net, on: data, loss: MeanSquaredError())
    #expect(flow.parameters.map(\.name) == ["0.weight", "0.bias", "2.weight", "2.bias"])
    #expect(flow.layers.map(\.position) == [0, 1, 2])
  }

  @Test("normalisation has a role of its own, and its running statistics stay as they are")
  func normalisation() throws {
    var generator = Generator(seed: 6)
    let norm = try BatchNorm1d(4)
    let net = Sequential([
      try Linear(3, 4, from: &generator), norm, ReLU(), try LayerNorm(4), try Linear(4, 1, from: &generator),
    ])
    let data = try Dataset(.normal([9, 3], from: &generator), .normal([9, 1], from: &generator))
    let before = (norm.runningMean.value, norm.runningVariance.value)
    let flow = try gradientFlow(net, on: data, loss: MeanSquaredError())
    _ = try parameterGradients(net, on: data, loss: MeanSquaredError())
    _ = try activations(net, on: data.features, training: true)
    #expect(norm.runningMean.value == before.0 && norm.runningVariance.value == before.1)
    #expect(flow.parameters.map(\.role) == [.weight, .bias, .norm, .norm, .norm, .norm, .weight, .bias])
    #expect(flow.layers.map(\.position) == [0, 4])
    let evaluated = try gradientFlow(net, on: data, loss: MeanSquaredError(), training: false)
    #expect(evaluated.loss != flow.loss)
  }

  @Test("gradients are recorded during training, also where a plan holds the weights")
  func recording() throws {
    var generator = Generator(seed: 4)
    let net = Sequential([try Linear(2, 8, from: &generator), Tanh(), try Linear(8, 1, from: &generator)])
    let data = try Dataset(.normal([32, 2], from: &generator), .normal([32, 1], from: &generator))
    let loss = MeanSquaredError()
    var record = try GradientFlowRecord(every: 4)
    try record.note(step: 0, net: net, batch: data, loss: loss)
    let before = try #require(record.entries.first).flow
    try train(net, on: data, loss: loss, optimizer: .sgd(lr: 0.1), epochs: 5, batch: 16, shuffle: false) {
      try record.note($0, net: net, batch: data, loss: loss)
    }
    #expect(record.entries.map(\.step) == [0, 4, 8])
    #expect(record.entries[2].flow.loss < before.loss)
    #expect(message { _ = try GradientFlowRecord(every: 0) }.contains("`every` is 0"))
  }

  @Test("a network without parameters, and data that do not fit, are told plainly")
  func messages() throws {
    let (net, data) = try chain(1, 4, .heNormal())
    #expect(
      message { _ = try gradientFlow(ReLU(), on: data, loss: MeanSquaredError()) }.contains("no parameters"))
    let wrong = try Dataset(.ones([3, 5]), .ones([3, 1]))
    #expect(
      message { _ = try gradientFlow(net, on: wrong, loss: MeanSquaredError()) }.contains("takes 4 features"))
  }

  @Test("means and variances of activations are PyTorch's")
  func goldenActivations() throws {
    let (golden, net, data) = try golden(.float64)
    let found = try activations(net, on: data.features).layers
    #expect(found.count == 5)
    for layer in found {
      #expect(isNear(layer.mean, golden.means[layer.position], 1e-10))
      #expect(isNear(layer.variance, golden.variances[layer.position], 1e-10))
    }
  }

  @Test("dead units and saturated numbers are counted")
  func stuckUnits() throws {
    let x = try Tensor([-1, 2, 0, -3, 5, -1, -1, 0, 0.5], shape: [3, 3])
    let relu = try activations(ReLU(), on: x).layers[0]
    #expect(abs((relu.dead ?? 9) - 1 / 3.0) < 1e-12 && relu.saturated == nil)
    let shifted = try activations(ReLU(), on: x - 4).layers[0]
    #expect(abs((shifted.dead ?? 9) - 2 / 3.0) < 1e-12)
    let tanh = try activations(Tanh(), on: Tensor([-9, 0, 9, 1], shape: [1, 4])).layers[0]
    #expect(tanh.saturated == 0.5 && tanh.dead == nil)
  }
}
