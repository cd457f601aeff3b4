import Fuzzing
import Testing

@testable import Interpreter

struct FuzzTests {
  @Test("Ten thousand random programs end: with a value, with a failure, or because they were stopped")
  func programs() async throws {
    let run = FuzzRun(count: 10_000)
    let (outcomes, growth) = try await onOwnThread {
      var memory = MemoryWatch(inputs: run.count)
      var notebook = FuzzNotebook()
      for (index, seed) in run.seeds.enumerated() {
        if index % 50 == 0 { notebook.beginAnew() }
        let program = Self.program(seed)
        run.note(program)
        notebook.run(program)
        memory.look(at: index)
      }
      return (notebook.outcomes, run.isLong ? memory.growth : nil)
    }
    #expect(outcomes.broken == [])
    // Programs that all fail at once would try nothing.
    #expect(outcomes.finished > run.count / 40)
    #expect(outcomes.failed > run.count / 20)
    #expect(growth == nil)
  }

  @Test("Each text of the corpus ends so, and leaves a notebook that goes on")
  func corpus() async throws {
    let (outcomes, last) = try await onOwnThread {
      var notebook = FuzzNotebook()
      for entry in CorpusText.all {
        notebook.beginAnew()
        notebook.run(entry.text)
      }
      return (notebook.outcomes, notebook.value("1 + 1"))
    }
    #expect(outcomes.broken == [])
    #expect(outcomes.finished + outcomes.failed + outcomes.stopped == CorpusText.all.count)
    #expect(last == "2")
  }

  /// A program of the grammar, or one time in four a text of the corpus with changes.
  private static func program(_ seed: UInt64) -> String {
    if seed % 4 == 3 {
      var generator = TextGenerator(seed: seed)
      return generator.mutation()
    }
    var generator = ProgramGenerator(seed: seed)
    return generator.program()
  }
}

/// Runs programs one after the other, each until its end or until it has been asked to stop, and counts how they end.
private struct FuzzNotebook {
  private(set) var outcomes = Outcomes()
  private var notebook = Notebook()

  struct Outcomes: Sendable {
    var finished = 0
    var failed = 0
    var stopped = 0
    /// Those whose failure says nothing.
    var broken: [String] = []
  }

  /// Values may grow from cell to cell, and need not do so for ever.
  mutating func beginAnew() {
    notebook = Notebook()
    notebook.run(
      """
      var a = 1; var b = [1, [2, 3]]; var c = ["k": [1]]; var d = ones(2, 3); var s = "añ👍"
      let t = (1, k: 2)
      func f(x, y = 1) = x
      """)
  }

  mutating func run(_ program: String) {
    notebook.output.patience = 20
    // A network of a billion weights is allowed, and takes a while.
    notebook.output.deadline = .now + .seconds(5)
    switch notebook.run(program) {
    case .finished: outcomes.finished += 1
    case .interrupted: outcomes.stopped += 1
    case .failed(let failure):
      outcomes.failed += 1
      if failure.message.isEmpty || failure.report(colour: false).isEmpty { outcomes.broken.append(program) }
    }
  }

  func value(_ code: String) -> String {
    notebook.output.patience = nil
    notebook.output.deadline = nil
    return notebook.value(code)
  }
}
