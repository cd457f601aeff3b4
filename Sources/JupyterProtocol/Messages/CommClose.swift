/// Closes a comm, or refuses to open it.
public struct CommClose: MessageContent, Equatable {
  public var messageType: String { "comm_close" }

  /// The comm's id.
  public var id: String
  /// What the other side is to know.
  public var data: JSON.Object

  /// The message for the comm of this id.
  public init(id: String, data: JSON.Object = [:]) {
    self.id = id
    self.data = data
  }

  public var json: JSON { ["comm_id": .string(id), "data": .object(data)] }
}
