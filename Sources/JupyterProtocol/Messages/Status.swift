/// What the kernel is doing, for every front end.
public struct Status: MessageContent, Equatable {
  public var messageType: String { "status" }

  public enum State: String, Sendable {
    /// Once, when the kernel has started.
    case starting
    /// Before anything else that a request causes.
    case busy
    /// After everything that a request causes.
    case idle
  }

  public var state: State

  public init(_ state: State) {
    self.state = state
  }

  public var json: JSON { ["execution_state": .string(state.rawValue)] }
}

/// Tells every front end which code is being run.
public struct ExecuteInput: MessageContent, Equatable {
  public var messageType: String { "execute_input" }

  public var code: String
  /// The number of the cell.
  public var executionCount: Int

  public init(code: String, executionCount: Int) {
    self.code = code
    self.executionCount = executionCount
  }

  public var json: JSON { ["code": .string(code), "execution_count": .integer(executionCount)] }
}

/// Greets a new subscriber of iopub, who then knows that nothing more will be lost.
public struct IOPubWelcome: MessageContent, Equatable {
  public var messageType: String { "iopub_welcome" }

  /// The topic to which the client subscribed.
  public var subscription: String

  public init(subscription: String) {
    self.subscription = subscription
  }

  public var json: JSON { ["subscription": .string(subscription)] }
}
