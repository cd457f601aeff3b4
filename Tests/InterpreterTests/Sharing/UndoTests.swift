import Testing

@testable import Interpreter

@Suite("A cell that fails, while a cell of another shell ran in its pause,")
struct SharedUndoTests {
  let main = Notebook()
  let other: Notebook

  init() { other = main.makeShell() }

  /// Runs a cell in the main shell that fails after its pause; in the pause another cell runs to its end.
  private func fail(_ code: String, pausing cell: String) {
    let message = main.value(code + "\ninput()\n[1][7]") { [other] in
      if case .finished = other.run(cell) { return }
      Issue.record("the other cell should succeed: \(other.failure(cell))")
    }
    #expect(message.hasPrefix("there is no element 7"))
  }

  @Test("takes its own changes back and leaves the other's")
  func variables() throws {
    try main.run(all: "var a = 1; var b = 1; let c = 1")
    fail("a = 2", pausing: "b = 3; let c = \"new\"; let d = 4")
    #expect(main.value("[a, b, c, d]") == #"[1, 3, "new", 4]"#)
  }

  @Test("takes back the names that it declared, and not those that the other did")
  func names() {
    fail("let mine = 1", pausing: "let theirs = mine + 1")
    #expect(main.message("mine").hasPrefix("`mine` is not defined"))
    #expect(main.value("theirs") == "2")
  }

  @Test("leaves what both changed as the other left it")
  func both() throws {
    try main.run(all: "var a = 1; var xs = [1]")
    fail("a = 2; xs.append(2)", pausing: "a += 10; xs.append(3)")
    #expect(main.value("a") == "12")
    #expect(main.value("xs") == "[1, 2, 3]")
  }

  @Test("takes back what it did after the other did the same")
  func afterwards() throws {
    try main.run(all: "var a = 1; var xs = [1]")
    main.value("input()\na = 3; xs.append(3)\n[1][7]") { [other] in _ = other.run("a = 2; xs.append(2)") }
    #expect(main.value("a") == "2")
    #expect(main.value("xs") == "[1, 2]")
  }

  @Test("leaves a name that both declared with the other's value")
  func sameName() {
    fail("let a = 1", pausing: "let a = 2")
    #expect(main.value("a") == "2")
  }

  @Test("leaves a variable of a closure as the other left it, and takes its own change back")
  func closures() throws {
    try main.run(
      all: "func counter() { var n = 0; return { n += 1; return n } }; let c = counter(); let d = counter()")
    fail("c(); d()", pausing: "d()")
    #expect(main.value("c()") == "1")
    #expect(main.value("d()") == "3")
  }

  @Test("puts a closure's variable back though a cell that changed it in the pause failed, too")
  func closuresOfBoth() throws {
    try main.run(all: "func counter() { var n = 0; return { n += 1; return n } }; let c = counter()")
    main.value("c(); input(); [1][7]") { [other] in other.run("c(); [1][7]") }
    #expect(main.value("c()") == "1")
  }

  @Test("in the pause of another takes back nothing of that one")
  func inner() throws {
    try main.run(all: "var a = 1; var b = 1")
    main.value("a = 2; let e = 5; input(); b = a") { [other] in
      #expect(other.message("a = 3; let f = 1; [1][7]").hasPrefix("there is no element 7"))
    }
    #expect(main.value("[a, b, e]") == "[2, 2, 5]")
    #expect(main.message("f").hasPrefix("`f` is not defined"))
  }

  @Test("does not take the name away that a cell after it is about to give a value")
  func declaredAgain() throws {
    let workspace = main.session.machine.workspace
    let (first, second) = (Relay(), Relay())
    let failing = try Beside {
      Notebook(in: workspace).value("let z = 1\ninput()\n[1][7]") { first.pause() }
    }
    first.awaitPause()
    let succeeding = try Beside {
      Notebook(in: workspace).value("let w = 1\ninput()\nlet z = 2") { second.pause() }
    }
    second.awaitPause()
    first.goOn()
    #expect(try failing.value.hasPrefix("there is no element 7"))
    second.goOn()
    #expect(try succeeding.value == "(nothing)")
    #expect(main.value("z") == "2")
  }

  @Test("leaves the history of the other's training the last one")
  func trainings() throws {
    try main.run(all: "train(mlp(4, 3), on: iris(), epochs: 1)")
    fail("train(mlp(4, 3), on: iris(), epochs: 2)", pausing: "train(mlp(4, 3), on: iris(), epochs: 3);")
    #expect(main.value("lastHistory().epochs") == "3")
    let twice = "train(mlp(4, 3), on: iris(), epochs: 4); "
    main.run(twice + twice + "[1][7]")
    #expect(main.value("lastHistory().epochs") == "3")
  }
}
