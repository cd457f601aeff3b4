/// Opens a comm: a channel of its own between a front end's widget and the kernel. Either side may send it.
public struct CommOpen: RequestContent, MessageContent, Equatable {
  public static let messageType = "comm_open"
  public var messageType: String { Self.messageType }

  /// The comm's id, chosen by the side that opens it.
  public var id: String
  /// What the other side is to talk through it.
  public var target: String
  /// What the target is to know.
  public var data: JSON.Object

  /// The message that opens a comm of this id.
  public init(id: String, target: String, data: JSON.Object = [:]) {
    self.id = id
    self.target = target
    self.data = data
  }

  public init(_ json: JSON) throws(ContentError) {
    let fields = try Fields(json, of: Self.messageType)
    id = try fields.string("comm_id")
    target = try fields.string("target_name")
    data = try fields.object("data")
  }

  public var json: JSON {
    ["comm_id": .string(id), "target_name": .string(target), "data": .object(data)]
  }
}
