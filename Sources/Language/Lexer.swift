/// Cuts a source text into tokens. Never fails: what cannot be read becomes a problem and an `.invalid` token.
struct Lexer {
  let source: Source
  let bytes: [UInt8]
  var position = 0
  var limit: Int
  var tokens: [Token] = []
  var problems: [Problem] = []
  /// How many string interpolations this text stands in.
  let nesting: Int

  static let nestingLimit = 16

  init(_ source: Source, from start: Int = 0, to end: Int? = nil, nesting: Int = 0) {
    self.source = source
    bytes = source.bytes
    position = start
    limit = end ?? source.bytes.count
    self.nesting = nesting
  }

  /// All tokens of the text, the last one `.end`, and the problems met.
  static func tokenize(_ source: Source) -> (tokens: [Token], problems: [Problem]) {
    var lexer = Lexer(source)
    lexer.run()
    return (lexer.tokens, lexer.problems)
  }

  mutating func run() {
    while true {
      let before = position
      let startsLine = skipSpace()
      let space = position > before || position == 0 || tokens.isEmpty
      let start = position
      guard position < limit else {
        append(.end, from: start, startsLine: startsLine, spaceBefore: true)
        return
      }
      let kind = next(after: space)
      append(kind, from: start, startsLine: startsLine, spaceBefore: space)
    }
  }

  private mutating func append(_ kind: Token.Kind, from start: Int, startsLine: Bool, spaceBefore: Bool) {
    tokens.append(
      Token(
        kind: kind, span: Span(start, position), startsLine: startsLine, spaceBefore: spaceBefore,
        spaceAfter: position >= limit || isSpace(bytes[position])))
  }

  private mutating func next(after space: Bool) -> Token.Kind {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: "."):
      if isDigit(peek(1)), space || !endsOperand { return number() }
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "$"): return closureParameter()
    default: break
    }
    if let word = identifier() { return word }
    if let sign = longestSign() {
      position += sign.rawValue.utf8.count
      return .sign(sign)
    }
    return habit()
  }

  /// Whether the token before can be the left side of an operator.
  private var endsOperand: Bool {
    switch tokens.last?.kind {
    case .identifier, .integer, .number, .string, .closureParameter: true
    case .sign(.rightParenthesis), .sign(.rightBracket), .sign(.rightBrace): true
    default: false
    }
  }

  private mutating func identifier() -> Token.Kind? {
    let start = position
    guard let first = scalar(at: position), isIdentifierStart(first.value) else { return nil }
    position += first.length
    while let next = scalar(at: position), isIdentifierPart(next.value) { position += next.length }
    let name = source[Span(start, position)]
    if name == "_" { return .sign(.underscore) }
    return Keyword(rawValue: name).map(Token.Kind.keyword) ?? .identifier(name)
  }

  private mutating func closureParameter() -> Token.Kind {
    let start = position
    position += 1
    while isDigit(peek(0)) { position += 1 }
    if let index = Int(source[Span(start + 1, position)]), index < 256 { return .closureParameter(index) }
    report(
      .unreadableCharacter, "`$` must be followed by the number of a closure's argument, as in `$0`",
      from: start)
    return .invalid
  }

  private func longestSign() -> Sign? {
    for length in [3, 2, 1] where position + length <= limit {
      if let sign = Self.signs[source.bytes[position..<position + length]] { return sign }
    }
    return nil
  }

  private static let signs = Dictionary(
    uniqueKeysWithValues: Sign.allCases.map { (ArraySlice($0.rawValue.utf8), $0) })

  // MARK: White space and comments

  /// Skips white space and comments; tells whether a line break was among them.
  private mutating func skipSpace() -> Bool {
    var brokeLine = tokens.isEmpty
    while position < limit {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        brokeLine = true
        position += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        position += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while position < limit, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
        brokeLine = blockComment() || brokeLine
      case 0xC2 where peek(1) == 0xA0:  // a no-break space, as copied from web pages
        position += 2
      case 0xEF where peek(1) == 0xBB && peek(2) == 0xBF:  // a byte order mark
        position += 3
      default:
        return brokeLine
      }
    }
    return brokeLine
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
          help: ["close it with `*/`"],
          isAtEnd: true)
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

  // MARK: Characters

  /// The byte `distance` ahead, or 0 past the end.
  func peek(_ distance: Int) -> UInt8 {
    position + distance < limit ? bytes[position + distance] : 0
  }

  func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  /// The Unicode scalar at an offset and its length in bytes.
  func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int)? {
    guard offset < limit else { return nil }
    let byte = bytes[offset]
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard offset + length <= limit else { return nil }
    let text = String(decoding: bytes[offset..<offset + length], as: UTF8.self)
    return text.unicodeScalars.first.map { ($0, length) }
  }

  func isIdentifierStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "_", "∂", "∇": true
    default: scalar.value >= 0x80 && scalar.properties.isAlphabetic && !isSuperscript(scalar)
    }
  }

  func isIdentifierPart(_ scalar: Unicode.Scalar) -> Bool {
    if isIdentifierStart(scalar) { return true }
    switch scalar {
    case "0"..."9", "₀"..."₉", "′", "\u{300}"..."\u{36F}": return true
    default: return false
    }
  }

  /// Superscripts are powers to a reader, so they are not part of a name.
  func isSuperscript(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "²", "³", "¹", "⁰"..."ⁿ": true
    default: false
    }
  }

  mutating func report(
    _ code: ProblemCode, _ message: String, from start: Int, to end: Int? = nil, help: [String] = [],
    isAtEnd: Bool = false
  ) {
    problems.append(
      Problem(code, message, at: Span(start, end ?? position), help: help, isAtEnd: isAtEnd))
  }
}
