import Testing

@testable import JupyterProtocol

@Suite("The content of a request")
struct RequestTests {
  @Test("for execution has the defaults of the specification")
  func executeDefaults() throws {
    let request = try ExecuteRequest(["code": "1"])
    #expect(!request.isSilent && request.storesHistory && request.allowsStdin && request.stopsOnError)
    #expect(request.userExpressions.isEmpty)
  }

  @Test("for silent execution never stores history")
  func silent() throws {
    let request = try ExecuteRequest(["code": "1", "silent": true, "store_history": true])
    #expect(request.isSilent && !request.storesHistory)
  }

  @Test("takes null for a field that is not given")
  func null() throws {
    let request = try ExecuteRequest(["code": "1", "user_expressions": nil, "stop_on_error": nil])
    #expect(request.stopsOnError)
  }

  @Test(
    "counts the cursor in Unicode scalars and keeps it inside the code",
    arguments: [(nil, 3), (2, 2), (-5, 0), (99, 3)] as [(Int?, Int)])
  func cursor(given: Int?, cursor: Int) throws {
    let content: JSON = ["code": "a😀b", "cursor_pos": given.map(JSON.integer) ?? .null]
    #expect(try CompleteRequest(content).cursor == cursor)
    #expect(try InspectRequest(content).cursor == cursor)
  }

  @Test("for history is one of three kinds")
  func history() throws {
    #expect(
      try HistoryRequest(["hist_access_type": "range", "session": -1, "start": 2, "stop": 5]).access
        == .range(session: -1, start: 2, stop: 5))
    #expect(
      try HistoryRequest(["hist_access_type": "tail", "n": 3, "output": true]).access == .tail(count: 3))
    #expect(
      try HistoryRequest(["hist_access_type": "search", "pattern": "a*", "unique": true]).access
        == .search(pattern: "a*", count: nil, unique: true))
  }

  @Test("is refused with the message, the field and what is expected")
  func errors() {
    let missing = #expect(throws: ContentError.self) { try ExecuteRequest([:]) }
    #expect(missing?.description == "execute_request: `code` is missing, expected a string")
    let mistyped = #expect(throws: ContentError.self) { try ExecuteRequest(["code": "", "silent": 1]) }
    #expect(mistyped?.description == "execute_request: `silent` is a number, expected a boolean")
    let expression = #expect(throws: ContentError.self) {
      try ExecuteRequest(["code": "", "user_expressions": ["a": 1]])
    }
    #expect(expression?.description == "execute_request: user expression `a` is a number, expected a string")
    let access = #expect(throws: ContentError.self) { try HistoryRequest(["hist_access_type": "all"]) }
    #expect(
      access?.description
        == #"history_request: `hist_access_type` is "all", expected range, tail or search"#)
    let pattern = #expect(throws: ContentError.self) {
      try HistoryRequest([
        "hist_access_type": "search", "pattern": .string(String(repeating: "é", count: 25_001)),
      ])
    }
    #expect(pattern?.description == "history_request: `pattern` has 50002 bytes, expected at most 50000")
  }
}

@Suite("The content of an answer")
struct AnswerTests {
  @Test("is written as the specification shapes it")
  func shapes() {
    let bundle = MIMEBundle(["text/plain": "1", "application/json": ["a": 1]])
    let shapes: [(any MessageContent, String)] = [
      (Status(.busy), #"{"execution_state":"busy"}"#),
      (StreamOutput(name: .stderr, text: "x"), #"{"name":"stderr","text":"x"}"#),
      (
        DisplayData(.update, bundle, displayID: "d"),
        #"{"data":{"text/plain":"1","application/json":{"a":1}},"metadata":{},"transient":{"display_id":"d"}}"#
      ),
      (DisplayData(.new, MIMEBundle()), #"{"data":{},"metadata":{},"transient":{}}"#),
      (ClearOutput(wait: true), #"{"wait":true}"#),
      (
        ErrorReply(to: "execute_reply", name: "N", message: "m", traceback: ["t"], executionCount: 3),
        #"{"status":"error","ename":"N","evalue":"m","traceback":["t"],"execution_count":3}"#
      ),
      (InspectReply(nil), #"{"status":"ok","found":false,"data":{},"metadata":{}}"#),
      (IsCompleteReply(.complete, indent: "  "), #"{"status":"complete"}"#),
      (IsCompleteReply(.incomplete, indent: "  "), #"{"status":"incomplete","indent":"  "}"#),
      (
        CommOpen(id: "c", target: "t", data: ["a": 1]),
        #"{"comm_id":"c","target_name":"t","data":{"a":1}}"#
      ),
      (CommMessage(id: "c", data: ["a": 1]), #"{"comm_id":"c","data":{"a":1}}"#),
      (CommClose(id: "c"), #"{"comm_id":"c","data":{}}"#),
      (CommInfoReply(comms: [("c", "t")]), #"{"status":"ok","comms":{"c":{"target_name":"t"}}}"#),
      (InputRequest(prompt: "?", isPassword: true), #"{"prompt":"?","password":true}"#),
      (ShutdownReply(restart: true), #"{"status":"ok","restart":true}"#),
    ]
    for (content, text) in shapes { #expect(content.json.text == text) }
  }

  @Test("on a comm is read as it is written")
  func comms() throws {
    let open = CommOpen(id: "c", target: "t", data: ["a": 1])
    #expect(try CommOpen(open.json) == open)
    let message = CommMessage(id: "c", data: ["a": [1, nil]])
    #expect(try CommMessage(message.json) == message)
    let close = CommClose(id: "c", data: ["why": "x"])
    #expect(try CommClose(close.json) == close)
  }

  @Test("for history has the value beside the source only if it is wanted")
  func history() {
    let entries = [HistoryReply.Entry(session: 1, line: 2, input: "a", output: "b")]
    #expect(HistoryReply(entries, includesOutput: false).json["history"]?.array == [[1, 2, "a"]])
    #expect(HistoryReply(entries, includesOutput: true).json["history"]?.array == [[1, 2, ["a", "b"]]])
  }

  @Test("has the type that the request asks for")
  func types() {
    #expect(DisplayData(.new, MIMEBundle()).messageType == "display_data")
    #expect(DisplayData(.update, MIMEBundle()).messageType == "update_display_data")
    #expect(ErrorReply(to: "inspect_reply", name: "", message: "").messageType == "inspect_reply")
  }
}
