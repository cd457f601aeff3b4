extension Parser {
  // MARK: if

  /// `if condition { … } else if … { … } else { … }`, as a statement or as a value.
  mutating func ifElse() -> Expression {
    let start = advance().span
    if let keyword = bindingKeyword {
      report(
        .habit, "`if \(keyword)` unwraps nothing here", at: current.span,
        help: ["compare with `nil`: `if x != nil { … }`"])
      advance()
      if pattern() != nil { _ = take(.assign) }
    }
    var condition = head { $0.expression() }
    if current.is(.assign) {
      report(.habit, "`=` gives a value, it does not compare", at: current.span, help: ["write `==`"])
      advance()
      condition = head { $0.expression() }
    }
    let then = block("what to do if the condition holds", headedBy: start)
    var otherwise: Block?
    if reportElif() || current.is(.else) && following.is(.if) && take(.else) {
      let chained = nested(Expression(kind: .invalid, span: current.span)) { $0.ifElse() }
      otherwise = Block(
        statements: [Statement(kind: .expression(chained), span: chained.span)], span: chained.span)
    } else if take(.else) {
      otherwise = block("what to do if the condition does not hold", headedBy: start)
    }
    return Expression(kind: .ifElse(condition, then: then, else: otherwise), span: start.union(previousSpan))
  }

  private var bindingKeyword: String? {
    current.is(.let) ? "let" : current.is(.var) ? "var" : nil
  }

  /// At `elif`: reports it, and leaves the parser where `if` would stand.
  private mutating func reportElif() -> Bool {
    guard let word = current.name, ["elif", "elseif", "elsif"].contains(word), !following.startsLine else {
      return false
    }
    report(.habit, "`\(word)` is not a word of this language", at: current.span, help: ["write `else if`"])
    return true
  }

  /// The expression between a keyword and its `{`.
  mutating func head(_ body: (inout Parser) -> Expression) -> Expression {
    inContext(linesMatter: linesMatter, trailingClosure: false, body)
  }

  /// Behind `for i in range(10)`: what the rest of the head is written like.
  private func rangeAdvice(from start: Span) -> [String] {
    let head = source[Span(start.start, previousSpan.end)]
    guard head.hasPrefix("for "), let call = head.firstRange(of: " in range("), head.hasSuffix(")") else {
      return []
    }
    let inside = head[call.upperBound...].dropLast()
    let arguments = inside.split(separator: ",").map { $0.filter { $0 != " " } }
    guard inside.count <= 40, let last = arguments.last,
      arguments.count == 1 || arguments.count == 2 && !inside.contains("(")
    else { return [] }
    let first = arguments.count == 2 ? arguments[0] : "0"
    return ["write `\(first)..<\(last)` for `\(head[call.lowerBound...].dropFirst(4).prefix(60))`"]
  }

  // MARK: Blocks

  /// `{ statements }`, behind a head that starts at `start`.
  mutating func block(_ what: String, headedBy start: Span) -> Block {
    passClosureInHead()
    let open = current.span
    if take(.leftBrace) { return blockBody(openedAt: open) }
    if current.is(.colon) {
      report(
        .habit, "a body does not start with `:`", at: open,
        help: ["write `{` here and `}` behind the body"] + rangeAdvice(from: start))
      advance()
      return indentedBody(below: start)
    }
    if let word = current.name, word == "then" || word == "do", !current.startsLine {
      report(
        .habit, "`\(word)` is not a word of this language", at: open,
        help: ["write `{` here and `}` behind the body"])
      advance()
      if current.is(.leftBrace) { return block(what, headedBy: start) }
      return indentedBody(below: start)
    }
    var help = current.kind == .end ? [] : ["a body stands in braces: `{ … }`"]
    if let word = current.name, word == "step" || word == "by", !current.startsLine {
      help = ["write `for x in stride(from: 0, to: 10, by: 2) { … }`"]
    }
    unexpected("expected `{` and \(what)", help: help)
    return Block(statements: [], span: open)
  }

  /// The statements of a body without braces: the rest of the line, or the lines indented more than the head.
  private mutating func indentedBody(below head: Span) -> Block {
    let start = current.span
    var statements: [Statement] = []
    inContext(linesMatter: true) { parser in
      if !parser.current.startsLine, parser.current.kind != .end {
        _ = parser.statement(into: &statements)
        return
      }
      let indentation = parser.indentation(at: head)
      while parser.current.kind != .end, !parser.current.is(.rightBrace),
        parser.indentation(at: parser.current.span) > indentation
      {
        _ = parser.statement(into: &statements)
      }
    }
    return Block(statements: statements, span: start.union(previousSpan))
  }

  /// How many bytes of white space begin the line of a place.
  func indentation(at span: Span) -> Int {
    let line = source.span(ofLine: source.line(at: span.start))
    let white = source.bytes[line.start..<line.end].prefix {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t")
    }
    return white.count
  }

  /// `for x in xs.map { … } {`: in a head, `{` opens the body, so the first of two is reported.
  private mutating func passClosureInHead() {
    guard current.is(.leftBrace), let end = partner(of: position), end + 1 < tokens.count else { return }
    let next = tokens[end + 1]
    guard next.is(.leftBrace), !next.startsLine else { return }
    report(
      .unexpectedToken, "a closure in the head of a statement stands in parentheses", at: current.span,
      help: ["write `f({ … }) {`: here `{` opens the body"])
    _ = closure()
  }

  /// The statements up to `}`; the opening brace has been taken.
  mutating func blockBody(openedAt start: Span) -> Block {
    var statements: [Statement] = []
    inContext(linesMatter: true) { parser in
      while parser.current.kind != .end, !parser.current.is(.rightBrace) {
        _ = parser.statement(into: &statements)
      }
    }
    if !take(.rightBrace) {
      if isInInterpolation {
        report(.unclosedBracket, "this `{` is never closed", at: start, help: ["close it with `}`"])
      } else {
        reportAtEnd(.unclosedBracket, "this `{` is never closed", at: start, help: ["close it with `}`"])
      }
    }
    return Block(statements: statements, span: start.union(previousSpan))
  }
}
