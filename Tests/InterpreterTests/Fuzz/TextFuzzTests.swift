import Fuzzing
import Language
import Testing

@testable import Interpreter

/// What a front end asks while a person writes: all of it must be answered, whatever the text.
struct TextFuzzTests {
  @Test("Any text at all is checked, completed and explained without a trap")
  func texts() async throws {
    let faults = try await onOwnThread {
      let run = FuzzRun(count: 1000)
      var memory = MemoryWatch(inputs: run.count)
      var faults: [String] = []
      var notebook = Self.notebook
      for (index, seed) in run.seeds.enumerated() {
        if index % 10_000 == 9_999 { notebook = Self.notebook }
        var generator = TextGenerator(seed: seed)
        let text = generator.text()
        run.note(text)
        Self.check(text, in: notebook.session)
        // To propose names takes ten times as long as to check a text.
        if index % 8 == 0 {
          faults += Self.faults(in: notebook.session, of: text, at: generator.cursor(in: text))
        }
        memory.look(at: index)
      }
      return faults + (run.isLong ? [memory.growth].compactMap(\.self) : [])
    }
    #expect(faults == [])
  }

  @Test("A text of the corpus is checked, completed and explained at places all along it")
  func corpus() async throws {
    let faults = try await onOwnThread {
      let notebook = Self.notebook
      return CorpusText.all.flatMap { entry in
        Self.check(entry.text, in: notebook.session)
        let count = entry.text.unicodeScalars.count
        return stride(from: 0, through: count, by: 1 + count / 10).flatMap {
          Self.faults(in: notebook.session, of: entry.text, at: $0)
        }
      }
    }
    #expect(faults == [])
  }

  private static var notebook: Notebook {
    let notebook = Notebook()
    notebook.run(
      """
      var a = 1; var x = [1, [2, 3]]; let d = ["key": [1]]; let m = ones(2, 3); var s = "añ👍"; let pair = (1, k: 2)
      let net = mlp(2, 4, 3); let data = iris(); func f(x, y = 1) = x
      """)
    return notebook
  }

  /// Looks for what is wrong with a text before it would run.
  private static func check(_ text: String, in session: Session) {
    let program = Parser.parse(Source(name: "text", text: text))
    guard program.isValid else { return }
    let snapshot = session.globals.snapshot
    defer { session.globals.restore(snapshot) }
    let imports = session.machine.imports(of: program)
    _ = Lowering.lower(program, library: session.library, globals: session.globals, imports: imports)
    _ = Checker.problems(
      in: program, library: session.library, globals: session.globals, unsettled: imports.namesToCome)
  }

  /// What is wrong with the answers to questions about a place in a text.
  private static func faults(in session: Session, of text: String, at cursor: Int) -> [String] {
    let completions = session.complete(text, at: cursor)
    _ = session.inspect(text, at: cursor, isDetailed: true)
    _ = Session.completeness(of: text)
    let isInside =
      completions.range.lowerBound >= 0 && completions.range.upperBound <= text.unicodeScalars.count
    return isInside ? [] : ["\(completions.range) lies outside of \(text.debugDescription)"]
  }
}
