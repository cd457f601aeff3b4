/// Asks what could stand at the cursor.
public struct CompleteRequest: RequestContent, Equatable {
  public static let messageType = "complete_request"

  public var code: String
  /// In Unicode scalars from the start of the code.
  public var cursor: Int

  public init(_ json: JSON) throws(ContentError) {
    let fields = try Fields(json, of: Self.messageType)
    code = try fields.string("code")
    cursor = try fields.cursor(in: code)
  }
}

/// Answers a `complete_request`.
public struct CompleteReply: MessageContent, Equatable {
  public var messageType: String { "complete_reply" }

  /// The proposals, the best first.
  public var matches: [String]
  /// What a proposal replaces, in Unicode scalars.
  public var range: Range<Int>
  /// Among it `_jupyter_types_experimental`, which JupyterLab shows as icons.
  public var metadata: JSON.Object

  public init(matches: [String], range: Range<Int>, metadata: JSON.Object = [:]) {
    self.matches = matches
    self.range = range
    self.metadata = metadata
  }

  public var json: JSON {
    [
      "status": "ok", "matches": .array(matches.map(JSON.string)),
      "cursor_start": .integer(range.lowerBound), "cursor_end": .integer(range.upperBound),
      "metadata": .object(metadata),
    ]
  }
}

/// Asks what is known of the name at the cursor.
public struct InspectRequest: RequestContent, Equatable {
  public static let messageType = "inspect_request"

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

/// Asks whether the code can be run as it stands.
public struct IsCompleteRequest: RequestContent, Equatable {
  public static let messageType = "is_complete_request"

  public var code: String

  public init(_ json: JSON) throws(ContentError) {
    code = try Fields(json, of: Self.messageType).string("code")
  }
}

/// Answers an `is_complete_request`.
public struct IsCompleteReply: MessageContent, Equatable {
  public var messageType: String { "is_complete_reply" }

  public enum Status: String, Sendable {
    case complete, incomplete, invalid, unknown
  }

  public var status: Status
  /// How the next line is indented, if the code is incomplete.
  public var indent: String?

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

extension Fields {
  /// The cursor, brought inside the code; its end if the client gives none.
  fileprivate func cursor(in code: String) throws(ContentError) -> Int {
    let end = code.unicodeScalars.count
    let cursor = try integer("cursor_pos", default: end)
    return min(max(cursor, 0), end)
  }
}
