/// The content of a message that a kernel receives.
public protocol RequestContent: Sendable {
  /// The `msg_type` of such a message.
  static var messageType: String { get }
  /// Reads the content; members that it does not know are passed over.
  init(_ json: JSON) throws(ContentError)
}

/// The content of a message that a kernel sends.
public protocol MessageContent: Sendable {
  /// The `msg_type` of the message.
  var messageType: String { get }
  /// The content as it is sent.
  var json: JSON { get }
}
