import Testing

@testable import Engine

@Suite struct VarianceFlowTests {
  @Test("the tanh recursion at σ_w = 1 gives its known values")
  func tanhRecursion() throws {
    let field = try MeanField(activation: Tanh())
    var (q, found) = (1.0, [Double]())
    for _ in 0..<100 {
      q = try field.nextVariance(q, weight: 1)
      found.append(q)
    }
    for (index, expected) in [(0, 0.39429449), (1, 0.23645041), (2, 0.16665635), (99, 0.00506902)] {
      #expect(abs(found[index] - expected) < 5e-9)
    }
  }

  @Test("ReLU is critical at σ_w² = 2: variance and gradients are kept")
  func reluCritical() throws {
    let field = try MeanField(activation: ReLU())
    for q in [1e-6, 0.3, 1, 50] {
      #expect(abs(try field.nextVariance(q, weight: 2) - q) < 1e-9 * q)
      #expect(abs(try field.gradientFactor(q, weight: 2) - 1) < 1e-9)
    }
  }

  @Test("fixed points and slopes of tanh off criticality")
  func tanhFixedPoints() throws {
    let field = try MeanField(activation: Tanh())
    for (weight, bias, variance, factor) in [
      (1.3, 0.05, 0.315316, 0.880164), (2.5, 0.05, 1.063958, 1.133516), (25 / 9.0, 0, 1.178480, 1.209831),
      (1.760955, 0.05, 0.570048, 1),
    ] {
      var q = 1.0
      for _ in 0..<60 { q = try field.nextVariance(q, weight: weight, bias: bias) }
      #expect(abs(q - variance) < 2e-6)
      #expect(abs(try field.gradientFactor(q, weight: weight) - factor) < 2e-6)
    }
  }

  @Test("the norm of gradients changes per layer as predicted, under each initialiser")
  func normRatios() throws {
    // The document's U(−s, s) with s = √(2 / (fan_in + fan_out)) has a third of Glorot's variance.
    let document = try Initialiser.uniform(-1 / 128.0.squareRoot(), 1 / 128.0.squareRoot())
    let cases: [(Initialiser, any Layer, Double)] = [
      (.heNormal(), ReLU(), 1), (.xavierNormal(), ReLU(), 0.5.squareRoot()),
      (document, ReLU(), (1 / 6.0).squareRoot()), (document, Identity(), (1 / 3.0).squareRoot()),
    ]
    for (initialiser, activation, ratio) in cases {
      let flow = try varianceFlow(
        [Int](repeating: 128, count: 13), activation: activation, rule: .initialiser(initialiser),
        networks: 4,
        rows: 4, seed: 2)
      #expect(abs(flow.normRatio.predicted - ratio) < 0.01)
      #expect(abs(flow.normRatio.mean - ratio) < 0.04 * ratio)
    }
  }

  @Test("a measured variance lies within a few standard errors of the recursion, through changing widths")
  func forwardVariance() throws {
    let flow = try varianceFlow(
      [64, 128, 96, 128], activation: Tanh(), rule: .meanField(weightVariance: 1.3), biasVariance: 0.05,
      networks: 12, rows: 8, seed: 3)
    #expect(flow.layers.map(\.layer) == [1, 2, 3])
    #expect(abs(flow.layers[0].forward.predicted - 1.35) < 1e-12)
    for layer in flow.layers {
      #expect(abs(layer.forward.mean - layer.forward.predicted) < 5 * layer.forward.standardError + 0.02)
      #expect(abs(layer.backward.mean - layer.backward.predicted) < 5 * layer.backward.standardError + 0.02)
    }
    #expect(flow.layers[2].backward.mean == 1)
  }

  @Test("what has no recursion and what has no depth are told plainly")
  func messages() throws {
    #expect(message { _ = try MeanField(activation: Softmax()) }.contains("each single number"))
    let rule = WeightRule.meanField(weightVariance: 1)
    #expect(message { _ = try varianceFlow([3, 4], activation: ReLU(), rule: rule) }.contains("[3, 4]"))
    #expect(
      message { _ = try varianceFlow([3, 4, 5], activation: ReLU(), rule: rule, networks: 0) }.contains(
        "0 and 8"))
    #expect(
      message {
        _ = try varianceFlow([3, 4, 5], activation: ReLU(), rule: .meanField(weightVariance: 0))
      }.contains("positive"))
  }
}
