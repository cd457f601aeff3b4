import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("Shells that are debugged")
struct ThreadTests {
  private static let code = "a = 1\nb = 2\nc = 3"

  /// A client with a subshell, and the two of them held up at the second line, the subshell first.
  private func bothHeldUp() throws -> (client: DebugClient, main: String, sub: String) {
    let client = try DebugClient.attached(hasSubshells: true)
    let subshell = try client.frontEnd.makeSubshell()
    try client.stop(Self.code, at: 2)
    let sub = try client.frontEnd.execute(Self.code, in: subshell)
    #expect(try client.stoppedThread() == 2)
    let main = try client.frontEnd.execute(Self.code)
    #expect(try client.stoppedThread() == 1)
    return (client, main, sub)
  }

  @Test("are threads, the main shell the first; those of deleted subshells do not come again")
  func list() throws {
    let client = try DebugClient.attached(hasSubshells: true)
    func threads() throws -> [String] {
      try (client.get("threads")["threads"]?.array ?? []).map {
        "\($0["id"]?.integer ?? 0) \($0["name"]?.string ?? "")"
      }
    }
    let first = try client.frontEnd.makeSubshell()
    #expect(try threads() == ["1 cells", "2 subshell-\(first)"])
    let id = try client.frontEnd.send(
      "delete_subshell_request", ["subshell_id": .string(first)], on: .control)
    _ = try client.frontEnd.reply(to: id, on: .control)
    let second = try client.frontEnd.makeSubshell()
    #expect(try threads() == ["1 cells", "3 subshell-\(second)"])
    #expect(
      try client.problem("pause", ["threadId": 2])
        == "pause: there is no thread 2: `threads` lists those that there are")
    try client.frontEnd.shutDown()
  }

  @Test("stop each for itself: the others go on")
  func oneStops() throws {
    let client = try DebugClient.attached(hasSubshells: true)
    let subshell = try client.frontEnd.makeSubshell()
    try client.stop(Self.code, at: 2)
    let cell = try client.frontEnd.execute(Self.code, in: subshell)
    let stopped = try client.event("stopped")
    #expect(stopped["reason"] == "breakpoint" && stopped["allThreadsStopped"] == false)
    #expect(try client.get("debugInfo")["stoppedThreads"] == [2])
    #expect(try client.place(thread: 2) == "cell 2")
    #expect(try client.place(thread: 1) == "")
    #expect(try client.finish(client.frontEnd.execute("show 7"))["status"] == "ok")
    #expect(try client.problem("next", ["threadId": 1]) == "next: thread 1 is not stopped")
    try client.get("stepIn", ["threadId": 2])
    #expect(try client.event("continued")["threadId"] == 2)
    #expect(try client.stoppedThread() == 2)
    #expect(try client.place(thread: 2) == "cell 3")
    try client.get("continue", ["threadId": 2])
    #expect(try client.finish(cell)["status"] == "ok")
    try client.frontEnd.shutDown()
  }

  @Test("have values of their own, which are told from each other by the numbers of frames and values")
  func values() throws {
    let (client, main, sub) = try bothHeldUp()
    #expect(try client.get("debugInfo")["stoppedThreads"] == [2, 1])
    let frames = try [1, 2].map { try client.frames(thread: $0)[0] }
    let globals = try frames.map { try client.scope("Globals", of: $0) }
    #expect(globals[0]?["variablesReference"] != globals[1]?["variablesReference"])
    for (frame, scope) in zip(frames, globals) {
      #expect(try client.lines(scope) == ["a = 1"])
      #expect(
        try client.get("evaluate", ["expression": "a", "frameId": frame["id"] ?? nil])["result"] == "1")
    }
    // What means something in one stop does so as long as this one lasts.
    try client.get("continue", ["threadId": 1, "singleThread": true])
    #expect(try client.finish(main)["status"] == "ok")
    #expect(try client.lines(globals[1]) == ["a = 1"])
    #expect(
      try client.problem("variables", ["variablesReference": globals[0]?["variablesReference"] ?? nil])
        .contains("the program has gone on"))
    #expect(
      try client.problem("scopes", ["frameId": frames[0]["id"] ?? nil]).contains(
        "it belongs to an earlier stop"))
    try client.get("continue")
    #expect(try client.finish(sub)["status"] == "ok")
    try client.frontEnd.shutDown()
  }

  @Test("go on all together, whichever a client names, unless it asks for one alone")
  func goingOn() throws {
    let (client, main, sub) = try bothHeldUp()
    #expect(
      try client.get("continue", ["threadId": 2, "singleThread": true])["allThreadsContinued"] == false)
    #expect(try client.event("continued") == ["threadId": 2, "allThreadsContinued": false])
    #expect(try client.finish(sub)["status"] == "ok")
    #expect(try client.get("debugInfo")["stoppedThreads"] == [1])
    // As JupyterLab does, which has forgotten by then which one stands.
    #expect(try client.get("continue", ["threadId": 2])["allThreadsContinued"] == true)
    #expect(try client.event("continued") == ["threadId": 1, "allThreadsContinued": true])
    #expect(try client.finish(main)["status"] == "ok")
    #expect(try client.problem("continue", ["threadId": 2]) == "continue: nothing is stopped")
    try client.frontEnd.shutDown()
  }

  @Test("step one by one; with a step the others go on, unless a client asks for the one alone")
  func stepping() throws {
    let (client, main, sub) = try bothHeldUp()
    try client.get("next", ["threadId": 1, "singleThread": true])
    #expect(try client.stoppedThread() == 1)
    #expect(try client.place(thread: 1) == "cell 3")
    #expect(try client.place(thread: 2) == "cell 2")
    try client.get("next", ["threadId": 2])
    #expect(try client.finish(main)["status"] == "ok")
    #expect(try client.stoppedThread() == 2)
    #expect(try client.place == "cell 3")
    try client.get("continue")
    #expect(try client.finish(sub)["status"] == "ok")
    try client.frontEnd.shutDown()
  }

  @Test("are paused by their numbers")
  func pause() throws {
    let client = try DebugClient.attached(hasSubshells: true)
    let subshell = try client.frontEnd.makeSubshell()
    let cell = try client.frontEnd.execute("spin", in: subshell)
    _ = try client.frontEnd.next(on: .iopub) { $0.type == "stream" }
    try client.get("pause", ["threadId": 2])
    #expect(try client.stoppedThread() == 2)
    try client.frontEnd.send("interrupt_request", on: .control)
    #expect(try client.finish(cell)["ename"] == "Interrupted")
    try client.frontEnd.shutDown()
  }

  @Test(
    "let the main shell answer for the notebook while it is idle, and one that is held up while it is busy")
  func answering() throws {
    let client = try DebugClient.attached(hasSubshells: true)
    let subshell = try client.frontEnd.makeSubshell()
    _ = try client.finish(client.frontEnd.execute("m = 1"))
    #expect(try client.get("inspectVariables")["variables"]?.array?.map(DebugClient.line) == ["m = 1"])
    try client.stop(Self.code, at: 2)
    // This language shares no names between shells, so that an answer shows who has given it.
    let busy = try client.frontEnd.execute("ask")
    _ = try client.frontEnd.reply(to: busy, on: .stdin)
    let cell = try client.frontEnd.execute(Self.code, in: subshell)
    _ = try client.stoppedThread()
    #expect(try client.get("inspectVariables")["variables"]?.array?.map(DebugClient.line) == ["a = 1"])
    try client.get("continue")
    #expect(try client.finish(cell)["status"] == "ok")
    try client.frontEnd.send("input_reply", ["value": ""], on: .stdin)
    _ = try client.finish(busy)
    try client.frontEnd.shutDown()
  }

  @Test("that are deleted while they are held up end, and stand no longer")
  func deletion() throws {
    let client = try DebugClient.attached(hasSubshells: true)
    let subshell = try client.frontEnd.makeSubshell()
    try client.stop(Self.code, at: 2)
    let cell = try client.frontEnd.execute(Self.code, in: subshell)
    _ = try client.stoppedThread()
    try client.frontEnd.send("delete_subshell_request", ["subshell_id": .string(subshell)], on: .control)
    #expect(try client.event("continued")["threadId"] == 2)
    #expect(try client.finish(cell)["ename"] == "Interrupted")
    #expect(try client.get("debugInfo")["stoppedThreads"] == [])
    let (next, _) = try client.run(Self.code)
    #expect(try client.place == "cell 2")
    try client.get("continue")
    #expect(try client.finish(next)["status"] == "ok")
    try client.frontEnd.shutDown()
  }

  @Test("stop in callbacks too, where messages on comms are answered", arguments: [false, true])
  func callback(isInSubshell: Bool) throws {
    let client = try DebugClient.attached(hasSubshells: true)
    let subshell = isInSubshell ? try client.frontEnd.makeSubshell() : nil
    try client.frontEnd.send(
      "comm_open", ["comm_id": "c", "target_name": "t", "data": [:]], subshell: subshell)
    try client.stop(Self.code, at: 2)
    let message = try client.frontEnd.send(
      "comm_msg", ["comm_id": "c", "data": ["code": .string(Self.code)]], subshell: subshell)
    let thread = try client.stoppedThread()
    #expect(thread == (isInSubshell ? 2 : 1))
    #expect(try client.place(thread: thread) == "cell 2")
    #expect(try client.go("next") == "cell 3")
    try client.get("continue")
    #expect(try client.frontEnd.published(for: message).allSatisfy { $0.type == "debug_event" })
    try client.frontEnd.shutDown()
  }
}
