import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("A comm")
struct CommTests {
  private func startKernel() throws -> FrontEnd { try FrontEnd { Telephone() } }

  private func comms(_ frontEnd: FrontEnd, target: String? = nil) throws -> JSON? {
    let asked: JSON = target.map { ["target_name": .string($0)] } ?? [:]
    return try frontEnd.reply(to: try frontEnd.send("comm_info_request", asked)).content["comms"]
  }

  private func open(_ id: String, target: String = "echo", in frontEnd: FrontEnd) throws
    -> [FrontEnd.Message]
  {
    let content: JSON = ["comm_id": .string(id), "target_name": .string(target), "data": ["from": "Ada"]]
    return try frontEnd.published(for: try frontEnd.send("comm_open", content))
  }

  private func say(_ data: JSON, on id: String, in frontEnd: FrontEnd) throws -> [FrontEnd.Message] {
    let content: JSON = ["comm_id": .string(id), "data": data]
    return try frontEnd.published(for: try frontEnd.send("comm_msg", content))
  }

  @Test("that a front end opens is answered under the parent of each message")
  func openedByFrontEnd() throws {
    let frontEnd = try startKernel()
    let opened = try open("c1", in: frontEnd)
    #expect(opened.map(\.type) == ["stream"])
    #expect(opened.first?.content["text"] == "Ada calls\n")
    #expect(try comms(frontEnd) == ["c1": ["target_name": "echo"]])
    let said = try say(["words": "hello"], on: "c1", in: frontEnd)
    #expect(said.map(\.type) == ["stream", "comm_msg", "display_data"])
    #expect(said[1].content == ["comm_id": "c1", "data": ["words": "hello"]])
    try frontEnd.shutDown()
  }

  @Test("carries metadata and buffers both ways, byte for byte")
  func buffers() throws {
    let frontEnd = try startKernel()
    _ = try open("c1", in: frontEnd)
    let buffers: [[UInt8]] = [[0, 255, 10], [], Array("<IDS|MSG>".utf8)]
    let id = try frontEnd.send("comm_msg", ["comm_id": "c1", "data": ["n": 1]]) {
      $0.metadata = (["version": "2.1.0"] as JSON).bytes
      $0.buffers = buffers
    }
    let answer = try #require(try frontEnd.published(for: id).first { $0.type == "comm_msg" })
    #expect(answer.wire.buffers == buffers)
    #expect(try JSON(answer.wire.metadata) == ["version": "2.1.0"])
    try frontEnd.shutDown()
  }

  @Test("that a cell opens is told, listed by its target, and closed by the front end")
  func openedByCell() throws {
    let frontEnd = try startKernel()
    let published = try frontEnd.published(for: try frontEnd.execute("call"))
    let opened = try #require(published.first { $0.type == "comm_open" })
    let id = try #require(opened.content["comm_id"]?.string)
    #expect(opened.content["target_name"] == "phone")
    #expect(opened.content["data"] == ["from": "kernel"])
    #expect(opened.wire.buffers == [[1, 2]])
    #expect(try comms(frontEnd, target: "phone")?[id] == ["target_name": "phone"])
    #expect(try comms(frontEnd, target: "echo") == [:])
    let close = try frontEnd.send("comm_close", ["comm_id": .string(id), "data": ["why": "tired"]])
    #expect(try frontEnd.published(for: close).map { $0.content["text"] } == ["phone hung up: tired\n"])
    #expect(try comms(frontEnd) == [:])
    try frontEnd.shutDown()
  }

  @Test("opened by a silent cell is told to the front end as well")
  func silentCell() throws {
    let frontEnd = try startKernel()
    let published = try frontEnd.published(for: try frontEnd.execute("call", ["silent": true]))
    #expect(published.map(\.type) == ["comm_open"])
    try frontEnd.shutDown()
  }

  @Test("that the language closes is closed once, and takes nothing more")
  func closedByLanguage() throws {
    let frontEnd = try startKernel()
    _ = try open("c1", in: frontEnd)
    let closed = try say(["words": "bye"], on: "c1", in: frontEnd)
    #expect(closed.map(\.type) == ["comm_close"])
    #expect(closed[0].content == ["comm_id": "c1", "data": ["last": "bye"]])
    #expect(try comms(frontEnd) == [:])
    try frontEnd.shutDown()
  }

  @Test("with a target that the language does not have is closed again")
  func unknownTarget() throws {
    let frontEnd = try startKernel()
    let published = try open("c1", target: "fax", in: frontEnd)
    #expect(published.map(\.type) == ["comm_close"])
    #expect(published[0].content == ["comm_id": "c1", "data": [:]])
    #expect(try comms(frontEnd) == [:])
    try frontEnd.shutDown()
  }

  @Test("is closed again when opening it fails, and the error is printed")
  func failedOpening() throws {
    let frontEnd = try startKernel()
    let published = try open("c1", target: "broken", in: frontEnd)
    #expect(published.map(\.type) == ["stream", "comm_close"])
    #expect(published[0].content == ["name": "stderr", "text": "BadLine: no connection\n"])
    try frontEnd.shutDown()
  }

  @Test("that is not open, or open already, is passed over with one log line")
  func unknownComm() throws {
    let frontEnd = try startKernel()
    #expect(try say([:], on: "nobody", in: frontEnd).isEmpty)
    let close = try frontEnd.send("comm_close", ["comm_id": "nobody", "data": [:]])
    #expect(try frontEnd.published(for: close).isEmpty)
    _ = try open("c1", in: frontEnd)
    #expect(try open("c1", in: frontEnd).isEmpty)
    #expect(
      frontEnd.log.lines.filter { $0.contains("comm") } == [
        "a message for a comm that is not open: passed over",
        "the end of a comm that is not open: passed over",
        "a comm was opened with the id of one that is open: passed over",
      ])
    try frontEnd.shutDown()
  }

  @Test("whose callback fails prints the error under the message, and goes on")
  func failure() throws {
    let frontEnd = try startKernel()
    _ = try open("c1", in: frontEnd)
    let failed = try say(["words": "mumble"], on: "c1", in: frontEnd)
    #expect(failed.map(\.content) == [["name": "stderr", "text": "BadLine: say that again\n"]])
    #expect(try say(["words": "hello"], on: "c1", in: frontEnd).count == 3)
    try frontEnd.shutDown()
  }

  @Test("whose callback does not end can be interrupted")
  func interrupt() throws {
    let frontEnd = try startKernel()
    _ = try open("c1", in: frontEnd)
    let message = try frontEnd.send("comm_msg", ["comm_id": "c1", "data": ["words": "forever"]])
    _ = try frontEnd.next(on: .iopub) { $0.type == "display_data" }
    try frontEnd.send("interrupt_request", on: .control)
    let error = try #require(try frontEnd.published(for: message).last)
    #expect(error.content["name"] == "stderr")
    #expect(error.content["text"]?.string?.contains("stopped before it finished") == true)
    #expect(try say(["words": "hello"], on: "c1", in: frontEnd).count == 3)
    try frontEnd.shutDown()
  }

  @Test("tells whether a later message of the front end waits, and what it says")
  func waitingMessages() throws {
    let frontEnd = try startKernel()
    _ = try open("c1", in: frontEnd)
    let message = try frontEnd.send("comm_msg", ["comm_id": "c1", "data": ["words": "wait for more"]])
    _ = try frontEnd.next(on: .iopub) { $0.type == "display_data" }
    let more = try frontEnd.send("comm_msg", ["comm_id": "c1", "data": ["words": "more"]])
    #expect(try frontEnd.published(for: message).last?.content["text"] == "there is [\"more\"]\n")
    #expect(try frontEnd.published(for: more).first?.content["text"] == "nothing waits\n")
    try frontEnd.shutDown()
  }

  @Test(
    "message that lacks what it must have is passed over", arguments: ["comm_open", "comm_msg", "comm_close"])
  func malformed(type: String) throws {
    let frontEnd = try startKernel()
    for content: JSON in [[:], ["comm_id": 5], ["comm_id": "c1", "target_name": "echo", "data": "text"]] {
      #expect(try frontEnd.published(for: try frontEnd.send(type, content)).isEmpty)
    }
    let content: JSON = ["comm_id": "c1", "target_name": "echo", "data": [:]]
    let id = try frontEnd.send(type, content) { $0.metadata = Array("[1".utf8) }
    #expect(try frontEnd.published(for: id).isEmpty)
    #expect(try comms(frontEnd) == [:])
    try frontEnd.shutDown()
  }

  @Test("needs nothing of a language that has none")
  func noTargets() throws {
    let frontEnd = try FrontEnd(language: Calculator.info) { Calculator() }
    #expect(try open("c1", in: frontEnd).map(\.type) == ["comm_close"])
    try frontEnd.shutDown()
  }
}
