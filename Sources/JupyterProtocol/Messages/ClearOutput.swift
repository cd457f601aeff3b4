/// Takes away what a cell has shown so far.
public struct ClearOutput: MessageContent, Equatable {
  public var messageType: String { "clear_output" }

  /// Whether to wait until there is something new to show, which avoids flicker.
  public var wait: Bool

  /// The message; with `wait` it takes effect with the next output.
  public init(wait: Bool) {
    self.wait = wait
  }

  public var json: JSON { ["wait": .bool(wait)] }
}
