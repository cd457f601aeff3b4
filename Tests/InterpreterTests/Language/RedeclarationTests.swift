import Testing

/// A cell that declares a name anew is checked against its own declaration, never against an earlier cell's.
struct RedeclarationTests {
  @Test(
    "A call behind a new declaration is checked against the new one",
    arguments: [
      ["let f = { x in x + 1 }", "let f = { a, b in a + b }\nf(2, 3)"],
      ["func f(x) = x", "let f = { a, b in a + b }\nf(2, 3)"],
      ["var f = { x in x }", "let f = { a, b in a + b }\nf(2, 3)"],
      ["let f = { x in x }", "var f = { a, b in a + b }\nf(2, 3)"],
      ["let f = { x in x }", "func f(a, b) = a + b\nf(2, 3)"],
      ["let f = { x in x }; func g(a, b) = a + b", "let f = g\nf(2, 3)"],
      ["let f = { x in x }", "let (f, g) = ({ a, b in a + b }, 1)\nf(2, 3) * g"],
      ["let f = { x in x }", "func use() = f(2, 3)\nlet f = { a, b in a + b }\nuse()"],
      ["let f = { x in x }", "let use = { f(2, 3) }\nlet f = { a, b in a + b }\nuse()"],
      ["let f = { x in x }", "func use() = f(2, 3)\nvar f = { a, b in a + b }\nuse()"],
      ["func f(w) = w", "let f = { p, t in mse(p, t) + 4 }; f([1], [2])"],
      ["func f(w) = w", "let f = { p, t in p + t }\nif true { f(2, 3) } else { 0 }"],
      ["func f(w) = w", "let f = { p, t in p + t }\nvar sum = 0\nfor _ in 0..<1 { sum = f(2, 3) }\nsum"],
      ["let f = { x in x }", "let f = { a, b in a > 0 ? f(a - 1, b) : b }\nfunc g() = f(2, 5)\n5"],
      ["func f(x, base = 1) = x", "let f = { x, scale in x * scale }\nf(5, scale: 1)"],
    ])
  func calls(cells: [String]) throws {
    let notebook = Notebook()
    try notebook.run(all: cells[0])
    #expect(["5", "5.0", "tensor(5.0)"].contains(notebook.value(cells[1])))
  }

  @Test("Above the new declaration the earlier one holds")
  func earlier() throws {
    let notebook = Notebook()
    try notebook.run(all: "let f = { x in x + 1 }")
    #expect(notebook.value("let y = f(1); let f = { a, b in a + b }; (y, f(1, 2))") == "(2, 3)")
    try notebook.run(all: "let g = { x in x }")
    #expect(
      notebook.message("g(1, 2)\nlet g = { a, b in a + b }")
        == "this closure takes 1 argument, but this call gives 2")
    #expect(notebook.value("let g = g(7); g") == "7")
  }

  @Test("The new declaration is checked")
  func checked() throws {
    let notebook = Notebook()
    try notebook.run(all: "let f = { a, b in a + b }")
    #expect(
      notebook.message("let f = { x in x }\nf(1, 2)")
        == "this closure takes 1 argument, but this call gives 2")
    #expect(
      notebook.message("func f(x) = x\nf(1, 2)") == "`f` takes 1 argument, but this call gives 2")
  }

  @Test("A function may change what the cell declares as a variable below it, and nothing else")
  func assignments() throws {
    let notebook = Notebook()
    try notebook.run(all: "let a = 1", "func step() { a += 1 }\nvar a = 5\nstep()")
    #expect(notebook.value("a") == "6")
    try notebook.run(all: "let b = [1]", "func grow() { b.append(2) }\nvar b = [5]\ngrow()")
    #expect(notebook.value("b") == "[5, 2]")
    #expect(notebook.message("func step() { a += 1 }\nlet a = 7") == "`a` is a constant")
    #expect(notebook.message("func step() { c += 1 }\nlet c = 7") == "`c` is a constant")
  }

  @Test("A function above the declaration that hides the library's is not checked against the library's")
  func hidingTheLibrary() {
    #expect(Notebook().value("func use() = mean(\"a\")\nlet mean = { t in t + \"b\" }\nuse()") == "\"ab\"")
    #expect(Notebook().value("func use() = mean + 1\nlet mean = 3\nuse()") == "4")
    #expect(Notebook().value("func use(x) = mean(x, 1)\nlet mean = { a, b in b }\nuse(ones(2))") == "1")
  }

  @Test("A function of an earlier cell keeps the library's meaning of a name that is hidden since")
  func hiddenSince() throws {
    let notebook = Notebook()
    try notebook.run(all: "func half(x) = mean(x) / 2")
    #expect(notebook.value("let mean = 3\nhalf(ones(2))") == "0.5")
    #expect(notebook.value("half(ones(4))") == "0.5")
  }

  @Test("Shapes are those of the new declaration")
  func shapes() throws {
    let notebook = Notebook()
    try notebook.run(all: "let w = ones(2, 3); func apply(x) = x @ w")
    #expect(notebook.value("func use() = ones(1, 4) @ w\nlet w = ones(4, 1)\nuse().shape") == "[1, 1]")
    #expect(notebook.value("let w = ones(5, 1)\napply(ones(1, 5)).shape") == "[1, 1]")
  }
}
