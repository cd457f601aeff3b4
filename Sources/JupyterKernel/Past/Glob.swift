/// A pattern in which `*` stands for any text, `?` for any one scalar and `[a-z]` for one of a set (`[^a-z]` for one
/// outside of it), as in SQLite; it must match the whole.
struct Glob {
  private enum Part {
    case anything
    case one(Set)
  }

  /// What a place in the text may hold.
  private struct Set {
    var ranges: [ClosedRange<Unicode.Scalar>]
    var isComplement = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      ranges.contains { $0.contains(scalar) } != isComplement
    }
  }

  private let parts: [Part]

  init(_ pattern: String) {
    var rest = pattern.unicodeScalars[...]
    var parts: [Part] = []
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": parts.append(.anything)
      case "?": parts.append(.one(Set(ranges: [], isComplement: true)))
      case "[": parts.append(.one(Glob.takeSet(from: &rest)))
      default: parts.append(.one(Set(ranges: [scalar...scalar])))
      }
    }
    self.parts = parts
  }

  /// Reads a set up to its closing bracket; without one the bracket stands for itself.
  private static func takeSet(from pattern: inout Substring.UnicodeScalarView) -> Set {
    var rest = pattern
    var set = Set(ranges: [])
    if rest.first == "^" {
      rest.removeFirst()
      set.isComplement = true
    }
    var isFirst = true
    while let first = rest.popFirst() {
      // A closing bracket that comes first is one of the set.
      if first == "]", !isFirst {
        pattern = rest
        return set
      }
      isFirst = false
      var last = first
      let end = rest.index(rest.startIndex, offsetBy: 1, limitedBy: rest.endIndex) ?? rest.endIndex
      if rest.first == "-", end < rest.endIndex, rest[end] != "]" {
        last = rest[end]
        rest = rest[rest.index(after: end)...]
      }
      if first <= last { set.ranges.append(first...last) }
    }
    return Set(ranges: ["["..."["])
  }

  /// Takes time in proportion to pattern × text at the worst.
  func matches(_ text: String) -> Bool {
    let text = Array(text.unicodeScalars)
    var inPattern = 0
    var inText = 0
    // Where to go on from if the text after the last star turns out to be longer.
    var retry: (pattern: Int, text: Int)?
    while inText < text.count {
      if inPattern < parts.count, case .anything = parts[inPattern] {
        inPattern += 1
        retry = (inPattern, inText)
      } else if inPattern < parts.count, case .one(let set) = parts[inPattern], set.contains(text[inText]) {
        inPattern += 1
        inText += 1
      } else if let (afterStar, start) = retry {
        inPattern = afterStar
        inText = start + 1
        retry = (afterStar, start + 1)
      } else {
        return false
      }
    }
    return parts[inPattern...].allSatisfy { if case .anything = $0 { true } else { false } }
  }
}
