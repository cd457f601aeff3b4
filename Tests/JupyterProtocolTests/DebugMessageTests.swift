import JupyterProtocol
import Testing

@Suite("Messages of the debugger")
struct DebugMessageTests {
  @Test("a request is read with its arguments, which may be left out")
  func request() throws {
    let json: JSON = [
      "type": "request", "seq": 7, "command": "setBreakpoints",
      "arguments": ["source": ["path": "/tmp/1.py"], "lines": [1, 2], "count": nil, "flag": true],
    ]
    let request = try DebugRequest(json)
    #expect(request.sequence == 7 && request.command == "setBreakpoints")
    #expect(try request.sourcePath() == "/tmp/1.py")
    #expect(try request.list("lines") == [1, 2])
    #expect(try request.list("nothing") == [])
    #expect(try request.optionalInteger("count") == nil)
    #expect(try request.flag("flag"))
    #expect(try !request.flag("other"))
    let bare = try DebugRequest(["command": "threads"])
    #expect(bare == DebugRequest(sequence: 0, command: "threads"))
  }

  @Test("an argument that is wrong is named, with what was expected")
  func wrongArguments() throws {
    let request = DebugRequest(sequence: 1, command: "scopes", arguments: ["frameId": "x", "source": [:]])
    #expect(throws: ContentError("scopes: `frameId` is a string, expected a whole number")) {
      try request.integer("frameId")
    }
    #expect(throws: ContentError("scopes: `code` is missing, expected a string")) {
      try request.string("code")
    }
    #expect(throws: ContentError("scopes: `source`: `path` is missing, expected a string")) {
      try request.sourcePath()
    }
  }

  @Test("a response has a body or a message; an event has a name and a body")
  func answers() {
    let success = DebugReply(
      sequence: 3, requestSequence: 7, command: "threads", outcome: .success(["threads": []]))
    #expect(success.messageType == "debug_reply")
    #expect(
      success.json == [
        "seq": 3, "type": "response", "request_seq": 7, "command": "threads", "success": true,
        "body": ["threads": []],
      ])
    let failure = DebugReply(
      sequence: 4, requestSequence: 8, command: "next", outcome: .failure(ContentError("nothing is stopped")))
    #expect(
      failure.json == [
        "seq": 4, "type": "response", "request_seq": 8, "command": "next", "success": false,
        "message": "nothing is stopped",
      ])
    let event = DebugEvent(sequence: 5, event: "stopped", body: ["threadId": 1])
    #expect(event.messageType == "debug_event")
    #expect(event.json == ["seq": 5, "type": "event", "event": "stopped", "body": ["threadId": 1]])
  }
}
