import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("After a cell has failed")
struct AbortTests {
  @Test("what was queued is not run and answered as an error; other requests are answered; later cells run")
  func abort() throws {
    let frontEnd = try FrontEnd()
    let running = try frontEnd.execute("spin")
    _ = try frontEnd.next(on: .iopub) { $0.type == "stream" }
    let queued = try (0..<5).map { _ in try frontEnd.execute("1 + 1") }
    let other = try frontEnd.send("kernel_info_request")
    // Once this is answered everything that was sent before it has arrived.
    let barrier = try frontEnd.send("kernel_info_request", on: .control)
    _ = try frontEnd.reply(to: barrier, on: .control)
    try frontEnd.send("interrupt_request", on: .control)
    #expect(try frontEnd.reply(to: running).content["ename"] == "Interrupted")
    for id in queued {
      #expect(try frontEnd.published(for: id).isEmpty)
      let reply = try frontEnd.reply(to: id)
      #expect(reply.type == "execute_reply")
      #expect(
        reply.content == [
          "status": "error", "ename": "Aborted", "evalue": "not run: a cell before it failed",
          "traceback": [], "execution_count": 1,
        ])
    }
    #expect(try frontEnd.reply(to: other).type == "kernel_info_reply")
    let later = try frontEnd.reply(to: try frontEnd.execute("1 + 1")).content
    #expect(later["status"] == "ok")
    #expect(later["execution_count"] == 2)
    try frontEnd.shutDown()
  }

  @Test("what was queued is run if the cell says so")
  func goOn() throws {
    let frontEnd = try FrontEnd()
    let running = try frontEnd.execute("spin", ["stop_on_error": false])
    _ = try frontEnd.next(on: .iopub) { $0.type == "stream" }
    let queued = try frontEnd.execute("1 + 1")
    try frontEnd.send("interrupt_request", on: .control)
    #expect(try frontEnd.reply(to: running).content["status"] == "error")
    #expect(try frontEnd.reply(to: queued).content["status"] == "ok")
    try frontEnd.shutDown()
  }

  @Test("a cell that was sent before the failure, by its date, is not run even if it comes after the reply")
  func lateArrival() throws {
    let frontEnd = try FrontEnd()
    let early = Outlet.timestamp()
    let failed = try frontEnd.execute("1 / 0")
    #expect(try frontEnd.reply(to: failed).content["status"] == "error")
    let late = try frontEnd.execute("1 + 1", date: early)
    let next = try frontEnd.execute("1 + 1", date: "9999-01-01T00:00:00.000Z")
    let undated = try frontEnd.execute("1 + 1", date: "yesterday")
    // On a machine so loaded that the time of grace is over the late one runs; it is never lost.
    let reply = try frontEnd.reply(to: late).content
    #expect(reply["ename"] == "Aborted" || reply["status"] == "ok")
    #expect(try frontEnd.reply(to: next).content["status"] == "ok")
    #expect(try frontEnd.reply(to: undated).content["status"] == "ok")
    try frontEnd.shutDown()
  }
}
