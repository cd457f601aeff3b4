/// Cuts a source text into tokens. Never fails: what cannot be read becomes a problem and an `.invalid` token.
struct Lexer {
  let source: Source
  let bytes: [UInt8]
  let limit: Int
  var position = 0
  var tokens: [Token] = []
  var problems = ProblemList()
  /// How many string interpolations the current place stands in.
  var nesting = 0
  /// Whether one of them belongs to a string that must end on its line.
  var isOnOneLine = false
  /// Whether the text is nested too deeply to be read on.
  var gaveUp = false

  static let nestingLimit = 16

  init(_ source: Source) {
    self.source = source
    bytes = source.bytes
    limit = source.bytes.count
  }

  /// All tokens of the text, the last one `.end`, and the problems met.
  static func tokenize(_ source: Source) -> (tokens: [Token], problems: ProblemList) {
    var lexer = Lexer(source)
    lexer.run()
    return (lexer.tokens, lexer.problems)
  }

  /// Reads tokens to the end of the text; in an interpolation, up to the `)` that closes it.
  ///
  /// The last token is `.end`. Tells whether that end was found where it must be.
  @discardableResult
  mutating func run() -> Bool {
    var parentheses = 0
    while true {
      let before = position
      let breaksLine = skipSpace()
      if breaksLine, isOnOneLine {
        position = before
        append(.end, from: before, startsLine: false, spaceBefore: true)
        return false
      }
      let start = position
      let startsLine = breaksLine || tokens.isEmpty
      let space = position > before || tokens.isEmpty
      let isClosed = nesting > 0 && parentheses == 0 && peek(0) == UInt8(ascii: ")")
      if position >= limit || isClosed {
        append(.end, from: start, startsLine: startsLine, spaceBefore: true)
        return isClosed || nesting == 0
      }
      guard let kind = next(after: space) else { continue }
      if kind == .sign(.leftParenthesis) { parentheses += 1 }
      if kind == .sign(.rightParenthesis) { parentheses -= 1 }
      append(kind, from: start, startsLine: startsLine, spaceBefore: space)
    }
  }

  mutating func append(_ kind: Token.Kind, from start: Int, startsLine: Bool = false, spaceBefore: Bool) {
    tokens.append(
      Token(
        kind: kind, span: Span(start, position), startsLine: startsLine, spaceBefore: spaceBefore,
        spaceAfter: position >= limit || spaceLength(at: position) > 0))
  }

  /// Reads one token; nil where something was reported and passed over.
  private mutating func next(after space: Bool) -> Token.Kind? {
    switch bytes[position] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: "."):
      if isDigit(peek(1)), space || !endsOperand { return number() }
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "$"): return closureParameter()
    default: break
    }
    let start = position
    if let name = identifier() {
      if skipStringPrefix(name, from: start) { return nil }
      if name == "_" { return .sign(.underscore) }
      return Keyword(rawValue: name).map(Token.Kind.keyword) ?? .identifier(name)
    }
    if let sign = foreignSign() { return .sign(sign) }
    if let sign = longestSign() {
      position += sign.rawValue.utf8.count
      return .sign(sign)
    }
    return habit(after: space)
  }

  /// Whether the token before can be the left side of an operator.
  var endsOperand: Bool {
    switch tokens.last?.kind {
    case .identifier, .integer, .number, .string, .closureParameter, .invalid: true
    case .sign(.rightParenthesis), .sign(.rightBracket), .sign(.rightBrace): true
    case .keyword(.true), .keyword(.false), .keyword(.nil): true
    default: false
    }
  }

  /// Reads a name or keyword, if one stands here.
  mutating func identifier() -> String? {
    let start = position
    guard let first = scalar(at: position), isIdentifierStart(first.value) else { return nil }
    position += first.length
    while let next = scalar(at: position), isIdentifierPart(next.value) { position += next.length }
    return source[Span(start, position)]
  }

  private mutating func closureParameter() -> Token.Kind {
    let start = position
    position += 1
    while isDigit(peek(0)) { position += 1 }
    if let index = Int(source[Span(start + 1, position)]), index < 256 { return .closureParameter(index) }
    if position > start + 1 {
      report(
        .unreadableCharacter, "a closure does not have so many arguments", from: start,
        help: ["`$0` is the first, `$255` the last"])
      return .invalid
    }
    if let name = identifier() {
      report(
        .habit, "a name does not start with `$`", from: start,
        help: ["write `\(excerpt(name))`; only a closure's arguments have a `$`, as in `{ $0 + 1 }`"])
    } else {
      report(
        .unreadableCharacter, "`$` stands alone", from: start,
        help: ["a closure's arguments are `$0`, `$1`, …"])
    }
    return .invalid
  }

  private func longestSign() -> Sign? {
    for length in [3, 2, 1] where position + length <= limit {
      if let sign = Self.signs[packed(length)] { return sign }
    }
    return nil
  }

  /// The next one to three bytes as one number.
  private func packed(_ length: Int) -> UInt32 {
    (0..<length).reduce(0) { $0 << 8 | UInt32(peek($1)) }
  }

  private static let signs = Dictionary(
    uniqueKeysWithValues: Sign.allCases.map { sign in
      (sign.rawValue.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }, sign)
    })

  // MARK: Problems

  mutating func report(
    _ code: ProblemCode, _ message: String, from start: Int, to end: Int? = nil, label: String = "",
    help: [String] = [], severity: Problem.Severity = .error, isAtEnd: Bool = false
  ) {
    problems.add(
      Problem(
        code, message, at: Span(start, end ?? position), label: label, help: help, severity: severity,
        isAtEnd: isAtEnd))
  }

  /// A word of the text, cut to what a message can quote.
  func excerpt(_ text: String) -> String {
    text.utf8.count > 40 ? String(text.prefix(40)) + "…" : text
  }
}
