import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("A kernel")
struct RequestTests {
  @Test("says starting once, before anything else, and greets each subscriber")
  func starting() throws {
    let frontEnd = try FrontEnd()
    let first = try frontEnd.next(on: .iopub) { _ in true }
    #expect(first.state == "starting")
    #expect(first.parent == nil)
    _ = try frontEnd.published(for: try frontEnd.execute("1"))
    try frontEnd.shutDown()
    let farewell = try frontEnd.next(on: .iopub) { $0.type == "shutdown_reply" }
    #expect(farewell.content["restart"] == false)
  }

  @Test("says what it is")
  func kernelInfo() throws {
    let frontEnd = try FrontEnd()
    let info = try frontEnd.reply(to: try frontEnd.send("kernel_info_request")).content
    #expect(info["status"] == "ok")
    #expect(info["protocol_version"] == .string(Header.protocolVersion))
    #expect(info["implementation"] == "toy-kernel")
    #expect(info["language_info"]?["file_extension"] == ".toy")
    #expect(info["help_links"] == [["text": "Help", "url": "https://example.org"]])
    try frontEnd.shutDown()
  }

  @Test("completes at a cursor that counts scalars")
  func complete() throws {
    let frontEnd = try FrontEnd()
    try frontEnd.execute("größe = 1\ngrün = 2")
    let id = try frontEnd.send("complete_request", ["code": "😀 + grö * 2", "cursor_pos": 7])
    let reply = try frontEnd.reply(to: id).content
    #expect(reply["matches"] == ["größe"])
    #expect(reply["cursor_start"] == 4)
    #expect(reply["cursor_end"] == 7)
    let types = reply["metadata"]?["_jupyter_types_experimental"]
    #expect(types == [["text": "größe", "type": "instance", "start": 4, "end": 7]])
    try frontEnd.shutDown()
  }

  @Test("inspects, tells complete from incomplete code, and lists comms")
  func otherRequests() throws {
    let frontEnd = try FrontEnd()
    try frontEnd.execute("x = 1")
    func content(_ type: String, _ content: JSON) throws -> JSON {
      try frontEnd.reply(to: try frontEnd.send(type, content)).content
    }
    let found = try content("inspect_request", ["code": "x", "cursor_pos": 1, "detail_level": 0])
    #expect(found == ["status": "ok", "found": true, "data": ["text/plain": "x is 1"], "metadata": [:]])
    #expect(try content("inspect_request", ["code": "y", "cursor_pos": 1])["found"] == false)
    #expect(try content("is_complete_request", ["code": "(1"]) == ["status": "incomplete", "indent": "  "])
    #expect(try content("is_complete_request", ["code": "1)"]) == ["status": "invalid"])
    #expect(try content("comm_info_request", [:]) == ["status": "ok", "comms": [:]])
    try frontEnd.shutDown()
  }

  @Test("closes a comm whose target it does not know")
  func comm() throws {
    let frontEnd = try FrontEnd()
    let id = try frontEnd.send("comm_open", ["comm_id": "c1", "target_name": "widget", "data": [:]])
    let published = try frontEnd.published(for: id)
    #expect(published.map(\.type) == ["comm_close"])
    #expect(published[0].content == ["comm_id": "c1", "data": [:]])
    try frontEnd.shutDown()
  }

  @Test("answers a request whose content is wrong with an error that names the field")
  func wrongContent() throws {
    let frontEnd = try FrontEnd()
    let reply = try frontEnd.reply(to: try frontEnd.send("execute_request", ["code": 5]))
    #expect(reply.type == "execute_reply")
    #expect(reply.content["ename"] == "InvalidMessage")
    #expect(reply.content["evalue"] == "execute_request: `code` is a number, expected a string")
    try frontEnd.shutDown()
  }

  @Test("passes over a request that it does not know, between busy and idle")
  func unknownRequest() throws {
    let frontEnd = try FrontEnd()
    #expect(try frontEnd.published(for: try frontEnd.send("teapot_request")).isEmpty)
    #expect(try frontEnd.published(for: try frontEnd.send("teapot_request", on: .control)).isEmpty)
    try frontEnd.shutDown()
  }

  @Test("remembers the cells that were run")
  func history() throws {
    let frontEnd = try FrontEnd()
    for code in ["x = 1", "x + 1", "x = 1", "y"] { try frontEnd.execute(code, ["stop_on_error": false]) }
    try frontEnd.execute("99", ["store_history": false])
    func history(_ content: JSON) throws -> JSON? {
      try frontEnd.reply(to: try frontEnd.send("history_request", content)).content["history"]
    }
    #expect(try history(["hist_access_type": "tail", "n": 2]) == [[1, 3, "x = 1"], [1, 4, "y"]])
    #expect(
      try history(["hist_access_type": "range", "session": 0, "start": 2, "stop": 4, "output": true])
        == [[1, 2, ["x + 1", "2"]], [1, 3, ["x = 1", nil]]])
    #expect(
      try history(["hist_access_type": "search", "pattern": "x*", "unique": true, "n": 5])
        == [[1, 2, "x + 1"], [1, 3, "x = 1"]])
    #expect(try history(["hist_access_type": "range", "session": -1, "start": 1]) == [])
    try frontEnd.shutDown()
  }
}
