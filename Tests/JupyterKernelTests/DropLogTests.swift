import Testing

@testable import JupyterKernel

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
