import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("What waits to be sent")
struct OutboxTests {
  private let large = WireMessage(
    identities: [], header: [], content: Array(repeating: 0, count: Outbox.limit + 1))

  @Test("has no room beyond the limit for a cell that was interrupted, and all room again once it is sent")
  func room() throws {
    let outbox = Outbox(wakeUp: try WakeUp())
    outbox.send(to: .iopub, large)
    let whenFull = outbox.waitForRoom { true }
    #expect(!whenFull)
    for item in outbox.takeItems() { outbox.sent(bytes: item.size) }
    let whenSent = outbox.waitForRoom { true }
    #expect(whenSent)
  }

  @Test("holds nobody back when the kernel has ended, and takes nothing more")
  func closed() throws {
    let outbox = Outbox(wakeUp: try WakeUp())
    outbox.send(to: .iopub, large)
    outbox.close()
    let hasRoom = outbox.waitForRoom { false }
    #expect(!hasRoom)
    outbox.send(to: .iopub, large)
    #expect(outbox.takeItems().isEmpty)
  }
}
