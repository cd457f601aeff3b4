extension Parser {
  mutating func declaration() -> Statement.Kind? {
    let keyword = advance()
    let word = source[keyword.span]
    guard let pattern = pattern() else { return nil }
    if reportUnusualDeclaration(word, of: pattern) { return nil }
    let type = skipType()
    guard current.is(.assign) else {
      if current.is(.equal) {
        unexpected("expected `=` and a value", help: ["`=` gives a value, `==` compares"])
      } else if current.kind == .end {
        unexpected("expected `=` and a value", help: ["every name starts with a value: `\(word) x = …`"])
      } else if let type {
        report(
          .habit, "this name has a type but no value", at: type,
          help: ["every name starts with a value, and its type is known from that: `\(word) x = …`"])
      } else {
        reportMissingValue(word)
      }
      return nil
    }
    if let type { reportType(type, "the value's type is known without it") }
    advance()
    return .declaration(isConstant: keyword.is(.let), pattern, expression())
  }

  private mutating func reportMissingValue(_ word: String) {
    var help = [nameWithoutHyphen ?? "every name starts with a value: `\(word) x = …`"]
    if previous?.name == "mut", current.name != nil {
      help = ["what changes later is declared with `var`: `var \(source.excerpt(current.span)) = …`"]
    }
    if current.startsLine || isAtBorder, let last = previous?.span {
      report(.unexpectedToken, "expected `=` and a value behind this name", at: last, help: help)
    } else {
      unexpected("expected `=` and a value", help: help)
    }
  }

  /// At the `-` of `my-name`.
  private var nameWithoutHyphen: String? {
    guard current.is(.minus), !current.spaceBefore, !current.spaceAfter, let first = previous?.name else {
      return nil
    }
    // `my-var` goes on with a word of the language.
    switch following.kind {
    case .identifier, .keyword: return "a name has no `-`: write `\(first)_\(source.excerpt(following.span))`"
    default: return nil
    }
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
    case .sign(.leftBracket):
      unexpected(
        "expected a name", code: .badPattern, help: ["several names stand in parentheses: `let (a, b) = …`"])
      return nil
    case .keyword(let word):
      unexpected(
        "expected a name", code: .badPattern,
        help: ["`\(word.rawValue)` is a word of the language: choose another name"])
      return nil
    default:
      unexpected("expected a name", code: .badPattern)
      return nil
    }
  }

  // MARK: Types

  /// Types are not written in this language: reports `: Double` or `-> Double` and skips it.
  mutating func rejectType(_ reason: String) {
    if let type = skipType() { reportType(type, reason) }
  }

  private mutating func reportType(_ span: Span, _ reason: String) {
    report(
      .habit, "types are not written here", at: span,
      help: ["leave `\(source.excerpt(span))` out: \(reason)"])
  }

  /// Skips `: T` or `-> T`, where a type follows on the same line; gives its span.
  mutating func skipType() -> Span? {
    guard current.is(.colon) || current.is(.arrow) && source[current.span] == "->", !following.startsLine,
      following.kind != .end
    else {
      return nil
    }
    let start = position
    let span = advance().span
    skipTypeName()
    guard position > start + 1 else {
      position = start
      return nil
    }
    return span.union(previousSpan)
  }

  /// `Double`, `[Int]`, `(Int, Int) -> Int`, `list[float]`, `Array<Int>?`.
  private mutating func skipTypeName() {
    while true {
      switch current.kind {
      case .identifier, .keyword(.nil):
        advance()
        while current.is(.dot), following.name != nil { position += 2 }
        if current.is(.less), !current.spaceBefore { skipTypeArguments() }
        if current.is(.leftBracket) { skipBracket() }
      case .sign(.leftBracket), .sign(.leftParenthesis):
        skipBracket()
      default:
        return
      }
      if current.is(.question) || current.is(.not) { advance() }
      guard current.is(.arrow), !current.startsLine else { return }
      advance()
    }
  }

  private mutating func skipTypeArguments() {
    while current.kind != .end, !current.startsLine, !current.is(.greater) { advance() }
    _ = take(.greater)
  }

  private mutating func skipBracket() {
    guard let end = partner(of: position) else { return }
    position = end
    advance()
  }

  // MARK: Functions

  mutating func functionDeclaration() -> Statement.Kind? {
    let start = advance().span
    guard case .identifier(let name) = current.kind else {
      let help: [String]
      if case .keyword(let word) = current.kind {
        help = ["`\(word.rawValue)` is a word of the language: choose another name"]
      } else {
        help = ["write `func name(x) = …`; a function without a name is a closure: `{ x in … }`"]
      }
      unexpected("expected the function's name", help: help)
      return nil
    }
    let nameSpan = advance().span
    let parenthesis = current.span
    guard take(.leftParenthesis) else {
      unexpected(
        "expected `(` and the function's parameters",
        help: ["write `func \(source.excerpt(nameSpan))(x) = …`"])
      return nil
    }
    let outer = surroundings
    surroundings = Surroundings(isInFunction: true)
    defer { surroundings = outer }
    var parameters: [Parameter] = []
    list(openedAt: parenthesis, closer: .rightParenthesis) { parser in
      if let parameter = parser.parameter() { parameters.append(parameter) }
    }
    rejectResultType()
    guard let body = functionBody(headedBy: start) else { return nil }
    return .function(Function(name: name, nameSpan: nameSpan, parameters: parameters, body: body))
  }

  /// `-> Double` before a body; before anything else the arrow is rather meant as the `=` of a value.
  private mutating func rejectResultType() {
    let start = position
    guard let type = skipType() else { return }
    if current.is(.arrow) || current.is(.assign) || current.is(.leftBrace) || current.is(.colon)
      || current.kind == .end
    {
      reportType(type, "the result's type is known without it")
    } else {
      position = start
    }
  }

  /// `= value`, or a block.
  private mutating func functionBody(headedBy start: Span) -> Block? {
    let help = ["write `func f(x) = x + 1`, or `func f(x) { … }`"]
    if current.is(.arrow) {
      unexpected("expected `=` and a value, or `{` and a body", help: help)
      advance()
    } else if !take(.assign) {
      if current.is(.leftBrace) || current.is(.colon) {
        return block("the function's body", headedBy: start)
      }
      unexpected(
        "expected `=` and a value, or `{` and a body",
        help: current.kind == .end ? [] : help)
      return nil
    }
    if current.is(.return) {
      report(
        .habit, "`=` is followed by the value itself", at: current.span, help: ["leave `return` out"])
      advance()
    }
    let value = inContext(linesMatter: linesMatter) { $0.expression() }
    return Block(statements: [Statement(kind: .expression(value), span: value.span)], span: value.span)
  }

  /// `x`, `label x`, `_ x`, each perhaps with `= default`.
  private mutating func parameter() -> Parameter? {
    let start = current.span
    if current.is(.star) || current.is(.power) {
      unexpected(
        "a function takes a fixed number of arguments", code: .badParameter,
        help: ["take an array: `func f(xs) = …`, called as `f([1, 2])`"])
      advance()
    }
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
      unexpected(
        "expected a parameter's name", code: .badParameter,
        help: ["parameters are plain names, as in `func f(x, scale = 1) = …`"])
      return nil
    }
    rejectType("a parameter takes any value")
    let defaultValue = take(.assign) ? expression() : nil
    return Parameter(label: words[0], name: name, defaultValue: defaultValue, span: start.union(previousSpan))
  }
}
