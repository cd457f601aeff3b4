/// Asks which comms are open.
public struct CommInfoRequest: RequestContent, Equatable {
  public static let messageType = "comm_info_request"

  /// Only those with this target; all of them if nil.
  public var target: String?

  public init(_ json: JSON) throws(ContentError) {
    target = try Fields(json, of: Self.messageType).optional("target_name", "a string", \.string)
  }
}

/// Answers a `comm_info_request`.
public struct CommInfoReply: MessageContent, Equatable {
  public var messageType: String { "comm_info_reply" }

  /// Comm id → target.
  public var comms: [(id: String, target: String)]

  /// The reply with these comms.
  public init(comms: [(id: String, target: String)]) {
    self.comms = comms
  }

  public var json: JSON {
    let members = comms.map { (name: $0.id, value: ["target_name": .string($0.target)] as JSON) }
    return ["status": "ok", "comms": .object(JSON.Object(members: members))]
  }

  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.json == rhs.json }
}
