/// Asks for a cell to be run.
public struct ExecuteRequest: RequestContent {
  public static let messageType = "execute_request"

  /// The source of the cell.
  public var code: String
  /// Run without output, without history and without counting.
  public var isSilent: Bool
  /// Whether the cell is counted and kept in the history; never for a silent cell.
  public var storesHistory: Bool
  /// Expressions to evaluate after the cell: name → source.
  public var userExpressions: [(name: String, source: String)]
  /// Whether the front end can answer an `input_request`.
  public var allowsStdin: Bool
  /// Whether an error aborts the cells that are already queued.
  public var stopsOnError: Bool

  public init(_ json: JSON) throws(ContentError) {
    let fields = try Fields(json, of: Self.messageType)
    code = try fields.string("code")
    isSilent = try fields.bool("silent", default: false)
    storesHistory = try fields.bool("store_history", default: true) && !isSilent
    allowsStdin = try fields.bool("allow_stdin", default: true)
    stopsOnError = try fields.bool("stop_on_error", default: true)
    userExpressions = []
    for (name, source) in try fields.object("user_expressions").members {
      guard let source = source.string else {
        throw ContentError(
          "\(Self.messageType): user expression `\(name)` is \(source.kind), expected a string")
      }
      userExpressions.append((name, source))
    }
  }

}

/// Answers an `execute_request` whose cell succeeded.
public struct ExecuteReply: MessageContent, Equatable {
  public var messageType: String { "execute_reply" }

  /// The number of the cell.
  public var executionCount: Int
  /// Deprecated in the specification, yet still how a pager or the next cell is asked for.
  public var payload: [JSON]
  /// Name → `{status: ok, data, metadata}` or an error.
  public var userExpressions: JSON.Object

  /// The reply for the cell of this number.
  public init(executionCount: Int, payload: [JSON] = [], userExpressions: JSON.Object = [:]) {
    self.executionCount = executionCount
    self.payload = payload
    self.userExpressions = userExpressions
  }

  public var json: JSON {
    [
      "status": "ok", "execution_count": .integer(executionCount), "payload": .array(payload),
      "user_expressions": .object(userExpressions),
    ]
  }
}
