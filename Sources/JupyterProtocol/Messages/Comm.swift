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

  public init(comms: [(id: String, target: String)]) {
    self.comms = comms
  }

  public var json: JSON {
    let members = comms.map { (name: $0.id, value: ["target_name": .string($0.target)] as JSON) }
    return ["status": "ok", "comms": .object(JSON.Object(members: members))]
  }

  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.json == rhs.json }
}

/// Opens a comm: a channel of its own between a front end's widget and the kernel.
public struct CommOpen: RequestContent, Equatable {
  public static let messageType = "comm_open"

  public var id: String
  /// What the front end wants to talk to.
  public var target: String
  public var data: JSON.Object

  public init(_ json: JSON) throws(ContentError) {
    let fields = try Fields(json, of: Self.messageType)
    id = try fields.string("comm_id")
    target = try fields.string("target_name")
    data = try fields.object("data")
  }
}

/// Closes a comm, or refuses to open it.
public struct CommClose: MessageContent, Equatable {
  public var messageType: String { "comm_close" }

  public var id: String
  public var data: JSON.Object

  public init(id: String, data: JSON.Object = [:]) {
    self.id = id
    self.data = data
  }

  public var json: JSON { ["comm_id": .string(id), "data": .object(data)] }
}
