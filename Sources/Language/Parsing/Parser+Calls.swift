/// Calls, indices, members: what stands behind an operand.
extension Parser {
  mutating func postfix(_ base: Expression) -> Expression {
    var result = base
    while true {
      let start = result.span
      let isOnNewLine = linesMatter && current.startsLine
      switch current.kind {
      case .sign(.leftParenthesis) where !isOnNewLine:
        if let product = impliedProduct(result) { return product }
        guard growTree() else { return result }
        result = call(result)
      case .sign(.leftBracket) where !isOnNewLine && !isSeparateLiteral(result):
        guard growTree() else { return result }
        let indices = self.indices(of: result)
        result = Expression(kind: .index(result, indices), span: start.union(previousSpan))
      case .sign(.leftBrace) where !isOnNewLine && allowsTrailingClosure && canTakeClosure(result):
        guard growTree() else { return result }
        result = addTrailingClosure(to: result)
      case .sign(.dot):
        guard growTree(), let member = self.member(of: result) else { return result }
        result = member
      case .sign(.not) where isGlued, .sign(.question) where isGlued && isUnwrapping:
        reportUnwrapping(of: result)
      case .identifier, .closureParameter:
        return impliedProduct(result) ?? result
      default:
        return result
      }
    }
  }

  /// Whether no space stands before the current token.
  private var isGlued: Bool { !current.spaceBefore && !current.startsLine }

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
      arguments.append(parser.argument(of: callee))
    }
    return Expression(kind: .call(callee, arguments), span: callee.span.union(previousSpan))
  }

  /// `value` or `label: value`.
  /// - Parameter callee: what is called with it; nil in a tuple.
  mutating func argument(of callee: Expression? = nil) -> Argument {
    let label: String?
    switch current.kind {
    case .identifier(let word): label = word
    case .keyword(let word): label = word.rawValue
    default: label = nil
    }
    if let label, following.is(.colon) || following.is(.assign) {
      let span = advance().span
      let sign = advance()
      let value = operatorAsFunction() ?? expression()
      if sign.is(.assign) {
        let name = callee.flatMap { ownLabel(for: label, of: $0) } ?? source.excerpt(span)
        report(
          .badArgument, "an argument's label ends with `:`, not with `=`", at: sign.span,
          help: ["write `\(name): \(source.excerpt(value.span))`"])
      }
      return Argument(label: label, labelSpan: span, value: value)
    }
    return Argument(label: nil, labelSpan: nil, value: operatorAsFunction() ?? expression())
  }

  /// An operator alone in the place of an argument, as Swift has it in `sorted(by: >)`.
  private mutating func operatorAsFunction() -> Expression? {
    guard following.is(.rightParenthesis) || following.is(.comma), let infix = Infix(current.kind) else {
      return nil
    }
    switch infix {
    case .binary, .comparison, .logical: break
    case .range, .conditional: return nil
    }
    let span = advance().span
    let sign = source.excerpt(span)
    report(
      .habit, "an operator is no function of its own here", at: span,
      help: ["write `{ a, b in a \(sign) b }`"])
    return Expression(kind: .invalid, span: span)
  }

  private mutating func member(of base: Expression) -> Expression? {
    let dot = advance().span
    let span = current.span
    let name: String
    switch current.kind {
    case .identifier(let word): name = word
    case .keyword(let word): name = word.rawValue
    case .integer where base.isNumber:
      let digits = source[base.span.union(span)].replacing(".", with: "_")
      report(
        .unexpectedToken, "a number has one point", at: dot,
        help: ["digits are grouped by `_`: `\(digits.prefix(40))`"])
      advance()
      return Expression(kind: .invalid, span: base.span.union(span))
    case .integer(let index): name = String(index)
    case .sign(.leftBracket):
      report(
        .unexpectedToken, "an index needs no dot before it", at: dot,
        help: ["write `\(source.excerpt(base.span))[…]`"])
      return base
    default:
      unexpected("expected a member's name behind the dot", help: ["as in `net.parameters` or `pair.0`"])
      return nil
    }
    advance()
    return Expression(kind: .member(base, name, span), span: base.span.union(span))
  }

  // MARK: Indices

  private mutating func indices(of base: Expression) -> [Expression] {
    let open = advance().span
    var indices: [Expression] = []
    var fallback: (label: Span, value: Expression)?
    list(openedAt: open, closer: .rightBracket, index: true) { parser in
      if indices.count == 1, parser.current.name == "default", parser.following.is(.colon) {
        let label = parser.advance().span.union(parser.advance().span)
        fallback = (label, parser.expression())
      } else {
        indices.append(parser.indexElement())
      }
    }
    if let fallback { reportDefault(fallback.label, fallback.value, for: indices, of: base) }
    if indices.isEmpty, previous?.is(.rightBracket) == true {
      report(
        .missingExpression, "this index is empty", at: open.union(previousSpan),
        help: ["write `x[0]` for the first element, `x[...]` for all"])
    }
    return indices
  }

  /// `d["a", default: 0]`, as Swift has it.
  private mutating func reportDefault(
    _ label: Span, _ value: Expression, for indices: [Expression], of base: Expression
  ) {
    let entry = "\(source.excerpt(base.span))[\(indices.first.map { source.excerpt($0.span) } ?? "")]"
    let value = source.excerpt(value.span)
    var help = "write `\(entry) ?? \(value)`"
    if case .sign(let sign) = current.kind, let operation = sign.operationOfAssignment {
      help = "write `\(entry) = (\(entry) ?? \(value)) \(operation.rawValue) …`"
    }
    report(.habit, "a key has no default in the brackets", at: label, help: [help])
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
    let low = lower.map { source.excerpt($0.span) } ?? ""
    let high = upper.map { source.excerpt($0.span) } ?? ""
    var help = [
      "write `\(high.isEmpty ? "\(low)..." : "\(low)..<\(high)")`"
    ]
    if take(.colon) {
      if !isAtIndexBorder, current.kind != .end { _ = expression() }
      help = ["a slice takes every element; the others are left out by `filter`"]
    }
    report(.habit, "a slice is not written with `:`", at: colon, help: help)
    return Expression(kind: .invalid, span: colon)
  }

  // MARK: Trailing closures

  private func canTakeClosure(_ callee: Expression) -> Bool {
    switch callee.kind {
    case .name, .member, .call: true
    default: false
    }
  }

  private mutating func addTrailingClosure(to callee: Expression) -> Expression {
    let argument = Argument(label: nil, labelSpan: nil, value: closure())
    let span = callee.span.union(previousSpan)
    if case .call(let function, let arguments) = callee.kind, !parenthesised.contains(callee.span) {
      return Expression(kind: .call(function, arguments + [argument]), span: span)
    }
    return Expression(kind: .call(callee, [argument]), span: span)
  }
}

extension Expression {
  fileprivate var isNumber: Bool {
    switch kind {
    case .integer, .number: true
    default: false
    }
  }
}
