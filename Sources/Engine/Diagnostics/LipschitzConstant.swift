import Glibc

/// A layer of which an upper bound on its Lipschitz constant is known, in the Euclidean norm of a row.
public protocol LipschitzLayer: Layer {
  /// A number K with |f(x) − f(y)| ≤ K |x − y| for all rows, outside of training.
  func lipschitzBound() throws -> Double
}

extension Linear: LipschitzLayer {
  /// The largest singular value of the weight, which is attained.
  public func lipschitzBound() throws -> Double { try weight.value.spectralNorm() }
}

extension SpectralNorm: LipschitzLayer {
  /// The largest singular value of W/σ as it stands: at least 1, and above it while σ is still underestimated.
  public func lipschitzBound() throws -> Double { try normalizedWeight().spectralNorm() }
}

extension BatchNorm1d: LipschitzLayer {
  /// The largest |w| / √(running variance + ε), as outside of training each feature is only scaled and shifted.
  public func lipschitzBound() throws -> Double {
    zip(weight.value.doubles, runningVariance.value.doubles).reduce(0) { largest, feature in
      max(largest, feature.0.magnitude / (feature.1 + epsilon).squareRoot())
    }
  }
}

extension Sequential: LipschitzLayer {
  /// The product of the layers' constants.
  public func lipschitzBound() throws -> Double {
    try layers.reduce(1) { try $0 * $1.knownLipschitzBound() }
  }
}

extension Residual: LipschitzLayer {
  /// 1 and the block's constant.
  public func lipschitzBound() throws -> Double { try 1 + block.knownLipschitzBound() }
}

extension Flatten: LipschitzLayer { public func lipschitzBound() -> Double { 1 } }
extension Identity: LipschitzLayer { public func lipschitzBound() -> Double { 1 } }
extension ReLU: LipschitzLayer { public func lipschitzBound() -> Double { 1 } }
extension Tanh: LipschitzLayer { public func lipschitzBound() -> Double { 1 } }
extension Softplus: LipschitzLayer { public func lipschitzBound() -> Double { 1 } }
/// σ′ is largest at 0.
extension Sigmoid: LipschitzLayer { public func lipschitzBound() -> Double { 0.25 } }

extension LeakyReLU: LipschitzLayer {
  public func lipschitzBound() -> Double { max(1, slope.magnitude) }
}

extension HardTanh: LipschitzLayer { public func lipschitzBound() -> Double { 1 } }
extension HardSigmoid: LipschitzLayer { public func lipschitzBound() -> Double { 1.0 / 6 } }
/// Outside of training it hands its input on.
extension Dropout: LipschitzLayer { public func lipschitzBound() -> Double { 1 } }

extension ELU: LipschitzLayer {
  public func lipschitzBound() -> Double { max(1, alpha.magnitude) }
}

extension GELU: LipschitzLayer {
  /// The exact derivative Φ(x) + x φ(x) is largest at √2; that of the approximation was found numerically and is
  /// rounded up.
  public func lipschitzBound() -> Double {
    isApproximate ? 1.128994 : (1 + erf(1)) / 2 + exp(-1) / Double.pi.squareRoot()
  }
}

extension SiLU: LipschitzLayer {
  /// The largest derivative, where x tanh(x/2) = 2; rounded up.
  public func lipschitzBound() -> Double { 1.09983932013 }
}

extension Softmax: LipschitzLayer {
  /// The Jacobian diag(p) − p pᵀ has no eigenvalue above ½. Throws for softmax over the rows of a batch, which
  /// then depend on each other.
  public func lipschitzBound() throws -> Double {
    guard axis != 0 else {
      throw EngineError(
        .value, "`\(self)` mixes the rows of a batch, so it has no constant for a single row.")
    }
    return 0.5
  }
}

extension Parallel: LipschitzLayer {
  /// The root of the sum of the squared constants, as the outputs stand side by side.
  public func lipschitzBound() throws -> Double {
    try layers.reduce(0) { sum, layer in
      let bound = try layer.knownLipschitzBound()
      return sum + bound * bound
    }.squareRoot()
  }
}

extension Layer {
  /// The layer's bound. Throws, naming the layer, when none is known.
  func knownLipschitzBound() throws -> Double {
    guard let layer = self as? any LipschitzLayer else {
      throw EngineError(
        .value, "No Lipschitz constant is known for `\(self)`, so the network has no bound.",
        hint: kind.contains("Norm")
          ? "A normalisation divides by what it measures, which can be arbitrarily small: bound the network without it."
          : "Bound the parts before and after it on their own.")
    }
    return try layer.lipschitzBound()
  }
}
