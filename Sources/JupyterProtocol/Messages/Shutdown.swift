/// Asks the kernel to end.
public struct ShutdownRequest: RequestContent, Equatable {
  public static let messageType = "shutdown_request"

  /// Whether a new kernel takes its place.
  public var restart: Bool

  /// The request; `restart` says that a new kernel follows.
  public init(restart: Bool) {
    self.restart = restart
  }

  public init(_ json: JSON) throws(ContentError) {
    restart = try Fields(json, of: Self.messageType).bool("restart", default: false)
  }
}

/// Answers a `shutdown_request`, and tells every front end of it.
public struct ShutdownReply: MessageContent, Equatable {
  public var messageType: String { "shutdown_reply" }

  /// Whether a new kernel takes its place.
  public var restart: Bool

  /// The reply, which repeats the request's flag.
  public init(restart: Bool) {
    self.restart = restart
  }

  public var json: JSON { ["status": "ok", "restart": .bool(restart)] }
}
