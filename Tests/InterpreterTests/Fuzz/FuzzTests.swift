import Testing

@testable import Interpreter

struct FuzzTests {
  @Test("Ten thousand random programs end: with a value, with a failure, or because they were stopped")
  func programs() async throws {
    let found = try await onOwnThread {
      var outcomes = (finished: 0, failed: 0, stopped: 0)
      var broken: [String] = []
      let setUp = """
        var a = 1; var b = [1, [2, 3]]; var c = ["k": [1]]; var d = ones(2, 3); var s = "añ👍"
        let t = (1, k: 2)
        func f(x, y = 1) = x
        """
      var notebook = Notebook()
      for seed in 0..<10_000 {
        // A fresh notebook now and then: values may grow from cell to cell.
        if seed % 50 == 0 {
          notebook = Notebook()
          notebook.run(setUp)
        }
        var generator = ProgramGenerator(seed: UInt64(seed))
        let program = generator.program()
        notebook.output.patience = 20
        switch notebook.run(program + ";") {
        case .finished: outcomes.finished += 1
        case .interrupted: outcomes.stopped += 1
        case .failed(let failure):
          outcomes.failed += 1
          if failure.message.isEmpty || failure.report(colour: false).isEmpty { broken.append(program) }
        }
      }
      return (finished: outcomes.finished, failed: outcomes.failed, broken: broken)
    }
    #expect(found.broken == [])
    // Programs that all fail at once would try nothing.
    #expect(found.finished > 500)
    #expect(found.failed > 500)
  }
}
