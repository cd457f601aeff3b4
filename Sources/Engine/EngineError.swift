/// What went wrong in the engine, as a value that can be shown to the person who caused it.
///
/// The message says what was found and what was expected; the hint says what to do about it. There is no
/// source position: whoever evaluates a program knows it and attaches it.
public struct EngineError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The family of a mistake, for stable error codes.
  public enum Kind: Sendable, Equatable {
    /// Shapes that do not fit each other or the operation.
    case shape
    /// A layer that takes `expected` features was given `found`.
    case features(layer: String, expected: Int, found: Int)
    /// An index or axis out of range.
    case index
    /// A number, option or label with a value that makes no sense here.
    case value
    /// A tensor larger than the engine holds.
    case size
    /// A derivative that is not defined or not asked for correctly.
    case gradient
    /// Training that ran into infinities or NaN.
    case divergence
    /// A data set that cannot be used as it is.
    case data
    /// A file that cannot be read or written.
    case file
    /// Work that somebody wanted to stop, and that has changed nothing; see `Interruption`.
    case interrupted
  }

  /// The family of the mistake.
  public let kind: Kind
  /// What was found and what was expected, in one sentence.
  public let message: String
  /// What to do, when there is a proposal.
  public let hint: String?

  /// Creates an error of a kind, with its sentence and, if there is one, a proposal.
  public init(_ kind: Kind, _ message: String, hint: String? = nil) {
    self.kind = kind
    self.message = message
    self.hint = hint
  }

  /// The message, followed by the hint if there is one.
  public var description: String {
    hint.map { "\(message)\n\($0)" } ?? message
  }
}
