import Testing

/// The calls that led to a fault.
struct TraceTests {
  @Test("A fault in a function of an earlier cell shows that cell, and the call in this one")
  func acrossCells() throws {
    let notebook = Notebook()
    try notebook.run(
      all: "func half(n) {\n  let d = n - n\n  return n % d\n}", "func twice(n) = half(n) + half(n)")
    #expect(
      notebook.failure("let start = 4\ntwice(start)") == """
        E043: division by zero
          ╭─ Cell [1], line 3, column 10
        3 │   return n % d
          │          ^^^^^
          in half, called from Cell [2], line 1: func twice(n) = half(n) + half(n)
          in twice, called from Cell [3], line 2: twice(start)
        """)
  }

  @Test("A fault in a closure that the library calls is shown where it stands")
  func closures() throws {
    let notebook = Notebook()
    try notebook.run(all: "let inverse = { x in 1 % x }")
    #expect(
      notebook.failure("[1, 0].map(inverse)") == """
        E043: division by zero
          ╭─ Cell [1], line 1, column 22
        1 │ let inverse = { x in 1 % x }
          │                      ^^^^^
        """)
  }

  @Test("A long list of calls loses its middle")
  func long() {
    let report = Notebook().failure("func f(n) = n == 0 ? 1 % 0 : f(n - 1)\nf(20)")
    #expect(report.contains("  … 13 more calls …\n"))
    #expect(report.hasSuffix("in f, called from Cell [1], line 2: f(20)"))
  }

  @Test("In colours the report says the same")
  func colours() {
    guard case .failed(let failure) = Notebook().run("unknown") else {
      Issue.record("the cell should fail")
      return
    }
    let plain = failure.report(colour: true).replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == failure.report(colour: false))
    #expect(failure.name == "E020")
  }
}
