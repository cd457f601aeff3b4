import Testing

@testable import Interpreter

/// The theorems' constructions as a notebook uses them.
@Suite("Constructions in the language")
struct ConstructionTests {
  @Test("a sawtooth and a zigzag have as many pieces as they promise, the printed recursion two")
  func sawteeth() throws {
    try Notebook().run(
      all: "let p = pieces(sawtooth(6), on: 0...1)", "check p.count == 64 && p.crossings(0.5).count == 64",
      "check l1Distance(p, 0.5) == rational(1, 4)",
      "check pieces(zigzag(4, exact: true), on: 0...1).count == mostPieces([3, 3, 3, 3])",
      "check pieces(doubledReLU(5), on: 0...1).count == 2 && doubledReLU(4)([[1]]).item() == 171",
      "check sawtoothBound(8, pieces: 2 ** 6 - 1) == rational(1, 16)",
      "check l1Distance(pieces(interpolant({ x in x }, units: 4), on: 0...1), p) >= sawtoothBound(6, pieces: 1)"
    )
  }

  @Test("interpolants and squares are as far from x² as they should be, exactly")
  func squares() throws {
    try Notebook().run(
      all: "let p = pieces(interpolant({ x in x * x }, units: 8), on: 0...1)",
      "check quadraticError(p).upper == rational(1, 256) && quadraticError(p).lower == 0",
      "let thirds = interpolant({ x in x * x }, units: 3, exact: true)",
      "check thirds.isRounded && thirds(rational(1, 3)) == rational(1, 9)",
      "check quadraticError(pieces(square(5), on: 0...1)).upper == rational(1, 4 ** 6)",
      "check exact(multiply(3, bound: 2))([0, 1.5]) == 0",
      "check abs(product(4, m: 8)([[0.5, -0.5, 1, 0.75]]).item() + 0.1875) < 1e-3",
      "check [productUnits(16, layers: 1), productUnits(16, layers: 2), productUnits(16, layers: 4)] == [65536, 80, 60]",
      "check abs(shallowProduct(3, scale: 0.01)([[0.5, -1, 0.75]]).item() + 0.375) < 1e-4")
  }

  @Test("staircases are built of every activation that climbs, and of no other")
  func staircases() throws {
    let notebook = Notebook()
    for activation in ["sigmoid", "tanh", "\"hardSigmoid\"", "\"hardTanh\"", "Tanh()"] {
      try notebook.run(
        all:
          "check abs(staircase({ x in 3 * x }, units: 50, activation: \(activation))([[0.5]]).item() - 1.5) < 0.05"
      )
    }
    #expect(
      notebook.failure("staircase(sin, units: 5, activation: relu)").contains("for relu take `interpolant`"))
    #expect(
      notebook.message("staircase({ x in \"a\" }, units: 5)")
        == "`f` of `staircase` must give a number, but it gave a string")
    try notebook.run(
      all:
        "check staircaseBound({ d in 2 * d }, units: 10, activation: tanh) < staircaseBound({ d in 2 * d }, units: 10, sharpness: 1)",
      "let d = polynomialDistance(abs, degree: 2, on: -1...1)", "check 0.1249 < d.bound && d.bound <= 0.125",
      "check d.points.count == 4")
  }

  @Test("width two memorises in exact arithmetic and in Float64")
  func memorisation() throws {
    let notebook = Notebook()
    try notebook.run(
      all: "let m = memorize([0, 1, 2, 3, 4], [0, 1, 0, 2, 2])",
      "check m.width == 2 && m.depth == 4 && m.bound == 21 && m.error == 0",
      "check m.lines.map { $0.slope } == [1, -1, 2, 0] && m.lines[2].offset == -4",
      "check m.exact([[0.5], [1.5], [2.5], [3.5]]) == [rational(1, 2), rational(1, 2), 1, 2]",
      "check m.network([[3]]).item() == 2 && m.gap == rational(1, 4)",
      "let xor = memorize([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0])",
      "check xor.exact([[0, 0], [0, 1], [1, 0], [1, 1]]) == [0, 1, 1, 0]",
      "check memorize([[1, 2], [3, 4]], [5, 5]).depth == 0")
    #expect(
      notebook.value("m").hasPrefix("5 points with 3 different labels, memorised exactly by width 2 and"))
  }

  @Test("two labels are told apart by a layer for each of their runs but one")
  func runs() throws {
    let notebook = Notebook()
    try notebook.run(
      all: "let x = [0.1, 0.2, 0.5, 0.7, 0.8, 1.5]", "let m = memorize(x, [0, 0, 1, 0, 0, 1], runs: true)",
      "check m.width == 2 && m.depth == 3 && m.runs.count == 4 && m.bound == 19 && m.error < 1e-12",
      "check m.exact(x.map { [$0] }) == [0, 0, 1, 0, 0, 1]",
      "check max(abs(m.network(tensor(x.map { [$0] }))[..., 0] - tensor([0, 0, 1, 0, 0, 1]))) < 1e-6",
      "let d = digits(); let even = d.y[0..<60].array().map { int($0) % 2 }",
      "let parity = memorize(d.x[0..<60], even, runs: true)",
      "check parity.exact(d.x[0..<60]) == even && parity.depth == max(2, parity.runs.count - 1)",
      "check memorize(iris()).exact(iris().x) == exact(iris().y)")
    #expect(
      notebook.message("memorize([1, 2, 3], [0, 1, 2], runs: true)")
        == "runs are compressed for two labels, but there are 3")
    #expect(notebook.message("memorize([1, 2])").contains("a label for each point"))
  }

  @Test("a hundred digits, and real labels, are memorised")
  func digits() throws {
    try Notebook().run(
      all: "let data = digits()", "let m = memorize(data.x[0..<100], data.y[0..<100])",
      "check m.depth <= 99 && m.width == 2 && m.error == 0 && !m.exact.isRounded",
      "check m.exact(data.x[0..<100]) == exact(data.y[0..<100])",
      "let few = memorize(data.x[0..<9], (0..<9).map { sin($0) })", "check few.error < 1e-9")
  }

  @Test(
    "random data of any size and dimension is memorised, exactly and in Float64",
    arguments: [(2, 2, 1), (17, 3, 2), (50, 5, 20), (120, 10, 7), (200, 2, 1), (200, 10, 20)])
  func randomData(points: Int, classes: Int, dimension: Int) throws {
    try Notebook().run(
      all: "seed(\(points)); let x = randn(\(points), \(dimension))",
      "let y = (0..<\(points)).map { $0 * 7919 % \(classes) }", "let m = memorize(x, y)",
      "check m.depth <= \(points) - 1 && m.bound == 2 * \(points) + 4 * \(classes) - 1 && m.width == 2",
      "check m.exact(x) == y && m.error < 1e-6", "check max(abs(m.network(x)[..., 0] - tensor(y))) < 1e-5")
  }

  @Test("where the gaps are too small for Float64, the message points to the exact network")
  func smallGaps() throws {
    let notebook = Notebook()
    try notebook.run(
      all: "let e = 2.0 ** -50", "let m = memorize([0.1, 0.1 + e, 0.1 + 2 * e, -1e5], [0, 1, 0, 1])",
      "check m.exact([[0.1], [0.1 + e], [0.1 + 2 * e]]) == [0, 1, 0]")
    let message = notebook.failure("m.network")
    #expect(message.contains("wrong label") && message.contains("use `.exact` in place of `.network`"))
  }

  @Test(
    "data that cannot be memorised is answered clearly",
    arguments: [
      ("memorize([], [])", "there are no points to memorise"),
      ("memorize([1, 2], [1])", "each point needs a label, but there are 2 points and 1 labels"),
      (
        "memorize([[1], [1, 2]], [1, 2])",
        "the points must all have the same number of coordinates, at least one"
      ),
      ("memorize([1, nan], [1, 2])", "`points` of `memorize` are finite, but one is nan"),
      ("memorize([1, 2], [1, inf])", "`labels` of `memorize` are finite, but one is inf"),
      ("memorize([\"a\"], [1])", "a point is a number or a list of numbers, but one is a string"),
      (
        "memorize([1, 1], [0, 1])",
        "points 0 and 1 are the same, but their labels are 0 and 1: no function takes both values there"
      ),
      (
        "memorize(ones(2, 2, 2), [1, 2])",
        "`points` of `memorize` has shape [points, coordinates], but this one has [2, 2, 2]"
      ),
    ])
  func unfit(cell: String, message: String) {
    #expect(Notebook().message(cell) == message)
  }

  @Test("a witness shows why width one is not enough")
  func witnesses() throws {
    let notebook = Notebook()
    try notebook.run(
      all: "let w = monotoneWitness([0, 1, 2], [0, 1, 0])", "check !w.exists && w.direction == nil",
      "check sum(w.differences.map { $0.weight * ([0, 1, 2][$0.larger] - [0, 1, 2][$0.smaller]) }) == 0",
      "check monotoneWitness([[0, 0], [0, 1], [1, 1]], [0, 1, 2]).exists")
    #expect(notebook.value("w").contains("1/2"))
  }

  @Test("residual streams of width one take any values, narrow networks have no peaks")
  func residuals() throws {
    try Notebook().run(
      all: "let r = residualInterpolant([0, 1, 2, 3], [0, 5, -1, 2], exact: true)",
      "check r([[0], [1], [2], [3]]) == [0, 5, -1, 2]",
      "let s = residualApproximator({ x in x * x }, units: 4, exact: true)",
      "check abs(s(rational(1, 8)) - rational(1, 64)) < 0.01",
      "check residualApproximator(sin, units: 6, on: 0...3)([[1.25]]).item() > 0.9",
      "check !borderRange(peak()).holdsMiddle && borderRange(mlp(2, 2, 2, 2, 1), radius: 3).holdsMiddle",
      "check widthFor(parameters: 1000, depth: 3) == 21 && widthFor(parameters: 3, depth: 1) == nil",
      "check squareWidth(error: 1e-6, depth: 2) == 18")
    #expect(
      Notebook().message("residualInterpolant([0, 1], [1])")
        == "each place needs a value, but there are 2 places and 1 value")
    #expect(
      Notebook().message("borderRange(mlp(3, 2, 1))")
        == "a square has two coordinates, but the network takes 3")
  }

  @Test("arguments without a meaning are refused")
  func refused() {
    let notebook = Notebook()
    #expect(notebook.message("interpolant(sin, units: 0)").contains("must be at least 1"))
    #expect(notebook.message("interpolant({ x in 1 / x }, units: 4)") == "division by zero")
    #expect(notebook.message("sawtoothBound(3, pieces: 1.5)").contains("takes an integer for `pieces`"))
    #expect(notebook.message("square(0)").contains("must be at least 1"))
    #expect(notebook.message("shallowProduct(20)").contains("1 to 16 factors"))
    #expect(notebook.failure("shallowProduct(2, activation: relu)").contains("Taylor series"))
    #expect(notebook.message("interpolant(sin, units: 4, on: 1...0)").contains("a range such as `0...1`"))
  }
}
