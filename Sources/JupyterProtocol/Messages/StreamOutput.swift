/// Text that a cell printed.
public struct StreamOutput: MessageContent, Equatable {
  public var messageType: String { "stream" }

  /// The two streams.
  public enum Name: String, Sendable {
    /// What a cell prints.
    case stdout
    /// Warnings and the like.
    case stderr
  }

  /// Where it was printed.
  public var name: Name
  /// The text, as it was printed.
  public var text: String

  /// The message for this text.
  public init(name: Name, text: String) {
    self.name = name
    self.text = text
  }

  public var json: JSON { ["name": .string(name.rawValue), "text": .string(text)] }
}
