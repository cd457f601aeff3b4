import Glibc

/// Adam: running means m of the gradient and v of its square; `x ← x − lr m̂ / (√v̂ + ε)`, where ^ stands for
/// a mean corrected for having begun at 0.
///
/// Sources: Kingma and Ba, "Adam: a method for stochastic optimization", 2014; with decoupled weight decay,
/// Loshchilov and Hutter, "Decoupled weight decay regularization", 2017.
struct Adam: Sendable {
  let beta1: Double
  let beta2: Double
  let epsilon: Double
  let weightDecay: Double
  /// Whether the decay acts on the values instead of the gradients: AdamW.
  let isDecoupled: Bool

  /// The factors of a step, which counts from 1.
  func settings(
    step: Int, learningRate: Double
  ) -> (stepSize: Double, rootCorrection: Double, decay: Double, shrink: Double) {
    (
      stepSize: learningRate / (1 - pow(beta1, Double(step))),
      rootCorrection: 1 / (1 - pow(beta2, Double(step))).squareRoot(), decay: isDecoupled ? 0 : weightDecay,
      shrink: isDecoupled ? 1 - learningRate * weightDecay : 1
    )
  }

  @inline(__always)
  func update<T: Scalar>(
    _ values: UnsafeMutablePointer<T>, gradient: UnsafePointer<T>, m: UnsafeMutablePointer<T>,
    v: UnsafeMutablePointer<T>, count: Int, step: Int, learningRate: Double
  ) {
    let settings = settings(step: step, learningRate: learningRate)
    let (stepSize, rootCorrection) = (T(settings.stepSize), T(settings.rootCorrection))
    let (decay, shrink) = (T(settings.decay), T(settings.shrink))
    let (keep1, keep2, epsilon) = (T(beta1), T(beta2), T(epsilon))
    let (take1, take2) = (T(1 - beta1), T(1 - beta2))
    for i in 0..<count {
      let g = gradient[i] + decay * values[i]
      let mean = keep1 * m[i] + take1 * g
      let square = keep2 * v[i] + take2 * g * g
      m[i] = mean
      v[i] = square
      values[i] = shrink * values[i] - stepSize * mean / (square.squareRoot() * rootCorrection + epsilon)
    }
  }
}

extension Optimiser {
  /// Adam, with PyTorch's defaults. `weightDecay` adds to the gradient. Throws when a setting is out of range.
  public static func adam(
    lr: Double = 0.001, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8, weightDecay: Double = 0
  ) throws -> Optimiser {
    try adam(lr, betas, eps, weightDecay, isDecoupled: false)
  }

  /// AdamW, with PyTorch's defaults: Adam whose weight decay shrinks the values themselves. Throws when a
  /// setting is out of range.
  public static func adamW(
    lr: Double = 0.001, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8,
    weightDecay: Double = 0.01
  ) throws -> Optimiser {
    try adam(lr, betas, eps, weightDecay, isDecoupled: true)
  }

  private static func adam(
    _ lr: Double, _ betas: (Double, Double), _ eps: Double, _ weightDecay: Double, isDecoupled: Bool
  ) throws -> Optimiser {
    try requireFraction(betas.0, "betas.0")
    try requireFraction(betas.1, "betas.1")
    try requireDecay(weightDecay)
    try requireFromZero(eps, "eps")
    let rule = Adam(
      beta1: betas.0, beta2: betas.1, epsilon: eps, weightDecay: weightDecay, isDecoupled: isDecoupled)
    return try Optimiser(.adam(rule), learningRate: lr)
  }
}
