extension Lexer {
  /// Stands in a text for a line break of the source until the indentation to remove is known: no byte of
  /// UTF-8 has this value.
  private static let lineBreak: UInt8 = 0xFF
  /// The same for a line break behind a backslash, which joins two lines.
  private static let lineJoint: UInt8 = 0xFE

  private enum Piece {
    case text([UInt8])
    case interpolation([Token])
  }

  /// Reads `"…"` or `"""…"""` with escapes and interpolations.
  mutating func string() -> Token.Kind {
    let start = position
    let isMultiline = peek(1) == UInt8(ascii: "\"") && peek(2) == UInt8(ascii: "\"")
    position += isMultiline ? 3 : 1
    var pieces: [Piece] = []
    var text: [UInt8] = []
    while position < limit {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\"") where !isMultiline || peek(1) == byte && peek(2) == byte:
        position += isMultiline ? 3 : 1
        pieces.append(.text(text))
        return .string(isMultiline ? Self.unindented(pieces) : Self.segments(pieces))
      case UInt8(ascii: "\n") where !isMultiline || isOnOneLine:
        return unterminated(from: start, isMultiline: isMultiline)
      case UInt8(ascii: "\n"):
        if text.last == UInt8(ascii: "\r") { text.removeLast() }
        text.append(Self.lineBreak)
        position += 1
      case UInt8(ascii: "\\") where peek(1) == UInt8(ascii: "("):
        pieces.append(.text(text))
        text = []
        guard let tokens = interpolation(isOnOneLine: !isMultiline) else { return .invalid }
        pieces.append(.interpolation(tokens))
      case UInt8(ascii: "\\"):
        escape(into: &text, isMultiline: isMultiline)
      default:
        text.append(byte)
        position += 1
      }
    }
    return unterminated(from: start, isMultiline: isMultiline)
  }

  private mutating func unterminated(from start: Int, isMultiline: Bool) -> Token.Kind {
    // Inside an interpolation that must end on this line, that one's missing `)` is the problem.
    if isOnOneLine || gaveUp { return .invalid }
    let end = isMultiline ? start + 3 : endOfLine(from: start)
    var advice = "close it with `\"`; a string of several lines stands in `\"\"\"`"
    if isMultiline { advice = "close it with `\"\"\"`" }
    if !isMultiline, let quote = source[Span(start, end)].last(where: { "“”＂".contains($0) }) {
      advice = "`\(quote)` does not close it: write `\"`"
    }
    report(
      .unterminatedString, "this string is never closed", from: start, to: end, help: [advice],
      isAtEnd: isMultiline && nesting == 0)
    position = max(position, end)
    return .invalid
  }

  private static func segments(_ pieces: [Piece]) -> [StringSegment] {
    pieces.compactMap { piece in
      switch piece {
      case .text(let bytes): bytes.isEmpty ? nil : .text(String(decoding: bytes, as: UTF8.self))
      case .interpolation(let tokens): .interpolation(tokens)
      }
    }
  }

  /// As in Swift: the line breaks next to the quotes do not belong to the text, nor does the closing line's
  /// indentation at the start of any line.
  private static func unindented(_ pieces: [Piece]) -> [StringSegment] {
    var indentation: ArraySlice<UInt8> = []
    var endsWithLine = false
    if case .text(let last)? = pieces.last, let lineBreak = last.lastIndex(of: Self.lineBreak) {
      let tail = last[(lineBreak + 1)...]
      endsWithLine = tail.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if endsWithLine { indentation = tail }
    }
    let startsWithLine = if case .text(let first)? = pieces.first { first.first == lineBreak } else { false }
    var lines = pieces.map { piece -> Piece in
      guard case .text(let bytes) = piece else { return piece }
      return .text(withoutIndentation(bytes, indentation))
    }
    if startsWithLine, case .text(let first)? = lines.first { lines[0] = .text(Array(first.dropFirst())) }
    if endsWithLine, case .text(let last)? = lines.last {
      lines[lines.count - 1] = .text(Array(last.dropLast()))
    }
    return segments(lines)
  }

  private static func withoutIndentation(_ bytes: [UInt8], _ indentation: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == lineBreak || byte == lineJoint else {
        result.append(byte)
        continue
      }
      if byte == lineBreak { result.append(UInt8(ascii: "\n")) }
      if rest.starts(with: indentation) { rest = rest.dropFirst(indentation.count) }
    }
    return result
  }

  // MARK: Escapes

  private mutating func escape(into text: inout [UInt8], isMultiline: Bool) {
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
      unicodeEscape(into: &text, from: start)
    case UInt8(ascii: "\n") where isMultiline, UInt8(ascii: "\r") where isMultiline && peek(0) == 0x0A:
      text.append(Self.lineJoint)
      if letter != UInt8(ascii: "\n") { position += 1 }
    default:
      // A multi-byte character behind the backslash stays whole; a line break stays outside.
      position -= 1
      if position < limit, bytes[position] >= 0x20 { position += scalar(at: position)?.length ?? 1 }
      let found = source[Span(start, position)]
      report(
        .badEscape, "`\(found)` has no meaning in a string", from: start,
        help: ["for a backslash write `\\\\`; known are `\\n`, `\\t`, `\\\"`, `\\u{…}` and `\\(value)`"])
    }
  }

  private mutating func unicodeEscape(into text: inout [UInt8], from start: Int) {
    let digitsStart = position + 1
    position = digitsStart
    while position - digitsStart < 8, let next = scalar(at: position), next.value.properties.isASCIIHexDigit {
      position += 1
    }
    let digits = source[Span(digitsStart, position)]
    let isClosed = peek(0) == UInt8(ascii: "}")
    if isClosed {
      position += 1
    } else if let brace = bytes[position..<min(position + 8, limit)].firstIndex(of: UInt8(ascii: "}")),
      !bytes[position..<brace].contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") })
    {
      position = brace + 1
    }
    guard isClosed, let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
      report(
        .badEscape, "`\(source[Span(start, position)])` names no Unicode character", from: start,
        help: ["write up to six hexadecimal digits in braces, as in `\\u{3C3}` for σ"])
      return
    }
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  // MARK: Interpolations

  /// At `\(`: the tokens up to the matching parenthesis, or nil where there is none.
  private mutating func interpolation(isOnOneLine: Bool) -> [Token]? {
    let start = position
    position += 2
    guard nesting < Self.nestingLimit else {
      report(
        .nestedTooDeeply, "strings stand more than \(Self.nestingLimit) deep in one another", from: start,
        help: ["give parts of it names of their own"])
      position = limit
      gaveUp = true
      return nil
    }
    let outer = (tokens, self.isOnOneLine)
    tokens = []
    self.isOnOneLine = isOnOneLine || self.isOnOneLine
    nesting += 1
    let isClosed = run()
    nesting -= 1
    let inner = tokens
    (tokens, self.isOnOneLine) = outer
    if isClosed {
      position += 1
      return inner
    }
    position = isOnOneLine || self.isOnOneLine ? endOfLine(from: start) : limit
    if !self.isOnOneLine, !gaveUp {
      report(
        .unterminatedString, "this `\\(` is never closed", from: start, to: start + 2,
        help: ["close it with `)`, as in `\"x is \\(x)\"`"], isAtEnd: !isOnOneLine && nesting == 0)
    }
    return nil
  }
}
