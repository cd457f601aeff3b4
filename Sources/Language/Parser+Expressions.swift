extension Parser {
  /// Parses an expression whose operators all bind at least as tightly as `minimum`.
  mutating func expression(_ minimum: Precedence = .conditional) -> Expression {
    nested(Expression(kind: .invalid, span: current.span)) { parser in
      var left = parser.prefix()
      var length = 0
      while let infix = parser.infix(minimum) {
        length += 1
        guard length <= Self.chainLimit else {
          parser.reportLongChain()
          return left
        }
        left = parser.infixExpression(left, infix)
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
    }
    return infix
  }

  mutating func reportLongChain() {
    report(
      .nestedTooDeeply, "this expression has more than \(Self.chainLimit) operators", at: current.span,
      help: ["give parts of it names of their own"])
    position = tokens.count - 1
  }

  private mutating func infixExpression(_ left: Expression, _ infix: Infix) -> Expression {
    advance()
    func made(_ kind: Expression.Kind) -> Expression {
      Expression(kind: kind, span: left.span.union(previousSpan))
    }
    switch infix {
    case .binary(.power):
      // Right-associative; the exponent may carry a sign: `2 ** -x`.
      return made(.binary(.power, left, expression(.sign)))
    case .binary(let operation):
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
      return made(.range(left, expression(infix.precedence.next), isClosed: isClosed))
    case .conditional:
      let then = expression()
      guard expect(.colon, "and the value for the other case") else { return made(.invalid) }
      return made(.conditional(left, then: then, else: expression()))
    }
  }

  private var isAtIndexBorder: Bool { current.is(.rightBracket) || current.is(.comma) }

  // MARK: Prefix operators

  private mutating func prefix() -> Expression {
    let start = current.span
    func made(_ kind: Expression.Kind) -> Expression {
      Expression(kind: kind, span: start.union(previousSpan))
    }
    switch current.kind {
    case .sign(.minus), .sign(.plus), .sign(.not):
      let operation: UnaryOperator = current.is(.minus) ? .negate : current.is(.plus) ? .plus : .not
      advance()
      return made(.unary(operation, expression(.sign)))
    case .sign(.closedRange) where isInIndex && (following.is(.comma) || following.is(.rightBracket)):
      advance()
      return made(.ellipsis)
    case .sign(.closedRange) where isInIndex, .sign(.halfOpenRange) where isInIndex:
      let isClosed = advance().is(.closedRange)
      return made(.range(nil, expression(.compose), isClosed: isClosed))
    default:
      return postfix(operand())
    }
  }

  // MARK: Calls, indices, members

  private mutating func postfix(_ base: Expression) -> Expression {
    var result = base
    var length = 0
    while true {
      length += 1
      if length > Self.chainLimit {
        reportLongChain()
        return result
      }
      let start = result.span
      let isOnNewLine = linesMatter && current.startsLine
      switch current.kind {
      case .sign(.leftParenthesis) where !isOnNewLine:
        result = call(result)
      case .sign(.leftBracket) where !isOnNewLine && !isSeparateLiteral(result):
        let indices = self.indices()
        result = Expression(kind: .index(result, indices), span: start.union(previousSpan))
      case .sign(.leftBrace) where !isOnNewLine && allowsTrailingClosure && canTakeClosure(result):
        result = addTrailingClosure(to: result)
      case .sign(.dot):
        guard let member = self.member(of: result) else { return result }
        result = member
      default:
        return result
      }
    }
  }

  /// `[1] [2]` are two values, not an index; but `x [0]` is forgiven.
  private func isSeparateLiteral(_ base: Expression) -> Bool {
    guard current.spaceBefore else { return false }
    return switch base.kind {
    case .array, .dictionary, .integer, .number, .string: true
    default: false
    }
  }

  private mutating func call(_ callee: Expression) -> Expression {
    let open = advance().span
    var arguments: [Argument] = []
    list(openedAt: open, closer: .rightParenthesis) { parser in
      if let argument = parser.argument() { arguments.append(argument) }
    }
    return Expression(kind: .call(callee, arguments), span: callee.span.union(previousSpan))
  }

  /// `value` or `label: value`.
  mutating func argument() -> Argument? {
    let label: String?
    switch current.kind {
    case .identifier(let word): label = word
    case .keyword(let word): label = word.rawValue
    default: label = nil
    }
    if let label, following.is(.colon) {
      let span = advance().span
      advance()
      return Argument(label: label, labelSpan: span, value: expression())
    }
    if let label, following.is(.assign) {
      report(
        .badArgument, "an argument's label ends with `:`, not with `=`", at: following.span,
        help: ["write `\(label): …`"])
      let span = advance().span
      advance()
      return Argument(label: label, labelSpan: span, value: expression())
    }
    return Argument(label: nil, labelSpan: nil, value: expression())
  }

  private mutating func indices() -> [Expression] {
    let open = advance().span
    var indices: [Expression] = []
    list(openedAt: open, closer: .rightBracket, index: true) { parser in
      indices.append(parser.indexElement())
    }
    if indices.isEmpty {
      report(
        .missingExpression, "an index is missing", at: open.union(previousSpan),
        help: ["write `x[0]` or `x[...]`"])
    }
    return indices
  }

  private mutating func indexElement() -> Expression {
    if current.is(.colon) { return pythonSlice(from: nil) }
    let element = expression()
    return current.is(.colon) ? pythonSlice(from: element) : element
  }

  /// At the colon of `x[1:3]`: says how a slice is written here.
  private mutating func pythonSlice(from lower: Expression?) -> Expression {
    let colon = advance().span
    let upper = isAtIndexBorder || current.is(.colon) || current.kind == .end ? nil : expression()
    let low = lower.map { source[$0.span] } ?? ""
    let high = upper.map { source[$0.span] } ?? ""
    let proposal =
      low.isEmpty && high.isEmpty || !low.isEmpty && high.isEmpty ? "\(low)..." : "\(low)..<\(high)"
    report(.habit, "a slice is not written with `:`", at: colon, help: ["write `\(proposal)`"])
    return Expression(kind: .invalid, span: colon)
  }

  private mutating func member(of base: Expression) -> Expression? {
    advance()
    let span = current.span
    let name: String
    switch current.kind {
    case .identifier(let word): name = word
    case .keyword(let word): name = word.rawValue
    case .integer(let index): name = String(index)
    default:
      unexpected("expected a member's name behind the dot")
      return nil
    }
    advance()
    return Expression(kind: .member(base, name, span), span: base.span.union(span))
  }

  // MARK: Trailing closures

  private func canTakeClosure(_ callee: Expression) -> Bool {
    switch callee.kind {
    case .name, .member, .call: true
    default: false
    }
  }

  private mutating func addTrailingClosure(to callee: Expression) -> Expression {
    let closure = self.closure()
    let argument = Argument(label: nil, labelSpan: nil, value: closure)
    let span = callee.span.union(previousSpan)
    if case .call(let function, let arguments) = callee.kind {
      return Expression(kind: .call(function, arguments + [argument]), span: span)
    }
    return Expression(kind: .call(callee, [argument]), span: span)
  }
}
