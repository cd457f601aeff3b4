import Testing

@testable import Engine

@Suite struct LayerTests {
  var generator = Generator(seed: 1)

  mutating func linear(_ inputs: Int, _ outputs: Int) throws -> Linear {
    try Linear(inputs, outputs, from: &generator)
  }

  @Test("a layer that does not fit the one before it is named with both widths")
  mutating func mismatch() throws {
    let net = Sequential([try linear(8, 16), ReLU(), try linear(32, 1)])
    let expected = "`Linear(32, 1)` takes 32 features, but the layer before it gives 16."
    #expect(message { _ = try net.outputShape(for: [5, 8]) } == expected)
    #expect(message { _ = try net(.zeros([5, 8])) } == expected)
    #expect(
      message { _ = try net(.zeros([5, 3])) }
        == "`Linear(8, 16)` takes 8 features, but its input has 3 (shape [5, 3]).")
  }

  @Test("the shape rule agrees with the shapes computed")
  mutating func shapes() throws {
    let block = Residual(Sequential([try linear(4, 4), Tanh()]))
    let net = Sequential([Flatten(), try linear(6, 4), block, try linear(4, 3), Softmax()])
    let x = try Tensor.normal([5, 2, 3], from: &generator)
    #expect(try net(x).shape == [5, 3])
    #expect(try net.outputShape(for: x.shape) == [5, 3])
    #expect(try Linear(2, 3, from: &generator)(Tensor([1, 2])).shape == [3])
  }

  @Test("names, counts and descriptions follow the layers")
  mutating func names() throws {
    let inner = Sequential([try linear(4, 4), ReLU()])
    let net = Sequential([Sequential([try linear(2, 4), ReLU()]), Residual(inner), try linear(4, 1)])
    #expect(
      net.namedParameters.map(\.name) == [
        "0.weight", "0.bias", "2.0.weight", "2.0.bias", "3.weight", "3.bias",
      ])
    #expect(net.parameterCount == 12 + 20 + 5)
    #expect(
      net.description == "Linear(2, 4) >> ReLU() >> Residual(Linear(4, 4) >> ReLU()) >> Linear(4, 1)")
    #expect(try Linear(2, 3, bias: false, from: &generator).description == "Linear(2, 3, bias: false)")
  }

  @Test("a layer used twice shares its weights, and its gradients add up")
  mutating func sharing() throws {
    let shared = try linear(3, 3)
    let net = Sequential([shared, shared])
    #expect(net.parameters.count == 2)
    let x = try Tensor.normal([2, 3], from: &generator)
    let (_, gradients) = try valueAndGradient(at: net.parameters) { try net(x).sum() }
    // d/db of the sum over rows of W (W x + b) + b is 2 (Wᵀ 1 + 1).
    let expected = try (shared.weight.value.sum(axis: 0) + 1) * 2
    #expect(difference(gradients[1], expected) < 1e-6)
  }

  @Test("a function is a layer, with the parameters of the layers that it uses")
  mutating func lambda() throws {
    let inner = try linear(2, 2)
    let block = Lambda("block", using: [inner]) { x, pass in try inner.forward(x, pass) + x }
    #expect(block.namedParameters.map(\.name) == ["0.weight", "0.bias"])
    #expect(try block.outputShape(for: [7, 2]) == [7, 2])
    #expect(block.description == "block")
  }

  @Test("impossible layers are refused")
  mutating func impossible() throws {
    #expect(message { _ = try linear(0, 3) }.contains("at least one input and one output"))
    #expect(message { _ = try linear(1 << 40, 1 << 40) }.contains("too large"))
    #expect(message { _ = try Linear(weight: Tensor([1, 2])) }.contains("has shape [outputs, inputs]"))
    #expect(
      message { _ = try Linear(weight: .zeros([2, 3]), bias: .zeros([3])) }
        .contains("one number per output, [2], but this one has shape [3]"))
    let narrowing = Residual(try linear(4, 2))
    #expect(message { _ = try narrowing(.zeros([1, 4])) }.contains("makes [1, 2] of [1, 4]"))
    #expect(message { _ = try Flatten()(Tensor(1)) }.contains("batch of rows"))
    #expect(message { _ = try linear(1, 1)(Tensor(1)) }.contains("single number"))
  }

  @Test("PyTorch's default initialisation is uniform within 1/√inputs")
  mutating func defaultInitialisation() throws {
    let layer = try linear(100, 50)
    for parameter in layer.parameters {
      #expect(try parameter.value.abs().max().item() <= 0.1)
      #expect(try parameter.value.abs().max().item() > 0.09)
    }
    let he = try Linear(100, 50, initialiser: .heNormal(), from: &generator)
    #expect(try he.parameters[1].value == .zeros([50]))
  }

  static let deviations: [(Initialiser, Double)] = [
    (.xavierUniform(), (2.0 / 500).squareRoot()), (.xavierNormal(gain: 2), 2 * (2.0 / 500).squareRoot()),
    (.heUniform(), (2.0 / 300).squareRoot()), (.heNormal(), (2.0 / 300).squareRoot()),
    (.heNormal(mode: .fanOut, gain: 1), (1.0 / 200).squareRoot()), (.constant(3), 0),
  ]

  @Test("initialisers have the deviation of their formula", arguments: deviations.indices)
  func statistics(_ index: Int) throws {
    let (initialiser, expected) = Self.deviations[index]
    var generator = Generator(seed: 2)
    let weight = try initialiser.tensor([200, 300], from: &generator)
    #expect(abs(try weight.std().item() - expected) <= 0.01 * expected)
  }

  @Test("initialisers name what they need")
  mutating func initialiserErrors() throws {
    #expect(
      message { _ = try Initialiser.heNormal().tensor([5], from: &generator) }
        .contains("`heNormal` needs a weight of shape [outputs, inputs], but this one has [5]"))
    #expect(try Initialiser.gain(for: "tanh") == 5.0 / 3)
    #expect(message { _ = try Initialiser.gain(for: "swish") }.contains("No gain is known"))
    #expect(message { _ = try Initialiser.normal(std: -1) }.contains("not negative"))
  }
}
