// Kernel subshells (JEP 91): lines of requests beside the main one. A request names its line by `subshell_id` in its
// header.

/// Answers a `create_subshell_request`, which has no content.
public struct CreateSubshellReply: MessageContent, Equatable {
  public var messageType: String { "create_subshell_reply" }

  /// By which requests name the new subshell.
  public var id: String

  /// The reply for a new subshell.
  public init(id: String) {
    self.id = id
  }

  public var json: JSON { ["status": "ok", "subshell_id": .string(id)] }
}

/// Asks for the end of a subshell.
public struct DeleteSubshellRequest: RequestContent, Equatable {
  public static let messageType = "delete_subshell_request"

  /// The subshell.
  public var id: String

  /// The request for this subshell.
  public init(id: String) {
    self.id = id
  }

  public init(_ json: JSON) throws(ContentError) {
    id = try Fields(json, of: Self.messageType).string("subshell_id")
  }
}

/// Answers a `delete_subshell_request`.
public struct DeleteSubshellReply: MessageContent, Equatable {
  public var messageType: String { "delete_subshell_reply" }

  /// The reply, which has no parts.
  public init() {}

  public var json: JSON { ["status": "ok"] }
}

/// Answers a `list_subshell_request`, which has no content.
public struct ListSubshellReply: MessageContent, Equatable {
  public var messageType: String { "list_subshell_reply" }

  /// The subshells, the oldest first; the main shell, which has no id, is not among them.
  public var ids: [String]

  /// The reply with these subshells.
  public init(ids: [String]) {
    self.ids = ids
  }

  public var json: JSON { ["status": "ok", "subshell_id": .array(ids.map(JSON.string))] }
}
