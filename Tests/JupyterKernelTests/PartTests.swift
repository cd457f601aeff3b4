import Glibc
import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("The watch over the kernel's parent")
struct ParentWatchTests {
  /// A process that has ended.
  private func endedProcess() -> pid_t {
    var id = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    defer { free(arguments[0]) }
    posix_spawnp(&id, "true", nil, nil, &arguments, nil)
    waitpid(id, nil, 0)
    return id
  }

  @Test("sees that the process named in the variable lives")
  func alive() {
    var watch = ParentWatch(variable: "\(getpid())")
    let isGone = watch.isParentGone()
    #expect(!isGone)
  }

  @Test("goes by the parent itself if the variable names nobody", arguments: ["", "abc", "1", "-4", nil])
  func noProcess(variable: String?) {
    var watch = ParentWatch(variable: variable)
    let isGone = watch.isParentGone()
    #expect(!isGone)
  }

  @Test("does not trust a variable that named nobody from the start, as in a container")
  func otherNamespace() {
    var watch = ParentWatch(variable: "\(endedProcess())")
    let isGone = watch.isParentGone()
    #expect(!isGone)
  }

  @Test("sees that the process has ended")
  func gone() {
    var id = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("cat"), nil]
    defer { free(arguments[0]) }
    posix_spawnp(&id, "cat", nil, nil, &arguments, nil)
    var watch = ParentWatch(variable: "\(id)")
    kill(id, SIGKILL)
    waitpid(id, nil, 0)
    let isGone = watch.isParentGone()
    #expect(isGone)
  }
}

@Suite("Signatures that were seen")
struct SeenSignaturesTests {
  private func signature(_ number: Int) -> [UInt8] {
    let digits = String(number, radix: 16)
    return Array((String(repeating: "0", count: 32 - digits.count) + digits).utf8)
  }

  @Test("are known again, and the oldest are forgotten first")
  func limit() {
    var seen = SeenSignatures()
    let areNew = (0..<SeenSignatures.limit).map { seen.insert(signature($0)) }
    #expect(areNew.allSatisfy { $0 })
    let answers = [0, SeenSignatures.limit, 1, 0].map { seen.insert(signature($0)) }
    #expect(answers == [false, true, false, true])
  }
}

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

@Suite("Log lines of dropped messages")
struct DropLogTests {
  @Test("stop when they become a flood, and the last says so")
  func flood() {
    let log = LogRecord()
    var drops = DropLog()
    for number in 1...1_000 { drops.note("line \(number)", log.logger) }
    #expect(log.lines.count == DropLog.limit)
    #expect(log.lines.last == "line 100; no more such lines for up to a minute")
  }
}

@Suite("An interrupt")
struct RunningCellTests {
  private func cell() throws -> Cell {
    let outlet = Outlet(signing: Signing(key: ""), outbox: Outbox(wakeUp: try WakeUp()))
    let request = Request(
      channel: .shell, message: WireMessage(identities: [], header: [], content: []),
      header: try Header(["msg_id": "1", "msg_type": "execute_request"]), content: [:])
    return Cell(
      request: request, executionCount: 1, isSilent: false, allowsInput: false, outlet: outlet,
      inputs: InputDesk())
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

@Suite("The history")
struct HistoryTests {
  @Test("of a long session keeps the latest cells")
  func limit() {
    var history = History()
    let large = String(repeating: "x", count: History.limit / 4)
    for line in 1...10 {
      history.append(line: line, input: large)
      history.setOutput("y", line: line)
    }
    #expect(history.entries(for: .tail(count: 100)).map(\.line) == [8, 9, 10])
  }
}

@Suite("A date in a header")
struct TimestampTests {
  @Test("is in UTC with microseconds, all fields two digits wide at least")
  func shape() {
    let shape = Outlet.timestamp().map { $0.isNumber ? "0" : $0 }
    #expect(String(shape) == "0000-00-00T00:00:00.000000Z")
  }
}
