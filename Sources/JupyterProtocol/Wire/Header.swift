/// The header of a message.
public struct Header: Sendable, Equatable {
  /// Unique to the message.
  public var messageID: String
  /// Unique to the sender; a kernel's changes when it is restarted.
  public var session: String
  /// Who sent it.
  public var username: String
  /// When it was made, ISO 8601.
  public var date: String
  /// What it is: `execute_request`.
  public var messageType: String
  /// The version of the messaging protocol that the sender speaks.
  public var version: String
  /// The subshell that is to answer, if it is not the main shell.
  public var subshellID: String?

  /// The version of the messaging protocol that this module speaks.
  public static let protocolVersion = "5.5"

  /// A header with these fields.
  public init(
    messageID: String, session: String, username: String, date: String, messageType: String,
    version: String = Header.protocolVersion, subshellID: String? = nil
  ) {
    self.messageID = messageID
    self.session = session
    self.username = username
    self.date = date
    self.messageType = messageType
    self.version = version
    self.subshellID = subshellID
  }

  /// Reads a header, tolerantly: clients leave fields out, so only the two without which no answer is
  /// possible must be there, `msg_id` and `msg_type`.
  public init(_ json: JSON) throws(ContentError) {
    let fields = try Fields(json, of: "header")
    messageID = try fields.string("msg_id")
    messageType = try fields.string("msg_type")
    session = json["session"]?.string ?? ""
    username = json["username"]?.string ?? ""
    date = json["date"]?.string ?? ""
    version = json["version"]?.string ?? ""
    subshellID = json["subshell_id"]?.string
  }

  public var json: JSON {
    var object: JSON.Object = [
      "msg_id": .string(messageID), "session": .string(session), "username": .string(username),
      "date": .string(date), "msg_type": .string(messageType), "version": .string(version),
    ]
    if let subshellID { object["subshell_id"] = .string(subshellID) }
    return .object(object)
  }
}
