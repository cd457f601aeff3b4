import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("A subshell")
struct SubshellTests {
  @Test("is made, listed and deleted; others are unknown")
  func table() throws {
    let frontEnd = try FrontEnd(hasSubshells: true)
    func list() throws -> JSON {
      let id = try frontEnd.send("list_subshell_request", on: .control)
      return try frontEnd.reply(to: id, on: .control).content
    }
    func delete(_ content: JSON) throws -> JSON {
      let id = try frontEnd.send("delete_subshell_request", content, on: .control)
      return try frontEnd.reply(to: id, on: .control).content
    }
    #expect(try list() == ["status": "ok", "subshell_id": []])
    let (first, second) = (try frontEnd.makeSubshell(), try frontEnd.makeSubshell())
    #expect(try list() == ["status": "ok", "subshell_id": [.string(first), .string(second)]])
    #expect(try delete(["subshell_id": .string(first)]) == ["status": "ok"])
    #expect(try list() == ["status": "ok", "subshell_id": [.string(second)]])
    let unknown = try delete(["subshell_id": .string(first)])
    #expect(unknown["status"] == "error" && unknown["ename"] == "UnknownSubshellError")
    #expect(unknown["evalue"] == .string("Unknown subshell_id '\(first)'"))
    #expect(
      try delete([:])["evalue"] == "delete_subshell_request: `subshell_id` is missing, expected a string")
    try frontEnd.shutDown()
  }

  @Test("is offered by a language that can have them, and by no other")
  func feature() throws {
    func features(_ frontEnd: FrontEnd) throws -> JSON? {
      let id = try frontEnd.send("kernel_info_request", on: .control)
      return try frontEnd.reply(to: id, on: .control).content["supported_features"]
    }
    let able = try FrontEnd(hasSubshells: true)
    #expect(try features(able) == ["kernel subshells"])
    try able.shutDown()
    let unable = try FrontEnd()
    #expect(try features(unable) == [])
    #expect(try unable.published(for: unable.send("create_subshell_request", on: .control)).isEmpty)
    // It passes over a field that it does not know.
    let cell = try unable.execute("1 + 1", in: "any")
    #expect(try unable.reply(to: cell).content["status"] == "ok")
    try unable.shutDown()
  }

  @Test("answers while the main shell runs a cell, under the header of its request")
  func besideTheMainShell() throws {
    let frontEnd = try FrontEnd(hasSubshells: true)
    let subshell = try frontEnd.makeSubshell()
    let long = try frontEnd.execute("spin")
    _ = try frontEnd.next(on: .iopub) { $0.type == "stream" }
    let cell = try frontEnd.execute("print hello", in: subshell)
    let reply = try frontEnd.reply(to: cell)
    #expect(reply.content["execution_count"] == 2)
    #expect(try JSON(reply.wire.parentHeader)["subshell_id"] == .string(subshell))
    let published = try frontEnd.published(for: cell)
    #expect(published.map(\.type) == ["execute_input", "stream"])
    #expect(try published.allSatisfy { try JSON($0.wire.parentHeader)["subshell_id"] == .string(subshell) })
    try frontEnd.send("interrupt_request", on: .control)
    #expect(try frontEnd.reply(to: long).content["ename"] == "Interrupted")
    try frontEnd.shutDown()
  }

  @Test("can be asked for by a client that comes while the main shell runs a cell: it is greeted at once")
  func newcomer() throws {
    let frontEnd = try FrontEnd(hasSubshells: true)
    let long = try frontEnd.execute("spin")
    _ = try frontEnd.next(on: .iopub) { $0.type == "stream" }
    let own = try frontEnd.send("kernel_info_request")
    let newcomer = try FrontEnd(connectingTo: frontEnd, session: "newcomer")
    let greeting = try newcomer.send("kernel_info_request")
    #expect(try newcomer.reply(to: greeting).content["supported_features"] == ["kernel subshells"])
    #expect(try newcomer.published(for: greeting).isEmpty)
    let cell = try newcomer.execute("1 + 1", in: newcomer.makeSubshell())
    #expect(try newcomer.reply(to: cell).content["status"] == "ok")
    // The first client's requests keep their order.
    try frontEnd.send("interrupt_request", on: .control)
    #expect(try frontEnd.next(on: .shell) { _ in true }.parent == long)
    #expect(try frontEnd.next(on: .shell) { _ in true }.parent == own)
    try frontEnd.shutDown()
  }

  @Test("keeps to the order of its own requests")
  func order() throws {
    let frontEnd = try FrontEnd(hasSubshells: true)
    let subshell = try frontEnd.makeSubshell()
    let long = try frontEnd.execute("spin", in: subshell)
    _ = try frontEnd.next(on: .iopub) { $0.type == "stream" }
    let waiting = try frontEnd.send("kernel_info_request", subshell: subshell)
    #expect(try frontEnd.reply(to: frontEnd.execute("1 + 1")).content["status"] == "ok")
    try frontEnd.send("interrupt_request", on: .control)
    #expect(try frontEnd.next(on: .shell) { _ in true }.parent == long)
    #expect(try frontEnd.next(on: .shell) { _ in true }.parent == waiting)
    try frontEnd.shutDown()
  }

  @Test("aborts what is queued in it when a cell of it fails, and nothing elsewhere")
  func abort() throws {
    let frontEnd = try FrontEnd(hasSubshells: true)
    let subshell = try frontEnd.makeSubshell()
    let mine = try ["spin", "1 + 1"].map { try frontEnd.execute($0) }
    let failing = try ["doubt", "2 + 2"].map { try frontEnd.execute($0, in: subshell) }
    _ = try frontEnd.reply(to: failing[0], on: .stdin)
    try frontEnd.send("input_reply", ["value": ""], on: .stdin, subshell: subshell)
    #expect(try frontEnd.reply(to: failing[0]).content["ename"] == "Unforeseen")
    #expect(try frontEnd.reply(to: failing[1]).content["ename"] == "Aborted")
    try frontEnd.send("interrupt_request", on: .control)
    #expect(try frontEnd.reply(to: mine[0]).content["ename"] == "Interrupted")
    #expect(try frontEnd.reply(to: mine[1]).content["ename"] == "Aborted")
    try frontEnd.shutDown()
  }

  @Test("that is not there is refused between busy and idle")
  func unknown() throws {
    let frontEnd = try FrontEnd(hasSubshells: true)
    let cell = try frontEnd.execute("1 + 1", in: "nobody")
    let reply = try frontEnd.reply(to: cell)
    #expect(reply.type == "execute_reply")
    #expect(
      reply.content == [
        "status": "error", "ename": "UnknownSubshellError", "evalue": "Unknown subshell_id 'nobody'",
        "traceback": [],
      ])
    #expect(try frontEnd.published(for: cell).isEmpty)
    // What wants no reply is dealt with all the same.
    let comm = try frontEnd.send("comm_msg", ["comm_id": "c", "data": [:]], subshell: "nobody")
    #expect(try frontEnd.published(for: comm).isEmpty)
    try frontEnd.shutDown()
  }

  @Test("that is deleted stops its cell and refuses what waited")
  func deletion() throws {
    let frontEnd = try FrontEnd(hasSubshells: true)
    let subshell = try frontEnd.makeSubshell()
    let cells = try ["spin", "1 + 1"].map { try frontEnd.execute($0, in: subshell) }
    _ = try frontEnd.next(on: .iopub) { $0.type == "stream" }
    let id = try frontEnd.send("delete_subshell_request", ["subshell_id": .string(subshell)], on: .control)
    #expect(try frontEnd.reply(to: id, on: .control).content == ["status": "ok"])
    #expect(try frontEnd.reply(to: cells[1]).content["ename"] == "UnknownSubshellError")
    #expect(try frontEnd.reply(to: cells[0]).content["ename"] == "Interrupted")
    #expect(try frontEnd.published(for: cells[0]).map(\.type) == ["execute_input", "error"])
    try frontEnd.shutDown()
  }

  @Test("asks for input by itself, and every cell gets the answer to its own question")
  func input() throws {
    let frontEnd = try FrontEnd(hasSubshells: true)
    let subshell = try frontEnd.makeSubshell()
    let cells = [try frontEnd.execute("ask main? "), try frontEnd.execute("ask sub? ", in: subshell)]
    let questions = try cells.map { cell in try frontEnd.next(on: .stdin) { $0.parent == cell } }
    #expect(questions.map { $0.content["prompt"] } == ["main? ", "sub? "])
    #expect(try JSON(questions[1].wire.parentHeader)["subshell_id"] == .string(subshell))
    // One client names the subshell, another the question.
    try frontEnd.send("input_reply", ["value": "S"], on: .stdin, subshell: subshell)
    #expect(try frontEnd.published(for: cells[1]).last?.content["data"]?["text/plain"] == "you said S")
    try frontEnd.send("input_reply", ["value": "M"], on: .stdin) {
      $0.parentHeader = questions[0].wire.header
    }
    #expect(try frontEnd.published(for: cells[0]).last?.content["data"]?["text/plain"] == "you said M")
    try frontEnd.shutDown()
  }

  @Test("is refused when there are many already")
  func limit() throws {
    let frontEnd = try FrontEnd(hasSubshells: true)
    for _ in 0..<Shells.limit { _ = try frontEnd.makeSubshell() }
    let id = try frontEnd.send("create_subshell_request", on: .control)
    let reply = try frontEnd.reply(to: id, on: .control).content
    #expect(reply["status"] == "error" && reply["ename"] == "NoSubshell")
    #expect(
      reply["evalue"]
        == "this kernel has 64 subshells, and no room for more: delete one that is not needed")
    try frontEnd.shutDown()
  }

  @Test("ends with the kernel, whatever it runs", arguments: ["spin", "deaf"])
  func shutdown(code: String) throws {
    let frontEnd = try FrontEnd(hasSubshells: true)
    let subshells = [try frontEnd.makeSubshell(), try frontEnd.makeSubshell()]
    for subshell in subshells {
      try frontEnd.execute(code, in: subshell)
      _ = try frontEnd.next(on: .iopub) { $0.type == "stream" }
    }
    #expect(try frontEnd.shutDown().content == ["status": "ok", "restart": false])
  }

  @Test("counts on with the other shells, and its cells are in the one history")
  func history() throws {
    let frontEnd = try FrontEnd(hasSubshells: true)
    let subshell = try frontEnd.makeSubshell()
    _ = try frontEnd.reply(to: try frontEnd.execute("1 + 1"))
    _ = try frontEnd.reply(to: try frontEnd.execute("2 + 2", in: subshell))
    #expect(try frontEnd.reply(to: try frontEnd.execute("3 + 3")).content["execution_count"] == 3)
    let id = try frontEnd.send(
      "history_request", ["hist_access_type": "tail", "n": 9, "output": false, "raw": true],
      subshell: subshell)
    #expect(
      try frontEnd.reply(to: id).content["history"] == [[1, 1, "1 + 1"], [1, 2, "2 + 2"], [1, 3, "3 + 3"]])
    try frontEnd.shutDown()
  }
}
