extension Parser {
  /// Parses one statement and what ends it; tells whether that was a `;`.
  ///
  /// Takes at least one token, unless the text or the block ends here.
  mutating func statement(into statements: inout [Statement]) -> Bool {
    if take(.semicolon) { return true }
    if isCloser(current), !current.is(.rightBrace) {
      reportStrayBracket()
      return false
    }
    warnAboutSplitExpression(after: statements.last)
    let before = position
    let known = problems.errorCount
    let statement = nested(nil) { $0.statement() }
    if let statement { statements.append(statement) }
    if take(.semicolon) { return true }
    if current.kind == .end || current.is(.rightBrace) || current.startsLine && position > before {
      return false
    }
    if problems.errorCount == known { reportJunk(behind: statement) }
    skipToNextStatement(atLeast: before)
    return take(.semicolon)
  }

  private mutating func statement() -> Statement? {
    let start = current.span
    func made(_ kind: Statement.Kind) -> Statement { Statement(kind: kind, span: start.union(previousSpan)) }
    switch current.kind {
    case .keyword(.let), .keyword(.var):
      return declaration().map(made)
    case .keyword(.func):
      return functionDeclaration().map(made)
    case .keyword(.if):
      // As a statement it ends with its last `}`: an operator below belongs to the next one.
      return made(.expression(ifElse()))
    case .keyword(.for):
      return forLoop().map(made)
    case .keyword(.while):
      advance()
      let condition = head { $0.expression() }
      return made(.whileLoop(condition, loopBody(headedBy: start)))
    case .keyword(.break), .keyword(.continue):
      let keyword = advance()
      if !surroundings.isInLoop { reportMisplaced(keyword, "in the body of a `for` or `while` loop") }
      return made(keyword.is(.break) ? .break : .continue)
    case .keyword(.return):
      let keyword = advance()
      if !surroundings.isInFunction { reportMisplaced(keyword, "in the body of a function or closure") }
      let hasValue = !(current.startsLine || isAtBorder)
      return made(.return(hasValue ? expression() : nil))
    case .keyword(.check):
      advance()
      return made(checkStatement())
    case .keyword(.else):
      report(.misplacedStatement, "`else` belongs behind the `}` of an `if`", at: start)
      advance()
      _ = take(.colon)
      return nil
    case .identifier(let word):
      if let advice = foreignStatement(word) { return foreign(word, advice) }
      return expressionStatement().map(made)
    default:
      return expressionStatement().map(made)
    }
  }

  private mutating func reportMisplaced(_ keyword: Token, _ place: String) {
    report(
      .misplacedStatement, "`\(source[keyword.span])` only stands \(place)", at: keyword.span,
      help: keyword.is(.return) ? ["a cell shows the value of its last line by itself"] : [])
  }

  /// `condition` and perhaps `, claim`; parentheses around both are forgiven.
  private mutating func checkStatement() -> Statement.Kind {
    let condition = expression()
    if take(.comma) { return .check(condition, claim: expression()) }
    if case .tuple(let parts) = condition.kind, parts.count == 2, parts.allSatisfy({ $0.label == nil }) {
      return .check(parts[0].value, claim: parts[1].value)
    }
    return .check(condition, claim: nil)
  }

  /// An expression, or an assignment to one.
  private mutating func expressionStatement() -> Statement.Kind? {
    let target = expression()
    guard case .sign(let sign) = current.kind, !current.startsLine || sign == .assign else {
      return .expression(target)
    }
    let operation = sign.operationOfAssignment
    guard sign == .assign || operation != nil else { return .expression(target) }
    advance()
    let value = expression()
    let isTuple: Bool = if case .tuple = target.kind { true } else { false }
    guard target.isAssignable, operation == nil || !isTuple else {
      report(
        .badAssignment, "nothing can be assigned to this", at: target.span,
        help: operation == nil
          ? assignmentAdvice(for: target, value: value) : ["write `x \(sign.rawValue) …`"])
      return nil
    }
    return .assignment(target: target, operation: operation, value: value)
  }

  private func assignmentAdvice(for target: Expression, value: Expression) -> [String] {
    switch target.kind {
    case .call(let callee, _):
      if case .name = callee.kind {
        return [
          "a function is defined with `func`: `func \(source.excerpt(target.span)) = \(source.excerpt(value.span))`"
        ]
      }
      return ["a value is assigned to a name, an element `x[i]` or a member `x.y`"]
    case .tuple:
      return ["names and elements are assigned to together, as in `(a, b[0]) = (1, 2)`"]
    default:
      return ["for a comparison write `==`", "for a new name write `let name = …`"]
    }
  }

  // MARK: Loops

  private mutating func forLoop() -> Statement.Kind? {
    let start = advance().span
    if reportCounterLoop() { return nil }
    guard let pattern = namesBeforeIn() else { return nil }
    guard take(.in) else {
      unexpected("expected `in` and what to go through", help: ["write `for i in 0..<10 { … }`"])
      return nil
    }
    let sequence = head { $0.expression() }
    return .forLoop(pattern, in: sequence, loopBody(headedBy: start))
  }

  /// The pattern of a loop; `for i, x in` lacks its parentheses.
  private mutating func namesBeforeIn() -> Pattern? {
    let start = current.span
    guard let first = pattern() else { return nil }
    guard current.is(.comma) else { return first }
    var parts = [first]
    while take(.comma), let part = pattern() { parts.append(part) }
    let span = start.union(previousSpan)
    report(
      .badPattern, "several names stand in parentheses", at: span,
      help: ["write `for (\(source.excerpt(span))) in …`"])
    return .tuple(parts, span)
  }

  mutating func loopBody(headedBy start: Span) -> Block {
    let outer = surroundings.isInLoop
    surroundings.isInLoop = true
    defer { surroundings.isInLoop = outer }
    return block("the loop's body", headedBy: start)
  }

  // MARK: Borders of statements

  /// Skips to the end of the line, past whole brackets, or to a `;` or the end of the block.
  mutating func skipToNextStatement(atLeast start: Int) {
    if position == start { advance() }
    var open = 0
    while current.kind != .end {
      if open == 0, current.startsLine || current.is(.semicolon) || current.is(.rightBrace) { return }
      switch current.kind {
      case .sign(.leftParenthesis), .sign(.leftBracket), .sign(.leftBrace):
        // An unclosed bracket must not swallow the rest of the text.
        if partner(of: position) != nil { open += 1 }
      case .sign(.rightParenthesis), .sign(.rightBracket), .sign(.rightBrace): open = max(open - 1, 0)
      default: break
      }
      advance()
    }
  }

  /// A line that starts with `-x` is a statement of its own: who meant a continuation should know.
  private mutating func warnAboutSplitExpression(after previous: Statement?) {
    guard let previous, current.is(.minus) || current.is(.plus), current.startsLine else { return }
    // `++x` is answered where it is read.
    guard following.kind != current.kind || following.spaceBefore else { return }
    switch previous.kind {
    case .expression(let value):
      if case .ifElse = value.kind { return }
    case .declaration, .assignment, .return: break
    default: return
    }
    // Behind a `;` the new statement is meant.
    guard self.previous?.is(.semicolon) == false else { return }
    let sign = source[current.span]
    report(
      .splitExpression, "this line begins a new statement", at: current.span,
      label: "read as a sign, not as an operator",
      help: [
        "to continue the line above, put a space behind the `\(sign)`; otherwise end that line with `;`"
      ],
      severity: .warning)
  }
}

extension Sign {
  /// The operation that an assignment such as `+=` carries out; nil for every other sign.
  var operationOfAssignment: BinaryOperator? {
    switch self {
    case .plusAssign: .add
    case .minusAssign: .subtract
    case .starAssign: .multiply
    case .slashAssign: .divide
    case .powerAssign: .power
    default: nil
    }
  }
}
