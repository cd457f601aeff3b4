/// How much a network can at most stretch the distance of two inputs, between two bounds.
public struct LipschitzBounds: Sendable, Equatable {
  /// The largest singular value of the Jacobian found at any sample: the constant is at least this.
  public let lower: Double
  /// The product of the layers' constants: the constant is at most this.
  public let upper: Double
  /// The number of inputs at which Jacobians were taken.
  public let samples: Int
  /// The chain's layers with the constant of each.
  public let layers: [Layer]

  /// One factor of the upper bound.
  public struct Layer: Sendable, Equatable {
    public let layer: String
    public let constant: Double
  }
}

/// Bounds a network's Lipschitz constant, in the Euclidean norm and outside of training.
///
/// The upper bound is the product of the layers' constants, with exact spectral norms: a certificate, often a
/// loose one. The lower bound is the largest singular value of the Jacobian at the rows of `inputs`.
///
/// Throws when a layer has no known constant, and what `jacobianSpectrum` throws.
public func lipschitz(
  _ net: any Layer, at inputs: Tensor, beforeEachPass: () throws -> Void = {}
) throws -> LipschitzBounds {
  let layers = try net.chain.map { layer in
    LipschitzBounds.Layer(layer: layer.description, constant: try layer.knownLipschitzBound())
  }
  let spectrum = try jacobianSpectrum(net, at: inputs, beforeEachPass: beforeEachPass)
  return LipschitzBounds(
    lower: spectrum.perRow.compactMap(\.first).max() ?? 0, upper: layers.reduce(1) { $0 * $1.constant },
    samples: spectrum.perRow.count, layers: layers)
}

/// Bounds a network's Lipschitz constant with Jacobians at standard normal inputs.
///
/// Throws when none of the network's first layers says how long its inputs are.
public func lipschitz(
  _ net: any Layer, samples: Int, seed: UInt64 = 0, beforeEachPass: () throws -> Void = {}
) throws -> LipschitzBounds {
  guard samples > 0 else {
    throw EngineError(.value, "The lower bound needs at least one sample, but `samples` is \(samples).")
  }
  guard let features = net.inputFeatures else {
    throw EngineError(
      .value, "How many features `\(net)` takes is not known, so no inputs can be drawn for it.",
      hint: "Give the inputs at which to look at it.")
  }
  var generator = Generator(seed: seed)
  let inputs = try Tensor.normal([samples, features], dtype: .float64, from: &generator)
  return try lipschitz(net, at: inputs, beforeEachPass: beforeEachPass)
}

extension Layer {
  /// How many features the network takes, if one of its first layers says so.
  fileprivate var inputFeatures: Int? {
    switch self {
    case let layer as Linear: layer.inputs
    case let layer as SpectralNorm: layer.linear.inputs
    case let layer as BatchNorm1d: layer.features
    case let layer as Residual: layer.block.inputFeatures
    case let layer as Parallel: layer.layers.lazy.compactMap(\.inputFeatures).first
    case let layer as Sequential: layer.layers.first { !$0.keepsFeatures }?.inputFeatures
    default: nil
    }
  }

  /// Whether rows of any length keep it.
  private var keepsFeatures: Bool { self is any ActivationLayer || self is Dropout || self is Identity }
}
