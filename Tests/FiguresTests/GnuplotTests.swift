import Foundation
import Synchronization
import Testing

@testable import Figures

@Suite("Running gnuplot")
struct GnuplotTests {
  private let script = Array("print 1\n".utf8)

  @Test("without gnuplot the error says what to install")
  func missing() async {
    let gnuplot = program("no-such-gnuplot")
    await #expect(throws: FigureError.notFound(program: "no-such-gnuplot", package: "gnuplot-nox")) {
      try await gnuplot.answer(to: script, isCancelled: { false })
    }
    await #expect(throws: FigureError.notFound(program: "/no/such/gnuplot", package: "gnuplot-nox")) {
      try await program("/no/such/gnuplot").answer(to: script, isCancelled: { false })
    }
    #expect(
      FigureError.notFound(program: "gnuplot", package: "gnuplot-nox").description.hasPrefix(
        "gnuplot was not found on PATH, so the figure cannot be drawn. Install it with "
          + "`sudo apt-get install gnuplot-nox`"))
  }

  @Test("an error carries gnuplot's own words")
  func failing() async throws {
    let error = await #expect(throws: FigureError.self) {
      try await Program.gnuplot.answer(to: Array("plot nonsense(\n".utf8), isCancelled: { false })
    }
    #expect("\(try #require(error))".contains("plot nonsense("))
  }

  @Test("an early error is told even when more is to be read than a pipe holds")
  func failingEarly() async throws {
    let script = Array("exit status 3\n".utf8) + Array(repeating: UInt8(ascii: "#"), count: 1 << 20)
    let error = await #expect(throws: FigureError.self) {
      try await Program.gnuplot.answer(to: script, isCancelled: { false })
    }
    guard case .failed = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("a program that hangs is ended at the time limit")
  func hanging() async throws {
    try await withProgram("exec sleep 600") { program in
      let gnuplot = self.program(program, timeLimit: .milliseconds(100))
      await #expect(throws: FigureError.timedOut(program: program, seconds: 0)) {
        try await gnuplot.answer(to: script, isCancelled: { false })
      }
    }
  }

  @Test("a program is ended when the caller says so")
  func cancelled() async throws {
    let questions = Mutex(0)
    try await withProgram("exec sleep 600") { program in
      await #expect(throws: FigureError.cancelled) {
        try await self.program(program).answer(to: script) {
          questions.withLock {
            $0 += 1
            return $0 > 3
          }
        }
      }
    }
  }

  @Test("a program is ended when the caller's task is cancelled")
  func taskCancelled() async throws {
    try await withProgram("exec sleep 600") { program in
      let task = Task { () async throws(FigureError) -> [UInt8] in
        try await self.program(program).answer(to: script, isCancelled: { false })
      }
      task.cancel()
      await #expect(throws: FigureError.cancelled) { try await task.value }
    }
  }

  @Test(
    "what is no picture is refused",
    arguments: ["", "<svg>", "<svg><g></svg>", "plain", "<svg><script/></svg>"])
  func unexpected(_ answer: String) {
    #expect(throws: FigureError.self) { try PictureReader.elements(of: answer, texts: []) }
  }

  @Test("words that are not a placeholder of ours are refused")
  func unexpectedWords() {
    let answer =
      "<svg><g transform='translate(1,2)' text-anchor='end' fill='black'><text>t1</text></g></svg>"
    #expect(throws: FigureError.unexpectedAnswer("the words \"t1\"")) {
      try PictureReader.elements(of: answer, texts: ["only one"])
    }
  }

  @Test("a plain thread may wait for a picture")
  func blocking() async throws {
    let svg = try await onPlainThread { try Figure(title: "From a thread").svg() }
    #expect(svg.contains("<title>From a thread</title>"))
  }

  @Test("a thread that waits is told of a cancellation")
  func blockingCancelled() async {
    await #expect(throws: FigureError.cancelled) {
      try await onPlainThread { try Figure().svg(isCancelled: { true }) }
    }
  }

  private func program(_ name: String, timeLimit: Duration = .seconds(30)) -> Program {
    Program(name: name, package: "gnuplot-nox", timeLimit: timeLimit)
  }
}
