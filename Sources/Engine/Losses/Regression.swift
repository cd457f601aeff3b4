/// The mean of (prediction − target)².
public struct MeanSquaredError: Loss {
  public let description = "mse"
  /// Creates the loss.
  public init() {}

  public func callAsFunction(_ prediction: Tensor, _ target: Tensor) throws -> Tensor {
    try requireSameShape(prediction.shape, target.shape)
    return try (prediction - target.reshaped(to: prediction.shape)).square().mean()
  }
}

/// The mean of |prediction − target|.
public struct MeanAbsoluteError: Loss {
  public let description = "l1"
  /// Creates the loss.
  public init() {}

  public func callAsFunction(_ prediction: Tensor, _ target: Tensor) throws -> Tensor {
    try requireSameShape(prediction.shape, target.shape)
    return try (prediction - target.reshaped(to: prediction.shape)).abs().mean()
  }
}

/// Half the squared error where it is below `delta`, and linear beyond: outliers pull less.
///
/// Source: Huber, "Robust estimation of a location parameter", 1964.
public struct HuberLoss: Loss {
  /// Where the square turns into a line.
  public let delta: Double

  /// Creates the loss. Throws unless delta is positive.
  public init(delta: Double = 1) throws {
    guard delta > 0 else { throw EngineError(.value, "`huber` needs a positive delta, but it is \(delta).") }
    self.delta = delta
  }

  public var description: String { delta == 1 ? "huber" : "huber(delta: \(delta))" }

  public func callAsFunction(_ prediction: Tensor, _ target: Tensor) throws -> Tensor {
    try requireSameShape(prediction.shape, target.shape)
    let distance = try (prediction - target.reshaped(to: prediction.shape)).abs()
    // With c = min(|d|, δ), c²/2 + δ (|d| − c) is both branches at once.
    let near = try distance.clip(max: delta)
    return try (near.square() * 0.5 + (distance - near) * delta).mean()
  }
}
