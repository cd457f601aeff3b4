extension Parser {
  /// Parses one statement and what ends it; tells whether that was a `;`.
  mutating func statement(into statements: inout [Statement], after previous: Statement?) -> Bool {
    if take(.semicolon) { return true }
    warnAboutSplitExpression(after: previous)
    let before = position
    let known = problems.count
    if let statement = nested(nil, { $0.statement() }) { statements.append(statement) }
    if current.is(.semicolon) {
      advance()
      return true
    }
    if current.kind == .end || current.is(.rightBrace) || current.startsLine && position > before {
      return false
    }
    if problems.count == known { reportJunk() }
    skipToNextStatement(atLeast: before)
    return false
  }

  private mutating func statement() -> Statement? {
    let start = current.span
    func made(_ kind: Statement.Kind) -> Statement { Statement(kind: kind, span: start.union(previousSpan)) }
    switch current.kind {
    case .keyword(.let), .keyword(.var):
      return declaration().map(made)
    case .keyword(.func):
      return functionDeclaration().map(made)
    case .keyword(.for):
      return forLoop().map(made)
    case .keyword(.while):
      advance()
      let condition = head { $0.expression() }
      return made(.whileLoop(condition, block("the loop's body")))
    case .keyword(.break):
      advance()
      return made(.break)
    case .keyword(.continue):
      advance()
      return made(.continue)
    case .keyword(.return):
      advance()
      let hasValue =
        !(current.startsLine || current.kind == .end || current.is(.rightBrace) || current.is(.semicolon))
      return made(.return(hasValue ? expression() : nil))
    case .keyword(.check):
      advance()
      let condition = expression()
      return made(.check(condition, claim: take(.comma) ? expression() : nil))
    case .keyword(.else):
      unexpected("`else` belongs behind the `}` of an `if`", code: .misplacedStatement)
      advance()
      return nil
    case .identifier(let word):
      if let advice = foreignStatements[word], startsForeignStatement { return foreign(word, advice) }
      return expressionStatement().map(made)
    default:
      return expressionStatement().map(made)
    }
  }

  /// `def f`, but not `def = 1` or `def(x)`: the word may well be a name.
  private var startsForeignStatement: Bool {
    guard !following.startsLine else { return false }
    return switch following.kind {
    case .identifier, .keyword, .integer, .number, .string: true
    case .sign(.leftBrace), .sign(.colon): true
    default: false
    }
  }

  private mutating func foreign(_ word: String, _ advice: String) -> Statement? {
    report(.habit, "`\(word)` is not a word of this language", at: current.span, help: [advice])
    skipToNextStatement(atLeast: position)
    return nil
  }

  /// An expression, or an assignment to one.
  private mutating func expressionStatement() -> Statement.Kind? {
    let target = expression()
    guard case .sign(let sign) = current.kind, !current.startsLine || sign == .assign else {
      return .expression(target)
    }
    let operation: BinaryOperator?
    switch sign {
    case .assign: operation = nil
    case .plusAssign: operation = .add
    case .minusAssign: operation = .subtract
    case .starAssign: operation = .multiply
    case .slashAssign: operation = .divide
    case .powerAssign: operation = .power
    default: return .expression(target)
    }
    let span = advance().span
    let value = expression()
    switch target.kind {
    case .name, .index, .member, .invalid:
      return .assignment(target: target, operation: operation, value: value)
    default:
      report(
        .badAssignment, "nothing can be assigned to this", at: target.span,
        help: operation == nil ? ["for a comparison write `==`", "for a new name write `let name = …`"] : [],
        related: [Problem.Label(span, "")])
      return nil
    }
  }

  // MARK: Declarations

  private mutating func declaration() -> Statement.Kind? {
    let isConstant = advance().is(.let)
    guard let pattern = pattern() else { return nil }
    rejectType("the value's type is known without it")
    guard current.is(.assign) else {
      let word = isConstant ? "let" : "var"
      unexpected("expected `=` and a value", help: ["every name starts with a value: `\(word) x = …`"])
      return nil
    }
    advance()
    return .declaration(isConstant: isConstant, pattern, expression())
  }

  mutating func pattern() -> Pattern? {
    let start = current.span
    switch current.kind {
    case .identifier(let name):
      advance()
      return .name(name, start)
    case .sign(.underscore):
      advance()
      return .wildcard(start)
    case .sign(.leftParenthesis):
      advance()
      var parts: [Pattern] = []
      list(openedAt: start, closer: .rightParenthesis) { parser in
        if let part = parser.nested(nil, { $0.pattern() }) { parts.append(part) }
      }
      return .tuple(parts, start.union(previousSpan))
    default:
      let help: [String]
      if case .keyword(let word) = current.kind {
        help = ["`\(word.rawValue)` is a word of the language"]
      } else {
        help = []
      }
      unexpected("expected a name", code: .badPattern, help: help)
      return nil
    }
  }

  /// Types are not written in this language: reports `: Double` or `-> Double` and skips it.
  mutating func rejectType(_ reason: String) {
    guard current.is(.colon) || current.is(.arrow) else { return }
    let start = advance().span
    var open = 0
    while current.kind != .end {
      if current.is(.leftBracket) || current.is(.leftParenthesis) { open += 1 }
      if current.is(.rightBracket) || current.is(.rightParenthesis) {
        if open == 0 { break }
        open -= 1
      } else if open == 0 {
        guard case .identifier = current.kind else {
          guard current.is(.question) || current.is(.leftBracket) || current.is(.leftParenthesis) else {
            break
          }
          advance()
          continue
        }
      }
      advance()
    }
    let span = start.union(previousSpan)
    report(.habit, "types are not written here", at: span, help: ["leave `\(source[span])` out: \(reason)"])
  }

  private mutating func functionDeclaration() -> Statement.Kind? {
    advance()
    guard case .identifier(let name) = current.kind else {
      unexpected("expected the function's name")
      return nil
    }
    let nameSpan = advance().span
    let parenthesis = current.span
    guard expect(.leftParenthesis, "and the function's parameters") else { return nil }
    var parameters: [Parameter] = []
    list(openedAt: parenthesis, closer: .rightParenthesis) { parser in
      if let parameter = parser.parameter() { parameters.append(parameter) }
    }
    rejectType("the result's type is known without it")
    let body: Block
    if take(.assign) {
      let value = inContext(linesMatter: linesMatter) { $0.expression() }
      body = Block(statements: [Statement(kind: .expression(value), span: value.span)], span: value.span)
    } else {
      guard current.is(.leftBrace) else {
        unexpected("expected `=` and an expression, or `{` and a body")
        return nil
      }
      body = block("the function's body")
    }
    return .function(Function(name: name, nameSpan: nameSpan, parameters: parameters, body: body))
  }

  /// `x`, `label x`, `_ x`, each perhaps with `= default`.
  private mutating func parameter() -> Parameter? {
    let start = current.span
    var words: [String?] = []
    while words.count < 2 {
      if case .identifier(let word) = current.kind {
        words.append(word)
      } else if current.is(.underscore) {
        words.append(nil)
      } else {
        break
      }
      advance()
    }
    guard let last = words.last, let name = last else {
      unexpected("expected a parameter's name", code: .badParameter)
      return nil
    }
    rejectType("a parameter takes any value")
    let defaultValue = take(.assign) ? expression() : nil
    return Parameter(label: words[0], name: name, defaultValue: defaultValue, span: start.union(previousSpan))
  }

  private mutating func forLoop() -> Statement.Kind? {
    advance()
    guard let pattern = pattern() else { return nil }
    guard take(.in) else {
      unexpected("expected `in` and what to go through", help: ["as in `for i in 0..<10 { … }`"])
      return nil
    }
    let sequence = head { $0.expression() }
    return .forLoop(pattern, in: sequence, block("the loop's body"))
  }

  // MARK: Blocks

  /// The expression between a keyword and its `{`.
  mutating func head(_ body: (inout Parser) -> Expression) -> Expression {
    inContext(linesMatter: linesMatter, trailingClosure: false, body)
  }

  /// `{ statements }`.
  mutating func block(_ what: String) -> Block {
    let start = current.span
    guard current.is(.leftBrace) else {
      let help = current.is(.colon) ? ["a body stands in braces: `{ … }`"] : []
      unexpected("expected `{` and \(what)", help: help)
      return Block(statements: [], span: start)
    }
    advance()
    return blockBody(openedAt: start)
  }

  /// The statements up to `}`; the opening brace has been taken.
  mutating func blockBody(openedAt start: Span) -> Block {
    var statements: [Statement] = []
    inContext(linesMatter: true) { parser in
      while parser.current.kind != .end, !parser.current.is(.rightBrace) {
        _ = parser.statement(into: &statements, after: statements.last)
      }
    }
    if !take(.rightBrace) {
      report(
        .unclosedBracket, "`{` is never closed", at: start, help: ["close it with `}`"], isAtEnd: true)
    }
    return Block(statements: statements, span: start.union(previousSpan))
  }

  // MARK: Borders of statements

  private mutating func reportJunk() {
    let previous = tokens[max(position - 1, 0)]
    switch (previous.kind, current.kind) {
    case (.integer, .identifier), (.number, .identifier), (.integer, .sign(.leftParenthesis)),
      (.number, .sign(.leftParenthesis)):
      unexpected(
        "a product needs its sign", code: .habit,
        help: ["write `\(source[previous.span]) * \(source[current.span])…`"])
    case (_, .sign(.colon)):
      unexpected("this cannot stand here", help: ["a body stands in braces: `{ … }`"])
    case (_, .sign(let sign)) where [.plusAssign, .minusAssign].contains(sign):
      unexpected("this cannot stand here")
    case (.sign(.plus), _), (.sign(.minus), _):
      unexpected("expected an operand")
    default:
      unexpected(
        "expected the end of the statement", help: ["statements stand on lines of their own, or end with `;`"]
      )
    }
  }

  mutating func skipToNextStatement(atLeast start: Int) {
    if position == start { advance() }
    var open = 0
    while current.kind != .end {
      if open == 0, current.startsLine || current.is(.semicolon) || current.is(.rightBrace) { return }
      switch current.kind {
      case .sign(.leftParenthesis), .sign(.leftBracket), .sign(.leftBrace): open += 1
      case .sign(.rightParenthesis), .sign(.rightBracket), .sign(.rightBrace): open = max(open - 1, 0)
      default: break
      }
      advance()
    }
  }

  /// A line that starts with `-x` is a statement of its own: who meant a continuation should know.
  private mutating func warnAboutSplitExpression(after previous: Statement?) {
    guard let previous, current.is(.minus) || current.is(.plus), current.startsLine else { return }
    switch previous.kind {
    case .expression, .declaration, .assignment, .return: break
    default: return
    }
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
