extension Parser {
  /// Parses an expression whose operators all bind at least as tightly as `minimum`.
  mutating func expression(_ minimum: Precedence = .conditional) -> Expression {
    nested(Expression(kind: .invalid, span: current.span)) { parser in
      var left = parser.prefix()
      while let infix = parser.infix(minimum) ?? parser.foreignInfix(minimum) {
        guard parser.growTree() else { return left }
        left = parser.infixExpression(left, infix)
      }
      if minimum == .conditional, parser.current.is(.if), !parser.current.startsLine {
        return parser.pythonConditional(left)
      }
      return left
    }
  }

  /// The infix operator at the current place, if one stands there, binds tightly enough and belongs to
  /// this line.
  private func infix(_ minimum: Precedence) -> Infix? {
    guard let infix = Infix(current.kind), infix.precedence >= minimum else { return nil }
    if linesMatter, current.startsLine {
      // At the start of a line, `- x` continues the line above while `-x` begins a statement.
      if current.is(.plus) || current.is(.minus), !current.spaceAfter { return nil }
      if current.is(.at), isDecorator { return nil }
    }
    return infix
  }

  private mutating func infixExpression(_ left: Expression, _ infix: Infix) -> Expression {
    let sign = advance()
    func made(_ kind: Expression.Kind) -> Expression {
      Expression(kind: kind, span: left.span.union(previousSpan))
    }
    switch infix {
    case .binary(.power):
      // Right-associative; the exponent may carry a sign: `2 ** -x`.
      return made(.binary(.power, left, expression(.sign)))
    case .binary(let operation):
      if isIncrement(of: sign) { return increment(left, by: sign) }
      return made(.binary(operation, left, expression(infix.precedence.next)))
    case .logical(let operation):
      return made(.logical(operation, left, expression(infix.precedence.next)))
    case .comparison(let operation):
      let right = expression(infix.precedence.next)
      if case .comparison(let first, let rest) = left.kind, !parenthesised.contains(left.span) {
        return made(.comparison(first, rest + [(operation, right)]))
      }
      return made(.comparison(left, [(operation, right)]))
    case .range(let isClosed):
      if isInIndex, isAtIndexBorder { return made(.range(left, nil, isClosed: isClosed)) }
      if !isInIndex, isAtBorder {
        unexpected(
          "expected the end of the range", code: .missingExpression,
          help: ["only an index may leave it out, as in `x[1...]`"])
        return made(.invalid)
      }
      return made(.range(left, expression(infix.precedence.next), isClosed: isClosed))
    case .conditional:
      return conditional(left)
    }
  }

  /// Behind `condition ?`.
  private mutating func conditional(_ condition: Expression) -> Expression {
    let then = expression()
    guard take(.colon) else {
      unexpected(
        "expected `:` and the value for the other case", help: ["write `condition ? value : otherwise`"])
      return Expression(kind: .invalid, span: condition.span.union(previousSpan))
    }
    let otherwise = expression()
    return Expression(
      kind: .conditional(condition, then: then, else: otherwise), span: condition.span.union(previousSpan))
  }

  var isAtIndexBorder: Bool { current.is(.rightBracket) || current.is(.comma) }

  /// Whether nothing that could be a value stands here.
  var isAtBorder: Bool {
    switch current.kind {
    case .end, .sign(.rightParenthesis), .sign(.rightBracket), .sign(.rightBrace), .sign(.comma),
      .sign(.semicolon):
      true
    case .sign(.leftBrace): !allowsTrailingClosure
    default: false
    }
  }

  // MARK: Prefix operators

  private mutating func prefix() -> Expression {
    let start = current
    func made(_ kind: Expression.Kind) -> Expression {
      Expression(kind: kind, span: start.span.union(previousSpan))
    }
    switch start.kind {
    case .sign(.minus), .sign(.plus), .sign(.not):
      advance()
      if start.is(.plus), current.is(.plus), !current.spaceBefore {
        report(
          .habit, "nothing is counted up with `++`", at: start.span.union(current.span),
          help: ["write `x += 1`"])
        advance()
      }
      let operation: UnaryOperator = start.is(.minus) ? .negate : start.is(.plus) ? .plus : .not
      return made(.unary(operation, expression(.sign)))
    case .sign(.closedRange) where isInIndex && (following.is(.comma) || following.is(.rightBracket)):
      advance()
      return made(.ellipsis)
    case .sign(.closedRange) where isInIndex, .sign(.halfOpenRange) where isInIndex:
      advance()
      return made(.range(nil, expression(.compose), isClosed: start.is(.closedRange)))
    default:
      return postfix(operand())
    }
  }
}
