/// Adagrad: `x ← x − lr g / (√s + ε)`, where s is the sum of all g² so far.
///
/// Source: Duchi, Hazan and Singer, "Adaptive subgradient methods for online learning and stochastic
/// optimization", 2011.
struct Adagrad: Sendable {
  let rateDecay: Double
  let weightDecay: Double
  /// What the sums of squares begin with.
  let start: Double
  let epsilon: Double

  @inline(__always)
  func update<T: Scalar>(
    _ values: UnsafeMutablePointer<T>, gradient: UnsafePointer<T>, sums: UnsafeMutablePointer<T>,
    count: Int, step: Int, learningRate: Double
  ) {
    let rate = T(learningRate / (1 + Double(step - 1) * rateDecay))
    let (epsilon, decay) = (T(epsilon), T(weightDecay))
    for i in 0..<count {
      let g = gradient[i] + decay * values[i]
      sums[i] += g * g
      values[i] -= rate * g / (sums[i].squareRoot() + epsilon)
    }
  }
}

extension Optimiser {
  /// Adagrad, with PyTorch's defaults. `lrDecay` lowers the rate to `lr / (1 + (t − 1) lrDecay)` in step t.
  /// Throws when a setting is out of range.
  public static func adagrad(
    lr: Double = 0.01, lrDecay: Double = 0, weightDecay: Double = 0, initialAccumulatorValue: Double = 0,
    eps: Double = 1e-10
  ) throws -> Optimiser {
    try requireFromZero(lrDecay, "lrDecay")
    try requireDecay(weightDecay)
    try requireFromZero(initialAccumulatorValue, "initialAccumulatorValue")
    try requireFromZero(eps, "eps")
    let rule = Adagrad(
      rateDecay: lrDecay, weightDecay: weightDecay, start: initialAccumulatorValue, epsilon: eps)
    return try Optimiser(.adagrad(rule), learningRate: lr)
  }
}
