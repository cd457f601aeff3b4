import Testing

@testable import Engine

@Suite struct GoldenNetworkTests {
  static let activations: [String] = [
    "ReLU", "LeakyReLU", "Tanh", "Sigmoid", "GELU", "SiLU", "Softplus", "ELU", "HardTanh",
    "HardSigmoid", "GELU(approximate: \"tanh\")", "Identity", "Softmax",
  ]

  static func activation(_ name: String) throws -> any Layer {
    let layers: [any Layer] = [
      ReLU(), LeakyReLU(slope: 0.2), Tanh(), Sigmoid(), GELU(), SiLU(), Softplus(), ELU(), HardTanh(),
      HardSigmoid(), GELU(isApproximate: true), Identity(), Softmax(),
    ]
    return try #require(layers.first { $0.description == name } ?? layers.first { $0.kind == name })
  }

  @Test("a network's outputs and gradients agree with PyTorch", arguments: activations, DType.allCases)
  func networkAgrees(_ name: String, _ dtype: DType) throws {
    let golden = try #require(Golden.read("networks", as: [String: Golden.Network].self)[name])
    let values = try golden.parameters.mapValues { try $0.tensor(dtype) }
    let net = Sequential([
      try Linear(weight: try #require(values["0.weight"]), bias: values["0.bias"]),
      try Self.activation(name),
      try Linear(weight: try #require(values["2.weight"]), bias: values["2.bias"]),
    ])
    #expect(net.namedParameters.map(\.name) == ["0.weight", "0.bias", "2.weight", "2.bias"])
    let x = try golden.input.tensor(dtype)
    let target = try golden.target.tensor(dtype)
    #expect(try relativeError(net(x), golden.output) < tolerance(dtype))
    let (_, gradients) = try valueAndGradient(at: net.parameters) { try MeanSquaredError()(net(x), target) }
    for (named, gradient) in zip(net.namedParameters, gradients) {
      #expect(relativeError(gradient, try #require(golden.gradients[named.name])) < tolerance(dtype))
      #expect(!named.parameter.value.isTracked)
    }
  }

  @Test("losses and their gradients agree with PyTorch", arguments: DType.allCases)
  func lossesAgree(_ dtype: DType) throws {
    let golden: [String: Golden.Case] = try Golden.read("losses")
    let losses: [any Loss] = [
      MeanSquaredError(), MeanAbsoluteError(), try HuberLoss(), try HuberLoss(delta: 0.5), CrossEntropy(),
      BinaryCrossEntropy(), try CrossEntropy(labelSmoothing: 0.1),
      try CrossEntropy(labelSmoothing: 0, weight: [1, 2, 0.5]),
      try CrossEntropy(labelSmoothing: 0.2, weight: [1, 2, 0.5]),
      try BinaryCrossEntropy(positiveWeight: [3]), try BinaryCrossEntropy(positiveWeight: [3, 0.5]),
    ]
    #expect(Set(losses.map(\.description)) == Set(golden.keys))
    for loss in losses {
      let expected = try #require(golden[loss.description])
      let target = try #require(expected.target).tensor(dtype)
      let (value, gradients) = try valueAndGradient(at: [expected.inputs[0].tensor(dtype)]) {
        try loss($0[0], target)
      }
      #expect(relativeError(value, expected.output) < tolerance(dtype), "\(loss)")
      #expect(relativeError(gradients[0], expected.gradients[0]) < tolerance(dtype), "\(loss)")
    }
  }

  @Test("ten steps of every optimiser agree with PyTorch", arguments: DType.allCases)
  func optimisersAgree(_ dtype: DType) throws {
    let golden: Golden.Optimisers = try Golden.read("optimisers")
    let optimisers: [String: Optimiser] = [
      "sgd": try .sgd(lr: 0.05), "sgdDecay": try .sgd(lr: 0.05, weightDecay: 0.1),
      "momentum": try .sgd(lr: 0.05, momentum: 0.9, weightDecay: 0.01),
      "nesterov": try .sgd(lr: 0.05, momentum: 0.9, nesterov: true), "adam": try .adam(lr: 0.1),
      "adamDecay": try .adam(lr: 0.1, betas: (0.8, 0.95), eps: 1e-6, weightDecay: 0.1),
      "adamW": try .adamW(lr: 0.1),
    ]
    #expect(Set(optimisers.keys) == Set(golden.ends.keys))
    let scale = try Tensor.arange(from: 1, to: 7, dtype: dtype)
    for (name, optimiser) in optimisers {
      let x = Parameter("x", try golden.start.tensor(dtype))
      for _ in 0..<10 {
        try optimiser.step([x], gradients: [scale * (x.value - 1)])
      }
      #expect(relativeError(x.value, try #require(golden.ends[name])) < tolerance(dtype), "\(name)")
    }
  }
}
