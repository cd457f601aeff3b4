import Testing

@testable import Interpreter

@Suite("Exact numbers in the language")
struct ExactTests {
  @Test(
    "Arithmetic with integers stays exact, with floating-point numbers it does not",
    arguments: [
      ("rational(3, 7) + rational(1, 2)", "13/14"), ("1 / rational(3)", "1/3"),
      ("rational(\"0.1\") * 3", "3/10"),
      ("rational(0.5)", "1/2"), ("rational(1, 3) + 0.5", "0.8333333333333333"), ("2 - rational(1, 2)", "3/2"),
      ("rational(-7, 2) % 2", "1/2"), ("rational(2, 3) ** -2", "9/4"), ("-rational(1, 2)", "-1/2"),
      ("rational(6, -4)", "-3/2"), ("rational(4, 2)", "2"), ("abs(rational(-1, 2))", "1/2"),
      ("floor(rational(-1, 2))", "-1"), ("ceil(rational(1, 2))", "1"), ("sign(rational(-1, 2))", "-1"),
      ("relu(rational(-1, 2))", "0"), ("sqrt(rational(1, 4))", "0.5"), ("double(rational(1, 4))", "0.25"),
      ("int(rational(7, 2))", "3"), ("rational(6, 4).numerator", "3"), ("rational(6, 4).denominator", "2"),
      ("sum([rational(1, 2), rational(1, 3), 1])", "11/6"), ("[rational(1, 2), rational(1, 3)].sum()", "5/6"),
      ("prod([rational(1, 2), 3])", "3/2"), ("max(rational(1, 3), 0.25)", "1/3"),
      ("[rational(1, 2), 0.3, 1].sorted()", "[0.3, 1/2, 1]"), ("exact([0.5, 2, [0.25]])", "[1/2, 2, [1/4]]"),
      ("exact(tensor([[1, 0.5]]))", "[[1, 1/2]]"), ("tensor([rational(1, 2), 1]).shape", "[2]"),
      ("[rational(1, 2): \"half\"][0.5]", "\"half\""),
      ("rational(1, 2) * tensor([2, 4])", "[1 2]\n2, float32"),
    ])
  func arithmetic(cell: String, shown: String) {
    #expect(Notebook().value(cell) == shown)
  }

  @Test("Comparisons never round")
  func comparisons() throws {
    try Notebook().run(
      all: "check rational(1, 2) == 0.5", "check rational(\"0.1\") != 0.1",
      "check rational(\"0.1\") < 0.1, \"0.1 lies above a tenth\"", "check rational(1, 3) <= rational(1, 3)",
      "check rational(10 ** 17 + 1) > 100000000000000000.0", "check rational(1, 2) < inf",
      "check !(rational(1, 2) < nan)", "check !(rational(1, 2) == nan)",
      "check rational(7, 1) == 7 and [7: 1][rational(7)] == 1".replacing(" and ", with: " && "))
  }

  @Test("Pieces in Float64 are numbers, and a network in Float64 knows its error")
  func rounded() throws {
    let notebook = Notebook()
    try notebook.run(
      all: "let net = mlp(1, 12, 12, 1)", "let f = pieces(net, on: -3...3)",
      "let g = pieces(net, on: -3...3, exact: false)", "check f.count == g.count",
      "check supDistance(f, g) < 1e-9", "check abs(f.integral - g.integral) < 1e-9",
      "let e = exact(net); let r = e.bounded([0.25])",
      "check abs(e([0.25]) - rational(r.value)) <= rational(r.error)", "check r.error < 1e-10",
      "check pieces(mlp(2, 5, 1), along: [[0, 0], [1, 1]], exact: false).count >= 1")
    #expect(
      notebook.value("pieces(Linear(1, 1), on: 0...1, exact: false)").contains(
        "1 piece on [0, 1], in Float64"))
    #expect(!notebook.value("g.minimum").contains("/"))
    #expect(notebook.message("e.bounded([1, 2])") == "the network takes 1 number, but 2 are given")
  }

  @Test("A check says exactly where nothing was rounded")
  func checks() {
    let notebook = Notebook()
    #expect(
      notebook.prints("check rational(1, 3) * 3 == 1") == "✓ rational(1, 3) * 3 == 1  (exactly 1 == 1)\n")
    #expect(
      notebook.prints("check [rational(1, 2)] == [rational(2, 4)], \"halves\"")
        == "✓ halves  (exactly [1/2] == [1/2])\n")
    #expect(notebook.prints("check rational(1, 2) == 0.5") == "✓ rational(1, 2) == 0.5  (1/2 == 0.5)\n")
    #expect(notebook.prints("check 1 == 1") == "✓ 1 == 1\n")
  }

  @Test("A fraction is shown as a formula, a long one by its size")
  func display() throws {
    let notebook = Notebook()
    guard case .finished(let display?) = notebook.run("rational(-3, 7)") else {
      Issue.record("no display")
      return
    }
    #expect(display.text == "-3/7" && display.formats["text/latex"] == "$\\displaystyle -\\frac{3}{7}$")
    #expect(notebook.value("rational(3, 2) ** 3000").hasPrefix("≈ "))
    #expect(notebook.value("rational(3, 2) ** 3000").contains("digits over"))
  }

  @Test("An exact network answers as it is called")
  func networks() throws {
    let notebook = Notebook()
    try notebook.run(
      all:
        "let net = Linear(weight: [[1, -1], [2, 0.5]], bias: [0, -1]) >> relu >> Linear(weight: [[1, 1]], bias: [0.5])",
      "let e = exact(net)", "check e([1, 0.5]) == rational(9, 4), \"1/2 + 5/4 + 1/2\"",
      "check e([[1, 0.5], [0, 0]]) == [rational(9, 4), rational(1, 2)]",
      "check e(tensor([[1, 0.5]])) == [rational(9, 4)]", "check e.network([[1, 0.5]]).item() == 2.25",
      "check !e.isRounded", "check exact(e) == e", "check [e.inputs, e.outputs] == [2, 1]")
    #expect(notebook.value("e") == "an exact network: 2 → 2 ReLU → 1")
    #expect(notebook.value("exact(Linear(weight: [[2], [3]]))(rational(1, 6))") == "[1/3, 1/2]")
    for input in ["[\"a\"]", "\"a\"", "[nan, 1]", "[[[1, 2]]]", "nil"] {
      #expect(
        notebook.message("e(\(input))").hasPrefix("an exact network takes finite numbers and lists of them"))
    }
    #expect(notebook.message("e([1])") == "the network takes 2 numbers, but 1 is given")
    #expect(notebook.message("exact(Linear(1, 1) >> tanh)") == "`Tanh()` cannot be computed exactly")
  }

  @Test("The pieces of a network are listed, measured and called")
  func pieces() throws {
    let notebook = Notebook()
    try notebook.run(
      all:
        "let tent = Linear(weight: [[1], [1]], bias: [0, -0.5]) >> relu >> Linear(weight: [[2, -4]], bias: [0])",
      "let p = pieces(tent >> tent, on: 0...1)", "check p.count == 4 && p.slopes == [4, -4, 4, -4]",
      "check p.breakpoints == [rational(1, 4), rational(1, 2), rational(3, 4)]",
      "check p.crossings(0.5).count == 4 && p(rational(1, 3)) == rational(2, 3)",
      "check l1Distance(p, 0.5) == rational(1, 4) && supDistance(0.5, p) == rational(1, 2)",
      "check p.integral == rational(1, 2) && p.minimum == 0 && p.maximum == 1",
      "check p == piecewiseLinear([[0, 0], [0.25, 1], [0.5, 0], [0.75, 1], [1, 0]])",
      "check quadraticError(piecewiseLinear([[0, 0], [0.5, 0.25], [1, 1]])).upper == rational(1, 16)",
      "let q = pieces(Linear(weight: [[1, 1]]) >> relu, along: [[-1, 0], [1, 0]])", "check q.count == 2")
    #expect(
      notebook.value("pieces(tent, on: 0...1)") == """
        2 pieces on [0, 1]

        from   to  slope  value at the left end
        ───────────────────────────────────────
        0     1/2      2                      0
        1/2     1     -2                      1
        """)
    #expect(
      notebook.message("pieces(Linear(2, 1), on: 0...1)")
        == "a network of 2 inputs has no pieces on an interval")
    #expect(notebook.message("pieces(tent, on: 1...0)") == "the interval from 1 to 0 is empty")
    #expect(
      notebook.message("pieces(3, on: 0...1)") == "`pieces` takes a network for `net`, but this is an integer"
    )
    #expect(
      notebook.message("l1Distance(1, 2)")
        == "`l1Distance` takes what `pieces` gives for `f`, but this is an integer")
    #expect(notebook.message("p(2)") == "2 lies outside of the interval from 0 to 1")
  }

  @Test("Finding pieces can be interrupted")
  func interruption() throws {
    let notebook = Notebook()
    try notebook.run(
      all:
        "var net = Linear(1, 2) >> relu >> Linear(2, 1); for _ in 0..<3 { net = net >> relu >> Linear(1, 1) }"
    )
    notebook.output.patience = 2
    guard case .interrupted = notebook.run("pieces(net, on: 0...1)") else {
      Issue.record("the search should have been interrupted")
      return
    }
  }

  @Test("Exact numbers cannot grow without an end, and wrong ones are refused")
  func limits() {
    let notebook = Notebook()
    #expect(
      notebook.message("var x = rational(3, 2); for _ in 0..<40 { x = x * x }")
        == "this exact number grows too long")
    #expect(notebook.message("rational(1, 0)") == "division by zero")
    #expect(notebook.message("rational(1, 2) / 0") == "division by zero")
    #expect(notebook.message("rational(0) ** -1") == "division by zero")
    #expect(notebook.message("rational(2) ** 10000000").hasSuffix("has more than a million digits"))
    #expect(notebook.message("rational(nan)") == "nan is not a number that could be exact")
    #expect(notebook.message("rational(\"x\")") == "\"x\" is not a number")
    #expect(
      notebook.message("rational(1, 2) + \"a\"") == "`+` does not work between an exact number and a string")
  }
}
