/// Closes a comm, or refuses to open it. Either side may send it.
public struct CommClose: RequestContent, MessageContent, Equatable {
  public static let messageType = "comm_close"
  public var messageType: String { Self.messageType }

  /// The comm's id.
  public var id: String
  /// What the other side is to know.
  public var data: JSON.Object

  /// The message for the comm of this id.
  public init(id: String, data: JSON.Object = [:]) {
    self.id = id
    self.data = data
  }

  public init(_ json: JSON) throws(ContentError) {
    let fields = try Fields(json, of: Self.messageType)
    id = try fields.string("comm_id")
    data = try fields.object("data")
  }

  public var json: JSON { ["comm_id": .string(id), "data": .object(data)] }
}
