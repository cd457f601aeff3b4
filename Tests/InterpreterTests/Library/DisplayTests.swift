import Testing

@testable import Interpreter

/// How values show themselves.
struct DisplayTests {
  @Test(
    "Plain values show as they are written",
    arguments: [
      ("nil", "nil"), ("true", "true"), ("-3", "-3"), ("1e20", "1e+20"), ("inf", "inf"),
      ("\"a\\n\\\"b\\\"\"", "\"a\\n\\\"b\\\"\""),
      ("[1, [2, \"a\"], nil]", "[1, [2, \"a\"], nil]"), ("[]", "[]"), ("[:]", "[:]"),
      ("[\"a\": 1]", "[\"a\": 1]"),
      ("(1, b: 2)", "(1, b: 2)"), ("()", "()"), ("0..<3", "0..<3"), ("0...3", "0...3"),
      ("sin", "func sin(x)\nThe sine of an angle in radians."),
      ("{ x in x }", "func closure(x)"), ("float32", "float32"), ("Adam()", "Adam(lr: 0.001)"),
      ("SGD(0.1, momentum: 0.9)", "SGD(lr: 0.1, momentum: 0.9)"),
      (
        "SGD(momentum: 0.9, nesterov: true, weightDecay: 0.01)",
        "SGD(lr: 0.01, momentum: 0.9, nesterov: true, weightDecay: 0.01)"
      ),
      ("AdamW()", "AdamW(lr: 0.001)"),
      ("AdamW(beta1: 0.5, weightDecay: 0)", "AdamW(lr: 0.001, beta1: 0.5, weightDecay: 0.0)"),
      ("RMSprop(centered: true)", "RMSprop(lr: 0.01, centered: true)"),
      ("Adagrad(lrDecay: 0.1)", "Adagrad(lr: 0.01, lrDecay: 0.1)"),
      (
        "LBFGS(maxIter: 5, lineSearch: \"strong_wolfe\")",
        "LBFGS(lr: 1.0, maxIter: 5, lineSearch: \"strong_wolfe\")"
      ),
      ("huber(delta: 0.5)", "huber(delta: 0.5)"), ("tensor(3)", "3.0"),
    ])
  func plain(cell: String, shown: String) {
    #expect(Notebook().value(cell) == shown)
  }

  @Test("A tensor is a table with aligned columns, its shape and its type")
  func tensors() {
    #expect(
      Notebook().value("tensor([[1, -0.5], [0.25, 3]])") == """
        [[ 1.0000 -0.5000]
         [ 0.2500  3.0000]]
        2×2, float32
        """)
    #expect(Notebook().value("zeros(0)") == "[]\n0, float32")
    #expect(Notebook().value("arange(0, 300)") == "[  0   1   2 … 297 298 299]\n300, float32")
    #expect(Notebook().value("tensor([1, nan, inf])") == "[  1 nan inf]\n3, float32")
    #expect(
      Notebook().value("tensor([1e-9, 1], dtype: float64)") == "[1.0000e-09 1.0000e+00]\n2, float64")
    #expect(Notebook().value("zeros(1000, 1000)").split(separator: "\n").count == 8)
  }

  @Test(
    "Rows of numbers break between two of them after eighty columns, and so do long lists of a cell's result")
  func brokenLines() throws {
    let notebook = Notebook()
    for cell in [
      "linspace(0, 1)", "iris().targets", "(1...150).map { $0 }", "(1...40).map { [$0, $0 + 0.5] }",
      "ones(2, 100)",
    ] {
      let lines = notebook.value(cell).split(separator: "\n")
      #expect(lines.count > 2 && lines.allSatisfy { $0.count <= 82 })
    }
    #expect(
      notebook.value("arange(0, 50)") == """
        [ 0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26
         27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49]
        50, float32
        """)
    #expect(
      notebook.value("[[1], (1...30).map { $0 }, (1...30).map { $0 }]") == """
        [[1],
         [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
          23, 24, 25, 26, 27, 28, 29, 30],
         [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
          23, 24, 25, 26, 27, 28, 29, 30]]
        """)
    // A pair is not torn.
    #expect(
      notebook.value("(1...40).map { [$0, $0 + 0.5] }").split(separator: "\n").allSatisfy {
        $0.hasSuffix("],") || $0.hasSuffix("]]")
      })
    #expect(
      notebook.value("(100...130).map { $0 }") == """
        [100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115,
         116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130]
        """)
    // What is printed, joined or put into a text stays what it was.
    #expect(!notebook.prints("print((100...130).map { $0 }, terminator: \"\")").contains("\n"))
    #expect(notebook.value("\"\\((100...130).map { $0 })\".contains(\"\\n\")") == "false")
    #expect(notebook.value("randn(10, 10)").split(separator: "\n").count == 11)
  }

  @Test("Long lists lose their middle, deep and doubled ones their rest")
  func longLists() {
    #expect(
      Notebook().value("(0..<2000).map { $0 }")
        == "[0, 1, 2, 3, 4, … 1990 more …, 1995, 1996, 1997, 1998, 1999]")
    #expect(Notebook().value("var xs = []; for _ in 0..<1000 { xs = [xs] }; \"\\(xs)\".count") == "103")
    #expect(
      Notebook().value("var xs = [1]; for _ in 0..<60 { xs = [xs, xs] }; \"\\(xs)\".count > 10000") == "true")
  }

  @Test("A network is a table of its layers")
  func networks() {
    #expect(
      Notebook().value("mlp(2, 8, 3)") == """
        layer          output   parameters
        ──────────────────────────────────
        Linear(2, 8)        8           24
        ReLU()              8\("             ")
        Linear(8, 3)        3           27
        ──────────────────────────────────
        total                           51
        """)
    #expect(Notebook().value("Linear(2, 3)") == "Linear(2, 3)   9 parameters")
    #expect(Notebook().value("Sequential()") == "an empty network")
    #expect(Notebook().value("mlp(1000, 1000, 10).parameterCount") == "1011010")
  }

  @Test("A data set says how large it is and what its classes are")
  func datasets() {
    #expect(
      Notebook().value("iris()") == """
        iris: 150 rows of 4 features, 3 classes (setosa, versicolor, virginica)
        features: sepal_length, sepal_width, petal_length, petal_width
        """)
    #expect(
      Notebook().value("dataset([[0, 0], [1, 1]], [0.5, 1], name: \"mine\")")
        == "mine: 2 rows of 2 features, 1 target")
    #expect(Notebook().value("(digits().count, penguins().count)") == "(1797, 342)")
  }

  @Test(
    "Inside of lists, tuples and dictionaries each value keeps to one line",
    arguments: [
      (
        "split(iris(), test: 0.2)",
        "(train: iris: 120 rows of 4 features, 3 classes (setosa, versicolor, virginica), "
          + "test: iris: 30 rows of 4 features, 3 classes (setosa, versicolor, virginica))"
      ),
      ("[\"net\": Linear(2, 3) >> ReLU()]", "[\"net\": Linear(2, 3) >> ReLU()]"),
      ("[plot([1, 2]), plot([2, 1])]", "[a figure, a figure]"),
      ("[Adam()]", "[Adam(lr: 0.001)]"),
    ])
  func parts(cell: String, shown: String) {
    #expect(Notebook().value(cell) == shown)
  }

  @Test("Seconds are told in the unit that suits them")
  func durations() {
    #expect(duration(12.5e-6) == "12.5 µs")
    #expect(duration(0.035) == "35.0 ms")
    #expect(duration(1.24) == "1.24 s")
    #expect(duration(125) == "2 min 5 s")
    #expect(duration(.infinity) == "inf days")
  }
}
