/// Lists between brackets, and what to do where one is broken.
extension Parser {
  /// Parses `element, element, …` up to `closer`; the opening sign has been taken.
  ///
  /// A broken element does not hide the problems of the next: parsing resumes at the next comma.
  mutating func list(
    openedAt open: Span, closer: Sign, index: Bool = false, _ element: (inout Parser) -> Void
  ) {
    let opener = position - 1
    inContext(linesMatter: false, index: index) { parser in
      while !parser.current.is(closer), parser.current.kind != .end {
        if parser.isCloser(parser.current) {
          // Another kind of closing sign: a stray one, or one that closes this list by mistake.
          guard parser.isClosed(opener), parser.partner(of: parser.position) == nil else { return }
          parser.reportStrayBracket()
          continue
        }
        if parser.startsStatement(at: parser.position) { return }
        let known = parser.problems.errorCount
        let before = parser.position
        element(&parser)
        if parser.take(.comma) { continue }
        if parser.current.is(closer) || parser.current.kind == .end { return }
        guard parser.isClosed(opener) else { return }
        if parser.isCloser(parser.current) { continue }
        if parser.problems.errorCount == known { parser.unexpectedInList(closer, from: before) }
        parser.skip(toCommaOf: opener, atLeast: before)
        _ = parser.take(.comma)
      }
    }
    close(open, with: closer)
  }

  private mutating func close(_ open: Span, with closer: Sign) {
    if take(closer) || gaveUp { return }
    let sign = source[open]
    if previous?.kind == .invalid, !isCloser(current) {
      // A string that is never closed has swallowed the closing sign too.
    } else if current.kind == .end, !isInInterpolation {
      reportAtEnd(
        .unclosedBracket, "this `\(sign)` is never closed", at: open,
        help: ["close it with `\(closer.rawValue)`"])
    } else if isCloser(current), lastUnexpected == current.span.start {
      advance()
    } else if isCloser(current), partner(of: position) == nil {
      report(
        .unclosedBracket, "`\(sign)` is closed by `\(source[current.span])`", at: current.span,
        help: ["write `\(closer.rawValue)`"], related: [Problem.Label(open, "opened here")])
      advance()
    } else {
      let place = Span(previousSpan.end, previousSpan.end)
      report(
        .unclosedBracket, "this `\(sign)` is never closed", at: open,
        help: ["close it with `\(closer.rawValue)`"],
        related: [Problem.Label(place, "expected `\(closer.rawValue)` here at the latest")])
    }
  }

  private mutating func unexpectedInList(_ closer: Sign, from start: Int) {
    let expectation = "expected `,` or `\(closer.rawValue)`"
    switch current.kind {
    case .keyword(.for):
      let element = tokens[start].span.union(previousSpan)
      report(
        .habit, "a list is not built with `for`", at: current.span, help: [comprehension(of: element)])
    case .sign(.arrow):
      unexpected(expectation, help: arrowAdvice)
    case .sign(.assign):
      unexpected(
        expectation,
        help: ["an argument's label ends with `:`, as in `epochs: 10`", "for a comparison write `==`"])
    case .sign(.semicolon) where closer == .rightBracket:
      unexpected(expectation, help: ["the rows of a matrix are lists: `[[1, 2], [3, 4]]`"])
    case .sign(.colon) where closer == .rightParenthesis:
      unexpected(expectation, help: ["what stands before a `:` here is a label: a plain word"])
    case .identifier, .integer, .number, .string, .closureParameter, .keyword(.true), .keyword(.false),
      .sign(.leftBracket), .sign(.leftParenthesis), .sign(.leftBrace):
      var label = "a `,` is missing before this"
      if closer == .rightParenthesis, position == start + 1, previous?.name != nil {
        label += ", or a `:` behind the label `\(source.excerpt(previousSpan))`"
      }
      unexpected(expectation, label: label)
    default:
      unexpected(expectation)
    }
  }

  /// Skips what is broken, up to the next comma or the closing sign of the list opened at `opener`.
  private mutating func skip(toCommaOf opener: Int, atLeast start: Int) {
    if position == start { advance() }
    let end = partner(of: opener) ?? tokens.count - 1
    while position < end, !current.is(.comma) {
      // Whole brackets are skipped: their commas are not ours.
      if let partner = partner(of: position), partner > position { position = min(partner, end - 1) }
      advance()
    }
  }

  // MARK: Partners

  /// Whether the bracket at a token's index has its closing sign.
  private mutating func isClosed(_ opener: Int) -> Bool { partner(of: opener) != nil }

  mutating func partner(of index: Int) -> Int? {
    let found = partners ?? findPartners()
    partners = found
    return found[index] >= 0 ? found[index] : nil
  }

  /// Whether a word at the start of a line begins a statement, which cannot stand in a list.
  private func startsStatement(at index: Int) -> Bool {
    guard tokens[index].startsLine, case .keyword(let word) = tokens[index].kind else { return false }
    switch word {
    case .let, .var, .func, .for, .while, .return, .check, .break, .continue:
      return !tokens[min(index + 1, tokens.count - 1)].is(.colon)
    default: return false
    }
  }

  /// Pairs the brackets in one pass. A closing sign passes over unclosed ones of other kinds inside it, and a
  /// statement over those that cannot hold one.
  private func findPartners() -> [Int] {
    var result = [Int](repeating: -1, count: tokens.count)
    var open: [(sign: Sign, index: Int)] = []
    var openCounts: [Sign: Int] = [:]
    for (index, token) in tokens.enumerated() {
      if startsStatement(at: index) {
        while let last = open.last, last.sign != .leftBrace {
          open.removeLast()
          openCounts[last.sign, default: 0] -= 1
        }
      }
      guard case .sign(let sign) = token.kind else { continue }
      if sign == .leftParenthesis || sign == .leftBracket || sign == .leftBrace {
        open.append((sign, index))
        openCounts[sign, default: 0] += 1
      } else if let opener = sign.opener, openCounts[opener, default: 0] > 0 {
        while let last = open.popLast() {
          openCounts[last.sign, default: 0] -= 1
          if last.sign == opener {
            result[index] = last.index
            result[last.index] = index
            break
          }
        }
      }
    }
    return result
  }

  func isCloser(_ token: Token) -> Bool {
    if case .sign(let sign) = token.kind { sign.opener != nil } else { false }
  }

  mutating func reportStrayBracket() {
    report(
      .unexpectedToken, "this `\(source[current.span])` closes nothing", at: current.span,
      help: ["delete it, or open its partner before it"])
    advance()
  }
}

extension Sign {
  /// The sign that this one closes.
  var opener: Sign? {
    switch self {
    case .rightParenthesis: .leftParenthesis
    case .rightBracket: .leftBracket
    case .rightBrace: .leftBrace
    default: nil
    }
  }
}
