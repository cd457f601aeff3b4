import Testing

@testable import Interpreter

/// The statements of which a debugger is told.
struct PausePointTests {
  private let notebook = Notebook()
  private let onlooker = Onlooker()

  init() { notebook.observer = onlooker }

  @Test("Each statement is told of before it runs, those of functions with every call")
  func trail() throws {
    let code = """
      func f(x) {
        let y = x + 1
        if y > 2 {
          return y
        }
        return 0
      }
      let a = f(1)

      let b = f(2)
      print(a, b)
      """
    #expect(notebook.prints(code) == "0 3\n")
    #expect(
      onlooker.trail == [
        "Cell [1] 8", "f 2", "f 3", "f 6", "Cell [1] 10", "f 2", "f 3", "f 4", "Cell [1] 11",
      ])
    #expect(onlooker.statements.map(\.depth) == [1, 2, 2, 2, 1, 2, 2, 2, 1])
    // The two calls of `f` are told apart, and the cell is one call all along.
    #expect(onlooker.statements.map(\.call) == [1, 2, 2, 2, 1, 3, 3, 3, 1])
  }

  @Test("Of the statements on a line the first is known as such, in each function for itself")
  func lines() {
    notebook.run("let a = 1; let b = 2\nfunc g(x) = x * x\nfor i in 0..<2 { g(i) }")
    #expect(
      onlooker.trail == [
        "Cell [1] 1", "Cell [1] 1", "Cell [1] 3", "Cell [1] 3", "g 2", "Cell [1] 3", "Cell [1] 3", "g 2",
        "Cell [1] 3",
      ])
    // The loop comes back to its line twice: before the second pass, and before it ends.
    #expect(
      onlooker.statements.map(\.startsLine) == [true, false, true, false, true, true, false, true, true])
  }

  @Test("Loops, closures that the library calls, and the branches of an `if` that gives a value are told of")
  func everywhere() {
    let code = """
      var n = 0
      while n < 2 {
        n += 1
      }
      let doubled = [1, 2].map({ x in
        2 * x
      })
      let word = if n == 2 {
        "two"
      } else {
        "other"
      }
      word
      """
    #expect(notebook.value(code) == "\"two\"")
    #expect(
      onlooker.trail == [
        "Cell [1] 1", "Cell [1] 2", "Cell [1] 3", "Cell [1] 2", "Cell [1] 3", "Cell [1] 2", "Cell [1] 5",
        "closure 6", "closure 6", "Cell [1] 8", "Cell [1] 9", "Cell [1] 13",
      ])
  }

  @Test("What is said to be lines with statements are the lines that are told of")
  func statementLines() {
    let code = """
      func f(x) {
        // nothing here
        return x
      }
      func g(x) = f(x) + 1

      let h = { y in
        g(y)
      }
      h(
        1
      )
      """
    notebook.run(code)
    let reached = Set(onlooker.statements.map(\.line)).sorted()
    #expect(Session.statementLines(of: code) == reached)
    #expect(reached == [3, 5, 7, 8, 10])
    #expect(Session.statementLines(of: "") == [])
    #expect(Session.statementLines(of: "let = (\n1") != [3])
  }

  @Test(
    "A debugged cell gives the same values as any other",
    arguments: [
      "func fib(n) = n < 2 ? n : fib(n - 1) + fib(n - 2)\nfib(12)",
      "func sign(x) {\n  if x < 0 { return -1 }\n  if x > 0 { return 1 }\n  return 0\n}\n[sign(-3), sign(0), sign(8)]",
      "func first(xs) {\n  for x in xs { if x > 2 { return x } }\n  return nil\n}\n[first([1, 5]), first([])]",
      "func make() {\n  var n = 0\n  return { n += 1; return n }\n}\nlet next = make()\n[next(), next()]",
      "func even(n) = n == 0 ? true : odd(n - 1)\nfunc odd(n) = n == 0 ? false : even(n - 1)\neven(11)",
      "func outer(x) {\n  func inner(y) = y == 0 ? x : inner(y - 1)\n  return inner(3)\n}\nouter(7)",
      "func f(x, by k = 2) = x * k\n[f(1), f(1, by: 5)]",
      "var s = 0\nfor (a, b) in [(1, 2), (3, 4)] {\n  if a == 3 { continue }\n  s += a * b\n}\ns",
      "func n() {}\nn()\nlet x = 1; x + 1",
    ])
  func sameValues(code: String) {
    #expect(notebook.value(code) == Notebook().value(code))
    #expect(!onlooker.trail.isEmpty)
  }

  @Test("Functions of earlier cells are told of too, and no longer when the debugger has gone")
  func earlierCells() throws {
    onlooker.isAttached = false
    try notebook.run(all: "let k = 10\nfunc f(x) {\n  let y = k * x\n  return y\n}\nlet g = { $0 + 1 }")
    #expect(onlooker.trail == [])
    onlooker.isAttached = true
    #expect(notebook.value("f(2) + g(1)") == "22")
    #expect(onlooker.trail == ["Cell [2] 1", "f 3", "f 4", "closure 6"])
    onlooker.isAttached = false
    #expect(notebook.value("f(3)") == "30")
    #expect(onlooker.trail.count == 4)
  }

  @Test("A function that another shell is in the middle of is told of from the next cell on")
  func otherShells() throws {
    let other = notebook.makeShell()
    try other.run(all: "func f(x) {\n  input()\n  return x + 1\n}")
    let value = other.value("f(1)") { [notebook] in
      #expect(notebook.value("1 + 1") == "2")
    }
    #expect(value == "2")
    #expect(onlooker.trail == ["Cell [1] 1"])
    notebook.output.typed = [""]
    #expect(notebook.value("f(2)") == "3")
    #expect(onlooker.trail == ["Cell [1] 1", "Cell [2] 1", "f 2", "f 3"])
    // A shell without a debugger runs the same function, and nobody is told.
    #expect(other.value("f(3)", pausing: {}) == "4")
    #expect(onlooker.trail.count == 4)
  }

  @Test("In a function of an earlier cell names keep their meaning, whatever they have come to mean since")
  func meanings() throws {
    onlooker.isAttached = false
    try notebook.run(
      all: "func f(x) = relu(x) + 1", "var c = 5", "func g() {\n  c += 1\n  return c\n}", "let relu = 3")
    onlooker.isAttached = true
    #expect(notebook.value("f(-2)") == "1.0")
    #expect(notebook.value("g()") == "6")
    // A variable that is a constant now cannot be assigned to in a new text; the old one still does.
    onlooker.isAttached = false
    try notebook.run(all: "let c = 8")
    onlooker.isAttached = true
    #expect(notebook.value("g()") == "9")
  }

  @Test("An error is told once, where it arises, with its calls still there")
  func failures() {
    onlooker.atFailure = { view in
      #expect(view.calls.map(\.name) == ["f", "g", "Cell [1]"])
      #expect(view.lines("Locals") == ["x: int = 0"])
    }
    let report = notebook.failure("func f(x) {\n  1 % x\n}\nfunc g(x) = f(x)\ng(0)")
    #expect(report.hasPrefix("E043: division by zero"))
    #expect(onlooker.trail.last == "failure 2")
    #expect(onlooker.failures.map(\.message) == ["division by zero"])
    onlooker.atFailure = { _ in }
    #expect(notebook.message("check 1 == 2") == "the check failed")
    #expect(onlooker.failures.count == 2)
  }

  @Test("An interruption is no failure, and comes as soon as the cell goes on")
  func interruption() {
    onlooker.atLine = [2: { _ in self.notebook.output.patience = 0 }]
    let report = notebook.failure("print(1)\nprint(2)\nprint(3)")
    #expect(report.hasPrefix("E052"))
    #expect(notebook.printed == "1\n")
    #expect(onlooker.failures.isEmpty)
  }

  @Test("Calls without end are told as an error, and the session goes on")
  func recursion() {
    onlooker.atFailure = { view in
      #expect(view.calls.count > 100)
      #expect(view.answer("f(0)") == "E051: the calls are nested too deeply")
    }
    #expect(notebook.message("func f(n) = 1 + f(n + 1)\nf(0)") == "the calls are nested too deeply")
    #expect(onlooker.failures.count == 1)
    #expect(notebook.value("1 + 1") == "2")
  }
}
