import Language
import Testing

/// Problems are noted inside the source: behind `//!` a severity, the columns from–to under it (counted from
/// 1, the end excluded) and the message, for the line above.
@Suite("Problems in their places")
struct RecoveryTests {
  static let cells = [
    // Independent problems of one cell are all reported.
    """
    let a = 1 +* 2
    //! error 12-13 expected a value, found `*`
    let b = [1, 2 3]
    //! error 15-16 expected `,` or `]`, found `3`
    let c = f(x, y = 2)
    //! error 16-17 an argument's label ends with `:`, not with `=`
    let d = "a\\qb"
    //! error 11-13 `\\q` has no meaning in a string
    let e = 2 x
    //! error 9-12 a product needs its sign
    let ok = a + b
    """,
    // Several in one list.
    """
    f(a b, c, 1 +, d e)
    //! error 5-6 expected `,` or `)`, found `b`
    //! error 14-15 expected a value, found `,`
    //! error 18-19 expected `,` or `)`, found `e`
    """,
    // A bracket that is never closed spoils nothing below it.
    """
    let h = relu(x @ w
    //! error 13-14 this `(` is never closed
    let y = h + 1
    """,
    // A string that is never closed takes its line, and only that.
    """
    print("hello)
    //! error 7-14 this string is never closed
    print("x: \\(f(x)")
    //! error 11-13 this `\\(` is never closed
    let y = 1
    """,
    // Inside a function, inside a closure, inside a string.
    """
    func f(x) {
      let y = xs.map { z in z * }
    //! error 29-30 expected a value, found `}`
      return "\\(y z)"
    //! error 15-16 expected the `)` of `\\(…)`, found `z`
    }
    """,
    // A stray closing sign is one problem.
    """
    let a = (1, 2]
    //! error 14-15 `(` is closed by `]`
    let b = (1, 2])
    //! error 14-15 this `]` closes nothing
    let c = 3)
    //! error 10-11 this `)` closes nothing
    }
    //! error 1-2 this `}` closes nothing
    let d = 4
    """,
    // The bodies of Python are read by their indentation.
    """
    for x in xs:
    //! error 12-13 a body does not start with `:`
      if x > 1:
    //! error 11-12 a body does not start with `:`
        break
      print(x, end="")
    //! error 15-16 an argument's label ends with `:`, not with `=`
    break
    //! error 1-6 `break` only stands in the body of a `for` or `while` loop
    """,
    // A warning has its place too.
    """
    let a = b
      -c
    //! warning 3-4 this line begins a new statement
    let d = 7 // 2
    //! warning 11-15 `//` starts a comment: nothing is divided here
    let e = 7 // seven
    """,
  ]

  @Test("all are reported, at their places, and nothing else", arguments: cells)
  func places(cell: String) {
    var expected: [String] = []
    var text: [Substring] = []
    for line in cell.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("//! ") {
        expected.append("line \(text.count): \(line.dropFirst(4))")
      } else {
        text.append(line)
      }
    }
    let source = Source(name: "test", text: text.joined(separator: "\n"))
    let found = Parser.parse(source).problems.map { problem in
      let columns = "\(source.column(at: problem.span.start) + 1)-\(source.column(at: problem.span.end) + 1)"
      let severity = problem.severity == .error ? "error" : "warning"
      return "line \(source.line(at: problem.span.start) + 1): \(severity) \(columns) \(problem.message)"
    }
    #expect(found == expected)
  }

  @Test("behind a problem the rest of the text is read")
  func statementsBehind() {
    let text = "let a = [1, 2 3]\nlet b = f(x, \nlet c = 2 x\nfunc g(x) = x +\nlet d = 4"
    let names = Parser.parse(Source(name: "test", text: text)).statements.map(\.compact)
    #expect(
      names == [
        "(let a [1 2])", "(let b (call f x))", "(let c (* 2 x))", "(func g [x] {(+ x ?)})", "(let d 4)",
      ])
  }

  @Test("of very many problems the first are shown, with a closing note")
  func manyProblems() throws {
    let source = Source(name: "test", text: String(repeating: "x y\n", count: 57))
    let problems = Parser.parse(source).problems
    #expect(problems.count == 21)
    let last = try #require(problems.last)
    #expect(
      last.rendered(in: source) == """
        E008: … and 37 more problems
           ╭─ test, line 21, column 3
        21 │ x y
           │   ^ the next one
           ╰─ help: mend those above first: often they explain the rest
        """)
    let more = Parser.parse(Source(name: "test", text: String(repeating: "x y\n", count: 100_000))).problems
    #expect(more.last?.message == "… and 99980 more problems")
  }

  @Test("warnings do not crowd out errors")
  func manyWarnings() {
    let text = String(repeating: "x\n-1\n", count: 300) + "x y"
    let program = Parser.parse(Source(name: "test", text: text))
    #expect(!program.isValid)
    #expect(program.problems.count == 11)
  }
}
