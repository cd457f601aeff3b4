/// Asks whether the code can be run as it stands.
public struct IsCompleteRequest: RequestContent, Equatable {
  public static let messageType = "is_complete_request"

  /// The source typed so far.
  public var code: String

  public init(_ json: JSON) throws(ContentError) {
    code = try Fields(json, of: Self.messageType).string("code")
  }
}

/// Answers an `is_complete_request`.
public struct IsCompleteReply: MessageContent, Equatable {
  public var messageType: String { "is_complete_reply" }

  /// What can be said of the code.
  public enum Status: String, Sendable {
    /// A console is to run it.
    case complete
    /// A console is to ask for another line.
    case incomplete
    /// A console is to run it, so that the error is shown.
    case invalid
    /// A console is to go by its own rules.
    case unknown
  }

  /// What a console is to do.
  public var status: Status
  /// How the next line is indented, if the code is incomplete.
  public var indent: String?

  /// The reply with this answer; the indentation counts for incomplete code alone.
  public init(_ status: Status, indent: String? = nil) {
    self.status = status
    self.indent = indent
  }

  public var json: JSON {
    var object: JSON.Object = ["status": .string(status.rawValue)]
    if status == .incomplete { object["indent"] = .string(indent ?? "") }
    return .object(object)
  }
}
