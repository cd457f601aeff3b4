/// Builds the syntax tree of a text. Reports every problem it can tell apart and goes on behind it.
public struct Parser {
  let source: Source
  /// The tokens of the text or, inside a text's `\(…)`, of that.
  var tokens: [Token]
  var position = 0
  var problems = ProblemList()
  /// What is missing at the end of the text: one problem, however many rules notice it.
  var endProblem: Problem?

  /// Inside parentheses and brackets a line break is white space.
  var linesMatter = true
  /// In the head of `if`, `for` and `while`, `{` opens the body, not a trailing closure.
  var allowsTrailingClosure = true
  /// Inside an index, a range may lack an end.
  var isInIndex = false
  /// The tokens in hand are those of a text's `\(…)`.
  var isInInterpolation = false
  /// What `break`, `continue`, `return` and `$0` refer to at the current place.
  var surroundings = Surroundings()
  /// The spans of parenthesised expressions: `(a < b) == c` is not a chain.
  var parenthesised: Set<Span> = []
  /// For each bracket among `tokens` its partner; found when a broken list first asks.
  var partners: [Int]?

  private var depth = 0
  /// The height of the tallest tree parsed so far at this level of nesting.
  private var height = 0
  /// Deeper nesting is refused, so that no text can exhaust the stack: half a megabyte is enough.
  static let depthLimit = 128
  /// Taller trees, as of `1 + 1 + …`, are refused for the same reason: whoever walks the tree recurses.
  static let heightLimit = 1000

  /// What the lexer has found.
  var lexicalProblems: ProblemList
  /// Whether the lexer has found a text or comment that the end of the input cuts off.
  private let endsInsideToken: Bool

  private init(_ source: Source) {
    self.source = source
    (tokens, lexicalProblems) = Lexer.tokenize(source)
    endsInsideToken = lexicalProblems.problems.contains(where: \.isAtEnd)
  }

  /// The tree of `source`; its problems, in the order of their places, say whether it can be run.
  ///
  /// Takes time proportional to the text's length and never fails. Of very many problems the first are given,
  /// with a closing note.
  public static func parse(_ source: Source) -> Program {
    var parser = Parser(source)
    var statements: [Statement] = []
    var hidesResult = false
    while parser.current.kind != .end {
      if parser.isCloser(parser.current) {
        parser.reportStrayBracket()
      } else {
        hidesResult = parser.statement(into: &statements)
      }
    }
    if let problem = parser.endProblem { parser.problems.add(problem) }
    return Program(
      source: source, statements: statements,
      problems: parser.lexicalProblems.shown(with: parser.problems), hidesResult: hidesResult)
  }

  // MARK: Tokens

  var current: Token { tokens[position] }

  var following: Token { token(after: 1) }

  /// The token so many places ahead, or the last one.
  func token(after distance: Int) -> Token { tokens[min(position + distance, tokens.count - 1)] }

  /// The token before the current one, if there is one.
  var previous: Token? { position > 0 ? tokens[position - 1] : nil }

  var previousSpan: Span { previous?.span ?? Span(0, 0) }

  @discardableResult
  mutating func advance() -> Token {
    let token = current
    if position < tokens.count - 1 { position += 1 }
    return token
  }

  mutating func take(_ sign: Sign) -> Bool {
    guard current.is(sign) else { return false }
    advance()
    return true
  }

  mutating func take(_ keyword: Keyword) -> Bool {
    guard current.is(keyword) else { return false }
    advance()
    return true
  }

  // MARK: Problems

  mutating func report(
    _ code: ProblemCode, _ message: String, at span: Span, label: String = "", help: [String] = [],
    related: [Problem.Label] = [], severity: Problem.Severity = .error
  ) {
    // Behind the place where the text was given up, whatever is missing is missing because of that.
    guard !gaveUp else { return }
    problems.add(
      Problem(code, message, at: span, label: label, help: help, related: related, severity: severity))
  }

  /// Reports the current token as one that cannot stand here; silent where the lexer has spoken already.
  mutating func unexpected(
    _ expectation: String, code: ProblemCode = .unexpectedToken, label: String = "", help: [String] = []
  ) {
    guard current.kind != .invalid, lastUnexpected != current.span.start else { return }
    // A sign that stands for what was misread has been reported with its meaning.
    guard current.kind == .end || current.span.end > current.span.start else { return }
    lastUnexpected = current.span.start
    switch current.kind {
    case .end where isInInterpolation:
      let place = Span(previousSpan.end, current.span.end + 1)
      report(code, "\(expectation), found the end of `\\(…)`", at: place, label: label, help: help)
    case .end:
      reportAtEnd(code, "\(expectation), found the end of the input", at: current.span, help: help)
    default:
      let found = current.description(in: source)
      report(code, "\(expectation), found \(found)", at: current.span, label: label, help: help)
    }
  }

  /// Where the last unexpected token stands: a token is unexpected only once.
  private(set) var lastUnexpected = -1

  /// Reports what more input could mend. The first such problem counts; a later one is a note on it.
  mutating func reportAtEnd(
    _ code: ProblemCode, _ message: String, at span: Span, label: String = "", help: [String] = []
  ) {
    guard !endsInsideToken, !gaveUp else { return }
    guard let known = endProblem else {
      endProblem = Problem(code, message, at: span, label: label, help: help, isAtEnd: true)
      return
    }
    if code == .unclosedBracket, known.labels.count < 4 {
      endProblem?.labels.append(Problem.Label(span, "still open"))
    }
  }

  // MARK: Nesting

  /// Whether the rest of the text was given up because of its depth.
  private(set) var gaveUp = false

  /// Runs `body` one level deeper; past the limit, reports that and skips the rest of the text.
  mutating func nested<Result>(_ fallback: Result, _ body: (inout Parser) -> Result) -> Result {
    guard depth < Self.depthLimit else {
      giveUp("this is nested more than \(Self.depthLimit) levels deep")
      return fallback
    }
    let outer = height
    height = 0
    depth += 1
    defer {
      depth -= 1
      height = max(outer, height + 1)
    }
    return body(&self)
  }

  /// Makes room for one more node on top of what was parsed at this level; false where the tree is too tall.
  mutating func growTree() -> Bool {
    height += 1
    if height < Self.heightLimit { return true }
    giveUp("this expression has more than \(Self.heightLimit) steps")
    return false
  }

  private mutating func giveUp(_ message: String) {
    if !gaveUp {
      report(
        .nestedTooDeeply, message, at: current.span,
        help: ["give parts of it names of their own, or use a loop"])
    }
    gaveUp = true
    endProblem = nil
    position = tokens.count - 1
  }

  /// Runs `body` where other rules for lines, closures and indices hold, and restores the present ones.
  mutating func inContext<Result>(
    linesMatter: Bool, trailingClosure: Bool = true, index: Bool = false, _ body: (inout Parser) -> Result
  ) -> Result {
    let saved = (self.linesMatter, allowsTrailingClosure, isInIndex)
    (self.linesMatter, allowsTrailingClosure, isInIndex) = (linesMatter, trailingClosure, index)
    defer { (self.linesMatter, allowsTrailingClosure, isInIndex) = saved }
    return body(&self)
  }
}

/// What stands around a place in the source.
struct Surroundings {
  var isInLoop = false
  var isInFunction = false
  /// The closures around the place, innermost last.
  var closures: [ClosureScope] = []

  struct ClosureScope {
    /// The arguments' names, where they have any.
    var names: [String]?
    /// How many `$n` arguments the body uses.
    var count = 0
  }
}
