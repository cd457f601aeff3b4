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
      return made(.integer(value))
    case .number(let value):
      advance()
      return made(.number(value))
    case .string(let segments):
      advance()
      return made(.string(segments.map { stringPart($0) }))
    case .identifier(let name):
      return foreignOperand(name) ?? made(.name(advance().name ?? name))
    case .closureParameter(let index):
      advance()
      return made(closureParameter(index, at: start))
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
    case .sign(.leftBrace) where allowsTrailingClosure:
      return closure()
    case .invalid:
      advance()
      return made(.invalid)
    default:
      return missingOperand()
    }
  }

  private mutating func closureParameter(_ index: Int, at span: Span) -> Expression.Kind {
    guard let scope = surroundings.closures.last else {
      report(
        .unknownName, "`$\(index)` stands outside of a closure", at: span,
        help: ["`$\(index)` is an argument of the closure around it, as in `{ $\(index) + 1 }`"])
      return .invalid
    }
    if let names = scope.names {
      let known = names.isEmpty ? "it has none" : "they are `\(names.prefix(8).joined(separator: "`, `"))`"
      report(
        .badParameter, "`$\(index)` stands in a closure that names its arguments", at: span,
        help: ["use the names before `in`: \(known)"])
      return .invalid
    }
    surroundings.closures[surroundings.closures.count - 1].count = max(scope.count, index + 1)
    return .closureParameter(index)
  }

  // MARK: Strings

  private mutating func stringPart(_ segment: StringSegment) -> StringPart {
    switch segment {
    case .text(let text):
      return .text(text)
    case .interpolation(let inner):
      let end = inner.last?.span ?? previousSpan
      guard inner.count > 1 else {
        report(
          .missingExpression, "this `\\()` is empty", at: Span(end.start - 2, end.start + 1),
          help: ["put a value into it: `\\(x)`"])
        return .expression(Expression(kind: .invalid, span: end))
      }
      let outer = (tokens, position, partners, isInInterpolation)
      (tokens, position, partners, isInInterpolation) = (inner, 0, nil, true)
      let known = problems.errorCount
      let value = inContext(linesMatter: false) { $0.interpolatedValue() }
      if current.kind != .end, problems.errorCount == known {
        // What is no value need not be one: `.2f` has no point in the wrong place.
        lexicalProblems.removeAll(in: Span(current.span.start, end.start))
        unexpected("expected the `)` of `\\(…)`", help: [interpolationAdvice(behind: value)])
      }
      (tokens, position, partners, isInInterpolation) = outer
      return .expression(value)
    }
  }

  /// `x`, or `x, decimals: 3`, which is short for `string(x, decimals: 3)`.
  private mutating func interpolatedValue() -> Expression {
    let value = expression()
    var arguments = [Argument(label: nil, labelSpan: nil, value: value)]
    while current.is(.comma), following.name != nil, token(after: 2).is(.colon) {
      advance()
      arguments.append(argument())
    }
    guard arguments.count > 1 else { return value }
    let function = Expression(kind: .library("string"), span: value.span)
    return Expression(kind: .call(function, arguments), span: value.span.union(previousSpan))
  }

  /// For `\(x, 2)`, and `\(x:.2f)` with which Python would write it.
  private func interpolationAdvice(behind value: Expression) -> String {
    guard current.is(.comma) || current.is(.colon) else { return "one value stands in each `\\(…)`" }
    return "for a number of decimals write `\\(\(source.excerpt(value.span)), decimals: 2)`"
  }

  // MARK: Brackets

  /// `(value)`, or a tuple.
  private mutating func parenthesis() -> Expression {
    let open = advance().span
    var elements: [Argument] = []
    var hadComma = false
    list(openedAt: open, closer: .rightParenthesis) { parser in
      elements.append(parser.argument())
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
    return elements(openedAt: open, closer: .rightBracket)
  }

  /// The elements or entries up to `closer`.
  mutating func elements(openedAt open: Span, closer: Sign) -> Expression {
    var elements: [Expression] = []
    var pairs: [(key: Expression, value: Expression)] = []
    list(openedAt: open, closer: closer) { parser in
      let element = parser.expression()
      if parser.take(.colon) {
        pairs.append((element, parser.expression()))
      } else {
        elements.append(element)
      }
    }
    let span = open.union(previousSpan)
    guard !pairs.isEmpty else { return Expression(kind: .array(elements), span: span) }
    for stray in elements {
      if case .invalid = stray.kind { continue }
      let quoted = source.excerpt(stray.span)
      report(
        .unexpectedToken, "this entry of the dictionary has no value", at: stray.span,
        help: ["write `\(quoted): …`"])
    }
    return Expression(kind: .dictionary(pairs), span: span)
  }
}
