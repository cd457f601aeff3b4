import Glibc

/// The limit of very wide random networks: how variances and gradients go from layer to layer.
///
/// With weights of variance σ_w²/fan_in and biases of variance σ_b², preactivations are Gaussian with variance
/// q_l = σ_w² E φ(√q_{l−1} z)² + σ_b², and squared gradients change by χ_l = σ_w² E φ′(√q_l z)² on their way back
/// from layer l + 1 to layer l.
///
/// Source: Poole et al., "Exponential expressivity in deep neural networks through transient chaos", 2016;
/// Schoenholz et al., "Deep information propagation", 2017.
public struct MeanField {
  private let activation: any Layer

  /// The limit for an activation, which is applied to each number.
  ///
  /// Throws for a layer that is not an activation, or that mixes the numbers of a row as softmax does.
  public init(activation: any Layer) throws {
    guard activation is any ActivationLayer, !(activation is Softmax) else {
      throw EngineError(
        .value, "The recursion needs a function of each single number, but `\(activation)` is not one.",
        hint: "Take an activation such as `ReLU()` or `Tanh()`.")
    }
    self.activation = activation
  }

  /// The variance of the preactivations behind weights, for preactivations of variance q before the activation.
  public func nextVariance(_ q: Double, weight: Double, bias: Double = 0) throws -> Double {
    let moments = try moments(variance: q)
    return weight * moments.square + bias
  }

  /// χ: the factor of squared gradients, per layer on the way back, at preactivations of variance q.
  public func gradientFactor(_ q: Double, weight: Double) throws -> Double {
    try weight * moments(variance: q).slopeSquare
  }

  /// E φ(√q z)² and E φ′(√q z)² for a standard normal z. Throws unless q is finite and not negative.
  public func moments(variance q: Double) throws -> (square: Double, slopeSquare: Double) {
    guard q >= 0, q.isFinite else {
      throw EngineError(.value, "A variance is finite and not negative, but this one is \(q).")
    }
    let points = Tensor(GaussianNodes.points.map { $0 * q.squareRoot() }, dtype: .float64)
    let variable = points.tracked()
    let values = try activation(variable)
    let slopes = try values.sum().gradients(for: [variable], recording: false)[0]
    return (GaussianNodes.mean(ofSquared: values.doubles), GaussianNodes.mean(ofSquared: slopes.doubles))
  }
}

/// The midpoint rule for means over a standard normal number.
///
/// For smooth functions its error falls faster than any power of the spacing. A kink at 0, as ReLU has, lies
/// between two points, where it costs no more than the fourth power of the spacing; kinks elsewhere cost up to
/// 0.0003.
enum GaussianNodes {
  private static let reach = 9.0
  private static let count = 9216

  static let points: [Double] = (0..<count).map { (Double($0) + 0.5) * (2 * reach / Double(count)) - reach }
  private static let weights: [Double] = {
    let densities = points.map { exp(-$0 * $0 / 2) }
    let total = densities.reduce(0, +)
    return densities.map { $0 / total }
  }()

  /// The mean of the square of a function, from its values at the points.
  static func mean(ofSquared values: [Double]) -> Double {
    zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
  }
}
