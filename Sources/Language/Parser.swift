/// Builds the syntax tree of a text. Reports every problem it can tell apart and goes on behind it.
public struct Parser {
  let source: Source
  var tokens: [Token]
  var position = 0
  var problems: [Problem]

  /// Inside parentheses and brackets a line break is white space.
  var linesMatter = true
  /// In the head of `if`, `for` and `while`, `{` opens the body, not a trailing closure.
  var allowsTrailingClosure = true
  /// Inside an index, a range may lack an end.
  var isInIndex = false
  /// For each closure around the current place, how many `$n` arguments it uses.
  var closureParameterCounts: [Int] = []
  /// The spans of parenthesised expressions: `(a < b) == c` is not a chain.
  var parenthesised: Set<Span> = []

  private var depth = 0
  /// Deeper nesting is refused, so that no text can exhaust the stack.
  static let depthLimit = 200
  /// Longer chains such as `1 + 1 + …` are refused for the same reason.
  static let chainLimit = 1000

  private init(_ source: Source) {
    self.source = source
    (tokens, problems) = Lexer.tokenize(source)
  }

  /// The tree of `source`; its problems, in the order of their places, say whether it can be run.
  public static func parse(_ source: Source) -> Program {
    var parser = Parser(source)
    var statements: [Statement] = []
    var hidesResult = false
    while parser.current.kind != .end {
      hidesResult = parser.statement(into: &statements, after: statements.last)
      if parser.current.is(.rightBrace) {
        parser.report(.unexpectedToken, "this `}` closes nothing", at: parser.advance().span)
      }
    }
    let problems = parser.problems.sorted { $0.span.start < $1.span.start }
    return Program(source: source, statements: statements, problems: problems, hidesResult: hidesResult)
  }

  // MARK: Tokens

  var current: Token { tokens[position] }

  var following: Token { tokens[min(position + 1, tokens.count - 1)] }

  /// The span of the token before the current one.
  var previousSpan: Span { position > 0 ? tokens[position - 1].span : Span(0, 0) }

  @discardableResult
  mutating func advance() -> Token {
    let token = current
    if position < tokens.count - 1 { position += 1 }
    return token
  }

  mutating func take(_ sign: Sign) -> Bool {
    guard current.is(sign) else { return false }
    advance()
    return true
  }

  mutating func take(_ keyword: Keyword) -> Bool {
    guard current.is(keyword) else { return false }
    advance()
    return true
  }

  /// Takes a sign or says that it is missing.
  @discardableResult
  mutating func expect(_ sign: Sign, _ purpose: String) -> Bool {
    if take(sign) { return true }
    unexpected("expected `\(sign.rawValue)` \(purpose)")
    return false
  }

  // MARK: Problems

  mutating func report(
    _ code: ProblemCode, _ message: String, at span: Span, label: String = "", help: [String] = [],
    related: [Problem.Label] = [], severity: Problem.Severity = .error, isAtEnd: Bool = false
  ) {
    problems.append(
      Problem(
        code, message, at: span, label: label, help: help, related: related, severity: severity,
        isAtEnd: isAtEnd))
  }

  /// Reports the current token as one that cannot stand here; silent where the lexer has spoken already.
  mutating func unexpected(_ expectation: String, code: ProblemCode = .unexpectedToken, help: [String] = []) {
    guard current.kind != .invalid else { return }
    let isAtEnd = current.kind == .end
    if isAtEnd, problems.contains(where: { $0.isAtEnd && $0.code != .unclosedBracket }) { return }
    report(
      code, "\(expectation), found \(current.description)", at: current.span, help: help, isAtEnd: isAtEnd)
  }

  // MARK: Nesting

  /// Runs `body` one level deeper; past the limit, reports that and skips the rest of the text.
  mutating func nested<Result>(_ fallback: Result, _ body: (inout Parser) -> Result) -> Result {
    guard depth < Self.depthLimit else {
      if !problems.contains(where: { $0.code == .nestedTooDeeply }) {
        report(
          .nestedTooDeeply, "this is nested more than \(Self.depthLimit) levels deep", at: current.span,
          help: ["give parts of it names of their own"])
      }
      position = tokens.count - 1
      return fallback
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  /// Runs `body` where other rules for lines, closures and indices hold, and restores the present ones.
  mutating func inContext<Result>(
    linesMatter: Bool, trailingClosure: Bool = true, index: Bool = false, _ body: (inout Parser) -> Result
  ) -> Result {
    let saved = (self.linesMatter, allowsTrailingClosure, isInIndex)
    (self.linesMatter, allowsTrailingClosure, isInIndex) = (linesMatter, trailingClosure, index)
    defer { (self.linesMatter, allowsTrailingClosure, isInIndex) = saved }
    return body(&self)
  }

  // MARK: Lists

  /// Parses `element, element, …` up to `closer`; the opening sign has been taken.
  ///
  /// A broken element does not hide the problems of the next: parsing resumes at the next comma.
  mutating func list(
    openedAt open: Span, closer: Sign, index: Bool = false, _ element: (inout Parser) -> Void
  ) {
    inContext(linesMatter: false, index: index) { parser in
      while !parser.current.is(closer) {
        if parser.current.kind == .end { break }
        let before = parser.position
        let known = parser.problems.count
        element(&parser)
        if parser.take(.comma) { continue }
        if parser.current.is(closer) { break }
        if parser.problems.count == known {
          parser.unexpectedInList(closer)
        }
        parser.skipToComma(or: closer, atLeast: before)
        if parser.isListBroken { break }
        _ = parser.take(.comma)
      }
    }
    if current.is(closer) {
      advance()
    } else {
      let sign = source[open]
      report(
        .unclosedBracket, "`\(sign)` is never closed", at: open, help: ["close it with `\(closer.rawValue)`"],
        isAtEnd: current.kind == .end)
    }
  }

  private mutating func unexpectedInList(_ closer: Sign) {
    if current.kind == .end { return }
    if current.is(.for) {
      unexpected(
        "a list is not built with `for`", code: .habit,
        help: ["write `xs.map { x in … }`, and `.filter { x in … }` for an `if`"])
    } else if current.is(.assign) {
      unexpected(
        "expected `,` or `\(closer.rawValue)`", help: ["an argument is labelled with `:`, as in `epochs: 10`"]
      )
    } else {
      unexpected("expected `,` or `\(closer.rawValue)`")
    }
  }

  /// A closing sign of another kind, or a statement's first word, means that the list was not closed.
  private var isListBroken: Bool {
    switch current.kind {
    case .end, .sign(.rightParenthesis), .sign(.rightBracket), .sign(.rightBrace), .keyword(.let),
      .keyword(.var),
      .keyword(.func):
      true
    default: false
    }
  }

  private mutating func skipToComma(or closer: Sign, atLeast start: Int) {
    if position == start { advance() }
    var open = 0
    while current.kind != .end {
      switch current.kind {
      case .sign(.leftParenthesis), .sign(.leftBracket), .sign(.leftBrace): open += 1
      case .sign(.rightParenthesis), .sign(.rightBracket), .sign(.rightBrace):
        if open == 0 { return }
        open -= 1
      case .sign(.comma): if open == 0 { return }
      case .keyword(.let), .keyword(.var), .keyword(.func): if open == 0, current.startsLine { return }
      default: break
      }
      advance()
    }
  }
}
