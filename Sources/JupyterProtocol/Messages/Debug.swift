/// A request of the Debug Adapter Protocol, as a front end sends it on control.
public struct DebugRequest: RequestContent, Equatable {
  public static let messageType = "debug_request"

  /// The request's number, which its response repeats.
  public var sequence: Int
  /// What is asked for: "setBreakpoints".
  public var command: String
  /// What the command needs to know; an empty object if the client gives nothing.
  public var arguments: JSON

  /// The request with these parts.
  public init(sequence: Int, command: String, arguments: JSON = .object([:])) {
    self.sequence = sequence
    self.command = command
    self.arguments = arguments
  }

  public init(_ json: JSON) throws(ContentError) {
    let fields = try Fields(json, of: Self.messageType)
    let type = try fields.string("type", default: "request")
    guard type == "request" else {
      throw ContentError("debug_request: `type` is \"\(type)\", expected \"request\"")
    }
    sequence = try fields.integer("seq", default: 0)
    command = try fields.string("command")
    arguments = .object(try fields.object("arguments"))
  }
}

/// Reading the arguments of a command; the errors name the command and the argument.
extension DebugRequest {
  /// An argument that must be there.
  public func string(_ name: String) throws(ContentError) -> String {
    try fields.string(name)
  }

  /// An argument that must be there.
  public func integer(_ name: String) throws(ContentError) -> Int {
    try fields.integer(name)
  }

  /// Nil if the argument is absent or null.
  public func optionalInteger(_ name: String) throws(ContentError) -> Int? {
    try fields.optional(name, "a whole number", \.integer)
  }

  /// Nil if the argument is absent or null.
  public func optionalString(_ name: String) throws(ContentError) -> String? {
    try fields.optional(name, "a string", \.string)
  }

  /// False if the argument is absent.
  public func flag(_ name: String) throws(ContentError) -> Bool {
    try fields.bool(name, default: false)
  }

  /// Empty if the argument is absent.
  public func list(_ name: String) throws(ContentError) -> [JSON] {
    try fields.optional(name, "a list", \.array) ?? []
  }

  /// The path of the `source` that a command is about.
  public func sourcePath() throws(ContentError) -> String {
    try Fields(.object(try fields.object("source")), of: "\(command): `source`").string("path")
  }

  private var fields: Fields {
    get throws(ContentError) { try Fields(arguments, of: command) }
  }
}

/// Answers a `debug_request`: the response of the Debug Adapter Protocol.
public struct DebugReply: MessageContent, Equatable {
  public var messageType: String { "debug_reply" }

  /// The response's own number.
  public var sequence: Int
  /// The number of the request.
  public var requestSequence: Int
  /// The command of the request.
  public var command: String
  /// What the command gives, or why it failed, in one line.
  public var outcome: Result<JSON.Object, ContentError>

  /// The response with these parts.
  public init(
    sequence: Int, requestSequence: Int, command: String, outcome: Result<JSON.Object, ContentError>
  ) {
    self.sequence = sequence
    self.requestSequence = requestSequence
    self.command = command
    self.outcome = outcome
  }

  public var json: JSON {
    var object: JSON.Object = [
      "seq": .integer(sequence), "type": "response", "request_seq": .integer(requestSequence),
      "command": .string(command),
    ]
    switch outcome {
    case .success(let body):
      object["success"] = true
      object["body"] = .object(body)
    case .failure(let error):
      object["success"] = false
      object["message"] = .string(error.description)
    }
    return .object(object)
  }
}

/// Tells every front end what happens to the program that is debugged: an event of the Debug Adapter Protocol.
public struct DebugEvent: MessageContent, Equatable {
  public var messageType: String { "debug_event" }

  /// The event's number.
  public var sequence: Int
  /// What happened: "stopped".
  public var event: String
  /// The particulars.
  public var body: JSON.Object

  /// The event with these parts.
  public init(sequence: Int, event: String, body: JSON.Object = [:]) {
    self.sequence = sequence
    self.event = event
    self.body = body
  }

  public var json: JSON {
    [
      "seq": .integer(sequence), "type": "event", "event": .string(event), "body": .object(body),
    ]
  }
}
