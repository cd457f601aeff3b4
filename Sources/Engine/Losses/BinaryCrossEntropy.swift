/// −log of the probability that the sigmoid of the prediction gives to the right one of two classes; the mean.
///
/// Predictions are logits, not probabilities; targets lie between 0 and 1 and have the same shape.
public struct BinaryCrossEntropy: Loss {
  /// How much the targets' ones count, per column or for all; `nil` for as much as zeros. As in PyTorch.
  public let positiveWeight: [Double]?

  /// Creates the loss in which ones and zeros count alike.
  public init() { positiveWeight = nil }

  /// Creates the loss. Throws unless the weights, one or as many as columns, are finite and not negative.
  public init(positiveWeight: [Double]) throws {
    guard !positiveWeight.isEmpty, positiveWeight.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw EngineError(
        .value, "`posWeight` takes finite numbers that are not negative, but it is \(positiveWeight).")
    }
    self.positiveWeight = positiveWeight
  }

  public var description: String {
    guard let positiveWeight else { return "bceWithLogits" }
    let list = positiveWeight.map(\.formatted).joined(separator: ", ")
    return "bceWithLogitsLoss(posWeight: \(positiveWeight.count == 1 ? list : "[\(list)]"))"
  }

  public func callAsFunction(_ prediction: Tensor, _ target: Tensor) throws -> Tensor {
    try check(prediction: prediction.shape, target: target)
    let target = try target.reshaped(to: prediction.shape)
    guard let positiveWeight else {
      // −t log σ(x) − (1 − t) log(1 − σ(x)) = log(1 + eˣ) − t x.
      return try (prediction.softplus() - prediction * target).mean()
    }
    // With w before the first term: (1 − t) x + (1 + (w − 1) t) log(1 + e⁻ˣ).
    let weight = Tensor(positiveWeight, dtype: prediction.dtype)
    let share = try (weight - 1) * target + 1
    return try ((1 - target) * prediction + share * (-prediction).softplus()).mean()
  }

  public func check(prediction: [Int], target: Tensor) throws {
    try requireSameShape(prediction, target.shape)
    if let positiveWeight, positiveWeight.count > 1, positiveWeight.count != prediction.last {
      throw EngineError(
        .shape,
        "`\(self)` has \(positiveWeight.count) weights, but the prediction has shape \(prediction).",
        hint: "Give one weight, or one for each column.")
    }
    for (row, value) in target.doubles.enumerated() where !(0...1).contains(value) {
      throw EngineError(
        .value, "`bceWithLogits` takes targets between 0 and 1, but number \(row) is \(value.formatted).",
        hint: "For more than two classes use `crossEntropy`.")
    }
  }
}
