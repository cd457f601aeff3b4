import Engine
import Figures
import Language
import Theory

/// An error while a cell runs.
///
/// Operations throw faults without a place; the innermost node that knows one adds its span, and every call
/// on the way out adds a line to the trace.
struct Fault: Error {
  /// A call on the way to the fault.
  struct Call {
    /// The function that was called.
    let function: String
    /// The place of the call, and the text it stands in once that is known.
    let span: Span
    var source: Source?
  }

  /// A parameter of a library function.
  struct Parameter {
    let name: String
    let function: String
  }

  var code: ProblemCode
  var message: String
  var label = ""
  var help: [String] = []
  /// The number of the argument that a complaint about the labels of a call is about.
  var argument: Int?
  /// The parameter whose value a complaint of the called function is about.
  var parameter: Parameter?
  var span: Span?
  var source: Source?
  /// The calls that led here, innermost first.
  var trace: [Call] = []

  init(
    _ code: ProblemCode, _ message: String, label: String = "", help: [String] = [], argument: Int? = nil
  ) {
    self.argument = argument
    self.code = code
    self.message = message
    self.label = label
    self.help = help
  }

  /// Any error as a fault.
  init(_ error: any Error) {
    switch error {
    case let fault as Fault:
      self = fault
    case let error as EngineError where error.kind == .interrupted:
      self = .interrupted
    case let error as EngineError:
      self.init(error.code, error.message.asMessage, help: error.hint.map { [$0.asMessage] } ?? [])
    case let error as FigureError:
      self.init(.drawingProblem, error.description.asMessage)
    case let error as TheoryError:
      self.init(.invalidValue, error.description.asMessage, help: error.hint.map { [$0.asMessage] } ?? [])
    default:
      self.init(.invalidValue, "\(error)")
    }
  }

  /// The fault with a place, if it had none.
  func at(_ span: Span) -> Fault {
    guard self.span == nil else { return self }
    var fault = self
    fault.span = span
    return fault
  }

  /// The fault as one about the value of a parameter: the argument is shown then, not the whole call.
  func about(_ parameter: String, of call: Interpreter.Call) -> Fault {
    var fault = self
    fault.parameter = Parameter(name: parameter, function: call.function.name)
    return fault
  }

  /// A name that nothing has.
  /// - Parameter member: what follows the name and a dot.
  static func unknownName(
    _ name: String, before member: String? = nil, among known: [String], in library: Library
  ) -> Fault {
    guard name.unicodeScalars.allSatisfy({ CursorContext.isWord($0) || $0 == "." }) else {
      return Fault(
        .unknownName, "`\(name)` is no name, word or sign of this language",
        help: ["the signs are \(WordPage.signs.compactMap(\.names.first).joined(separator: "  "))"])
    }
    let help =
      ForeignNames.advice(for: name, before: member, in: library)
      ?? (name.count > 1 && name.first == "e" && name.dropFirst().allSatisfy(\.isNumber)
        ? "a power of ten is written `1\(name)` or `1e-\(name.dropFirst())`" : nil)
      ?? ProblemCode(rawValue: name).map { "a code stands in quotes: `explain(\"\($0.rawValue)\")`" }
      ?? suggestion(for: name, among: known + library.names).map { "did you mean `\($0)`?" }
    return Fault(
      .unknownName, "`\(name)` is not defined", label: "not found",
      help: [help ?? "give it a value first: `let \(name) = …`"]
        + (["x", "y", "t"].contains(name) ? ["a function of it is written `{ \(name) in … }`"] : []))
  }

  /// A member that a value of some kind does not have.
  ///
  /// - Parameter library: whose functions may be meant; nil where only members can be.
  static func unknownMember(
    _ name: String, of kind: String, among names: [String], in library: Library?
  ) -> Fault {
    let help =
      library.flatMap { ForeignNames.advice(forMember: name, of: kind, having: names, in: $0) }
      ?? suggestion(for: name, among: names).map { "did you mean `\($0)`?" }
      ?? library.flatMap { ForeignNames.advice(forMember: name, of: kind, asFunctionIn: $0) }
    return Fault(
      .unknownMember, "\(kind) has no member `\(name)`", help: [help ?? inventory(names, of: kind)])
  }

  /// What there is instead; of very many members the first ones.
  private static func inventory(_ names: [String], of kind: String) -> String {
    if kind == "nil" { return Advice.valueForNil }
    if kind == "a function" {
      return "call it first: what it gives may have such a member, as in `iris().features`"
    }
    if names.isEmpty { return "it has none" }
    let shown = names.count > 16 ? names.prefix(12) : names[...]
    return "it has \(shown.map { "`\($0)`" }.joined(separator: ", "))"
      + (shown.count < names.count ? " and \(names.count - shown.count) more" : "")
  }

  static let interrupted = Fault(.interrupted, "the cell was interrupted")
}

extension EngineError {
  /// The language's code for the engine's kind of mistake.
  fileprivate var code: ProblemCode {
    switch kind {
    case .shape, .features: .shapeMismatch
    case .index: .indexOutOfRange
    case .value, .gradient, .data: .invalidValue
    case .size: .limitExceeded
    case .divergence: .trainingProblem
    case .file: .fileProblem
    case .interrupted: .interrupted
    }
  }
}

extension String {
  /// A sentence of the engine in the style of the language's messages: it begins small and has no full stop.
  ///
  /// Names keep their capitals: what has one in its middle, such as `SGD`, or stands in backticks.
  fileprivate var asMessage: String {
    var text = self
    if text.hasSuffix("."), !text.hasSuffix("..") { text.removeLast() }
    let word = text.prefix { $0.isLetter }
    guard let first = word.first, first.isUppercase, !word.dropFirst().contains(where: \.isUppercase),
      !["Adam"].contains(word)
    else { return text }
    return first.lowercased() + text.dropFirst()
  }
}
