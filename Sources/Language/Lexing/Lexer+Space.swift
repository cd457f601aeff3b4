/// White space and comments.
extension Lexer {
  /// Skips white space and comments; tells whether a line break was among them.
  mutating func skipSpace() -> Bool {
    var brokeLine = false
    while position < limit {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        brokeLine = true
        position += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        lineComment(follows: !brokeLine)
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
        brokeLine = blockComment() || brokeLine
      default:
        let length = spaceLength(at: position)
        if length == 0 { return brokeLine }
        position += length
      }
    }
    return brokeLine
  }

  private mutating func lineComment(follows isBehindToken: Bool) {
    let start = position
    position = endOfLine(from: position)
    guard isBehindToken, endsOperand, looksLikeDivisor(start + 2..<position) else { return }
    let divisor = excerpt(source[Span(start + 2, position)].filter { $0 != " " && $0 != "=" })
    report(
      .commentForDivision, "`//` starts a comment: nothing is divided here", from: start,
      help: ["a quotient rounded down is written `floor(a / \(divisor))`, and any other `a / \(divisor)`"],
      severity: .warning)
  }

  /// Whether a comment holds nothing but a number, as the `2` of Python's `n // 2`.
  private func looksLikeDivisor(_ range: Range<Int>) -> Bool {
    var hasDigit = false
    // `//=` is Python's too.
    for byte in bytes[range].drop(while: { $0 == UInt8(ascii: "=") }) {
      if isDigit(byte) {
        hasDigit = true
      } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: ".") {
        return false
      }
    }
    return hasDigit
  }

  /// Skips a block comment (they nest); tells whether it spans lines.
  private mutating func blockComment() -> Bool {
    let start = position
    var depth = 0
    var brokeLine = false
    repeat {
      if position >= limit {
        report(
          .unterminatedComment, "this comment is never closed", from: start, to: start + 2,
          help: ["close it with `*/`"], isAtEnd: true)
        return brokeLine
      }
      if bytes[position] == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        depth += 1
        position += 2
      } else if bytes[position] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        depth -= 1
        position += 2
      } else {
        if bytes[position] == UInt8(ascii: "\n") { brokeLine = true }
        position += 1
      }
    } while depth > 0
    return brokeLine
  }
}
