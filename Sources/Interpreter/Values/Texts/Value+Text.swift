import Engine

extension Value {
  /// The value as `print` shows it.
  var text: String {
    if case .string(let text) = self { return text }
    return description
  }

  /// The value as `print` shows it, with so many digits of each number in it.
  func text(_ precision: Precision?) -> String {
    guard let precision else { return text }
    if case .string(let text) = self { return text }
    var writer = ValueWriter()
    writer.precision = precision
    writer.write(self)
    return writer.text
  }

  /// The value with all that tells it from others: as `text`, but a string in quotes.
  var description: String {
    var writer = ValueWriter()
    writer.write(self)
    return writer.text
  }

  /// The value as a cell's result shows it: its description, with long lists in lines of eighty columns.
  var inLines: String {
    var writer = ValueWriter()
    writer.lineWidth = 80
    writer.write(self)
    return writer.text
  }

  /// The value in few characters, for the line of a `check`: numbers with six significant digits.
  var brief: String {
    let text = description
    if case .rational(let value) = self, text.count > 24 { return "≈ " + formatted(value.double, "%.6g") }
    if case .rational = self { return text }
    if let number, text.count > 9, Int(text) == nil { return formatted(number, "%.6g") }
    guard text.count > 60 || text.contains("\n") else { return text }
    if case .tensor(let tensor) = self { return "tensor of shape \(tensor.shape)" }
    return text.prefix(57).replacing("\n", with: " ") + "…"
  }

  /// The value in few characters, but a number with all its digits where the short form hides a difference.
  func brief(beside other: Value) -> String {
    if number != nil, brief == other.brief, self != other { return description }
    return brief
  }
}

extension RangeValue {
  var text: String {
    (lower?.description ?? "") + (isClosed ? "..." : "..<") + (upper?.description ?? "")
  }
}
