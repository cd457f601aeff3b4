/// Says something on an open comm. Either side may send it, and neither answers it.
public struct CommMessage: RequestContent, MessageContent, Equatable {
  public static let messageType = "comm_msg"
  public var messageType: String { Self.messageType }

  /// The comm's id.
  public var id: String
  /// What is said; its form is a matter of the target.
  public var data: JSON.Object

  /// The message for the comm of this id.
  public init(id: String, data: JSON.Object) {
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
