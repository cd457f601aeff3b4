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
