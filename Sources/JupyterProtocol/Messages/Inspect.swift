/// Asks what is known of the name at the cursor.
public struct InspectRequest: RequestContent, Equatable {
  public static let messageType = "inspect_request"

  /// The source around the cursor.
  public var code: String
  /// In Unicode scalars from the start of the code.
  public var cursor: Int
  /// 0 for a summary, 1 for everything.
  public var detail: Int

  public init(_ json: JSON) throws(ContentError) {
    let fields = try Fields(json, of: Self.messageType)
    code = try fields.string("code")
    cursor = try fields.cursor(in: code)
    detail = try fields.integer("detail_level", default: 0)
  }
}

/// Answers an `inspect_request`.
public struct InspectReply: MessageContent, Equatable {
  public var messageType: String { "inspect_reply" }

  /// What is known; nil if nothing is.
  public var bundle: MIMEBundle?

  /// The reply with this knowledge; nil if there is none.
  public init(_ bundle: MIMEBundle?) {
    self.bundle = bundle
  }

  public var json: JSON {
    [
      "status": "ok", "found": .bool(bundle != nil), "data": .object(bundle?.data ?? [:]),
      "metadata": .object(bundle?.metadata ?? [:]),
    ]
  }
}
