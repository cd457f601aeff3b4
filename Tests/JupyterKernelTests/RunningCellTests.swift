import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("An interrupt")
struct RunningCellTests {
  private func cell() throws -> Cell {
    let outlet = Outlet(signing: Signing(key: ""), outbox: Outbox(wakeUp: try WakeUp()))
    let request = Request(
      channel: .shell, message: WireMessage(identities: [], header: [], content: []),
      header: try Header(["msg_id": "1", "msg_type": "execute_request"]), content: [:])
    return Cell(
      request: request, executionCount: 1, isSilent: false, allowsInput: false, outlet: outlet,
      inputs: InputDesk(), comms: OpenComms())
  }

  @Test("between a request and the start of its cell counts for the cell")
  func early() throws {
    let running = RunningCell(wakeUp: try WakeUp())
    let cell = try cell()
    running.beginRequest()
    running.interrupt()
    running.begin(cell)
    #expect(cell.isInterrupted)
  }

  @Test("that is to last also stops a cell that begins later")
  func lasting() throws {
    let running = RunningCell(wakeUp: try WakeUp())
    running.stop()
    let cell = try cell()
    running.beginRequest()
    running.begin(cell)
    #expect(cell.isInterrupted)
  }

  @Test("before a request or after its cell does not count for the next")
  func late() throws {
    let running = RunningCell(wakeUp: try WakeUp())
    let cells = try (0..<2).map { _ in try cell() }
    for cell in cells {
      running.interrupt()
      running.beginRequest()
      running.begin(cell)
      running.end()
      running.interrupt()
      running.endRequest()
    }
    #expect(cells.allSatisfy { !$0.isInterrupted })
  }
}
