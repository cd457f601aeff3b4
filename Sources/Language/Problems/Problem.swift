/// Something wrong in a source text: what, where, and what to do about it.
///
/// The lexer, the parser, the checker and the evaluator all report problems; `rendered` words them for a
/// reader.
public struct Problem: Error, Hashable, Sendable {
  public enum Severity: Sendable { case error, warning }

  /// A place in the source with a few words on it.
  public struct Label: Hashable, Sendable {
    public var span: Span
    public var text: String

    public init(_ span: Span, _ text: String = "") {
      self.span = span
      self.text = text
    }
  }

  public var code: ProblemCode
  public var severity: Severity
  /// One line: what was found.
  public var message: String
  /// The place first, related places after it.
  public var labels: [Label]
  /// What was expected, what to write instead.
  public var help: [String]
  /// Whether more input at the end of the text could mend it.
  public var isAtEnd: Bool

  public init(
    _ code: ProblemCode, _ message: String, at span: Span, label: String = "", help: [String] = [],
    related: [Label] = [], severity: Severity = .error, isAtEnd: Bool = false
  ) {
    self.code = code
    self.severity = severity
    self.message = Problem.shortened(message)
    labels = [Label(span, Problem.shortened(label))] + related
    self.help = help.map(Problem.shortened)
    self.isAtEnd = isAtEnd
  }

  /// A text without its middle if it is very long, as the names and values that it quotes may be.
  private static func shortened(_ text: String) -> String {
    let (limit, kept) = (4_000, 500)
    guard text.utf8.count > limit else { return text }
    let scalars = text.unicodeScalars
    return "\(String(scalars.prefix(kept))) … \(String(scalars.suffix(kept)))"
  }

  /// The place that matters most; the start of the text where no place is known.
  public var span: Span { labels.first?.span ?? Span(0, 0) }
}

/// The stable codes of problems, by the stage that finds them.
public enum ProblemCode: String, CaseIterable, Hashable, Sendable {
  /// Stands for those of very many problems that are not shown.
  case furtherProblems = "E008"
  // Reading characters
  case unreadableCharacter = "E001"
  case unterminatedString = "E002"
  case unterminatedComment = "E003"
  case badEscape = "E004"
  case badNumber = "E005"
  case habit = "E006"
  case commentForDivision = "W007"
  // Reading sentences
  case unexpectedToken = "E010"
  case unclosedBracket = "E011"
  case missingExpression = "E012"
  case badPattern = "E013"
  case badAssignment = "E014"
  case badParameter = "E015"
  case badArgument = "E016"
  case nestedTooDeeply = "E017"
  case misplacedStatement = "E018"
  case splitExpression = "W019"
  // Names
  case unknownName = "E020"
  case constantAssignment = "E021"
  case duplicateName = "E022"
  // Calls
  case argumentMismatch = "E030"
  case unknownMember = "E031"
  case notCallable = "E032"
  case unusedParameter = "W033"
  // Values
  case typeMismatch = "E040"
  case shapeMismatch = "E041"
  case indexOutOfRange = "E042"
  case arithmetic = "E043"
  case classesAsNumbers = "W044"
  case unequalKinds = "W045"
  case repeatedKey = "W046"
  case checkFailed = "E050"
  case recursionLimit = "E051"
  case interrupted = "E052"
  case fileProblem = "E053"
  case trainingProblem = "E054"
  case invalidValue = "E055"
  case drawingProblem = "E056"
  case limitExceeded = "E057"
}
