import Testing

@testable import Interpreter

@Suite("Shells of one notebook")
struct SharingTests {
  let main = Notebook()
  let other: Notebook

  init() { other = main.makeShell() }

  @Test("know the same names, and complete and inspect them")
  func names() throws {
    try main.run(all: "let answerOfAll = 42")
    #expect(other.value("answerOfAll") == "42")
    #expect(other.session.complete("answerOfA", at: 9).items.map(\.text) == ["answerOfAll"])
    #expect(other.session.inspect("answerOfAll", at: 3, isDetailed: false)?.text.contains("42") == true)
  }

  @Test("have a turn each while both run: a loop ends because another cell says so")
  func turns() throws {
    let workspace = main.session.machine.workspace
    try main.run(all: "var go = false; var turns = 0")
    let loop = try Beside { Notebook(in: workspace).value("while !go { turns += 1 }; turns > 0") }
    let end = ContinuousClock.now + .seconds(60)
    while other.value("turns > 0") != "true", .now < end {}
    try other.run(all: "go = true")
    #expect(try loop.value == "true")
  }

  @Test("lose no change that both make in many turns")
  func manyTurns() throws {
    let workspace = main.session.machine.workspace
    try main.run(all: "var n = 0; var xs = []; func add(x) { n += x; return n }")
    let cell = "for i in 0..<200000 { n += 1; if i % 1000 == 0 { xs.append(i) }; add(1) }"
    let first = try Beside { Notebook(in: workspace).value(cell) }
    let second = try Beside { Notebook(in: workspace).value(cell) }
    #expect(try [first.value, second.value] == ["(nothing)", "(nothing)"])
    #expect(main.value("[n, xs.count]") == "[800000, 400]")
  }

  @Test("may define a function anew that another one is in the middle of")
  func redefinition() throws {
    try main.run(all: "func f(x) { input(); return x + 1 }", "func g(x) = f(x) * 10")
    let value = main.value("g(1)") { [other] in
      for n in 0..<3 { other.run("func f(x) = x + \(n)00\nfunc g(x) = \"new\"") }
    }
    #expect(value == "20")
    #expect(main.value("f(1)") == "201")
  }

  @Test("do not train the same network at the same time, and can look at it")
  func training() throws {
    try main.run(all: "let net = mlp(4, 3); let adam = Adam()")
    main.value("train(net, on: iris(), optimizer: adam, epochs: 1); input()") { [other] in
      let message = other.message("train(net, on: iris(), epochs: 1)")
      #expect(message == "another cell that is still running changes this network")
      #expect(
        other.message("loadStateDict(net, net.parameters)") == message)
      #expect(
        other.message("train(mlp(4, 3), on: iris(), optimizer: adam)")
          == "another cell that is still running changes this optimiser")
      #expect(other.value("net.parameterCount") == "15")
    }
    #expect(other.value("train(net, on: iris(), epochs: 1).epochs") == "1")
  }

  @Test(
    "leave a training alone that a function of the notebook takes part in, whatever they do with its network")
  func trainingByTape() throws {
    let setUp = """
      var done = false
      func half(x) { var n = 0; while n < 3000 { n += 1 }; return x * 0.5 }
      func loss(p, t) { var n = 0; while n < 3000 { n += 1 }; return mean((p - t) ** 2) }
      seed(1)
      let net = Linear(4, 1) >> half
      let data = dataset(rand(64, 4), rand(64, 1))
      """
    let training = "train(net, on: data, loss: loss, epochs: 3, batch: 16, seed: 2); net.layers[0].weight"
    let alone = Notebook()
    try alone.run(all: setUp)
    try main.run(all: setUp)
    let workspace = main.session.machine.workspace
    let looking = try Beside {
      Notebook(in: workspace).value("var turns = 0; while !done { net(ones(1, 4)); turns += 1 }; turns > 0")
    }
    while other.value("turns > 0") != "true" {}
    #expect(main.value(training) == alone.value(training))
    try main.run(all: "done = true")
    #expect(try looking.value == "true")
  }

  @Test("run a layer that is a function of another one's with their own output")
  func functionLayers() throws {
    try main.run(all: "func twice(x) { print(\"in here\"); return x * 2 }", "let net = Sequential(twice)")
    main.value("input()") { [other] in #expect(other.prints("net([1, 2]); 0") == "in here\n") }
  }

  @Test("draw random numbers of their own, the first as if it were alone")
  func randomNumbers() {
    let cell = "[randn(2), rand(2)]"
    let alone = Notebook().value(cell)
    #expect(main.value(cell) == alone)
    #expect(other.value(cell) != alone)
    #expect(main.value("seed(1); \(cell)") == other.value("seed(1); \(cell)"))
  }

  @Test("import a file once, whichever of them does")
  func imports() throws {
    let main = Notebook(files: ["greet.mlp": "print(\"run\")\nfunc greet() = \"hello\""])
    let other = main.makeShell()
    #expect(main.prints("import(\"greet.mlp\")") == "run\n")
    #expect(other.prints("import(\"greet.mlp\")\nprint(greet())") == "hello\n")
  }
}

@Suite("The baton")
struct BatonTests {
  @Test("goes to those who wait in the order in which they came")
  func order() throws {
    let baton = Baton()
    let log = Log()
    baton.take()
    #expect(!baton.isWanted)
    let first = try Beside { baton.held { log.add(1) } }
    while !baton.isWanted {}
    let second = try Beside { baton.held { log.add(2) } }
    while baton.waitingCount < 2 {}
    baton.give()
    baton.held { log.add(3) }
    try first.value
    try second.value
    #expect(log.entries == [1, 2, 3])
    #expect(!baton.isWanted)
  }

  /// Touched only with the baton in hand, and at the end.
  private final class Log: @unchecked Sendable {
    private(set) var entries: [Int] = []
    func add(_ entry: Int) { entries.append(entry) }
  }
}
