import Testing

@testable import Interpreter

/// What is said before a cell runs, and above all where nothing is said.
struct CheckerTests {
  @Test("Nothing of a cell runs when a later line is sure to fail")
  func nothingRuns() {
    let notebook = Notebook()
    notebook.run("var count = 0")
    #expect(
      notebook.message("print(\"begun\"); count += 1\nones(2) + ones(3)").hasPrefix("shapes [2] and [3]"))
    #expect(notebook.printed == "")
    #expect(notebook.value("count") == "0")
  }

  @Test(
    "What depends on a condition, a loop or an earlier call is left to the run",
    arguments: [
      // A guard by shape.
      "let a = ones(2, 3); let b = ones(2, 3)\nif a.shape[1] == b.shape[0] { print(a @ b) }; 1",
      "let a = ones(2, 3); let b = ones(2, 3)\n(a.shape[1] == b.shape[0] ? a @ b : a).shape[0] - 1",
      "let a = ones(2); let fits = false && (a + ones(3)).count > 0; 1",
      "for i in 0..<0 { ones(2) + ones(3) }; 1",
      "for i in 0..<3 { if i >= 0 { break }; ones(2) + ones(3) }; 1",
      "while false { ones(2) + ones(3) }; 1",
      "func f(x) { if x.rank == 2 { return 1 }; return x + ones(3) }\nf(ones(2, 2))",
      // A variable that changes on the way.
      "var m = ones(2)\nfor i in 0..<2 { if i == 1 { m + ones(3) }; m = ones(3) }; 1",
      "var m = ones(2)\nfunc grow() { m = ones(3) }\ngrow()\n(m + ones(3)).count - 2",
      "var m = ones(2)\n[1].forEach { _ in m = ones(3) }\n(m + ones(3)).count - 2",
      "var m = ones(2)\nif true { m = ones(3) }\n(m + ones(3)).count - 2",
      "var xs = [ones(2)]\nxs[0] = ones(3)\n(xs[0] + ones(3)).count - 2",
      "var xs = [ones(2)]\nxs.insert(ones(3), at: 0)\n(xs[0] + ones(3)).count - 2",
      // Shadowed names.
      "func ones(a, b) = 1\nones(2, 3) + ones(3, 3) - 1",
      "let x = ones(2)\n[ones(3)].map { x in (x + ones(3)).count }[0] - 2",
      // One length stretches, and leading axes need not be there.
      "(ones(4, 1) + ones(3)).count - 11",
      "(ones(5, 2, 3) @ ones(3, 1)).count - 9",
      "(Linear(2, 3) >> { x in x.T } >> Linear(4, 1))(ones(4, 2)).count - 2",
    ])
  func silence(_ cell: String) { #expect(Notebook().value(cell) == "1") }

  @Test("A function of an earlier cell can change the variables of a later one")
  func acrossCells() throws {
    let notebook = Notebook()
    try notebook.run(all: "var m = ones(2)", "func grow() { m = ones(3) }")
    #expect(notebook.value("grow(); (m + ones(3)).count") == "3")
    // Nor does a function's text know what the names of the notebook will mean when it is called.
    try notebook.run(all: "let w = ones(2, 2)", "func f(x) = x @ w", "let v = ones(3); func g() = w @ v")
    try notebook.run(all: "let w = ones(3, 3)")
    #expect(notebook.value("(f(ones(1, 3)) + g()).count") == "3")
  }

  @Test(
    "Shapes are followed through functions, slices, members and lists",
    arguments: [
      "let (a, b) = (ones(2, 3), ones(2)); a @ b",
      "ones(4, 3)[0] + ones(4)",
      "ones(4, 3)[0..<2, 1] + ones(3)",
      "ones(4, 3).T + ones(4, 3)",
      "let n = ones(4, 3).shape[1]; zeros(n) + zeros(4)",
      "let layers = [Linear(2, 3), Linear(4, 1)]; layers[0] >> layers[1]",
      "func block(x) = relu(x @ ones(3, 2)); func twice(x) = block(block(x)); twice(ones(5, 3))",
      "let f = { x in x @ ones(3, 2) }; f(ones(5, 2))",
      "mean(ones(4, 3), axis: 0) + ones(4)",
      "concatenate([ones(2), ones(3)]) + ones(4)",
      "stack([ones(2), ones(2)]) @ ones(3)",
      "standardized(iris()).x @ ones(3)",
      "split(digits()).test.x @ ones(3)",
      "reshape(ones(6), 2, -1) + ones(2)",
      "(ones(2, 3) > 0) + ones(2)",
      "predict(mlp(4, 7), iris().x) + ones(6)",
      "if true { 1 } else { 2 }; for _ in [1] { for i in 0..<2 { ones(2) + ones(3) } }",
    ])
  func shapes(_ cell: String) {
    let notebook = Notebook()
    #expect(notebook.failure("print(1)\n" + cell).hasPrefix("E041"))
    #expect(notebook.printed == "")
  }

  @Test("An argument that a closure does not use is noted, and the cell runs")
  func unused() {
    let notebook = Notebook()
    #expect(notebook.value("[1, 2].map { x in 7 }") == "[7, 7]")
    #expect(
      plain(notebook.output.errors) == """
        W033 warning: the closure does not use its argument `x`
          ╭─ Cell [1], line 1, column 14
        1 │ [1, 2].map { x in 7 }
          │              ^ never used
          ╰─ help: write `_` for an argument that is of no interest

        """)
    for cell in ["[1].map { _ in 7 }", "[1].reduce(0) { $1 }", "[1].map { x in \"\\(x)\" }", "func f(x) = 1"]
    {
      notebook.run(cell)
      #expect(notebook.output.errors == "", "\(cell)")
    }
  }

  @Test("A comparison of kinds that are never equal is noted, and the cell runs")
  func unequalKinds() {
    let notebook = Notebook()
    #expect(notebook.value("let answer = \"1\"\nanswer != 1") == "true")
    #expect(
      plain(notebook.output.errors) == """
        W045 warning: this is always true: a string never equals an integer
          ╭─ Cell [1], line 2, column 1
        2 │ answer != 1
          │ ^^^^^^ a string
          │           - an integer
          ╰─ help: `double(text)` makes a number of a text, `string(x)` a text of a number

        """)
    for cell in ["true == 1", "[1, 2] == \"a\"", "(ones(2) > 0) == true", "[1] == 1"] {
      notebook.run(cell)
      #expect(plain(notebook.output.errors).hasPrefix("W045"), "\(cell)")
    }
    for cell in [
      "1 == 1.0", "rational(1, 2) == 0.5", "ones(2) == 1", "ones(2) == [1, 1]", "(1, 2) == [1, 2]",
      "nil == 1",
      "let x = nil; x == \"a\"", "for v in [\"a\", 1] { v == 1 }", "func f(x) = x == \"a\"; f(1)",
      "relu == relu", "[\"a\", 1].contains(1)",
    ] {
      notebook.run(cell)
      #expect(notebook.output.errors == "", "\(cell)")
    }
  }

  @Test("A key that a dictionary has twice is noted, and the last value counts")
  func repeatedKey() {
    let notebook = Notebook()
    #expect(notebook.value("[\"tanh\": 0.9, \"relu\": 1, \"tanh\": 0.8]") == "[\"tanh\": 0.8, \"relu\": 1]")
    #expect(
      plain(notebook.output.errors) == """
        W046 warning: the dictionary has the key `"tanh"` twice
          ╭─ Cell [1], line 1, column 26
        1 │ ["tanh": 0.9, "relu": 1, "tanh": 0.8]
          │  ------ first here
          │                          ^^^^^^ this one counts
          ╰─ help: leave one of the two out, or give it another key

        """)
    for cell in ["[1: 2, \"1\": 3]", "let k = 1; [k: 1, k + 1: 2]", "[true: 1, 1: 2]"] {
      notebook.run(cell)
      #expect(notebook.output.errors == "", "\(cell)")
    }
  }

  @Test("However calls are nested, checking them takes a bounded time")
  func bounded() {
    let levels = (1..<40).map { "func f\($0)(x) = f\($0 - 1)(x) + f\($0 - 1)(x)" }.joined(separator: "\n")
    let notebook = Notebook()
    notebook.run("func f0(x) = x\n" + levels)
    #expect(notebook.message("f39(ones(2)); ones(2) + ones(3)").hasPrefix("shapes [2] and [3]"))
  }

  private func plain(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }

  @Test(
    "Three classes taken for numbers are worth a warning, two are not, and nothing is said of one's own loss")
  func classesAsNumbers() {
    let notebook = Notebook()
    notebook.run("train(mlp(4, 8, 1), on: iris(), loss: mse, epochs: 1, progress: false);")
    #expect(
      notebook.output.errors.contains(
        "`mse` takes the 3 classes of `iris` for the numbers 0 to 2, as if the last were the most"))
    for cell in [
      "train(mlp(2, 8, 1), on: moons(10), loss: mse, epochs: 1, progress: false);",
      "train(mlp(4, 8, 3), on: iris(), loss: { p, t in sum(p ** 2) + 0 * sum(t) }, epochs: 1, progress: false);",
      "train(mlp(1, 1), on: dataset([[1], [2]], [0, 5]), epochs: 1, progress: false);",
    ] {
      guard case .finished = notebook.run(cell) else {
        Issue.record("this cell should run: \(cell)")
        continue
      }
      #expect(notebook.output.errors == "")
    }
  }
}
