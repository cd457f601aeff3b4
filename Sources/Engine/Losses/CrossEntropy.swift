/// −log of the probability that softmax of the prediction gives to the right class; the mean over the rows.
///
/// Predictions are logits `[n, classes]`, not probabilities; targets are class numbers `[n]`.
///
/// With label smoothing α, the target of a row is 1 − α on its class plus α spread evenly over all classes. With
/// weights, each class's part of a row's loss is multiplied by the class's weight, and the mean is over the
/// weights of the rows' classes. Both as in PyTorch.
///
/// Source of the smoothing: Szegedy et al., "Rethinking the inception architecture", 2015.
public struct CrossEntropy: Loss {
  /// How much of each row's target is spread over all classes, from 0 to 1.
  public let labelSmoothing: Double
  /// How much each class counts; `nil` for all alike.
  public let weight: [Double]?

  /// Creates the loss for plain labels, in which all classes count alike.
  public init() {
    labelSmoothing = 0
    weight = nil
  }

  /// Creates the loss. Throws unless the smoothing lies between 0 and 1, and the weights are finite, not negative
  /// and not all 0.
  public init(labelSmoothing: Double, weight: [Double]? = nil) throws {
    guard (0...1).contains(labelSmoothing) else {
      throw EngineError(.value, "`labelSmoothing` lies between 0 and 1, but it is \(labelSmoothing).")
    }
    if let weight {
      for (label, value) in weight.enumerated() where !(value >= 0 && value.isFinite) {
        throw EngineError(
          .value, "The weight of a class is finite and not negative, but that of class \(label) is \(value).")
      }
      guard weight.contains(where: { $0 > 0 }) else {
        throw EngineError(.value, "At least one class needs a weight above 0.")
      }
    }
    self.labelSmoothing = labelSmoothing
    self.weight = weight
  }

  /// Whether the loss has no settings.
  var isPlain: Bool { labelSmoothing == 0 && weight == nil }

  public var description: String {
    let settings = [
      labelSmoothing == 0 ? nil : "labelSmoothing: \(labelSmoothing)",
      weight.map { "weight: [\($0.map(\.formatted).joined(separator: ", "))]" },
    ].compactMap { $0 }
    return settings.isEmpty ? "crossEntropy" : "crossEntropyLoss(\(settings.joined(separator: ", ")))"
  }

  public func callAsFunction(_ prediction: Tensor, _ target: Tensor) throws -> Tensor {
    let labels = try labels(of: target, prediction: prediction.shape)
    let goal = try distribution(labels, classes: prediction.shape[1], dtype: prediction.dtype)
    // What each row's probabilities are multiplied with in the gradient; 1 where all classes count alike.
    let mass = isPlain ? nil : try goal.parts.sum(axis: 1, keepDims: true)
    let (parts, total) = (goal.parts, goal.total)
    let value = try (prediction.detached.logSoftmax() * parts).sum() / -total
    return value.recorded(from: prediction) { step in
      let probabilities = try step.input().softmax()
      let expected = try mass.map { try probabilities * $0 } ?? probabilities
      return try (expected - parts) * (step.gradient / total)
    }
  }

  /// What each row's logarithms are weighted with, and what their sum is divided by.
  private func distribution(
    _ labels: [Int], classes: Int, dtype: DType
  ) throws -> (parts: Tensor, total: Double) {
    let picks = try Tensor.oneHot(labels, classes: classes, dtype: dtype)
    if isPlain { return (picks, Double(labels.count)) }
    let weights = weight ?? [Double](repeating: 1, count: classes)
    let total = labels.reduce(0) { $0 + weights[$1] }
    guard total > 0 else { throw CrossEntropy.noWeights(rows: labels.count) }
    let smooth = picks * (1 - labelSmoothing) + labelSmoothing / Double(classes)
    return (try smooth * Tensor(weights, dtype: dtype), total)
  }

  /// The error for rows whose classes all have the weight 0.
  static func noWeights(rows: Int) -> EngineError {
    EngineError(
      .value, "Every class among these \(rows) rows has the weight 0, so that there is no mean.",
      hint: "Give the classes weights above 0, or take larger batches.")
  }

  public func check(prediction: [Int], target: Tensor) throws {
    _ = try labels(of: target, prediction: prediction)
  }

  /// The class numbers. Throws unless there is one for each row, each of them a class.
  private func labels(of target: Tensor, prediction: [Int]) throws -> [Int] {
    guard prediction.count == 2 else {
      throw EngineError(
        .shape,
        "`crossEntropy` takes predictions of shape [rows, classes], but they have shape \(prediction).")
    }
    guard target.shape == [prediction[0]] else {
      throw EngineError(
        .shape,
        "`crossEntropy` takes one class number per row, \([prediction[0]]), but the targets have shape \(target.shape).",
        hint: target.shape == prediction
          ? "Turn rows of zeros and a one into numbers with `argmax(y, axis: 1)`." : nil)
    }
    guard prediction[0] > 0 else {
      throw EngineError(.shape, "`crossEntropy` of no rows is not defined.")
    }
    let classes = prediction[1]
    if let weight, weight.count != classes {
      throw EngineError(
        .shape, "`\(self)` has \(weight.count) weights, but the prediction has \(classes) classes.",
        hint: "Give one weight for each class.")
    }
    return try target.doubles.enumerated().map { row, value in
      guard let label = Int(exactly: value), label >= 0, label < classes else {
        throw EngineError(
          .value,
          "Row \(row) has the class \(value.formatted), but the prediction has \(classes) numbers per row, for classes 0 to \(classes - 1)."
        )
      }
      return label
    }
  }
}
