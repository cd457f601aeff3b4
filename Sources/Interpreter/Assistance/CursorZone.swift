/// Whether a cursor stands in code, in a text or in a comment.
enum CursorZone: Equatable {
  case code
  /// In a text whose content begins at an offset.
  case text(from: Int)
  case comment

  /// - Parameter scalars: the code up to the cursor.
  init(_ scalars: [Unicode.Scalar]) {
    /// What the cursor is inside of, the innermost last: texts, and the code of their `\(…)`.
    enum Layer {
      case code(open: Int)
      case text(from: Int, quotes: Int)
    }
    func stands(_ sign: String, at position: Int) -> Bool {
      scalars[position...].starts(with: sign.unicodeScalars)
    }
    var layers = [Layer.code(open: 0)]
    var position = 0
    while position < scalars.count, let layer = layers.last {
      switch layer {
      case .code(let open):
        let scalar = scalars[position]
        if stands("//", at: position) {
          guard let end = scalars[position...].firstIndex(of: "\n") else {
            self = .comment
            return
          }
          position = end
        } else if stands("/*", at: position) {
          guard let end = Self.end(ofCommentAt: position, scalars) else {
            self = .comment
            return
          }
          position = end
        } else if scalar == "\"" {
          let quotes = stands("\"\"\"", at: position) ? 3 : 1
          position += quotes
          layers.append(.text(from: position, quotes: quotes))
        } else {
          position += 1
          guard scalar == "(" || scalar == ")" else { continue }
          let left = open + (scalar == "(" ? 1 : -1)
          layers.removeLast()
          // The parenthesis that closes `\(…)` leads back into the text.
          if left >= 0 || layers.isEmpty { layers.append(.code(open: max(left, 0))) }
        }
      case .text(_, let quotes):
        if stands("\\(", at: position) {
          position += 2
          layers.append(.code(open: 0))
        } else if scalars[position] == "\\" {
          position += 2
        } else if stands(String(repeating: "\"", count: quotes), at: position) {
          position += quotes
          layers.removeLast()
        } else {
          // A text in one pair of quotes ends with its line at the latest.
          if quotes == 1, scalars[position] == "\n" { layers.removeLast() }
          position += 1
        }
      }
    }
    if case .text(let start, _)? = layers.last { self = .text(from: start) } else { self = .code }
  }

  /// Behind a comment, which may have others inside; nil if it does not end.
  private static func end(ofCommentAt start: Int, _ scalars: [Unicode.Scalar]) -> Int? {
    var (depth, position) = (0, start)
    while position + 1 < scalars.count {
      switch (scalars[position], scalars[position + 1]) {
      case ("/", "*"): (depth, position) = (depth + 1, position + 2)
      case ("*", "/"): (depth, position) = (depth - 1, position + 2)
      default: position += 1
      }
      if depth == 0 { return position }
    }
    return nil
  }
}
