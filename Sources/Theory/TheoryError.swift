/// What cannot be constructed, bounded or decided, with the reason and, where there is one, what to do.
public struct TheoryError: Error, Equatable, Sendable, CustomStringConvertible {
  public let description: String
  /// What to do about it, in a few words.
  public let hint: String?

  public init(_ description: String, hint: String? = nil) {
    self.description = description
    self.hint = hint
  }
}
