/// RMSprop: `x ← x − lr g / (√v + ε)`, where v is a running mean of g².
///
/// `isCentred` takes the square of g's own running mean off v first; momentum keeps a part of the previous step.
/// Source: Tieleman and Hinton, lecture 6.5 of "Neural networks for machine learning", 2012.
struct RMSprop: Sendable {
  let alpha: Double
  let epsilon: Double
  let weightDecay: Double
  let momentum: Double
  let isCentred: Bool

  /// The squares, then the means and the previous steps if they are used.
  var slotCount: Int { 1 + (isCentred ? 1 : 0) + (momentum > 0 ? 1 : 0) }

  @inline(__always)
  func update<T: Scalar>(
    _ values: UnsafeMutablePointer<T>, gradient: UnsafePointer<T>, slots: UnsafeMutablePointer<T>,
    count: Int, learningRate: Double
  ) {
    let (rate, keep, take) = (T(learningRate), T(alpha), T(1 - alpha))
    let (epsilon, decay, momentum) = (T(epsilon), T(weightDecay), T(momentum))
    let squares = slots
    let means = slots + count
    let steps = isCentred ? means + count : means
    for i in 0..<count {
      let g = gradient[i] + decay * values[i]
      var variance = keep * squares[i] + take * g * g
      squares[i] = variance
      if isCentred {
        let mean = keep * means[i] + take * g
        means[i] = mean
        // Rounding may leave a variance of almost 0 below it.
        variance = max(0, variance - mean * mean)
      }
      var step = g / (variance.squareRoot() + epsilon)
      if momentum > 0 {
        step += momentum * steps[i]
        steps[i] = step
      }
      values[i] -= rate * step
    }
  }
}

extension Optimiser {
  /// RMSprop, with PyTorch's defaults. Throws when a setting is out of range.
  public static func rmsprop(
    lr: Double = 0.01, alpha: Double = 0.99, eps: Double = 1e-8, weightDecay: Double = 0,
    momentum: Double = 0, centered: Bool = false
  ) throws -> Optimiser {
    try requireFraction(alpha, "alpha")
    try requireFraction(momentum, "momentum")
    try requireDecay(weightDecay)
    try requireFromZero(eps, "eps")
    let rule = RMSprop(
      alpha: alpha, epsilon: eps, weightDecay: weightDecay, momentum: momentum, isCentred: centered)
    return try Optimiser(.rmsprop(rule), learningRate: lr)
  }

  static func requireFromZero(_ value: Double, _ name: String) throws {
    guard value.isFinite, value >= 0 else {
      throw EngineError(.value, "`\(name)` is a number from 0 up, but it is \(value).")
    }
  }
}
