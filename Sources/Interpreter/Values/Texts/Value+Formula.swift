import Theory

extension Value {
  /// A fraction, and lists and tuples with fractions in them, in TeX; nil for all other values, and for what would
  /// be too long to read.
  var latex: String? {
    var writer = FormulaWriter()
    guard let text = writer.text(of: self, depth: 0), writer.hasFraction else { return nil }
    return text
  }
}

/// Writes exact numbers and lists of them in TeX.
private struct FormulaWriter {
  /// Whether there was a number that is best seen typeset.
  private(set) var hasFraction = false
  private var numbers = 0

  private static let most = (numbers: 60, bits: 700, listedBits: 120, depth: 3)

  /// nil where a value has no place in a formula.
  mutating func text(of value: Value, depth: Int) -> String? {
    switch value {
    case .int(let number): return count(String(number))
    case .rational(let number):
      guard number.bitWidth <= (depth == 0 ? Self.most.bits : Self.most.listedBits) else { return nil }
      if !number.isInteger { hasFraction = true }
      return count(number.latex)
    case .array(let elements):
      guard depth < Self.most.depth, !elements.isEmpty else { return nil }
      if let matrix = matrix(elements, depth: depth) { return matrix }
      return list(elements.map { (nil, $0) }, "[", "]", depth: depth)
    case .tuple(let tuple):
      guard depth < Self.most.depth else { return nil }
      return list(Array(zip(tuple.labels, tuple.values)), "(", ")", depth: depth)
    default: return nil
    }
  }

  private mutating func count(_ number: String) -> String? {
    numbers += 1
    return numbers <= Self.most.numbers ? number : nil
  }

  private mutating func list(
    _ parts: [(label: String?, value: Value)], _ open: String, _ close: String, depth: Int
  ) -> String? {
    var texts: [String] = []
    for part in parts {
      guard let text = text(of: part.value, depth: depth + 1) else { return nil }
      texts.append((part.label.map { "\\text{\($0.texEscaped)}: " } ?? "") + text)
    }
    return "\\left\(open)" + texts.joined(separator: ",\\ ") + "\\right\(close)"
  }

  /// Rows of equal length.
  private mutating func matrix(_ rows: [Value], depth: Int) -> String? {
    let lists = rows.map { if case .array(let row) = $0 { row } else { [Value]() } }
    guard rows.count > 1, let width = lists.first?.count, width > 0, lists.allSatisfy({ $0.count == width }),
      lists.allSatisfy({ $0.allSatisfy(\.isExactNumber) })
    else { return nil }
    var lines: [String] = []
    for row in lists {
      var cells: [String] = []
      for value in row {
        guard let text = text(of: value, depth: depth + 2) else { return nil }
        cells.append(text)
      }
      lines.append(cells.joined(separator: " & "))
    }
    return "\\begin{bmatrix} " + lines.joined(separator: " \\\\[2pt] ") + " \\end{bmatrix}"
  }
}

extension Value {
  fileprivate var isExactNumber: Bool {
    switch self {
    case .int, .rational: true
    default: false
    }
  }
}

extension String {
  /// The text as it can stand in TeX's `\text{…}`.
  var texEscaped: String {
    var text = ""
    for character in self {
      switch character {
      case "_", "%", "&", "#", "$", "{", "}": text += "\\\(character)"
      case "\\": text += "\\backslash "
      case "~", "^": text += "\\\(character){}"
      default: text.append(character)
      }
    }
    return text
  }
}
