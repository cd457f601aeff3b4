/// Asks what could stand at the cursor.
public struct CompleteRequest: RequestContent, Equatable {
  public static let messageType = "complete_request"

  /// The source around the cursor.
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

  /// The reply with these proposals.
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
