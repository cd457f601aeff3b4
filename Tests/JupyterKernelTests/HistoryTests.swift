import Testing

@testable import JupyterKernel

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
