/// Stochastic gradient descent: `x ← x − lr g`, with g replaced by a running sum of gradients if there is
/// momentum.
struct SGD: Sendable {
  let momentum: Double
  let isNesterov: Bool
  let weightDecay: Double

  @inline(__always)
  func update<T: Scalar>(
    _ values: UnsafeMutablePointer<T>, gradient: UnsafePointer<T>, slots: UnsafeMutablePointer<T>,
    count: Int, learningRate: Double
  ) {
    let (rate, momentum, decay) = (T(learningRate), T(momentum), T(weightDecay))
    if momentum == 0 {
      for i in 0..<count { values[i] -= rate * (gradient[i] + decay * values[i]) }
    } else if isNesterov {
      for i in 0..<count {
        let g = gradient[i] + decay * values[i]
        slots[i] = momentum * slots[i] + g
        values[i] -= rate * (g + momentum * slots[i])
      }
    } else {
      for i in 0..<count {
        slots[i] = momentum * slots[i] + gradient[i] + decay * values[i]
        values[i] -= rate * slots[i]
      }
    }
  }
}

extension Optimiser {
  /// Stochastic gradient descent.
  ///
  /// `momentum` keeps that part of the previous direction; `nesterov` looks ahead along it. Throws when a
  /// setting is out of its range.
  public static func sgd(
    lr: Double, momentum: Double = 0, nesterov: Bool = false, weightDecay: Double = 0
  ) throws -> Optimiser {
    try requireFraction(momentum, "momentum")
    try requireDecay(weightDecay)
    guard !nesterov || momentum > 0 else {
      throw EngineError(
        .value, "Nesterov's method looks ahead along the momentum, but the momentum is 0.",
        hint: "Set `momentum:`, for instance to 0.9.")
    }
    return try Optimiser(
      .sgd(SGD(momentum: momentum, isNesterov: nesterov, weightDecay: weightDecay)), learningRate: lr)
  }

  static func requireFraction(_ value: Double, _ name: String) throws {
    guard value >= 0, value < 1 else {
      throw EngineError(.value, "`\(name)` lies between 0 and 1, without 1 itself, but it is \(value).")
    }
  }

  static func requireDecay(_ value: Double) throws {
    guard value.isFinite, value >= 0 else {
      throw EngineError(.value, "`weightDecay` is a number from 0 up, but it is \(value).")
    }
  }
}
