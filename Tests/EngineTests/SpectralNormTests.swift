import Testing

@testable import Engine

@Suite struct SpectralNormTests {
  var generator = Generator(seed: 4)

  @Test(
    "spectral normalisation agrees with PyTorch: outputs, gradients through σ, and the vectors it keeps",
    arguments: [("one", 1), ("three", 3)], DType.allCases)
  mutating func agreesWithPyTorch(_ setting: (name: String, iterations: Int), _ dtype: DType) throws {
    let golden = try #require(
      Golden.read("spectral", as: [String: Golden.Normalisation].self)[setting.name])
    let layer = try SpectralNorm(
      Linear(4, 3, dtype: dtype, from: &generator), powerIterations: setting.iterations, from: &generator)
    #expect(Set(layer.namedParameters.map(\.name)) == Set(golden.parameters.keys))
    for (name, parameter) in layer.namedParameters {
      try parameter.assign(try #require(golden.parameters[name]).tensor(dtype))
    }
    let x = try golden.inputs[0].tensor(dtype)
    let pass = Pass(isTraining: true)
    for _ in 0..<2 { _ = try layer.forward(x, pass) }
    let trainable = layer.namedParameters.filter(\.parameter.isTrainable)
    var output = Tensor(0)
    let (_, gradients) = try valueAndGradient(at: trainable.map(\.parameter)) {
      let y = try layer.forward(x, pass)
      output = y.detached
      return try weightedSum(y)
    }
    #expect(relativeError(output, golden.output) < tolerance(dtype))
    #expect(trainable.count == 2)
    for (named, gradient) in zip(trainable, gradients) {
      #expect(relativeError(gradient, try #require(golden.gradients[named.name])) < tolerance(dtype))
    }
    for (name, parameter) in layer.namedParameters where !parameter.isTrainable {
      #expect(relativeError(parameter.value, try #require(golden.buffers[name])) < tolerance(dtype))
    }
    #expect(relativeError(try layer(x), golden.evaluated) < tolerance(dtype))
  }

  @Test("the estimate comes to the largest singular value from below, and evaluation leaves it alone")
  mutating func convergence() throws {
    let weight = try Tensor([3, 0, 0, 0, 2.9, 0], shape: [2, 3], dtype: .float64)
    let layer = try SpectralNorm(Linear(weight: weight), from: &generator)
    func sigma() throws -> Double { try 3 / layer.normalizedWeight().max().item() }
    let first = try sigma()
    #expect(first < 3)
    let x = try Tensor.ones([1, 3], dtype: .float64)
    _ = try layer(x)
    #expect(try sigma() == first)
    let pass = Pass(isTraining: true)
    var last = first
    for _ in 0..<400 {
      _ = try layer.forward(x, pass)
      // Up to rounding.
      #expect(try sigma() >= last - 1e-12)
      last = try sigma()
    }
    #expect(abs(last - 3) < 1e-9)
  }

  @Test("what spectral normalisation cannot do is said")
  mutating func errors() throws {
    let linear = try Linear(2, 3, from: &generator)
    #expect(
      message { _ = try SpectralNorm(linear, powerIterations: 0, from: &generator) }
        .contains("at least one power iteration"))
    let zero = try SpectralNorm(Linear(weight: .zeros([2, 2])), from: &generator)
    #expect(message { _ = try zero(.ones([1, 2])) }.contains("largest singular value, which is 0"))
    let layer = try SpectralNorm(linear, from: &generator)
    #expect(layer.description == "spectralNorm(Linear(2, 3))")
    #expect(message { _ = try layer(.ones([1, 5])) }.contains("takes 2 features, but its input has 5"))
  }
}
