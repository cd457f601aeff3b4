/// A pattern in which `*` stands for any text and `?` for any one scalar; it must match the whole.
struct Glob {
  private let pattern: [Unicode.Scalar]

  init(_ pattern: String) {
    self.pattern = Array(pattern.unicodeScalars)
  }

  /// Takes time in proportion to pattern × text at the worst.
  func matches(_ text: String) -> Bool {
    let text = Array(text.unicodeScalars)
    var inPattern = 0
    var inText = 0
    // Where to go on from if the text after the last star turns out to be longer.
    var retry: (pattern: Int, text: Int)?
    while inText < text.count {
      if inPattern < pattern.count, pattern[inPattern] == "*" {
        inPattern += 1
        retry = (inPattern, inText)
      } else if inPattern < pattern.count, pattern[inPattern] == "?" || pattern[inPattern] == text[inText] {
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
    return pattern[inPattern...].allSatisfy { $0 == "*" }
  }
}
