/// Answers an `interrupt_request`.
public struct InterruptReply: MessageContent, Equatable {
  public var messageType: String { "interrupt_reply" }

  /// The reply, which has no parts.
  public init() {}

  public var json: JSON { ["status": "ok"] }
}
