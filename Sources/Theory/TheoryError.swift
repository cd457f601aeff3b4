/// What cannot be constructed or bounded, with the reason.
public struct TheoryError: Error, Equatable, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}
