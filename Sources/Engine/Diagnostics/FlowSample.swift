/// What was measured on one random network.
struct FlowSample {
  /// The mean square of each layer's preactivations.
  private(set) var forward: [Double] = []
  /// The square of the gradient at each layer's preactivations beside that at the last: the mean over the rows.
  private(set) var backward: [Double] = []
  /// fan_in times the mean square of each layer's weights.
  let weightVariances: [Double]

  /// Sends rows of normal numbers forwards, and rows of normal gradients backwards.
  init(
    _ layers: [Linear], _ activation: any Layer, rows: Int, _ generator: inout Generator
  ) throws {
    weightVariances = try layers.map { layer in
      try Interruption.check()
      let weight = layer.weight.value.doubles
      let norm = FlowMath.norm(weight)
      // fan_in × mean of squares; written with the norm, which does not underflow.
      return norm * norm / Double(layer.outputs)
    }
    var signal = try Tensor.normal([rows, layers[0].inputs], dtype: .float64, from: &generator)
    var preactivations: [Tensor] = []
    for (index, layer) in layers.enumerated() {
      let z = try layer(signal).tracked()
      preactivations.append(z)
      if index < layers.count - 1 { signal = try activation(z) }
    }
    guard let last = preactivations.last else { return }
    let arriving = try Tensor.normal(last.shape, dtype: .float64, from: &generator)
    let gradients = try (last * arriving).sum().gradients(for: preactivations, recording: false)
    forward = try preactivations.map { z in
      try Interruption.check()
      return FlowMath.mean(z.doubles.map { $0 * $0 })
    }
    let squares = try gradients.map { gradient in
      try Interruption.check()
      return FlowSample.squaredNorms(gradient, rows: rows)
    }
    backward = squares.map { layer in
      FlowMath.mean(zip(layer, squares[squares.count - 1]).map { $0 / $1 })
    }
  }

  private static func squaredNorms(_ gradient: Tensor, rows: Int) -> [Double] {
    let numbers = gradient.doubles
    let width = numbers.count / rows
    return (0..<rows).map { row in
      numbers[row * width..<(row + 1) * width].reduce(0) { $0 + $1 * $1 }
    }
  }
}

/// The linear layers of a random network.
func randomLayers(
  _ widths: [Int], _ rule: WeightRule, _ biasVariance: Double, _ generator: inout Generator
) throws -> [Linear] {
  try zip(widths, widths.dropFirst()).map { inputs, outputs in
    let initialiser: Initialiser
    switch rule {
    case .meanField(let variance):
      guard variance > 0, variance.isFinite else {
        throw EngineError(
          .value, "A variance is positive and finite, but that of the weights is \(variance).")
      }
      initialiser = try .normal(std: (variance / Double(inputs)).squareRoot())
    case .initialiser(let chosen): initialiser = chosen
    }
    return try Linear(
      inputs, outputs, initialiser: initialiser,
      biasInitialiser: biasVariance > 0 ? .normal(std: biasVariance.squareRoot()) : .zeros, dtype: .float64,
      from: &generator)
  }
}
