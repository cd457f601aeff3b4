/// −log of the probability that the sigmoid of the prediction gives to the right one of two classes; the mean.
///
/// Predictions are logits, not probabilities; targets lie between 0 and 1 and have the same shape.
public struct BinaryCrossEntropy: Loss {
  public let description = "bceWithLogits"
  /// Creates the loss.
  public init() {}

  public func callAsFunction(_ prediction: Tensor, _ target: Tensor) throws -> Tensor {
    try check(prediction: prediction.shape, target: target)
    let target = try target.reshaped(to: prediction.shape)
    // −t log σ(x) − (1 − t) log(1 − σ(x)) = log(1 + eˣ) − t x.
    return try (prediction.softplus() - prediction * target).mean()
  }

  public func check(prediction: [Int], target: Tensor) throws {
    try requireSameShape(prediction, target.shape)
    for (row, value) in target.doubles.enumerated() where !(0...1).contains(value) {
      throw EngineError(
        .value, "`bceWithLogits` takes targets between 0 and 1, but number \(row) is \(value.formatted).",
        hint: "For more than two classes use `crossEntropy`.")
    }
  }
}
