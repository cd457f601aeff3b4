import Testing

@testable import Interpreter

/// What stays, from cell to cell.
struct NotebookTests {
  @Test("A cell that fails leaves every earlier definition as it was, and its output stays")
  func failure() throws {
    let notebook = Notebook()
    try notebook.run(all: "let a = 1; var list = [1, 2]; func f(x) = x")
    let report = notebook.failure(
      "print(\"before\"); let a = 2; list.append(3); list[0] = 9; func f(x) = 2 * x\nlet fresh = 1\n1 / 0")
    #expect(report.hasPrefix("E043: division by zero"))
    #expect(notebook.printed == "before\n")
    #expect(notebook.value("(a, list, f(1))") == "(1, [1, 2], 1)")
    #expect(notebook.message("fresh") == "`fresh` is not defined")
  }

  @Test("A cell with a mistake that shows itself beforehand does not begin")
  func checkedBefore() {
    let notebook = Notebook()
    #expect(notebook.message("print(\"x\"); unknown") == "`unknown` is not defined")
    #expect(notebook.printed == "")
    #expect(notebook.message("let x = ") != "")
    #expect(notebook.message("x") == "`x` is not defined")
  }

  @Test("Names of cells that failed take no more room each time, and may be declared otherwise")
  func namesOfFailedCells() {
    let notebook = Notebook()
    notebook.run("let kept = 1")
    for _ in 0..<20 {
      notebook.run("let early = unknown")
      notebook.run("let late = 1; let other = late / 0")
      #expect(notebook.message("late") == "`late` is not defined")
    }
    #expect(notebook.session.globals.names.count == 4)
    #expect(notebook.value("var late = kept + 1; late += 1; late") == "3")
  }

  @Test("A failed cell gives back trained weights and the random numbers")
  func training() throws {
    let notebook = Notebook()
    try notebook.run(
      all: "seed(3); let net = mlp(4, 3); let before = net.parameters.values",
      "func same(a, b) = all(zip(a, b).map { p in allClose(p.0, p.1, rtol: 0, atol: 0) })")
    let expected = Notebook()
    try expected.run(all: "seed(3); let net = mlp(4, 3)")
    #expect(
      notebook.message("train(net, on: iris(), epochs: 1, seed: 1); rand(3); 1 / 0") == "division by zero")
    #expect(notebook.value("same(before, net.parameters.values)") == "true")
    #expect(notebook.value("rand(3)") == expected.value("rand(3)"))
    try notebook.run(all: "train(net, on: iris(), epochs: 1, seed: 1);")
    #expect(notebook.value("same(before, net.parameters.values)") == "false")
  }

  @Test("An interrupted cell keeps what it has defined until then")
  func interruption() throws {
    let notebook = Notebook()
    notebook.output.patience = 3
    guard case .interrupted(let failure) = notebook.run("let a = 5\nvar n = 0\nwhile true { n += 1 }") else {
      Issue.record("the loop should have been interrupted")
      return
    }
    #expect(failure.message == "the cell was interrupted")
    notebook.output.patience = nil
    #expect(notebook.value("a") == "5")
    #expect(notebook.value("n > 0") == "true")
  }

  @Test(
    "Work on long texts and lists looks for an interrupt",
    arguments: ["xs.joined(\",\")", "for i in 0..<9 { s += s }", "for i in 0..<9 { ys += ys }"])
  func interruptedCopies(_ cell: String) throws {
    let notebook = Notebook()
    try notebook.run(
      all: "let xs = (0..<10_000).map { \"number \\($0)\" }; var s = xs.joined(); var ys = xs + xs")
    notebook.output.patience = 1
    guard case .interrupted = notebook.run(cell) else {
      Issue.record("the cell should have been interrupted")
      return
    }
  }

  @Test("A training that is interrupted keeps the weights of its last step")
  func interruptedTraining() throws {
    let notebook = Notebook()
    try notebook.run(all: "let net = mlp(4, 3); let before = net.parameters.values")
    notebook.output.patience = 4
    guard case .interrupted = notebook.run("train(net, on: iris(), epochs: 1000000)") else {
      Issue.record("the training should have been interrupted")
      return
    }
    notebook.output.patience = nil
    #expect(notebook.value("allClose(before[0], net.parameters.values[0], rtol: 0, atol: 0)") == "false")
  }

  @Test("A semicolon, a declaration and a function hide the value")
  func hiding() {
    for cell in ["1;", "let x = 1", "func f() = 1", "for i in 0..<2 { i }", "print(1)", ""] {
      #expect(Notebook().value(cell) == "(nothing)", "\(cell)")
    }
    #expect(Notebook().value("let x = 1; x") == "1")
  }

  @Test("A check prints its claim with both sides; a failing one ends the cell")
  func checks() {
    #expect(Notebook().prints("check 1 + 1 == 2, \"sums\"") == "✓ sums  (2 == 2)\n")
    #expect(Notebook().prints("check 1 < 2 && 2 < 3, \"both\"") == "✓ both  (1 < 2 && 2 < 3)\n")
    #expect(Notebook().prints("check true") == "✓ true\n")
    #expect(Notebook().prints("let n = 3; check n == 3, \"n is \\(n)\"") == "✓ n is 3  (3 == 3)\n")
    #expect(Notebook().prints("check 1 == 1; check 2 == 3").hasPrefix("✓ 1 == 1\nE050: the check failed"))
  }

  @Test("Recursion without an end is a fault, also through the library's calls")
  func recursion() {
    let message = "the calls are nested too deeply"
    #expect(Notebook().message("func f(n) = f(n + 1)\nf(0)") == message)
    #expect(Notebook().message("func f(n) = [n].map { f($0 + 1) }\nf(0)") == message)
    #expect(Notebook().message("func f(x) = gradient(of: f, at: x)\nf(1)") == message)
    let notebook = Notebook()
    _ = notebook.message("func g(n) = n == 0 ? 0 : 1 + g(n - 1)\ng(10 ** 9)")
    #expect(notebook.value("func g(n) = n == 0 ? 0 : 1 + g(n - 1)\ng(100)") == "100")
  }

  @Test("What is shown under an id takes the place of what the cell has shown under it")
  func displayUnderAnID() {
    let notebook = Notebook()
    notebook.run("for k in 1...3 { display(k, id: \"step\") }")
    #expect(notebook.output.shown.map(\.text) == ["1", "2", "3"])
    #expect(notebook.output.updated == ["step", "step"])
    notebook.run(
      "display(4, id: \"step\")\nclearOutput()\ndisplay(5, id: \"step\")\ndisplay(6, id: \"other\")")
    #expect(notebook.output.updated == ["step", "step"])
  }

  @Test("Input is asked for, and its absence is told")
  func input() {
    let notebook = Notebook()
    notebook.output.typed = ["Ada"]
    #expect(notebook.value("input(\"name? \")") == "\"Ada\"")
    #expect(notebook.message("input()") == "nobody can answer here")
  }

  @Test("A warning does not stop the cell")
  func warnings() {
    let notebook = Notebook()
    #expect(notebook.value("let x = 1\nx\n-x") == "-1")
    #expect(notebook.output.errors.contains("W019"))
  }
}
