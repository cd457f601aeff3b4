import Glibc
import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("While a cell runs")
struct ControlTests {
  @Test("control and heartbeat are answered")
  func control() throws {
    let frontEnd = try FrontEnd()
    let cell = try frontEnd.execute("spin")
    _ = try frontEnd.next(on: .iopub) { $0.type == "stream" }
    let id = try frontEnd.send("kernel_info_request", on: .control)
    #expect(try frontEnd.reply(to: id, on: .control).type == "kernel_info_reply")
    #expect(try frontEnd.published(for: id).isEmpty)
    let beat = [[], Array("ping".utf8)]
    try frontEnd.send(frames: beat, on: .heartbeat)
    #expect(try frontEnd.frames(on: .heartbeat) == beat)
    try frontEnd.send("interrupt_request", on: .control)
    _ = try frontEnd.reply(to: cell)
    try frontEnd.shutDown()
  }

  @Test("what the kernel uses is told, its share of a processor since the last time")
  func usage() throws {
    let frontEnd = try FrontEnd()
    func usage() throws -> JSON {
      let id = try frontEnd.send("usage_request", on: .control)
      return try frontEnd.reply(to: id, on: .control).content
    }
    let first = try usage()
    #expect(first["pid"] == .integer(Int(getpid())))
    #expect(first["host_cpu_percent"] == nil)
    #expect(try #require(first["kernel_memory"]?.integer) > 1 << 20)
    #expect(first["kernel_cpu"] == .number(0))
    let memory = try #require(first["host_virtual_memory"])
    #expect(try #require(memory["total"]?.integer) > #require(memory["available"]?.integer))
    #expect(try #require(try usage()["kernel_cpu"]?.number) >= 0)
    try frontEnd.shutDown()
  }

  @Test("an interrupt stops it and nothing after it", arguments: ["spin", "pour"])
  func interrupt(code: String) throws {
    let frontEnd = try FrontEnd()
    let cell = try frontEnd.execute(code)
    _ = try frontEnd.next(on: .iopub) { $0.type == "stream" }
    let interrupt = try frontEnd.send("interrupt_request", on: .control)
    #expect(try frontEnd.reply(to: interrupt, on: .control).content == ["status": "ok"])
    let reply = try frontEnd.reply(to: cell).content
    #expect(reply["ename"] == "Interrupted")
    #expect(reply["evalue"] == "the cell was stopped before it finished")
    #expect(try frontEnd.reply(to: try frontEnd.execute("1 + 1")).content["status"] == "ok")
    try frontEnd.shutDown()
  }

  @Test("an interrupt that comes when nothing runs is answered and has no effect")
  func idleInterrupt() throws {
    let frontEnd = try FrontEnd()
    let interrupt = try frontEnd.send("interrupt_request", on: .control)
    _ = try frontEnd.reply(to: interrupt, on: .control)
    #expect(try frontEnd.reply(to: try frontEnd.execute("1 + 1")).content["status"] == "ok")
    try frontEnd.shutDown()
  }

  @Test("a shutdown ends the kernel, even if the cell does not listen", arguments: ["spin", "deaf"])
  func shutdown(code: String) throws {
    let frontEnd = try FrontEnd()
    try frontEnd.execute(code)
    _ = try frontEnd.next(on: .iopub) { $0.type == "stream" }
    let reply = try frontEnd.shutDown(restart: true)
    #expect(reply.content == ["status": "ok", "restart": true])
    let farewell = try frontEnd.next(on: .iopub) { $0.type == "shutdown_reply" }
    #expect(farewell.content == ["status": "ok", "restart": true])
  }

  @Test("a shutdown on shell waits for its turn")
  func shutdownOnShell() throws {
    let frontEnd = try FrontEnd()
    let cells = try (0..<20).map { _ in try frontEnd.execute("1 + 1") }
    let shutdown = try frontEnd.send("shutdown_request", ["restart": false])
    for id in cells { #expect(try frontEnd.reply(to: id).content["status"] == "ok") }
    #expect(try frontEnd.reply(to: shutdown).type == "shutdown_reply")
    #expect(try frontEnd.published(for: shutdown).map(\.type) == ["shutdown_reply"])
    try frontEnd.waitForEnd()
  }
}
