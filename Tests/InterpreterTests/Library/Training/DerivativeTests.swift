import Testing

@testable import Interpreter

@Suite struct DerivativeTests {
  private let notebook = Notebook()

  @Test("a gradient by several arguments is a list with one for each")
  func severalArguments() throws {
    #expect(notebook.value("gradient(of: { w, b in (2 * w + b) ** 2 }, at: [1, 3])") == "[20.0, 10.0]")
    #expect(
      notebook.value("valueAndGradient(of: { a, b in a * b }, at: [2, 3])")
        == "(value: 6.0, gradient: [3.0, 2.0])")
    try notebook.run(all: "let g = gradient(of: { w, x in sum(w @ x) }, at: [ones(2, 3), [1, 2, 3]])")
    #expect(notebook.value("g.count") == "2")
    #expect(notebook.value("g[0].shape") == "[2, 3]")
    #expect(notebook.value("g[1]") == "[2 2 2]\n3, float32")
  }

  @Test("a function of one argument keeps its list as one vector")
  func oneVector() {
    #expect(notebook.value("gradient(of: { x in sum(x ** 2) }, at: [1, 3])") == "[2 6]\n2, float32")
    #expect(notebook.value("gradient(of: { x in x ** 3 }, at: 2)") == "12.0")
  }

  @Test("loops, branches and recursion are differentiated")
  func controlFlow() throws {
    try notebook.run(
      all: """
        func power(x, n) { if n == 0 { return 1 }; return x * power(x, n - 1) }
        """,
      """
      func walk(x) {
        var y = x
        for i in 0..<3 { if y > 1 { y = y * x } else { y = y + x } }
        return y
      }
      """)
    #expect(notebook.value("gradient(of: { x in power(x, 5) }, at: 2)") == "80.0")
    // Above 1 the walk is x⁴.
    #expect(notebook.value("gradient(of: walk, at: 1.5)") == "13.5")
    #expect(notebook.value("hessian(of: walk, at: 2)") == "48.0")
    #expect(notebook.value("jacobian(of: { x in [power(x, 2), power(x, 3)] }, at: 2)").hasPrefix("[ 4 12]"))
  }

  @Test("a Jacobian has the shape of the value, then of the point")
  func jacobians() throws {
    #expect(
      notebook.value("jacobian(of: { x in [x[0] * x[1], x[0] ** 2] }, at: [1, 2])")
        == "[[2 1]\n [2 0]]\n2×2, float32")
    try notebook.run(all: "let w = tensor([[1, 2, 3], [4, 5, 6]])")
    #expect(notebook.value("sum(abs(jacobian(of: { x in w @ x }, at: [1, 1, 1]) - w))") == "0.0")
    #expect(notebook.value("jacobian(of: { a, x in a @ x }, at: [w, [1, 1, 1]])[0].shape") == "[2, 2, 3]")
    #expect(notebook.value("jacobian(of: { x in w @ x }, at: ones(3, 4)).shape") == "[2, 4, 3, 4]")
  }

  @Test("a Hessian is symmetric and has the shape of the point twice")
  func hessians() {
    #expect(
      notebook.value("hessian(of: { x in x[0] ** 2 * x[1] }, at: [3, 2])") == "[[4 6]\n [6 0]]\n2×2, float32")
    #expect(notebook.value("hessian(of: { x in x ** 3 }, at: 2)") == "12.0")
  }

  @Test("derivatives nest")
  func nesting() {
    #expect(
      notebook.value("gradient(of: { x in gradient(of: { y in y ** 4 }, at: x) }, at: 2)").hasPrefix("48"))
    #expect(
      notebook.value("gradient(of: { x in hessian(of: { y in y ** 4 }, at: x) }, at: 2)").hasPrefix("48"))
  }

  @Test(
    "what does not fit is said plainly",
    arguments: [
      ("gradient(of: { a, b in a * b }, at: 2)", "the function takes 2 arguments, but `at` is an integer"),
      (
        "gradient(of: { a, b in a * b }, at: [2, 3, 4])",
        "the function takes 2 arguments, but `at` is a list of 3"
      ),
      (
        "hessian(of: { a, b in a * b }, at: [2, 3])",
        "`hessian` differentiates a function of one argument, but this one takes several"
      ),
      (
        "jacobian(of: { x in \"a\" }, at: 2)",
        "the function to differentiate must give a tensor or a list of numbers, but it gave a string"
      ),
      (
        "gradient(of: { x in x ** 2 }, at: [1, 2])",
        "a gradient needs a single number to differentiate, but the function gives a tensor of shape [2]"
      ),
      ("jacobian(of: 3, at: 2)", "`jacobian` takes a function for `of`, but this is an integer"),
    ])
  func messages(cell: String, message: String) {
    #expect(notebook.message(cell) == message)
  }
}
