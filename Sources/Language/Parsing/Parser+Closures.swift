extension Parser {
  /// `{ x, y in … }` or `{ $0 … }`.
  mutating func closure() -> Expression {
    nested(Expression(kind: .invalid, span: current.span)) { parser in
      let open = parser.advance().span
      if let collection = parser.bracedCollection(openedAt: open) { return collection }
      let named = parser.closureHead()
      let outer = parser.surroundings
      parser.surroundings = Surroundings(
        isInFunction: true, closures: outer.closures + [.init(names: named?.map(\.name))])
      let body = parser.blockBody(openedAt: open)
      let count = parser.surroundings.closures.last?.count ?? 0
      parser.surroundings = outer
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
    guard let end = closureHeadEnd() else { return nil }
    let isParenthesised = take(.leftParenthesis)
    var parameters: [Parameter] = []
    while let parameter = closureParameter() {
      parameters.append(parameter)
      rejectType("an argument takes any value")
      rejectDefault(upTo: end)
      guard take(.comma) else { break }
    }
    if isParenthesised { _ = take(.rightParenthesis) }
    rejectType("the result's type is known without it")
    if position != end || tokens[end].kind == .end {
      unexpected(
        current.is(.leftParenthesis) ? "a closure's argument is a plain name" : "expected `in`",
        code: .badParameter,
        help: [
          current.is(.leftParenthesis)
            ? "a tuple is taken apart inside: `{ pair in let (a, b) = pair; … }`"
            : "a closure's arguments are plain names with commas between them, as in `{ x, y in … }`"
        ])
    }
    position = min(end + 1, tokens.count - 1)
    return parameters
  }

  /// `x = 1` among a closure's arguments.
  private mutating func rejectDefault(upTo end: Int) {
    guard current.is(.assign) else { return }
    let start = current.span
    while position < end, !current.is(.comma) { advance() }
    report(
      .badParameter, "a closure's argument has no default", at: start.union(previousSpan),
      help: ["a function's may have one: `func name(x, rate = 0.1) = …`"])
  }

  private mutating func closureParameter() -> Parameter? {
    let span = current.span
    switch current.kind {
    case .identifier(let name):
      advance()
      return Parameter(label: name, name: name, defaultValue: nil, span: span)
    case .sign(.underscore):
      advance()
      return Parameter(label: nil, name: "_", defaultValue: nil, span: span)
    default:
      return nil
    }
  }

  /// The index of the `in` that ends a closure's head, if the closure begins with one.
  private func closureHeadEnd() -> Int? {
    var parentheses = 0
    var hasComma = false
    var hasDefault = false
    for index in position..<tokens.count {
      if index > position, tokens[index].startsLine { return nil }
      switch tokens[index].kind {
      case .keyword(.in): return parentheses == 0 ? index : nil
      case .end: return hasComma && parentheses == 0 ? index : nil
      case .sign(.comma): hasComma = true
      case .sign(.leftParenthesis): parentheses += 1
      case .sign(.rightParenthesis): parentheses -= 1
      // A default is none here, but is said to be so.
      case .sign(.assign): hasDefault = true
      case .integer, .number, .string, .sign(.minus), .keyword(.true), .keyword(.false), .keyword(.nil):
        guard hasDefault else { return nil }
      case .identifier, .sign(.underscore), .sign(.colon), .sign(.arrow), .sign(.question),
        .sign(.leftBracket), .sign(.rightBracket), .sign(.less), .sign(.greater):
        continue
      default: return nil
      }
    }
    return nil
  }

  /// A dictionary or set in braces, as Python and mathematics write them.
  private mutating func bracedCollection(openedAt open: Span) -> Expression? {
    let isDictionary: Bool
    switch (current.kind, following.kind) {
    case (.string, .sign(.colon)), (.integer, .sign(.colon)), (.number, .sign(.colon)),
      (.identifier, .sign(.colon)):
      isDictionary = true
    case (.string, .sign(.comma)), (.integer, .sign(.comma)), (.number, .sign(.comma)):
      isDictionary = false
    default:
      return nil
    }
    if case .identifier = current.kind, closureHeadEnd() != nil { return nil }
    report(
      .habit, "a \(isDictionary ? "dictionary" : "list") does not stand in braces", at: open,
      help: [
        isDictionary
          ? "write `[\"key\": value]`: in square brackets, and a word as a key in quotes" : "write `[a, b]`"
      ])
    return elements(openedAt: open, closer: .rightBrace)
  }
}
