extension Lexer {
  /// Reads a number: `12`, `1_000`, `0xFF`, `1.5`, `.5`, `1.`, `2e-3`.
  mutating func number() -> Token.Kind {
    let start = position
    if peek(0) == UInt8(ascii: "0"), peek(1) | 0x20 == UInt8(ascii: "x") { return hexadecimal(from: start) }
    skipDigits()
    var isInteger = true
    if peek(0) == UInt8(ascii: "."), startsFraction {
      isInteger = false
      position += 1
      skipDigits()
    }
    if peek(0) | 0x20 == UInt8(ascii: "e"), isExponent {
      isInteger = false
      position += isDigit(peek(1)) ? 1 : 2
      skipDigits()
    }
    let end = position
    if let unit = unitBehindNumber() {
      let digits = source[Span(start, end)]
      report(
        .habit, "`\(digits)\(unit)` is not a number or a name", from: start,
        help: ["for a product write `\(digits) * \(unit)`"])
      return .invalid
    }
    return value(of: source[Span(start, end)], isInteger: isInteger, from: start)
  }

  private mutating func value(of text: String, isInteger: Bool, from start: Int) -> Token.Kind {
    let digits = text.filter { $0 != "_" }
    if isInteger, let value = Int(digits) { return .integer(value) }
    // `1.` and `.5` are numbers to a mathematician, though not to Swift's parser of numbers.
    let padded = (digits.hasPrefix(".") ? "0" : "") + digits + (digits.hasSuffix(".") ? "0" : "")
    if let value = Double(padded), !isInteger, value.isFinite { return .number(value) }
    report(
      .badNumber,
      isInteger ? "`\(text)` does not fit in a 64-bit integer" : "`\(text)` is too large for a number",
      from: start,
      help: isInteger ? ["write `\(text).0` for a floating-point number"] : [])
    return .invalid
  }

  private mutating func hexadecimal(from start: Int) -> Token.Kind {
    position += 2
    while let next = scalar(at: position), isIdentifierPart(next.value) { position += next.length }
    let text = source[Span(start + 2, position)].filter { $0 != "_" }
    if let value = Int(text, radix: 16), !text.hasPrefix("+"), !text.hasPrefix("-") { return .integer(value) }
    report(.badNumber, "`\(source[Span(start, position)])` is not a hexadecimal number", from: start)
    return .invalid
  }

  private mutating func skipDigits() {
    while isDigit(peek(0)) || peek(0) == UInt8(ascii: "_") && isDigit(peek(1)) { position += 1 }
  }

  /// At a dot behind digits: a fraction, unless a range (`1...3`) or a member (`1.description`) follows.
  private var startsFraction: Bool {
    if isDigit(peek(1)) { return true }
    if peek(1) == UInt8(ascii: ".") { return false }
    guard let next = scalar(at: position + 1) else { return true }
    return !isIdentifierStart(next.value)
  }

  private var isExponent: Bool {
    isDigit(peek(1)) || (peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+")) && isDigit(peek(2))
  }

  /// The name glued to a number, as in `2x`; the position moves behind it.
  private mutating func unitBehindNumber() -> String? {
    let start = position
    guard let first = scalar(at: position), isIdentifierStart(first.value) else { return nil }
    while let next = scalar(at: position), isIdentifierPart(next.value) { position += next.length }
    return source[Span(start, position)]
  }

  // MARK: Strings

  /// Reads `"…"` or `"""…"""` with escapes and interpolations.
  mutating func string() -> Token.Kind {
    let start = position
    let isMultiline = peek(1) == UInt8(ascii: "\"") && peek(2) == UInt8(ascii: "\"")
    position += isMultiline ? 3 : 1
    var segments: [StringSegment] = []
    var text: [UInt8] = []
    func flush() {
      if !text.isEmpty { segments.append(.text(String(decoding: text, as: UTF8.self))) }
      text = []
    }
    while position < limit {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\""), !isMultiline || peek(1) == byte && peek(2) == byte {
        position += isMultiline ? 3 : 1
        flush()
        return .string(isMultiline ? Self.withoutBorderLines(segments) : segments)
      }
      if byte == UInt8(ascii: "\n"), !isMultiline { break }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        position += 1
        continue
      }
      if peek(1) == UInt8(ascii: "(") {
        flush()
        segments.append(.interpolation(interpolation()))
      } else {
        escape(into: &text)
      }
    }
    report(
      .unterminatedString, "this string is never closed", from: start, to: isMultiline ? start + 3 : position,
      help: [
        isMultiline
          ? "close it with `\"\"\"`" : "close it with `\"`, or write `\"\"\"` for a text of several lines"
      ],
      isAtEnd: isMultiline)
    return .invalid
  }

  /// The line breaks next to the quotes of a multi-line string do not belong to its text.
  private static func withoutBorderLines(_ segments: [StringSegment]) -> [StringSegment] {
    var result = segments
    if case .text(let first)? = result.first, first.first == "\n" {
      result[0] = .text(String(first.dropFirst()))
    }
    if case .text(let last)? = result.last, last.last == "\n" {
      result[result.count - 1] = .text(String(last.dropLast()))
    }
    return result
  }

  private mutating func escape(into text: inout [UInt8]) {
    let start = position
    let letter = peek(1)
    position += 2
    switch letter {
    case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
    case UInt8(ascii: "r"): text.append(UInt8(ascii: "\r"))
    case UInt8(ascii: "0"): text.append(0)
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): text.append(letter)
    case UInt8(ascii: "u") where peek(0) == UInt8(ascii: "{"):
      let digitsStart = position + 1
      while position < limit, bytes[position] != UInt8(ascii: "}"), position - digitsStart < 8 {
        position += 1
      }
      let digits = source[Span(digitsStart, position)]
      if peek(0) == UInt8(ascii: "}") { position += 1 }
      guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
        report(.badEscape, "`\\u{\(digits)}` is not a Unicode character", from: start)
        return
      }
      text.append(contentsOf: String(Character(scalar)).utf8)
    default:
      // A multi-byte character behind the backslash stays whole.
      position -= 1
      position = min(position + (scalar(at: position)?.length ?? 1), limit)
      report(
        .badEscape, "`\(source[Span(start, position)])` is not an escape", from: start,
        help: ["known are \\n \\t \\r \\0 \\\" \\\\ \\u{…} and \\(…); for a backslash write `\\\\`"])
    }
  }

  /// At `\(`: the tokens up to the matching parenthesis.
  private mutating func interpolation() -> [Token] {
    let start = position
    position += 2
    let inner = position
    guard nesting < Self.nestingLimit, let end = matchingParenthesis() else {
      report(
        .unterminatedString, "this interpolation is never closed", from: start, to: start + 2,
        help: ["close it with `)`"])
      position = limit
      return []
    }
    var lexer = Lexer(source, from: inner, to: end, nesting: nesting + 1)
    lexer.run()
    problems += lexer.problems
    position = end + 1
    return lexer.tokens
  }

  /// The offset of the `)` that closes an interpolation, strings inside it skipped.
  private func matchingParenthesis() -> Int? {
    var depth = 0
    var offset = position
    var isInString = false
    while offset < limit, bytes[offset] != UInt8(ascii: "\n") {
      switch bytes[offset] {
      case UInt8(ascii: "\\") where isInString: offset += 1
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "(") where !isInString: depth += 1
      case UInt8(ascii: ")") where !isInString:
        if depth == 0 { return offset }
        depth -= 1
      default: break
      }
      offset += 1
    }
    return nil
  }
}
