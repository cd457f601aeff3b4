/// Asks for cells that were run before.
public struct HistoryRequest: RequestContent, Equatable {
  public static let messageType = "history_request"

  /// Which cells are wanted.
  public enum Access: Sendable, Equatable {
    /// The cells `start..<stop` of a session; 0 is this session, −1 the one before it.
    case range(session: Int, start: Int, stop: Int?)
    /// The last `count` cells.
    case tail(count: Int)
    /// The last `count` cells whose source matches a glob; all of them without `count`.
    case search(pattern: String, count: Int?, unique: Bool)
  }

  /// A longer pattern is refused, in bytes: with as many stars it would keep the kernel busy for minutes.
  public static let patternLimit = 50_000

  /// Which cells are wanted.
  public var access: Access
  /// Whether the text of a cell's value is wanted too.
  public var includesOutput: Bool

  public init(_ json: JSON) throws(ContentError) {
    let fields = try Fields(json, of: Self.messageType)
    includesOutput = try fields.bool("output", default: false)
    let count = try fields.optional("n", "a whole number", \.integer)
    switch try fields.string("hist_access_type") {
    case "range":
      access = .range(
        session: try fields.integer("session", default: 0), start: try fields.integer("start", default: 0),
        stop: try fields.optional("stop", "a whole number", \.integer))
    case "tail":
      access = .tail(count: count ?? 10)
    case "search":
      let pattern = try fields.string("pattern", default: "*")
      guard pattern.utf8.count <= Self.patternLimit else {
        throw ContentError(
          "\(Self.messageType): `pattern` has \(pattern.utf8.count) bytes, expected at most \(Self.patternLimit)"
        )
      }
      access = .search(
        pattern: pattern, count: count,
        unique: try fields.bool("unique", default: false))
    case let other:
      throw ContentError(
        "\(Self.messageType): `hist_access_type` is \"\(other)\", expected range, tail or search")
    }
  }
}

/// Answers a `history_request`.
public struct HistoryReply: MessageContent, Equatable {
  public var messageType: String { "history_reply" }

  /// One cell that was run.
  public struct Entry: Sendable, Equatable {
    /// The session in which it was run; sessions count from 1.
    public var session: Int
    /// The number of the cell.
    public var line: Int
    /// Its source.
    public var input: String
    /// The text of its value; nil if it had none.
    public var output: String?

    /// A cell that was run.
    public init(session: Int, line: Int, input: String, output: String? = nil) {
      self.session = session
      self.line = line
      self.input = input
      self.output = output
    }
  }

  /// The cells found, the oldest first.
  public var entries: [Entry]
  /// Whether the values go with the sources.
  public var includesOutput: Bool

  /// The reply with these cells.
  public init(_ entries: [Entry], includesOutput: Bool) {
    self.entries = entries
    self.includesOutput = includesOutput
  }

  public var json: JSON {
    let history = entries.map { entry -> JSON in
      let output = entry.output.map(JSON.string) ?? .null
      let text: JSON = includesOutput ? [.string(entry.input), output] : .string(entry.input)
      return [.integer(entry.session), .integer(entry.line), text]
    }
    return ["status": "ok", "history": .array(history)]
  }
}
