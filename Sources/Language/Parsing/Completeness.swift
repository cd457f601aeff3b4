/// Whether a text can be run as it stands, as Jupyter's `is_complete_request` asks.
public enum Completeness: Hashable, Sendable {
  case complete
  /// More input is needed; `indent` is what the next line should start with.
  case incomplete(indent: String)
  case invalid

  /// A text is incomplete exactly when more input at its end could mend every problem in it.
  public init(of text: String) {
    let source = Source(name: "input", text: text)
    let program = Parser.parse(source)
    let errors = program.problems.filter { $0.severity == .error }
    if errors.isEmpty {
      self = .complete
    } else if errors.allSatisfy(\.isAtEnd) {
      self = .incomplete(indent: Self.indent(after: source))
    } else {
      self = .invalid
    }
  }

  /// Two spaces more than the line that holds the innermost bracket open at the end of the text.
  private static func indent(after source: Source) -> String {
    let (tokens, problems) = Lexer.tokenize(source)
    // White space would become a part of a text or comment that is still open.
    guard problems.errorCount == 0 else { return "" }
    var open: [Token] = []
    for token in tokens {
      switch token.kind {
      case .sign(.leftParenthesis), .sign(.leftBracket), .sign(.leftBrace): open.append(token)
      case .sign(.rightParenthesis), .sign(.rightBracket), .sign(.rightBrace): _ = open.popLast()
      default: break
      }
    }
    guard let innermost = open.last else { return "" }
    let line = source[source.span(ofLine: source.line(at: innermost.span.start))]
    return line.prefix { $0 == " " || $0 == "\t" } + "  "
  }
}
