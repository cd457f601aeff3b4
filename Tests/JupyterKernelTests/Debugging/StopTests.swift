import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("A cell that is debugged")
struct StopTests {
  private static let code = """
    a = 1

    enter f
    b = 2
    leave
    show a
    """

  @Test("stops at a breakpoint, where its calls and values can be seen, and goes on")
  func breakpoint() throws {
    let client = try DebugClient.attached()
    let set = try client.stop(Self.code, at: 2, 5)
    #expect(set.map { $0["line"] } == [3, 5])
    #expect(set.allSatisfy { $0["verified"] == true })

    let cell = try client.frontEnd.execute(Self.code)
    let stopped = try client.event("stopped")
    #expect(stopped["reason"] == "breakpoint" && stopped["hitBreakpointIds"] == [1])
    #expect(stopped["threadId"] == 1 && stopped["allThreadsStopped"] == false)
    #expect(try client.place == "cell 3")
    #expect(try client.go("continue") == "f 5, cell 3")
    #expect(try client.get("debugInfo")["stoppedThreads"] == [1])
    let frame = try client.frames[0]
    #expect(frame["source"]?["name"] == "cell")
    #expect(try client.lines(client.scope("Locals", of: frame)) == ["b = 2"])
    #expect(try client.lines(client.scope("Globals", of: frame)) == ["a = 1"])

    try client.get("continue")
    try client.event("continued")
    #expect(try client.finish(cell)["status"] == "ok")
    #expect(try client.frontEnd.next(on: .iopub) { $0.type == "stream" }.content["text"] == "1\n")
    #expect(try client.get("stackTrace")["totalFrames"] == 0)
    try client.frontEnd.shutDown()
  }

  @Test("steps into calls, over them and out of them")
  func steps() throws {
    let client = try DebugClient.attached()
    try client.stop(Self.code, at: 1)
    let (cell, _) = try client.run(Self.code)
    #expect(try client.go("next") == "cell 3")
    #expect(try client.go("stepIn") == "f 4, cell 3")
    #expect(try client.go("stepOut") == "cell 6")
    try client.get("next")
    #expect(try client.finish(cell)["status"] == "ok")

    let (second, _) = try client.run(Self.code)
    #expect(try client.go("next") == "cell 3")
    #expect(try client.go("next") == "cell 6")
    try client.get("stepIn")
    #expect(try client.finish(second)["status"] == "ok")
    // A step does not reach into the next cell.
    #expect(try client.finish(client.frontEnd.execute("c = 1"))["status"] == "ok")
    try client.frontEnd.shutDown()
  }

  @Test("shows what it has printed before it stops")
  func output() throws {
    let client = try DebugClient.attached()
    let code = "show 1\nshow 2"
    try client.stop(code, at: 2)
    let cell = try client.frontEnd.execute(code)
    let types = try (0..<4).map { _ in try client.frontEnd.next(on: .iopub) { $0.type != "status" }.type }
    #expect(types.suffix(2) == ["stream", "debug_event"])
    try client.get("continue")
    _ = try client.finish(cell)
    try client.frontEnd.shutDown()
  }

  @Test(
    "stops only where the condition holds, or cannot be decided",
    arguments: [("1", true), ("0", false), ("x", true)])
  func condition(condition: String, stops: Bool) throws {
    let client = try DebugClient.attached()
    try client.stop("a = 1", at: 1, condition: condition)
    let cell = try client.frontEnd.execute("a = 1")
    if stops {
      let text = try client.event("stopped")["text"]?.string
      #expect(
        text == (condition == "x" ? "the condition x cannot be decided: NameError: x has no value" : nil))
      try client.get("continue")
    }
    #expect(try client.finish(cell)["status"] == "ok")
    try client.frontEnd.shutDown()
  }

  @Test("stops at an error if that is wanted, with its calls still there")
  func error() throws {
    let client = try DebugClient.attached()
    #expect(try client.problem("setExceptionBreakpoints", ["filters": ["all"]]).contains("no filter `all`"))
    try client.get("setExceptionBreakpoints", ["filters": ["uncaught"]])
    let cell = try client.frontEnd.execute("enter f\nfail")
    let stopped = try client.event("stopped")
    #expect(stopped["reason"] == "exception" && stopped["text"] == "as asked")
    #expect(try client.place == "f 2, cell 1")
    #expect(try client.get("exceptionInfo")["exceptionId"] == "Failure")
    try client.get("continue")
    #expect(try client.finish(cell)["ename"] == "Failure")
    try client.get("setExceptionBreakpoints", ["filters": []])
    #expect(try client.finish(client.frontEnd.execute("fail"))["ename"] == "Failure")
    try client.frontEnd.shutDown()
  }

  @Test("stops when a client asks it to pause, and so does the next cell if none runs")
  func pause() throws {
    let client = try DebugClient.attached()
    let cell = try client.frontEnd.execute("a = 1\nspin")
    _ = try client.frontEnd.next(on: .iopub) { $0.type == "stream" }
    try client.get("pause")
    #expect(try client.event("stopped")["reason"] == "pause")
    #expect(try client.place == "cell 2")
    try client.frontEnd.send("interrupt_request", on: .control)
    #expect(try client.finish(cell)["ename"] == "Interrupted")
    try client.get("pause")
    let (next, reason) = try client.run("b = 1")
    #expect(reason == "pause")
    try client.get("continue")
    #expect(try client.finish(next)["status"] == "ok")
    try client.frontEnd.shutDown()
  }

  @Test("that began before the debugger was attached answers questions, and is not stopped")
  func attachedLate() throws {
    let client = try DebugClient()
    let cell = try client.frontEnd.execute("a = 1\nspin")
    _ = try client.frontEnd.next(on: .iopub) { $0.type == "stream" }
    try client.get("initialize")
    try client.get("attach")
    try client.event("initialized")
    #expect(try client.get("inspectVariables")["variables"]?.array?.map(DebugClient.line) == ["a = 1"])
    #expect(try client.problem("pause").hasPrefix("pause: this cell began before the debugger was attached"))
    try client.frontEnd.send("interrupt_request", on: .control)
    _ = try client.finish(cell)
    try client.frontEnd.shutDown()
  }

  @Test("ends if it is interrupted while it is held up", arguments: ["interrupt_request", "terminate"])
  func interrupt(request: String) throws {
    let client = try DebugClient.attached()
    try client.stop(Self.code, at: 4)
    let (cell, _) = try client.run(Self.code)
    if request == "terminate" {
      try client.get(request)
      try client.event("terminated")
      #expect(try client.get("debugInfo")["isStarted"] == false)
    } else {
      try client.frontEnd.send(request, on: .control)
      try client.event("continued")
    }
    #expect(try client.finish(cell)["ename"] == "Interrupted")
    #expect(try client.finish(client.frontEnd.execute("c = 1"))["status"] == "ok")
    try client.frontEnd.shutDown()
  }

  @Test("does not keep the kernel from ending while it is held up")
  func shutdown() throws {
    let client = try DebugClient.attached()
    try client.stop(Self.code, at: 4)
    _ = try client.run(Self.code)
    #expect(try client.frontEnd.shutDown().content["status"] == "ok")
  }

  @Test("goes on when the client leaves, who is then forgotten")
  func disconnect() throws {
    let client = try DebugClient.attached()
    try client.stop(Self.code, at: 4)
    let (cell, _) = try client.run(Self.code)
    try client.get("disconnect")
    #expect(try client.finish(cell)["status"] == "ok")
    try client.get("initialize")
    try client.get("attach")
    #expect(try client.get("debugInfo")["breakpoints"] == [])
    let (second, _) = try {
      try client.stop(Self.code, at: 4)
      return try client.run(Self.code)
    }()
    try client.get("disconnect", ["terminateDebuggee": true])
    #expect(try client.finish(second)["ename"] == "Interrupted")
    try client.frontEnd.shutDown()
  }
}
