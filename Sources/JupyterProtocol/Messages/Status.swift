/// What the kernel is doing, for every front end.
public struct Status: MessageContent, Equatable {
  public var messageType: String { "status" }

  /// The three states.
  public enum State: String, Sendable {
    /// Once, when the kernel has started.
    case starting
    /// Before anything else that a request causes.
    case busy
    /// After everything that a request causes.
    case idle
  }

  /// What the kernel is doing.
  public var state: State

  /// The message for this state.
  public init(_ state: State) {
    self.state = state
  }

  public var json: JSON { ["execution_state": .string(state.rawValue)] }
}
