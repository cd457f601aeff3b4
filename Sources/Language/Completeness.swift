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

  /// Two spaces for every bracket that is open at the end of the text.
  private static func indent(after source: Source) -> String {
    var open = 0
    for token in Lexer.tokenize(source).tokens {
      switch token.kind {
      case .sign(.leftParenthesis), .sign(.leftBracket), .sign(.leftBrace): open += 1
      case .sign(.rightParenthesis), .sign(.rightBracket), .sign(.rightBrace): open -= 1
      default: break
      }
    }
    return String(repeating: "  ", count: max(open, 0))
  }
}
