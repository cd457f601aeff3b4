import JupyterProtocol

/// A message from a client: signed, read, and not yet answered.
struct Request: Sendable {
  /// The sockets on which requests come.
  enum Channel: Sendable {
    case shell
    case control
    case stdin
  }

  /// Where it came, and where its reply goes.
  let channel: Channel
  let message: WireMessage
  let header: Header
  let content: JSON

  /// Whether it does nothing in a shell's queue but wake the thread that evaluates, for a debugger's questions.
  var isDebuggerCall: Bool { channel == .control && header.messageType == DebugRequest.messageType }

  /// Whether it is one that a shell answers.
  var isForShell: Bool { Self.typesForShell.contains(header.messageType) }

  private static let typesForShell: Set = [
    ExecuteRequest.messageType, CompleteRequest.messageType, InspectRequest.messageType,
    IsCompleteRequest.messageType, HistoryRequest.messageType, CommInfoRequest.messageType,
    CommOpen.messageType, CommMessage.messageType, CommClose.messageType, "connect_request",
  ]

  /// The reply that a client waits for, if it sent a request.
  var replyType: String? {
    let type = header.messageType
    guard type.hasSuffix("_request") else { return nil }
    return type.dropLast("request".count) + "reply"
  }
}
