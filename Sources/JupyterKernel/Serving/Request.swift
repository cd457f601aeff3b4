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

  /// The reply that a client waits for, if it sent a request.
  var replyType: String? {
    let type = header.messageType
    guard type.hasSuffix("_request") else { return nil }
    return type.dropLast("request".count) + "reply"
  }
}
