import Language
import Testing

@testable import Interpreter

/// What the checker refuses must fail when it runs all the same.
struct FalseAlarmTests {
  private struct Found: Sendable {
    var refused = 0
    var failed = 0
    var finished = 0
    var falseAlarms: [String] = []
  }

  @Test("No random program about shapes is refused that would have run")
  func shapes() async throws {
    let found = try await onOwnThread {
      Self.tryAll(2000, after: ShapeProgramGenerator.setUp) { seed in
        var generator = ShapeProgramGenerator(seed: seed)
        return generator.program()
      }
    }
    #expect(found.falseAlarms == [])
    #expect(found.refused > 500)
    #expect(found.finished > 100)
    // Of the programs that fail most are refused.
    #expect(found.refused > found.failed)
  }

  @Test("No random program about anything is refused that would have run")
  func anything() async throws {
    let setUp = """
      var a = 1; var b = [1, [2, 3]]; var c = ["k": [1]]; var d = ones(2, 3); var s = "añ👍"
      let t = (1, k: 2)
      func f(x, y = 1) = x
      """
    let found = try await onOwnThread {
      Self.tryAll(2000, after: setUp) { seed in
        var generator = ProgramGenerator(seed: seed)
        return generator.program()
      }
    }
    #expect(found.falseAlarms == [])
  }

  /// Runs programs that pass all other checks, whatever the checker says of them.
  private static func tryAll(_ count: Int, after setUp: String, _ program: (UInt64) -> String) -> Found {
    var notebook = Notebook()
    var found = Found()
    for seed in 0..<UInt64(count) {
      // Names that were declared once keep their places, so that a notebook grows.
      if seed % 100 == 0 {
        notebook = Notebook()
        notebook.run(setUp)
      }
      let session = notebook.session
      let text = program(seed)
      let parsed = Parser.parse(Source(name: "program", text: text))
      let snapshot = session.globals.snapshot
      defer { session.globals.restore(snapshot) }
      guard parsed.isValid else { continue }
      let (cell, problems, _) = Lowering.lower(
        parsed, library: session.library, globals: session.globals)
      guard !problems.contains(where: { $0.severity == .error }) else { continue }
      let later = LaterCode(parsed)
      let sure = Checker.problems(in: parsed, library: session.library, globals: session.globals)
        .filter { $0.severity == .error && !later.contains($0.span) }
      if !sure.isEmpty { found.refused += 1 }
      notebook.output.patience = 20
      session.machine.output = notebook.output
      do {
        _ = try session.machine.withFrame(cell.frameSize) { try cell.body.evaluate($0) }
        found.finished += 1
        if let problem = sure.first { found.falseAlarms.append("\(text)\n\(problem.message)") }
      } catch {
        if sure.isEmpty { found.failed += 1 }
      }
    }
    return found
  }
}

/// The insides of functions and closures: what is wrong there fails only if they are called.
private struct LaterCode {
  private var spans: [Span] = []

  init(_ program: Program) { for statement in program.statements { visit(statement) } }

  func contains(_ span: Span) -> Bool { spans.contains { $0.start <= span.start && span.end <= $0.end } }

  private mutating func visit(_ statement: Statement) {
    let parts = statement.parts
    if case .function = statement.kind { spans += parts.blocks.map(\.span) }
    for expression in parts.expressions { visit(expression) }
    for block in parts.blocks { for statement in block.statements { visit(statement) } }
  }

  private mutating func visit(_ expression: Expression) {
    let parts = expression.parts
    if case .closure = expression.kind { spans.append(expression.span) }
    for part in parts.expressions { visit(part) }
    for block in parts.blocks { for statement in block.statements { visit(statement) } }
  }
}
