import JupyterProtocol

@testable import JupyterKernel

/// The debugger's side of a front end.
final class DebugClient {
  let frontEnd: FrontEnd
  private var sequence = 0

  init(hasSubshells: Bool = false) throws {
    frontEnd = try FrontEnd(hasSubshells: hasSubshells) { Walker() }
  }

  /// One that is attached.
  static func attached(hasSubshells: Bool = false) throws -> DebugClient {
    let client = try DebugClient(hasSubshells: hasSubshells)
    try client.get("initialize")
    try client.get("attach")
    return client
  }

  /// The whole response to a request.
  @discardableResult
  func ask(_ command: String, _ arguments: JSON.Object = [:]) throws -> JSON {
    let id = try send(command, arguments)
    return try frontEnd.reply(to: id, on: .control).content
  }

  @discardableResult
  func send(_ command: String, _ arguments: JSON.Object = [:]) throws -> String {
    sequence += 1
    return try frontEnd.send(
      "debug_request",
      [
        "type": "request", "seq": .integer(sequence), "command": .string(command),
        "arguments": .object(arguments),
      ], on: .control)
  }

  /// The body of the response to a request that must succeed.
  @discardableResult
  func get(_ command: String, _ arguments: JSON.Object = [:]) throws -> JSON {
    let response = try ask(command, arguments)
    guard response["success"] == true, let body = response["body"] else { throw Refused(response: response) }
    return body
  }

  struct Refused: Error { let response: JSON }

  /// The message of the response to a request that must fail.
  func problem(_ command: String, _ arguments: JSON.Object = [:]) throws -> String {
    let response = try ask(command, arguments)
    guard response["success"] == false else { return "no problem" }
    return response["message"]?.string ?? ""
  }

  /// The body of the next event of this name.
  @discardableResult
  func event(_ name: String) throws -> JSON {
    let found = try frontEnd.next(on: .iopub) {
      $0.type == "debug_event" && $0.content["event"]?.string == name
    }
    return found.content["body"] ?? nil
  }

  /// Sets breakpoints in a cell.
  @discardableResult
  func stop(_ code: String, at lines: Int..., condition: String? = nil) throws -> [JSON] {
    let path = try get("dumpCell", ["code": .string(code)])["sourcePath"] ?? nil
    let points = lines.map { line -> JSON in
      var point: JSON.Object = ["line": .integer(line)]
      point["condition"] = condition.map(JSON.string)
      return .object(point)
    }
    return try get("setBreakpoints", ["source": ["path": path], "breakpoints": .array(points)])[
      "breakpoints"]?.array
      ?? []
  }

  /// Runs a cell up to where it is held up, and returns its id with the reason.
  func run(_ code: String) throws -> (cell: String, reason: String?) {
    let cell = try frontEnd.execute(code)
    return (cell, try event("stopped")["reason"]?.string)
  }

  /// Lets the cell go on until it is held up again, and returns where that is.
  func go(_ command: String) throws -> String {
    try get(command)
    try event("continued")
    try event("stopped")
    return try place
  }

  /// The frames of a cell that is held up.
  var frames: [JSON] {
    get throws { try frames() }
  }

  /// - Parameter thread: of the shell; nil for the one that was held up first.
  func frames(thread: Int? = nil) throws -> [JSON] {
    let arguments: JSON.Object = thread.map { ["threadId": .integer($0)] } ?? [:]
    return try get("stackTrace", arguments)["stackFrames"]?.array ?? []
  }

  /// The calls with their lines, the innermost first: "f 3, cell 2".
  var place: String {
    get throws { try place() }
  }

  func place(thread: Int? = nil) throws -> String {
    try frames(thread: thread).map { "\($0["name"]?.string ?? "") \($0["line"]?.integer ?? 0)" }
      .joined(separator: ", ")
  }

  /// Waits until a shell's cell is held up, and returns the shell's number.
  func stoppedThread() throws -> Int? { try event("stopped")["threadId"]?.integer }

  /// The variables inside of something, as lines.
  func lines(_ value: JSON?, _ paging: JSON.Object = [:]) throws -> [String] {
    var arguments = paging
    arguments["variablesReference"] = value?["variablesReference"]
    return try (get("variables", arguments)["variables"]?.array ?? []).map(Self.line)
  }

  static func line(_ variable: JSON) -> String {
    "\(variable["name"]?.string ?? "") = \(variable["value"]?.string ?? "")"
  }

  /// The scopes of a frame by their names.
  func scope(_ name: String, of frame: JSON) throws -> JSON? {
    try get("scopes", ["frameId": frame["id"] ?? nil])["scopes"]?.array?.first { $0["name"]?.string == name }
  }

  func finish(_ cell: String) throws -> JSON { try frontEnd.reply(to: cell).content }
}
