import Language
import Testing

@testable import Interpreter

/// Where a debugger is told of loops.
struct LoopTests {
  private let notebook = Notebook()
  private let onlooker = Onlooker()

  init() { notebook.observer = onlooker }

  private var lines: [Int] { onlooker.statements.map(\.line) }

  @Test("A loop comes back to its header after every pass, also where it then ends")
  func passes() {
    notebook.run("var n = 0\nwhile n < 2 {\n  n += 1\n}\nfor i in 0..<2 {\n  n += i\n}\nn")
    #expect(lines == [1, 2, 3, 2, 3, 2, 5, 6, 5, 6, 5, 8])
    #expect(onlooker.statements.allSatisfy { $0.startsLine })
    #expect(Set(onlooker.statements.map(\.call)) == [1])
  }

  @Test("A loop without a pass is told of once")
  func noPass() {
    notebook.run("for i in 0..<0 {\n  print(i)\n}\nwhile false {\n  print(1)\n}")
    #expect(lines == [1, 4])
  }

  @Test("`continue` leads back to the header, `break` and `return` do not")
  func exits() {
    notebook.run("for i in 0..<9 {\n  if i == 0 { continue }\n  break\n}")
    #expect(lines == [1, 2, 2, 1, 2, 3])
    notebook.run("func f() {\n  while true {\n    return 1\n  }\n}\nf()")
    #expect(Array(lines.dropFirst(6)) == [6, 2, 3])
  }

  @Test("The inner of two loops goes back to its own header, and then the outer one to its")
  func nested() {
    notebook.run("for i in 0..<2 {\n  for j in 0..<1 {\n    print(i, j)\n  }\n}")
    #expect(lines == [1, 2, 3, 2, 1, 2, 3, 2, 1])
  }

  @Test("A loop on one line comes back to that line, where its body does not begin the line")
  func oneLine() {
    notebook.run("for i in 0..<2 { print(i) }")
    #expect(lines == [1, 1, 1, 1, 1])
    #expect(onlooker.statements.map(\.startsLine) == [true, false, true, false, true])
  }

  @Test("In the header the loop's variable has the value of the pass that has ended")
  func variable() {
    var seen: [[String]] = []
    onlooker.atLine = [1: { seen.append($0.lines("Locals")) }]
    notebook.run("for i in 5..<7 {\n  let twice = 2 * i\n  print(twice)\n}")
    #expect(seen == [[], ["i: int = 5"], ["i: int = 6"]])
    #expect(notebook.printed == "10\n12\n")
  }

  @Test("What a header cannot decide is told where the loop has come back to")
  func failure() {
    let report = notebook.failure("var xs = [1]\nwhile xs[0] > 0 {\n  xs = []\n}")
    #expect(report.hasPrefix("E042"))
    #expect(onlooker.trail.last == "failure 2")
  }

  @Test("A loop that is held up in its header can be interrupted there")
  func interruption() {
    var passes = 0
    onlooker.atLine = [
      1: { _ in
        passes += 1
        if passes == 3 { self.notebook.output.patience = 0 }
      }
    ]
    #expect(notebook.failure("while true {\n  print(1)\n}").hasPrefix("E052"))
    #expect(notebook.printed == "1\n1\n")
  }

  @Test("Nothing stands between the passes of a loop while no debugger watches")
  func withoutDebugger() {
    let source = Source(name: "Cell", text: "for i in 0..<3 {\n  print(i)\n}\nwhile false {}")
    func passes(_ watch: Watch?) -> Int {
      let program = Parser.parse(source)
      let cell = Lowering.lower(program, library: Library(), globals: Globals(), watch: watch).cell
      return cell.body.statements.nodes.reduce(0) { $0 + LoopTests.passes(in: $1) }
    }
    #expect(passes(nil) == 0)
    #expect(passes(Watch(onlooker)) == 2)
  }

  /// How often the passes of a loop, or of the loop that a pause point leads to, are announced.
  private static func passes(in node: Node) -> Int {
    switch node {
    case let loop as ForNode: loop.body.nodes.count { $0 is LoopPass }
    case let loop as WhileNode: loop.body.nodes.count { $0 is LoopPass }
    case let point as PausePoint: passes(in: point.statement.node)
    default: 0
    }
  }
}
