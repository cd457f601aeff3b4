/// Habits from Python, Swift, C and mathematics in whole expressions, answered in their own terms.
extension Parser {
  // MARK: Operators

  /// A word or sign that is an infix operator elsewhere: reports it, and leaves the parser on the last of
  /// its tokens with the operator that was meant.
  mutating func foreignInfix(_ minimum: Precedence) -> Infix? {
    guard !linesMatter || !current.startsLine else { return nil }
    let start = current.span
    switch current.kind {
    case .identifier(let word):
      guard let (infix, sign) = Self.foreignInfixes[word], infix.precedence >= minimum,
        !following.startsLine || word == "and" || word == "or"
      else { return nil }
      var meant = (infix, sign)
      var span = start
      if word == "is", following.name == "not" {
        span = start.union(advance().span.union(current.span))
        meant = (.comparison(.notEqual), "!=")
      }
      let words = source.excerpt(span)
      report(.habit, "`\(words)` is not an operator of this language", at: span, help: ["write `\(meant.1)`"])
      return meant.0
    case .keyword(.in) where minimum <= .comparison:
      // The lexer has reported `∈`.
      if source[start] == "in" {
        report(
          .habit, "`in` does not ask whether something is in a list", at: start,
          help: ["write `xs.contains(x)`"] + (isFirstArgument ? ["a closure is written `{ x in … }`"] : []))
      }
      return .comparison(.equal)
    default:
      return nil
    }
  }

  /// Whether a name just taken is the first thing behind a parenthesis or comma, as in `xs.map(x in x + 1)`.
  private var isFirstArgument: Bool {
    guard previous?.name != nil, position >= 2 else { return false }
    return tokens[position - 2].is(.leftParenthesis) || tokens[position - 2].is(.comma)
  }

  private static let foreignInfixes: [String: (Infix, String)] = [
    "and": (.logical(.and), "&&"), "or": (.logical(.or), "||"), "is": (.comparison(.equal), "=="),
    "mod": (.binary(.remainder), "%"), "xor": (.comparison(.notEqual), "!="),
  ]

  /// Whether the sign just taken is the first of `x++` or `x--`, with nothing to add behind it.
  func isIncrement(of sign: Token) -> Bool {
    guard sign.is(.plus) || sign.is(.minus), current.kind == sign.kind, !current.spaceBefore else {
      return false
    }
    let next = following
    return next.startsLine || next.kind == .end || next.is(.semicolon) || isCloser(next) || next.is(.comma)
  }

  mutating func increment(_ operand: Expression, by sign: Token) -> Expression {
    let second = advance().span
    let symbol = source[second]
    report(
      .habit, "`\(symbol)\(symbol)` is not a sign of this language", at: sign.span.union(second),
      help: ["write `\(source.excerpt(operand.span)) \(symbol)= 1`"])
    return Expression(kind: .invalid, span: operand.span.union(second))
  }

  // MARK: Arguments

  /// What an argument of Python's `print` is called here.
  func ownLabel(for label: String, of callee: Expression) -> String? {
    guard case .name("print") = callee.kind else { return nil }
    return ["end": "terminator", "sep": "separator"][label]
  }

  // MARK: Products

  /// `2 x` and `2(x + 1)` are products to a mathematician; here a product has its sign.
  mutating func impliedProduct(_ left: Expression) -> Expression? {
    guard previous?.isNumber == true, previous?.span.end == left.span.end, !current.startsLine else {
      return nil
    }
    switch left.kind {
    case .integer, .number: break
    default: return nil
    }
    // A superscript has been reported with what to write.
    guard source[left.span].utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    // In a head, what follows a number is rather the body without its braces.
    if current.name != nil, !allowsTrailingClosure { return nil }
    if let word = current.name, Self.foreignInfixes[word] != nil || Self.wordsBetweenValues.contains(word) {
      return nil
    }
    let number = source.excerpt(left.span)
    let label = current.is(.leftParenthesis) ? "(…)" : source.excerpt(current.span)
    report(
      .habit, "a product needs its sign", at: left.span.union(current.span),
      help: ["write `\(number) * \(label)`"])
    return Expression(
      kind: .binary(.multiply, left, expression(.sign)), span: left.span.union(previousSpan))
  }

  /// Words that no one means as a factor.
  private static let wordsBetweenValues: Set<String> = [
    "then", "do", "to", "step", "by", "not", "downto", "print", "plot", "as",
  ]

  /// Whether `?` stands where nothing can follow it, as in Swift's `x?.y`.
  var isUnwrapping: Bool {
    let next = following
    return next.startsLine || next.kind == .end || next.is(.dot) || next.is(.comma) || isCloser(next)
  }

  mutating func reportUnwrapping(of operand: Expression) {
    let sign = source[current.span]
    let name = source.excerpt(operand.span)
    if previous?.isNumber == true {
      report(
        .habit, "a factorial is not written `!`", at: current.span,
        help: ["multiply the numbers in a loop; `!` means “not” here and stands before a condition"])
      advance()
      return
    }
    report(
      .habit, "`\(sign)` unwraps nothing here: a name holds its value, or `nil`", at: current.span,
      help: ["leave it out; a value in place of `nil` is written `\(name) ?? 0`"])
    advance()
  }

  /// `@name` above a definition.
  var isDecorator: Bool {
    guard current.is(.at), !current.spaceAfter, following.name != nil else { return false }
    let next = token(after: 2)
    return next.startsLine && (next.is(.func) || next.name == "def" || next.name == "class")
  }

  // MARK: Operands

  /// A name that stands for something else in Python or JavaScript; nil for any other name.
  mutating func foreignOperand(_ name: String) -> Expression? {
    let span = current.span
    if let (word, meant) = Self.foreignValues[name] {
      report(.habit, "`\(name)` is not a word of this language", at: span, help: ["write `\(word)`"])
      advance()
      return Expression(kind: meant, span: span)
    }
    guard !following.startsLine else { return nil }
    switch (name, following.kind) {
    case ("lambda", .identifier), ("lambda", .sign(.colon)):
      return lambda()
    case ("not", .identifier), ("not", .sign(.leftParenthesis)), ("not", .keyword):
      report(.habit, "`not` is not a word of this language", at: span, help: ["write `!(…)`"])
      advance()
      let operand = expression(.comparison)
      return Expression(kind: .unary(.not, operand), span: span.union(operand.span))
    case ("new", .identifier):
      let type = source.excerpt(following.span)
      report(.habit, "`new` is not a word of this language", at: span, help: ["write `\(type)(…)`"])
      advance()
      return nested(Expression(kind: .invalid, span: span)) { $0.operand() }
    default:
      return nil
    }
  }

  private static let foreignValues: [String: (String, Expression.Kind)] = [
    "True": ("true", .boolean(true)), "False": ("false", .boolean(false)), "TRUE": ("true", .boolean(true)),
    "FALSE": ("false", .boolean(false)), "None": ("nil", .nilLiteral), "null": ("nil", .nilLiteral),
    "undefined": ("nil", .nilLiteral),
  ]

  /// `lambda x, y: value`, answered with the closure that it means.
  private mutating func lambda() -> Expression {
    let start = advance().span
    let first = current.span
    while current.name != nil || current.is(.underscore) {
      advance()
      guard take(.comma) else { break }
    }
    let names = current.is(.colon) && first != current.span ? source.excerpt(first.union(previousSpan)) : ""
    guard take(.colon) else {
      report(
        .habit, "`lambda` is not a word of this language", at: start, help: ["write `{ x in … }`"])
      return Expression(kind: .invalid, span: start)
    }
    let body = expression()
    let text = source.excerpt(body.span)
    report(
      .habit, "`lambda` is not a word of this language", at: start,
      help: ["write `{ \(names.isEmpty ? "" : names + " in ")\(text) }`"])
    return Expression(kind: .invalid, span: start.union(previousSpan))
  }

  /// `value if condition else other`, answered with the conditional that it means.
  mutating func pythonConditional(_ value: Expression) -> Expression {
    let keyword = advance().span
    let condition = expression()
    var help = "write `condition ? value : otherwise`"
    if take(.else) {
      let other = expression()
      let (a, b, c) = (source.excerpt(condition.span), source.excerpt(value.span), source.excerpt(other.span))
      help = "write `\(a) ? \(b) : \(c)`"
    }
    report(.habit, "a choice between two values does not start with the first", at: keyword, help: [help])
    return Expression(kind: .invalid, span: value.span.union(previousSpan))
  }

  /// At the `for` of `[x ** 2 for x in xs if x > 0]`: the same as a chain of calls.
  mutating func comprehension(of element: Span) -> String {
    let general = "write `xs.map { x in … }`, and `.filter { x in … }` for an `if`"
    guard let name = following.name, token(after: 2).is(.in) else { return general }
    let start = min(position + 3, tokens.count - 1)
    var end = start
    // What a message can quote ends long before this many tokens.
    while end < min(start + 20, tokens.count - 1), !tokens[end].is(.if), !tokens[end].is(.rightBracket) {
      if let partner = partner(of: end), partner > end { end = min(partner, tokens.count - 2) }
      end += 1
    }
    guard end > start, tokens[end].is(.if) || tokens[end].is(.rightBracket) else { return general }
    var sequence = source.excerpt(tokens[start].span.union(tokens[end - 1].span))
    if end > start + 1, !tokens[end - 1].is(.rightParenthesis) { sequence = "(\(sequence))" }
    if tokens[end].is(.if) { sequence += ".filter { \(name) in … }" }
    return "write `\(sequence).map { \(name) in \(source.excerpt(element)) }`"
  }

  /// What an arrow is for elsewhere.
  var arrowAdvice: [String] {
    let closure = "a closure is written `{ x in … }`"
    return source[current.span] == "=>" ? [closure, "for “at least” write `>=`"] : [closure]
  }
}
