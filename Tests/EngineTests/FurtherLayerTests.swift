import Testing

@testable import Engine

@Suite struct FurtherLayerTests {
  var generator = Generator(seed: 8)

  @Test(
    "normalisation and embedding agree with PyTorch, in training and outside of it",
    arguments: ["BatchNorm1d", "LayerNorm", "Embedding"], DType.allCases)
  mutating func agreesWithPyTorch(_ name: String, _ dtype: DType) throws {
    let golden = try #require(Golden.read("normalisation", as: [String: Golden.Normalisation].self)[name])
    let layer: any Layer =
      switch name {
      case "BatchNorm1d": try BatchNorm1d(4, dtype: dtype)
      case "LayerNorm": try LayerNorm(4, dtype: dtype)
      default: try Embedding(5, 3, dtype: dtype, from: &generator)
      }
    for (name, parameter) in layer.namedParameters {
      if let start = golden.parameters[name] { try parameter.assign(start.tensor(dtype)) }
    }
    let inputs = try golden.inputs.map { try $0.tensor(dtype) }
    let pass = Pass(isTraining: true)
    _ = try layer.forward(inputs[0], pass)
    let trainable = layer.namedParameters.filter(\.parameter.isTrainable)
    var output = Tensor(0)
    let (_, gradients) = try valueAndGradient(at: trainable.map(\.parameter)) {
      let y = try layer.forward(inputs[1], pass)
      output = y.detached
      return try weightedSum(y)
    }
    #expect(relativeError(output, golden.output) < tolerance(dtype))
    for (named, gradient) in zip(trainable, gradients) {
      #expect(relativeError(gradient, try #require(golden.gradients[named.name])) < tolerance(dtype))
    }
    for (name, parameter) in layer.namedParameters where !parameter.isTrainable {
      #expect(relativeError(parameter.value, try #require(golden.buffers[name])) < tolerance(dtype))
    }
    #expect(relativeError(try layer(inputs[0]), golden.evaluated) < tolerance(dtype))
    #expect(try layer.outputShape(for: inputs[1].shape) == golden.output.shape)
  }

  @Test("dropout keeps the mean in training, and everything outside of it")
  func dropout() throws {
    let layer = try Dropout(0.25)
    let x = try Tensor.ones([10_000])
    #expect(try layer(x) == x)
    let y = try layer.forward(x, Pass(isTraining: true, generator: generator))
    #expect(Set(y.doubles) == [0, Double(Float(1) / 0.75)])
    #expect(abs(try y.mean().item() - 1) < 0.02)
    #expect(message { _ = try Dropout(1) }.contains("from 0 to below 1, but this one is 1.0"))
  }

  @Test("a network with dropout trains to the same weights from the same seed")
  func reproducible() throws {
    let weights = try (0..<2).map { _ in
      var generator = Generator(seed: 3)
      let net = Sequential([
        try Linear(2, 8, from: &generator), try BatchNorm1d(8), ReLU(), try Dropout(0.5),
        try Linear(8, 2, from: &generator),
      ])
      try train(net, on: moons(20), loss: CrossEntropy(), optimizer: .adam(), epochs: 3, batch: 10, seed: 4)
      return net.parameters.map(\.value)
    }
    #expect(weights[0] == weights[1])
  }

  @Test("layers side by side join their outputs, names and shapes")
  mutating func parallel() throws {
    let layer = try Parallel([Identity(), try Linear(3, 2, from: &generator)])
    #expect(try layer.outputShape(for: [4, 3]) == [4, 5])
    #expect(try layer(.ones([4, 3])).shape == [4, 5])
    #expect(layer.namedParameters.map(\.name) == ["1.weight", "1.bias"])
    #expect(layer.description == "Parallel(Identity(), Linear(3, 2))")
    #expect(
      message { _ = try Parallel([Identity(), Flatten()])(.ones([2, 3, 4])) }.contains("concatenated"))
    #expect(message { _ = try Parallel([]) }.contains("at least one layer"))
  }

  @Test("what further layers do not take is named")
  mutating func errors() throws {
    let embedding = try Embedding(3, 2, from: &generator)
    #expect(message { _ = try embedding(Tensor([0, 3])) }.contains("from 0 to 2, but its input contains 3"))
    #expect(message { _ = try Embedding(0, 2, from: &generator) }.contains("at least one category"))
    let norm = try BatchNorm1d(3)
    #expect(
      message { _ = try norm.forward(.ones([1, 3]), Pass(isTraining: true)) }.contains("at least two rows"))
    #expect(message { _ = try norm(.ones([2, 4])) }.contains("`BatchNorm1d(3)` takes 3 features"))
    #expect(message { _ = try norm(.ones([3])) }.contains("[rows, features], but its input has [3]"))
    let chain = Sequential([try Linear(2, 5, from: &generator), try LayerNorm(4)])
    #expect(
      message { _ = try chain.outputShape(for: [1, 2]) }
        == "`LayerNorm(4)` takes 4 features, but the layer before it gives 5.")
  }

  @Test(
    "orthogonal weights are orthogonal, whichever side is longer", arguments: [[5, 5], [3, 7], [7, 3]])
  mutating func orthogonal(_ shape: [Int]) throws {
    let w = try Initialiser.orthogonal(gain: 2).tensor(shape, dtype: .float64, from: &generator)
    let isWide = shape[0] <= shape[1]
    let product = try Tensor.matmul(w, w, transposingFirst: !isWide, transposingSecond: isWide)
    #expect(difference(product, try Tensor.eye(shape.min() ?? 0, dtype: .float64) * 4) < 1e-12)
  }

  @Test("truncated, LeCun's and identity initialisation are what they say")
  mutating func initialisers() throws {
    let cut = try Initialiser.truncatedNormal(mean: 1, std: 0.5, cut: 1.5).tensor([20_000], from: &generator)
    #expect(try (cut - 1).abs().max().item() <= 0.75)
    #expect(abs(try cut.mean().item() - 1) < 0.01)
    for lecun in [Initialiser.lecunNormal, .lecunUniform] {
      #expect(abs(try lecun.tensor([300, 400], from: &generator).std().item() - 0.05) < 0.001)
    }
    #expect(try Initialiser.identity.tensor([2, 3], from: &generator).doubles == [1, 0, 0, 0, 1, 0])
    #expect(message { _ = try Initialiser.truncatedNormal(cut: 0) }.contains("cut ≥ 0.1"))
    #expect(
      message { _ = try Initialiser.identity.tensor([2], from: &generator) }.contains("[outputs, inputs]"))
    #expect(message { _ = try Initialiser.orthogonal().tensor([2], from: &generator) }.contains("orthogonal"))
  }
}
