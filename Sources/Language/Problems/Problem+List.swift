/// Collects problems in the order in which they are met.
///
/// Past a limit it only counts: a text of a million mistakes takes no more room than one of a hundred.
struct ProblemList {
  private(set) var problems: [Problem] = []
  /// How many errors were added, kept or not.
  private(set) var errorCount = 0
  private var warningCount = 0

  /// So many errors, and as many warnings, are kept.
  static let capacity = 200
  /// So many errors are shown; a reader mends the first ones first.
  static let shownErrors = 20
  static let shownWarnings = 10

  mutating func add(_ problem: Problem) {
    let isKept: Bool
    if problem.severity == .error {
      errorCount += 1
      isKept = errorCount <= Self.capacity
    } else {
      warningCount += 1
      isKept = warningCount <= Self.capacity
    }
    if isKept { problems.append(problem) }
  }

  /// Takes back what was found inside of a span.
  mutating func removeAll(in span: Span) {
    let known = problems.count
    problems.removeAll {
      $0.severity == .error && span.start <= $0.span.start && $0.span.end <= span.end
    }
    errorCount -= known - problems.count
  }

  /// The problems of both lists in the order of their places, the last of many replaced by a closing note.
  func shown(with other: ProblemList) -> [Problem] {
    let all = (problems + other.problems).sorted {
      ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end)
    }
    let warnings = all.lazy.filter { $0.severity == .warning }.prefix(Self.shownWarnings)
    let errors = all.filter { $0.severity == .error }
    var shown = errors.prefix(Self.shownErrors) + warnings
    shown.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    let left = errorCount + other.errorCount - min(errors.count, Self.shownErrors)
    if left > 0, errors.count > Self.shownErrors {
      shown.append(
        Problem(
          .furtherProblems, "… and \(left) more \(left == 1 ? "problem" : "problems")",
          at: errors[Self.shownErrors].span, label: "the next one",
          help: ["mend those above first: often they explain the rest"]))
    }
    return Array(shown)
  }
}
