import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("The debug adapter protocol")
struct DebugProtocolTests {
  @Test("is offered for a language that can be debugged, and for no other")
  func features() throws {
    let client = try DebugClient()
    let id = try client.frontEnd.send("kernel_info_request", on: .control)
    #expect(try client.frontEnd.reply(to: id, on: .control).content["supported_features"] == ["debugger"])
    try client.frontEnd.shutDown()
    let other = try FrontEnd()
    let request = try other.send("debug_request", ["command": "debugInfo"], on: .control)
    #expect(try other.published(for: request).isEmpty)
    let info = try other.send("kernel_info_request")
    #expect(try other.reply(to: info).content["supported_features"] == [])
    try other.shutDown()
  }

  @Test(
    "knows commands that make no sense yet, and says so",
    arguments: [
      "attach", "configurationDone", "dumpCell", "setBreakpoints", "setExceptionBreakpoints", "source",
      "threads",
      "stackTrace", "scopes", "evaluate", "copyToGlobals", "continue", "next", "stepIn", "stepOut", "pause",
      "disconnect", "terminate", "exceptionInfo", "nonsense", "",
    ])
  func notStarted(command: String) throws {
    let client = try DebugClient()
    #expect(
      try client.problem(command) == "\(command): the debugger has not been started: send `initialize` first")
    try client.frontEnd.shutDown()
  }

  @Test(
    "has commands that need a cell which is held up",
    arguments: [
      "scopes", "evaluate", "copyToGlobals", "continue", "next", "stepIn", "stepOut", "exceptionInfo",
    ])
  func notStopped(command: String) throws {
    let client = try DebugClient.attached()
    #expect(try client.problem(command) == "\(command): nothing is stopped")
    #expect(try client.problem("launch") == "`launch` is no command of this debugger")
    try client.frontEnd.shutDown()
  }

  @Test(
    "answers a request that cannot be read with what is wrong",
    arguments: [
      ("[]", "debug_request is an array, expected an object"),
      ("{}", "debug_request: `command` is missing, expected a string"),
      (#"{"command": 7}"#, "debug_request: `command` is a number, expected a string"),
      (#"{"seq": "one", "command": "threads"}"#, "debug_request: `seq` is a string, expected a whole number"),
      (#"{"type": "event", "command": "threads"}"#, #"debug_request: `type` is "event", expected "request""#),
      (
        #"{"command": "threads", "arguments": 3}"#,
        "debug_request: `arguments` is a number, expected an object"
      ),
      (
        #"{"command": "threads", "arguments": {"threadId": "x"}}"#,
        "threads: `threadId` is a string, expected a whole number"
      ),
      (#"{"command": "dumpCell"}"#, "dumpCell: `code` is missing, expected a string"),
      (
        #"{"command": "source", "arguments": {"source": 1}}"#,
        "source: `source` is a number, expected an object"
      ),
      (
        #"{"command": "setBreakpoints", "arguments": {"source": {"path": "/a"}, "breakpoints": [{"line": "x"}]}}"#,
        "setBreakpoints: a breakpoint has no `line` that is a whole number"
      ),
      (
        #"{"command": "setBreakpoints", "arguments": {"source": {"path": "/a"}, "breakpoints": 1}}"#,
        "setBreakpoints: `breakpoints` is a number, expected a list"
      ),
      (
        #"{"command": "setExceptionBreakpoints", "arguments": {"filters": [1]}}"#,
        "setExceptionBreakpoints: no filter ``; there is `uncaught`"
      ),
      (
        #"{"command": "variables", "arguments": {"variablesReference": 1e300}}"#,
        "variables: `variablesReference` is a number, expected a whole number"
      ),
    ])
  func garbage(content: String, message: String) throws {
    let client = try DebugClient.attached()
    let id = try client.frontEnd.send("debug_request", JSON(parsing: content), on: .control)
    let reply = try client.frontEnd.reply(to: id, on: .control)
    #expect(reply.type == "debug_reply")
    #expect(reply.content["type"] == "response" && reply.content["success"] == false)
    #expect(reply.content["message"]?.string == message)
    #expect(try client.frontEnd.published(for: id).isEmpty)
    #expect(try client.get("threads")["threads"]?.array?.count == 1)
    try client.frontEnd.shutDown()
  }

  @Test("survives numbers at the ends of what a number can be")
  func extremes() throws {
    let client = try DebugClient.attached()
    try client.stop("a = 1", at: .max, .min)
    let (cell, _) = try client.run("a = 1")
    for number in [Int.max, .min, -1, 0] {
      let json = JSON.integer(number)
      #expect(try client.problem("scopes", ["frameId": json]).contains("no frame"))
      #expect(try client.problem("variables", ["variablesReference": json]).contains("no value"))
      #expect(try client.get("stackTrace", ["startFrame": json, "levels": json])["totalFrames"] == 1)
    }
    try client.get("continue")
    #expect(try client.finish(cell)["status"] == "ok")
    try client.frontEnd.shutDown()
  }

  @Test("answers a response with its own number and that of the request")
  func numbers() throws {
    let client = try DebugClient()
    let first = try client.ask("debugInfo")
    let second = try client.ask("debugInfo")
    #expect(first["request_seq"] == 1 && second["request_seq"] == 2)
    #expect(try #require(second["seq"]?.integer) > #require(first["seq"]?.integer))
    try client.frontEnd.shutDown()
  }

  @Test("gives the text of a cell back, and tells a client of breakpoints that cannot be hit")
  func sources() throws {
    let client = try DebugClient.attached()
    let info = try client.get("debugInfo")
    #expect(
      info["hashMethod"] == "Murmur2" && info["hashSeed"] == 3_339_675_911 && info["tmpFileSuffix"] == ".toy")
    let path = try client.get("dumpCell", ["code": "a = 1"])["sourcePath"] ?? nil
    #expect(path.string?.hasPrefix(info["tmpFilePrefix"]?.string ?? "?") == true)
    #expect(try client.get("source", ["source": ["path": path]])["content"] == "a = 1")
    #expect(try client.problem("source", ["source": ["path": "/etc/passwd"]]).contains("no cell /etc/passwd"))
    let large = String(repeating: "x", count: CellFiles.cellLimit + 1)
    #expect(try client.problem("dumpCell", ["code": .string(large)]).contains("too large to be debugged"))

    let elsewhere: JSON.Object = ["source": ["path": "/other/1.toy"], "breakpoints": [["line": 2]]]
    let foreign = try client.get("setBreakpoints", elsewhere)["breakpoints"]?.array?.first
    #expect(foreign?["verified"] == false && foreign?["line"] == 2)
    #expect(try client.stop("\n\n", at: 1)[0]["message"] == "there is no statement in this cell to stop at")
    try client.frontEnd.shutDown()
  }

  @Test("keeps breakpoints for a cell that is not known until it runs")
  func early() throws {
    let client = try DebugClient.attached()
    let prefix = try client.get("debugInfo")["tmpFilePrefix"]?.string ?? ""
    let code = "a = 1\n\nb = 2"
    let path = "\(prefix)\(CellFiles.key(of: code)).toy"
    let set = try client.get(
      "setBreakpoints", ["source": ["path": .string(path)], "breakpoints": [["line": 2]]])["breakpoints"]?
      .array?.first
    #expect(set?["verified"] == false && set?["message"] == "the kernel does not know this cell yet")
    let (cell, _) = try client.run(code)
    #expect(try client.place == "cell 3")
    try client.get("continue")
    _ = try client.finish(cell)
    try client.frontEnd.shutDown()
  }
}
