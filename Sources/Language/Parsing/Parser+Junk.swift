/// What is said about a token that cannot stand where it does.
extension Parser {
  /// At a token that is no value where one is needed.
  mutating func missingOperand() -> Expression {
    let start = current.span
    func invalid() -> Expression { Expression(kind: .invalid, span: start.union(previousSpan)) }
    let expectation = "expected a value"
    switch current.kind {
    case .keyword(.func):
      unexpected(
        expectation, code: .missingExpression, help: ["a function without a name is a closure: `{ x in … }`"])
    case .keyword(let word):
      unexpected(
        expectation, code: .missingExpression,
        help: ["`\(word.rawValue)` is a word of the language, not a value"])
    case .sign(.leftBrace):
      unexpected("expected a condition or a sequence before the body", code: .missingExpression)
    case .sign(.star) where following.startsOperand, .sign(.power) where following.startsOperand:
      unexpected(
        expectation, code: .missingExpression,
        help: ["an array is passed as it is, without `\(source[start])`"])
      advance()
      return operand()
    case .sign(.at) where following.name != nil:
      unexpected(
        expectation, code: .missingExpression, help: ["there are no decorators; `@` multiplies matrices"])
    case .sign(.percent) where following.name != nil || following.kind == .sign(.percent):
      unexpected(
        expectation, code: .missingExpression,
        help: ["there are no magics: `time { … }` measures, and a figure needs no setting"])
      while current.kind == .sign(.percent) { advance() }
      return invalid()
    case .sign(.dot) where following.name != nil:
      let name = source.excerpt(following.span)
      unexpected(expectation, code: .missingExpression, help: ["write the whole name: `\(name)`"])
      advance()
      advance()
      return invalid()
    case .sign(.underscore):
      let isHole =
        Infix(following.kind) != nil
        && (previous?.is(.leftParenthesis) == true || previous?.is(.comma) == true)
      unexpected(
        expectation, code: .missingExpression,
        help: [
          isHole
            ? "a closure is written `{ $0 \(source.excerpt(following.span)) … }`"
            : "`_` only stands where a name would be given: `let _ = …`"
        ])
      advance()
      return invalid()
    case .sign(.halfOpenRange), .sign(.closedRange):
      unexpected(
        "expected the start of the range", code: .missingExpression,
        help: ["only an index may leave it out, as in `x[..<3]`"])
    case .sign(.rightParenthesis), .sign(.rightBracket), .sign(.rightBrace), .sign(.comma), .end:
      unexpected(expectation, code: .missingExpression)
    case .sign where lexicalProblems.problems.contains { $0.span == start }:
      // The lexer has said what to write in its place.
      advance()
      return operand()
    case .sign where previous.map({ Infix($0.kind) != nil && !current.startsLine }) == true:
      let pair = source.excerpt(previousSpan.union(start))
      unexpected(
        expectation, code: .missingExpression,
        help: ["`\(pair)`: two signs in a row need a value between them"])
    default:
      unexpected(expectation, code: .missingExpression)
    }
    return invalid()
  }

  /// At a token that cannot follow a whole statement on its line.
  mutating func reportJunk(behind statement: Statement?) {
    if isCloser(current) { return reportStrayBracket() }
    let end = "expected the end of the statement"
    switch current.kind {
    case .sign(.colon):
      reportColon()
    case .sign(.comma):
      unexpected(end, help: [commaAdvice(behind: statement)])
    case .sign(.assign):
      var isClaim = false
      if case .check? = statement?.kind { isClaim = true }
      unexpected(
        end, help: [isClaim ? "`==` compares" : "each value is assigned in a statement of its own"])
    case .sign(.arrow):
      let isBehindCall = previous?.is(.rightParenthesis) == true && source[current.span] == "->"
      unexpected(end, help: isBehindCall ? arrowAdvice + ["layers are joined by `>>`"] : arrowAdvice)
    case .sign(.leftBrace):
      unexpected(end, help: ["a body in braces belongs to `if`, `for`, `while` or `func`"])
    case .keyword(.else):
      unexpected(
        "`else` belongs behind the `}` of an `if`", code: .misplacedStatement,
        help: ["a choice between two values is written `condition ? a : b`"])
    case .identifier, .integer, .number, .string, .closureParameter, .keyword(.true), .keyword(.false):
      unexpected(end, help: neighbourAdvice(behind: statement))
    default:
      unexpected(end, help: ["each statement stands on a line of its own, or ends with `;`"])
    }
  }

  private mutating func reportColon() {
    if previous?.name != nil, let type = skipType() {
      report(
        .habit, "types are not written here", at: type,
        help: ["a new name is given by `let x = …`, and its type is known from its value"])
      return
    }
    unexpected(
      "expected the end of the statement",
      help: ["a `:` stands behind a label or a key; a body stands in `{ … }`"])
  }

  private func commaAdvice(behind statement: Statement?) -> String {
    switch statement?.kind {
    case .declaration(let isConstant, _, let value):
      if case .integer = value.kind, following.isNumber, !following.spaceBefore {
        return "digits are grouped by `_`: `\(source.excerpt(value.span))_\(source.excerpt(following.span))`"
      }
      return
        "each name has its own `\(isConstant ? "let" : "var")`; several values are a tuple in parentheses"
    case .expression, .assignment:
      if let assign = (position..<min(position + 20, tokens.count)).first(where: { tokens[$0].is(.assign) }),
        !tokens[position..<assign].contains(where: \.startsLine)
      {
        return "new names are given together by `let (a, b) = …`, existing ones by `(a, b) = …`"
      }
      return "several values are a tuple in parentheses, `(a, b)`, or a list, `[a, b]`"
    default:
      return "each statement stands on a line of its own, or ends with `;`"
    }
  }

  /// Two values side by side: a call without parentheses, a product without its sign, or a C declaration.
  private func neighbourAdvice(behind statement: Statement?) -> [String] {
    let next = source.excerpt(current.span)
    if next == "as" {
      return ["types are not written here; `double(x)` and `int(x)` make one number of another"]
    }
    if let name = previous?.name, name.isSymbol, current.isNumber || current.name?.isSymbol == true {
      var factor = next
      if following.is(.power), case .integer(let exponent) = token(after: 2).kind {
        factor += " ** \(exponent)"
      }
      let product = "a product needs its sign: `\(name) * \(factor)`"
      // A letter may be a function of the notebook, but not a Greek one.
      return [name.utf8.count == 1 ? "\(product), and a call its parentheses: `\(name)(\(factor))`" : product]
    }
    guard case .expression(let value)? = statement?.kind, case .name(let name) = value.kind else {
      if case .expression(let value)? = statement?.kind, case .unary(.not, _) = value.kind {
        return [Self.noShell]
      }
      return ["each statement stands on a line of its own, or ends with `;`"]
    }
    if current.name != nil, following.is(.assign) {
      return ["a new name is given by `let \(next) = …`, without a type"]
    }
    return ["arguments stand in parentheses: `\(name.prefix(40))(\(next))`"]
  }

  /// For `!ls -l`, which runs a program of the system elsewhere.
  public static let noShell = "there are no shell commands: files are read by `load…` and written by `save…`"

  // MARK: Foreign statements

  /// What to write instead of a statement that begins with this word, if it is no name here.
  func foreignStatement(_ word: String) -> String? {
    guard let advice = Self.foreignStatements[word] else { return nil }
    if following.startsLine || following.kind == .end {
      return Self.wholeStatements.contains(word) ? advice : nil
    }
    return switch following.kind {
    case .string where word == "import": "the file's name stands in parentheses: `import(\"functions.mlp\")`"
    case .identifier, .keyword, .integer, .number, .string, .sign(.leftBrace), .sign(.colon): advice
    case .sign(.star): word == "import" ? advice : nil
    default: nil
    }
  }

  /// Reports a foreign statement, and skips it with its body.
  mutating func foreign(_ word: String, _ advice: String) -> Statement? {
    let start = current.span
    var help = [advice]
    if word == "def", following.name != nil, token(after: 2).is(.leftParenthesis) {
      let end = partner(of: position + 2) ?? position + 2
      help = ["write `func \(source.excerpt(following.span.union(tokens[end].span))) { … }`"]
    }
    let what = word == "import" ? "is a function of this language" : "is not a word of this language"
    report(.habit, "`\(word)` \(what)", at: start, help: help)
    skipToNextStatement(atLeast: position)
    guard previous?.is(.colon) == true else { return nil }
    let indentation = indentation(at: start)
    while current.kind != .end, !current.is(.rightBrace), self.indentation(at: current.span) > indentation {
      skipToNextStatement(atLeast: position)
    }
    return nil
  }

  /// The `for (var i = 0; i < n; i++)` of C: reports it, and skips it with its body.
  mutating func reportCounterLoop() -> Bool {
    guard current.is(.leftParenthesis) else { return false }
    let end = partner(of: position)
    let isCounting =
      following.is(.let) || following.is(.var)
      || token(after: 2).is(.assign) || following.name != nil && token(after: 2).name != nil
    guard let end, isCounting else { return false }
    report(
      .habit, "a loop does not count by itself", at: current.span.union(tokens[end].span),
      help: ["it goes through a range: `for i in 0..<10 { … }`"])
    position = end
    advance()
    _ = loopBody(headedBy: previousSpan)
    return true
  }

  /// At the comma of `a, b, c =`: `(a, b, c)`.
  private func namesBeforeAssign(from first: Span) -> String {
    var end = position
    while tokens[end].is(.comma), tokens[end + 1].name != nil { end += 2 }
    return tokens[end].is(.assign) ? "(\(source.excerpt(first.union(tokens[end - 1].span))))" : "(a, b)"
  }

  /// `let f(x) = …`, `let x, y = …` and `let x[0] = …`: reports them.
  mutating func reportUnusualDeclaration(_ word: String, of pattern: Pattern) -> Bool {
    guard case .name(_, let span) = pattern else { return false }
    switch current.kind {
    case .sign(.leftParenthesis):
      let end = partner(of: position) ?? position
      let head = source.excerpt(span.union(tokens[end].span))
      report(
        .badPattern, "a function is not defined with `\(word)`", at: span,
        help: ["write `func \(head) = …`"])
    case .sign(.comma):
      unexpected(
        "expected `=` and a value",
        help: ["several names stand in parentheses: `\(word) \(namesBeforeAssign(from: span)) = …`"])
    case .sign(.leftBracket), .sign(.dot):
      unexpected(
        "expected `=` and a value", help: ["a part of something that exists is changed without `\(word)`"])
    default:
      return false
    }
    return true
  }
}

extension Token {
  /// Whether it is a name, or opens a list or a parenthesis.
  fileprivate var startsOperand: Bool { name != nil || self.is(.leftBracket) || self.is(.leftParenthesis) }
}

extension String {
  /// Whether it is a letter as it stands for a number in a formula: `x`, `π`, `α2`.
  fileprivate var isSymbol: Bool {
    guard let first = unicodeScalars.first, first.properties.isAlphabetic else { return false }
    return unicodeScalars.dropFirst().allSatisfy { $0.properties.numericType != nil }
  }
}
