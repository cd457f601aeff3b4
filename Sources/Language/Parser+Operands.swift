extension Parser {
  /// Parses a literal, a name, or something in brackets.
  mutating func operand() -> Expression {
    let start = current.span
    func made(_ kind: Expression.Kind) -> Expression {
      Expression(kind: kind, span: start.union(previousSpan))
    }
    switch current.kind {
    case .integer(let value):
      advance()
      reportDoubleDotRange()
      return made(.integer(value))
    case .number(let value):
      advance()
      reportDoubleDotRange()
      return made(.number(value))
    case .string(let segments):
      advance()
      return made(.string(segments.map { stringPart($0) }))
    case .identifier(let name):
      return identifier(name)
    case .closureParameter(let index):
      advance()
      guard !closureParameterCounts.isEmpty else {
        report(
          .unknownName, "`$\(index)` stands outside of a closure", at: start,
          help: ["write `{ $\(index) … }`"])
        return made(.invalid)
      }
      let last = closureParameterCounts.count - 1
      closureParameterCounts[last] = max(closureParameterCounts[last], index + 1)
      return made(.closureParameter(index))
    case .keyword(.true), .keyword(.false):
      return made(.boolean(advance().is(.true)))
    case .keyword(.nil):
      advance()
      return made(.nilLiteral)
    case .keyword(.if):
      return ifElse()
    case .sign(.leftParenthesis):
      return parenthesis()
    case .sign(.leftBracket):
      return bracketed()
    case .sign(.leftBrace):
      return closure()
    case .invalid:
      advance()
      return made(.invalid)
    default:
      return missingOperand()
    }
  }

  private mutating func identifier(_ name: String) -> Expression {
    let span = current.span
    if let word = foreignWords[name] {
      report(.habit, "`\(name)` is not a word of this language", at: span, help: ["write `\(word)`"])
      advance()
      return Expression(kind: .invalid, span: span)
    }
    if name == "lambda" || name == "def", !following.startsLine, case .identifier = following.kind {
      report(
        .habit, "`\(name)` is not a word of this language", at: span,
        help: ["a closure is written `{ x in … }`"])
      skipToNextStatement(atLeast: position)
      return Expression(kind: .invalid, span: span)
    }
    advance()
    return Expression(kind: .name(name), span: span)
  }

  private mutating func missingOperand() -> Expression {
    let span = current.span
    if case .keyword(let word) = current.kind {
      unexpected(
        "expected a value", code: .missingExpression, help: ["`\(word.rawValue)` begins a statement"])
    } else {
      unexpected("expected a value", code: .missingExpression)
    }
    return Expression(kind: .invalid, span: span)
  }

  /// `1..8` is neither of the two ranges.
  private mutating func reportDoubleDotRange() {
    guard current.is(.dot), following.is(.dot) || isFractionToken(following) || isFractionToken(current)
    else { return }
    report(
      .habit, "a range is written with `..<` or `...`", at: current.span,
      help: ["`0..<8` leaves 8 out, `0...8` includes it"])
    advance()
    if current.is(.dot) { advance() }
    _ = expression(.compose)
  }

  private func isFractionToken(_ token: Token) -> Bool {
    if case .number = token.kind { return source.bytes[token.span.start] == UInt8(ascii: ".") }
    return false
  }

  // MARK: Strings

  private mutating func stringPart(_ segment: StringSegment) -> StringPart {
    switch segment {
    case .text(let text):
      return .text(text)
    case .interpolation(let inner):
      guard let last = inner.last, inner.count > 1 else {
        let span = inner.last?.span ?? previousSpan
        if !problems.contains(where: { $0.code == .unterminatedString }) {
          report(.missingExpression, "the interpolation is empty", at: span, help: ["write `\\(value)`"])
        }
        return .expression(Expression(kind: .invalid, span: span))
      }
      let outer = (tokens, position)
      (tokens, position) = (inner, 0)
      let value = inContext(linesMatter: false) { $0.expression() }
      if current.kind != .end { unexpected("expected the `)` of the interpolation at \(last.span.start)") }
      (tokens, position) = outer
      return .expression(value)
    }
  }

  // MARK: Brackets

  /// `(value)`, or a tuple.
  private mutating func parenthesis() -> Expression {
    let open = advance().span
    var elements: [Argument] = []
    var hadComma = false
    list(openedAt: open, closer: .rightParenthesis) { parser in
      if let element = parser.argument() { elements.append(element) }
      hadComma = hadComma || parser.current.is(.comma)
    }
    let span = open.union(previousSpan)
    if elements.count == 1, elements[0].label == nil, !hadComma {
      parenthesised.insert(span)
      return Expression(kind: elements[0].value.kind, span: span)
    }
    return Expression(kind: .tuple(elements), span: span)
  }

  /// `[a, b]`, `[key: value]` or `[:]`.
  private mutating func bracketed() -> Expression {
    let open = advance().span
    if current.is(.colon), following.is(.rightBracket) {
      advance()
      advance()
      return Expression(kind: .dictionary([]), span: open.union(previousSpan))
    }
    var elements: [Expression] = []
    var pairs: [(key: Expression, value: Expression)] = []
    list(openedAt: open, closer: .rightBracket) { parser in
      let element = parser.expression()
      if parser.take(.colon) {
        pairs.append((element, parser.expression()))
      } else {
        elements.append(element)
      }
    }
    let span = open.union(previousSpan)
    guard !pairs.isEmpty else { return Expression(kind: .array(elements), span: span) }
    if let stray = elements.first {
      report(
        .unexpectedToken, "this entry of the dictionary has no value", at: stray.span,
        help: ["write `key: value`"])
    }
    return Expression(kind: .dictionary(pairs), span: span)
  }

  // MARK: if

  private mutating func ifElse() -> Expression {
    let start = advance().span
    let condition = head { $0.expression() }
    if current.is(.assign) {
      report(.habit, "`=` assigns a value", at: current.span, help: ["for a comparison write `==`"])
      advance()
      _ = head { $0.expression() }
    }
    let then = block("what to do if the condition holds")
    var otherwise: Block?
    if take(.else) {
      if current.is(.if) {
        let chained = nested(Expression(kind: .invalid, span: current.span)) { $0.ifElse() }
        otherwise = Block(
          statements: [Statement(kind: .expression(chained), span: chained.span)], span: chained.span)
      } else {
        otherwise = block("what to do if the condition does not hold")
      }
    }
    return Expression(kind: .ifElse(condition, then: then, else: otherwise), span: start.union(previousSpan))
  }

  // MARK: Closures

  /// `{ x, y in … }` or `{ $0 … }`.
  mutating func closure() -> Expression {
    nested(Expression(kind: .invalid, span: current.span)) { parser in
      let open = parser.advance().span
      let named = parser.closureHead()
      parser.closureParameterCounts.append(0)
      let body = parser.blockBody(openedAt: open)
      let count = parser.closureParameterCounts.removeLast()
      if let named, count > 0 {
        parser.report(
          .badParameter, "`$0` stands in a closure whose arguments have names", at: body.span,
          help: ["use the names: \(named.map(\.name).joined(separator: ", "))"])
      }
      let numbered = (0..<count).map {
        Parameter(label: nil, name: "$\($0)", defaultValue: nil, span: open)
      }
      return Expression(
        kind: .closure(Closure(parameters: named ?? numbered, body: body)),
        span: open.union(parser.previousSpan))
    }
  }

  /// `x in`, `x, y in`, `(x, y) in`; nil, with nothing taken, where none of these stands.
  private mutating func closureHead() -> [Parameter]? {
    let start = position
    let isParenthesised = take(.leftParenthesis)
    var parameters: [Parameter] = []
    while true {
      switch current.kind {
      case .identifier(let name):
        parameters.append(Parameter(label: name, name: name, defaultValue: nil, span: current.span))
      case .sign(.underscore):
        parameters.append(Parameter(label: nil, name: "_", defaultValue: nil, span: current.span))
      default:
        if parameters.isEmpty, current.is(.in) || isParenthesised && current.is(.rightParenthesis) { break }
        position = start
        return nil
      }
      if !parameters.isEmpty { advance() }
      if !take(.comma) { break }
    }
    if isParenthesised, !take(.rightParenthesis) || !current.is(.in) || !take(.in) {
      position = start
      return nil
    }
    if !isParenthesised, !take(.in) {
      position = start
      return nil
    }
    return parameters
  }
}
