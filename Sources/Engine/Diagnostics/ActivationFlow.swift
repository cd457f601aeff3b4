/// What each layer of a network makes of data: how its outputs are spread, and how many of them are stuck.
public struct ActivationFlow: Sendable, Equatable {
  /// The outputs of one layer, over all rows.
  public struct OfLayer: Sendable, Equatable {
    /// The layer's position in the network's chain, from 0.
    public let position: Int
    public let layer: String
    public let mean: Double
    /// The variance, divided by the count.
    public let variance: Double
    /// The part of the units of a rectifier that are zero for every row; `nil` for other layers.
    public let dead: Double?
    /// The part of the numbers that lie within a hundredth of the range at a bound of the layer's values, such
    /// as ±1 for tanh; `nil` for layers without two bounds.
    public let saturated: Double?
  }

  /// The layers of the chain, from first to last.
  public let layers: [OfLayer]
}

/// Looks at what each layer of a network gives for rows of features.
///
/// - Parameters:
///   - training: whether the pass is one of training, so that dropout drops and batch normalisation uses its
///     batch. Running statistics stay as they are in any case.
///   - seed: where layers that are random take their random numbers from.
///
/// Throws when there are no rows, or the features do not fit the network.
public func activations(
  _ net: any Layer, on features: Tensor, training: Bool = false, seed: UInt64 = 0
) throws -> ActivationFlow {
  guard features.count > 0 else {
    throw EngineError(
      .data, "Activations need at least one row, but the features have shape \(features.shape).")
  }
  var layers: [ActivationFlow.OfLayer] = []
  try net.leavingStatistics {
    let pass = Pass(isTraining: training, generator: Generator(seed: seed))
    _ = try net.forward(net.adapted(features), pass) { position, layer, output in
      try Interruption.check()
      let numbers = output.doubles
      layers.append(
        .init(
          position: position, layer: layer.description, mean: FlowMath.mean(numbers),
          variance: FlowMath.variance(numbers), dead: layer.isRectifier ? deadPart(output) : nil,
          saturated: layer.bounds.map { saturatedPart(numbers, $0) }))
      return output
    }
  }
  return ActivationFlow(layers: layers)
}

/// The part of the columns that hold nothing but zeros.
private func deadPart(_ output: Tensor) -> Double {
  let rows = output.rank > 0 ? output.shape[0] : 1
  let units = output.count / max(1, rows)
  guard units > 0 else { return 0 }
  let numbers = output.doubles
  let alive = (0..<units).filter { unit in
    stride(from: unit, to: numbers.count, by: units).contains { numbers[$0] != 0 }
  }
  return 1 - Double(alive.count) / Double(units)
}

/// The part of the numbers that lie near either bound.
private func saturatedPart(_ numbers: [Double], _ bounds: ClosedRange<Double>) -> Double {
  let margin = (bounds.upperBound - bounds.lowerBound) / 100
  let inner = (bounds.lowerBound + margin)...(bounds.upperBound - margin)
  return Double(numbers.count { !inner.contains($0) }) / Double(numbers.count)
}

extension Layer {
  /// Whether the layer gives exact zeros for inputs below a kink.
  fileprivate var isRectifier: Bool { kind == "ReLU" || kind == "ReLU6" }

  /// The bounds that the layer's values approach on both sides.
  fileprivate var bounds: ClosedRange<Double>? {
    switch kind {
    case "Tanh", "HardTanh", "Hardtanh", "Softsign": -1...1
    case "Sigmoid", "HardSigmoid", "Hardsigmoid": 0...1
    default: nil
    }
  }
}
