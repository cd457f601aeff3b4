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
