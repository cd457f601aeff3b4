import Testing

/// Which variable a name means, and how long it lives.
struct ScopeTests {
  @Test("A closure keeps the variable, not its value of the moment")
  func counter() throws {
    let notebook = Notebook()
    try notebook.run(
      all: "func counter() { var n = 0; return { n += 1; return n } }", "let a = counter(); let b = counter()"
    )
    #expect(notebook.value("(a(), a(), b())") == "(1, 2, 1)")
    #expect(notebook.value("a()") == "3")
  }

  @Test("Two closures share one variable")
  func sharing() {
    let cell = """
      func account() {
        var balance = 0
        return (put: { x in balance += x }, look: { balance })
      }
      let mine = account()
      mine.put(5)
      mine.put(7)
      mine.look()
      """
    #expect(Notebook().value(cell) == "12")
  }

  @Test("Each turn of a loop has its own variable, and its own variables of its body")
  func loops() {
    #expect(
      Notebook().value("var fs = []; for i in 0..<3 { fs.append({ i }) }; fs.map { $0() }") == "[0, 1, 2]")
    let cell = """
      var fs = []
      for i in 0..<3 { var n = i * 10; fs.append({ n += 1; return n }) }
      (fs[0](), fs[0](), fs[1]())
      """
    #expect(Notebook().value(cell) == "(1, 2, 11)")
  }

  @Test("Functions call themselves and each other, above their text too")
  func recursion() {
    #expect(Notebook().value("func fact(n) = n < 2 ? 1 : n * fact(n - 1)\nfact(20)") == "2432902008176640000")
    #expect(Notebook().value("let y = f(3)\nfunc f(x) = g(x) + 1\nfunc g(x) = 2 * x\ny") == "7")
    let local = """
      func isEven(n) {
        func even(k) = k == 0 ? true : odd(k - 1)
        func odd(k) = k == 0 ? false : even(k - 1)
        return even(n)
      }
      (isEven(7), isEven(8))
      """
    #expect(Notebook().value(local) == "(false, true)")
  }

  @Test("A name inside hides the one outside, and only there")
  func shadowing() {
    #expect(Notebook().value("let x = 1; func f() { let x = 2; return x }; (f(), x)") == "(2, 1)")
    #expect(Notebook().value("let x = 1; if true { let x = 5; x + 0 }; x") == "1")
    #expect(
      Notebook().value("func f(n) { let y = n; if true { let n = 7; return y + n }; return 0 }; f(1)") == "8")
    #expect(Notebook().value("let exp = exp(0); exp") == "1.0")
    #expect(Notebook().value("for i in 0..<2 { func g() = i; print(g()) }") == "(nothing)")
  }

  @Test("A function sees what its names mean when it is called, across cells")
  func acrossCells() throws {
    let notebook = Notebook()
    try notebook.run(all: "let scale = 2; func f(x) = scale * x", "let scale = 10")
    #expect(notebook.value("f(1)") == "10")
    try notebook.run(all: "func later() = defined\nlet defined = 5")
    #expect(notebook.value("later()") == "5")
  }

  @Test("A cell can be run again, and a name can become another kind of thing")
  func redefinition() throws {
    let notebook = Notebook()
    try notebook.run(all: "let x = 1", "let x = x + 1", "var x = x + 1", "x += 1")
    #expect(notebook.value("x") == "4")
    try notebook.run(all: "func x(n) = n")
    #expect(notebook.value("x(9)") == "9")
    #expect(notebook.message("let f = x; x = 2") == "`x` is a constant")
  }

  @Test("Arguments: labels, defaults that use earlier parameters, any order with labels")
  func arguments() throws {
    let notebook = Notebook()
    try notebook.run(all: "func f(from a, to b = a * 2, _ c = 1) = (a, b, c)")
    #expect(notebook.value("f(from: 1)") == "(1, 2, 1)")
    #expect(notebook.value("f(to: 3, from: 1)") == "(1, 3, 1)")
    #expect(notebook.value("f(1, 2, 3)") == "(1, 2, 3)")
    #expect(notebook.value("print(1, \"a\", separator: \"-\", terminator: \"!\")") == "(nothing)")
    #expect(notebook.printed == "1-a!")
  }

  @Test("`return` leaves the function from inside of loops and branches; `break` and `continue` the loop")
  func leaving() {
    let early = """
      func first(n) { for i in 0..<n { if i * i > 10 { return i } }; return -1 }
      (first(10), first(2))
      """
    #expect(Notebook().value(early) == "(4, -1)")
    let cell = "var r = []; for i in 0..<10 { if i == 2 { continue }; if i == 5 { break }; r.append(i) }; r"
    #expect(Notebook().value(cell) == "[0, 1, 3, 4]")
    #expect(Notebook().value("var n = 0; while true { n += 1; if n > 3 { break } }; n") == "4")
    #expect(
      Notebook().value("func f(x) { if x > 0 { return \"+\" } else { return \"-\" } }; f(1) + f(-1)")
        == "\"+-\"")
    #expect(Notebook().value("let s = if 1 < 2 { \"a\" } else { \"b\" }; s") == "\"a\"")
  }

  @Test("Values are copies: a change through one name leaves the other")
  func copies() {
    #expect(Notebook().value("var a = [1, 2]; var b = a; b[0] = 9; (a, b)") == "([1, 2], [9, 2])")
    #expect(
      Notebook().value("var a = [[1]]; let b = a; a[0].count; a[0][0] += 1; (a, b)") == "([[2]], [[1]])")
    #expect(
      Notebook().value("var x = zeros(2); let y = x; x[0] = 1; (x.array(), y.array())")
        == "([1.0, 0.0], [0.0, 0.0])")
  }

  @Test("Elements change through nested paths, and a change that fails leaves everything as it was")
  func nestedPaths() throws {
    let notebook = Notebook()
    try notebook.run(
      all: "var a = [[\"k\": [1, 2]]]", "a[0][\"k\"][1] += 2", "a[0][\"new\"] = tensor([1, 2])",
      "a[0][\"new\"][0] = 7")
    #expect(notebook.value("(a[0][\"k\"], a[0][\"new\"].array())") == "([1, 4], [7.0, 2.0])")
    #expect(notebook.message("a[0][\"k\"][5] += 1") == "there is no element 5 in the array")
    #expect(
      notebook.message("a[0][\"k\"][0] += \"x\"") == "`+` does not work between an integer and a string")
    #expect(notebook.value("a[0][\"k\"]") == "[1, 4]")
  }

  @Test("Arrays grow and change in place: two hundred thousand steps are no work")
  func inPlace() {
    let cell = """
      var xs = [0]
      for i in 1..<200000 { xs += [i] }
      for i in 0..<200000 { xs[i] += 1 }
      var d = ["k": xs]
      for i in 0..<200000 { d["k"][i] -= 1 }
      (xs[-1], d["k"][-1])
      """
    #expect(Notebook().value(cell) == "(200000, 199999)")
  }

  @Test("Operands are evaluated from left to right, once each")
  func order() {
    let cell = "var seen = []; func f(x) { seen += [x]; return x }; f(1) + f(2) * f(3) < f(9) < f(10); seen"
    #expect(Notebook().value(cell) == "[1, 2, 3, 9, 10]")
  }
}
