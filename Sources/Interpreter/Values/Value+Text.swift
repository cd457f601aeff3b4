import Engine

extension Value {
  /// The value as `print` shows it.
  var text: String {
    if case .string(let text) = self { return text }
    return description
  }

  /// The value as a cell's result shows it: as `text`, but a string in quotes.
  var description: String {
    switch self {
    case .unset, .void: "()"
    case .null: "nil"
    case .boolean(let value): String(value)
    case .int(let value): String(value)
    case .double(let value): value.plain
    case .string(let text): text.debugDescription
    case .array(let elements): Value.list(elements, "[", "]")
    case .tensor(let tensor): tensor.text
    case .range(let range): range.text
    case .tuple(let tuple): tuple.text
    case .dictionary(let dictionary):
      dictionary.isEmpty
        ? "[:]"
        : "[" + dictionary.map { "\($0.key.description): \($0.value.description)" }.joined(separator: ", ")
          + "]"
    case .function(let function): "func \(function.code.signature)"
    case .library(let function): "func \(function.signature)"
    case .object(let object): object.text
    case .box(let box): box.value.description
    }
  }

  /// The value in few characters, for the line of a `check`: numbers with six significant digits.
  var brief: String {
    let text = description
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

  private static let listLimit = 1000

  private static func list(_ elements: [Value], _ open: String, _ close: String) -> String {
    guard elements.count > listLimit else {
      return open + elements.map(\.description).joined(separator: ", ") + close
    }
    let head = elements.prefix(5).map(\.description).joined(separator: ", ")
    let tail = elements.suffix(5).map(\.description).joined(separator: ", ")
    return "\(open)\(head), … \(elements.count - 10) more …, \(tail)\(close)"
  }
}

extension Double {
  /// The shortest digits that mean this number, without a fraction of zero where an integer is meant by nobody:
  /// `0.1`, `2.0`, `1e-05`, `inf`.
  var plain: String { description }
}

extension RangeValue {
  var text: String {
    (lower?.description ?? "") + (isClosed ? "..." : "..<") + (upper?.description ?? "")
  }
}

extension TupleValue {
  var text: String {
    let parts = zip(labels, values).map { label, value in (label.map { "\($0): " } ?? "") + value.description
    }
    return "(" + parts.joined(separator: ", ") + ")"
  }
}
