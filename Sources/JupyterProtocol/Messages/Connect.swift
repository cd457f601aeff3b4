/// Answers a `connect_request`.
public struct ConnectReply: MessageContent, Equatable {
  public var messageType: String { "connect_reply" }

  /// Name of the socket as in the connection file → port.
  public var ports: [ConnectionFile.Socket: Int]

  /// The reply with these ports.
  public init(ports: [ConnectionFile.Socket: Int]) {
    self.ports = ports
  }

  public var json: JSON {
    var object: JSON.Object = ["status": "ok"]
    for socket in ConnectionFile.Socket.allCases {
      object[socket.rawValue] = ports[socket].map(JSON.integer)
    }
    return .object(object)
  }
}
