/// −log of the probability that softmax of the prediction gives to the right class; the mean over the rows.
///
/// Predictions are logits `[n, classes]`, not probabilities; targets are class numbers `[n]`.
public struct CrossEntropy: Loss {
  public let description = "crossEntropy"
  /// Creates the loss.
  public init() {}

  public func callAsFunction(_ prediction: Tensor, _ target: Tensor) throws -> Tensor {
    let labels = try labels(of: target, prediction: prediction.shape)
    let picks = try Tensor.oneHot(labels, classes: prediction.shape[1], dtype: prediction.dtype)
    let n = Double(labels.count)
    let logarithms = try prediction.detached.logSoftmax()
    let value = try (logarithms * picks).sum() * (-1 / n)
    return value.recorded(from: prediction) { step in
      try (step.input().softmax() - picks) * (step.gradient * (1 / n))
    }
  }

  public func check(prediction: [Int], target: Tensor) throws {
    _ = try labels(of: target, prediction: prediction)
  }

  /// The class numbers. Throws unless there is one for each row, each of them a class.
  func labels(of target: Tensor, prediction: [Int]) throws -> [Int] {
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
          ? "Turn rows of zeros and a one into numbers with `argmax(axis: 1)`." : nil)
    }
    guard prediction[0] > 0 else {
      throw EngineError(.shape, "`crossEntropy` of no rows is not defined.")
    }
    let classes = prediction[1]
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

extension Tensor {
  /// A row per label: 1 in the label's column, 0 elsewhere. Throws when a label is not in `0 ..< classes`.
  public static func oneHot(_ labels: [Int], classes: Int, dtype: DType = .float32) throws -> Tensor {
    let count = try Shape.count(of: [labels.count, classes], dtype: dtype)
    var values = [Double](repeating: 0, count: count)
    for (row, label) in labels.enumerated() {
      guard label >= 0, label < classes else {
        throw EngineError(
          .value, "Label \(label) in row \(row) is not one of the classes 0 to \(classes - 1).")
      }
      values[row * classes + label] = 1
    }
    return try Tensor(values, shape: [labels.count, classes], dtype: dtype)
  }
}

extension Double {
  /// A whole number without its fraction, as a reader writes it.
  var formatted: String { Int(exactly: self).map(String.init) ?? String(self) }
}
