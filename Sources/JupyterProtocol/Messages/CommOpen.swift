/// Opens a comm: a channel of its own between a front end's widget and the kernel.
public struct CommOpen: RequestContent, Equatable {
  public static let messageType = "comm_open"

  /// The comm's id, chosen by the side that opens it.
  public var id: String
  /// What the front end wants to talk to.
  public var target: String
  /// What the target is to know.
  public var data: JSON.Object

  public init(_ json: JSON) throws(ContentError) {
    let fields = try Fields(json, of: Self.messageType)
    id = try fields.string("comm_id")
    target = try fields.string("target_name")
    data = try fields.object("data")
  }
}
