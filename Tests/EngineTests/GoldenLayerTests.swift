import Testing

@testable import Engine

@Suite struct GoldenLayerTests {
  struct Composition: Decodable {
    let input, output, inputGradient: Golden.Values
    let parameters, gradients: [String: Golden.Values]
  }

  struct Moments: Decodable {
    let mean, std, largest, kurtosis: Double
  }

  struct Initialisers: Decodable {
    let statistics: [String: Moments]
    let gains: [String: Double]
  }

  static func layers(_ dtype: DType) throws -> [String: any Layer] {
    var generator = Generator(seed: 1)
    func linear(_ inputs: Int, _ outputs: Int, bias: Bool = true) throws -> Linear {
      try Linear(inputs, outputs, bias: bias, dtype: dtype, from: &generator)
    }
    return [
      "Linear": try linear(3, 4), "Linear without bias": try linear(3, 4, bias: false),
      "Linear on three axes": try linear(3, 4),
      "Residual": Residual(Sequential([try linear(3, 4), Tanh(), try linear(4, 3)])),
      "Parallel": try Parallel([linear(3, 2), Sequential([linear(3, 4), Tanh()])]),
      "Flatten": Sequential([Flatten(), try linear(6, 2)]),
      "Sequential": Sequential([
        try linear(3, 4), try LayerNorm(4, dtype: dtype), SiLU(), try linear(4, 1),
      ]),
      "nested": Sequential(nesting: [Sequential([try linear(3, 4), ReLU()]), try linear(4, 2)]),
      "Softmax over rows": Sequential([try linear(3, 4, bias: false), Softmax(axis: 0)]),
      "ELU(0.5)": Sequential([try linear(3, 4), ELU(alpha: 0.5)]),
    ]
  }

  @Test(
    "layers made of others agree with PyTorch, forward and back to input and parameters",
    arguments: DType.allCases)
  func compositions(_ dtype: DType) throws {
    let golden: [String: Composition] = try Golden.read("compositions")
    let layers = try Self.layers(dtype)
    #expect(Set(layers.keys) == Set(golden.keys))
    for (name, layer) in layers {
      let expected = try #require(golden[name])
      try loadStateDict(layer, expected.parameters.map { ($0.key, try $0.value.tensor(dtype)) })
      let x = try expected.input.tensor(dtype)
      #expect(try relativeError(layer(x), expected.output) < tolerance(dtype), "\(name)")
      let byInput = try gradient(at: x) { try weightedSum(layer($0)) }
      #expect(relativeError(byInput, expected.inputGradient) < tolerance(dtype), "\(name)")
      let named = layer.namedParameters
      let (_, gradients) = try valueAndGradient(at: named.map(\.parameter)) { try weightedSum(layer(x)) }
      for (entry, found) in zip(named, gradients) {
        let wanted = try #require(expected.gradients[entry.name])
        #expect(relativeError(found, wanted) < tolerance(dtype), "\(name), \(entry.name)")
      }
    }
  }

  @Test("the gradient of dropout is its own mask, scaled as its output is", arguments: DType.allCases)
  func dropout(_ dtype: DType) throws {
    let layer = try Dropout(0.25)
    let x = try Tensor.arange(from: 1, to: 41, dtype: dtype)
    let (y, slopes) = try valueAndGradient(at: [x]) {
      try layer.forward($0[0], Pass(isTraining: true, generator: Generator(seed: 2))).sum()
    }
    let kept = slopes[0].doubles
    #expect(kept.allSatisfy { $0 == 0 || abs($0 - 1 / 0.75) < tolerance(dtype) })
    #expect((1..<40).contains(kept.count { $0 != 0 }))
    let sum = zip(kept, x.doubles).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(try y.item() / sum - 1) < tolerance(dtype))
    #expect(try gradient(at: x) { try layer($0).sum() } == Tensor.ones([40], dtype: dtype))
  }

  @Test("every initialiser has the statistics of PyTorch's", arguments: DType.allCases)
  func initialisers(_ dtype: DType) throws {
    let golden: Initialisers = try Golden.read("initialisers")
    let tanh = try Initialiser.gain(for: "tanh")
    let rules: [String: Initialiser] = [
      "xavierUniform": .xavierUniform(), "xavierNormal": .xavierNormal(),
      "xavierUniform(tanh)": .xavierUniform(gain: tanh), "heUniform": .heUniform(), "heNormal": .heNormal(),
      "heNormal(fan_out)": .heNormal(mode: .fanOut),
      "heUniform(leaky_relu 0.2)": .heUniform(gain: try Initialiser.gain(for: "leaky_relu", slope: 0.2)),
      "heNormal(tanh)": .heNormal(gain: tanh), "lecunNormal": .lecunNormal, "lecunUniform": .lecunUniform,
      "orthogonal": .orthogonal(), "orthogonal(2)": .orthogonal(gain: 2),
      "truncatedNormal": try .truncatedNormal(std: 0.02), "normal": try .normal(mean: 1, std: 0.5),
      "uniform": try .uniform(-0.25, 0.5), "zeros": .zeros, "ones": .ones, "constant": .constant(0.3),
      "identity": .identity,
    ]
    var generator = Generator(seed: 5)
    var samples = try rules.mapValues { try $0.tensor([120, 180], dtype: dtype, from: &generator) }
    samples["Linear"] = try Linear(180, 120, dtype: dtype, from: &generator).weight.value
    samples["Linear bias"] = try Linear(4, 5000, dtype: dtype, from: &generator).bias?.value
    samples["Embedding"] = try Embedding(120, 180, dtype: dtype, from: &generator).weight.value
    #expect(Set(samples.keys) == Set(golden.statistics.keys))
    for (name, expected) in golden.statistics {
      let numbers = try #require(samples[name]).doubles
      let count = Double(numbers.count)
      let mean = numbers.reduce(0, +) / count
      let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      // Five standard errors, and what rounding adds.
      #expect(abs(mean - expected.mean) < 5 * expected.std / count.squareRoot() + 2e-7, "\(name)")
      #expect(abs(variance.squareRoot() - expected.std) < 0.025 * expected.std + 1e-7, "\(name)")
      guard expected.std > 1e-9 else { continue }
      let fourth = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) * ($1 - mean) } / count
      #expect(abs(fourth / (variance * variance) / expected.kurtosis - 1) < 0.06, "\(name)")
      // What has bounds comes close to them.
      guard expected.kurtosis < 2.5 else { continue }
      let largest = numbers.map(\.magnitude).max() ?? 0
      #expect(abs(largest / expected.largest - 1) < 0.005, "\(name)")
    }
  }

  @Test("the gain of every activation is PyTorch's")
  func gains() throws {
    for (name, expected) in try Golden.read("initialisers", as: Initialisers.self).gains {
      #expect(abs(try Initialiser.gain(for: name) - expected) < 1e-15, "\(name)")
    }
  }
}
