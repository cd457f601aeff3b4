import Testing

/// What is changed in place must look as if it had been made anew.
struct UpdateTests {
  @Test("Another name for an array, text or dictionary keeps what it had")
  func values() {
    #expect(Notebook().value("var a = [1]; let b = a; a = a + [2]; a[0] = 9; (a, b)") == "([9, 2], [1])")
    #expect(
      Notebook().value("var s = \"a\"; let t = s; s = s + \"b\"; s += s; (s, t)") == "(\"abab\", \"a\")")
    #expect(
      Notebook().value("var d = [1: [0]]; let e = d; d[1][0] = 5; d[2] = 6; (d.count, e[1])") == "(2, [0])")
  }

  @Test("An element is found by an index that reads the same array")
  func selfIndexed() {
    #expect(Notebook().value("var xs = [1, 2, 0]; xs[xs[0]] = xs[xs[1]]; xs[xs[-1]] += 1; xs") == "[2, 0, 0]")
  }

  @Test("What a called function does to a variable counts where it is read later, and only there")
  func order() {
    let set = "var x = 1; func f() { x = 10; return 100 }\n"
    #expect(Notebook().value(set + "x = x + f(); x") == "101")
    #expect(Notebook().value(set + "x += f(); x") == "110")
    #expect(Notebook().value(set + "x + f() + x") == "111")
    #expect(Notebook().value("var xs = [1, 2]; func g() { xs = [7]; return 0 }\nxs[g()] + xs[0]") == "8")
  }

  @Test("Several places change together, after all values are known")
  func together() {
    #expect(Notebook().value("var (a, b) = (1, 2); (a, b) = (b, a); (a, b)") == "(2, 1)")
    #expect(
      Notebook().value("var xs = [1, 2, 3]; (xs[0], xs[2]) = (xs[2], xs[0]); xs") == "[3, 2, 1]")
    #expect(
      Notebook().value("var a = 0; var xs = [0, 0]; (a, (xs[0], xs[1])) = (7, [8, 9]); (a, xs)")
        == "(7, [8, 9])")
    #expect(
      Notebook().value("func pair() = (3, 4)\nvar (a, b) = (0, 0); let f = { (a, b) = pair() }; f(); a * b")
        == "12")
    let notebook = Notebook()
    notebook.run("var (a, b) = (1, 2); let c = 0")
    #expect(
      notebook.message("(a, b) = (1, 2, 3)") == "3 values do not match the 2 names before the `=`")
    #expect(notebook.message("(a, b) = 5") == "an integer cannot be taken apart into 2 names")
    #expect(notebook.message("(a, c) = (b, a)") == "`c` is a constant")
    #expect(notebook.value("(a, b)") == "(1, 2)")
  }

  @Test("A change that fails leaves the value as it was")
  func failure() {
    let notebook = Notebook()
    notebook.run("var m = [[1, 2], [3]]; var d = [\"a\": [1]]")
    #expect(notebook.message("m[0][5] = 1") == "there is no element 5 in the array")
    #expect(notebook.message("m[1][0] += \"x\"") == "`+` does not work between an integer and a string")
    #expect(notebook.message("d[\"a\"][0] -= nil") == "`-` does not work between an integer and nil")
    #expect(notebook.message("d[\"b\"] += 1") == "`+` does not work between nil and an integer")
    #expect(notebook.value("(m, d)") == "([[1, 2], [3]], [\"a\": [1]])")
  }

  @Test("A closure's captured values survive its errors, and its own end")
  func captures() {
    let cell = """
      func maker(text) {
        let list = [text, text]
        return { i in list[i] }
      }
      let pick = maker("é")
      """
    let notebook = Notebook()
    notebook.run(cell)
    #expect(notebook.message("pick(2)") == "there is no element 2 in the array")
    #expect(notebook.value("[pick(0), pick(1), maker(\"z\")(0)]") == "[\"é\", \"é\", \"z\"]")
  }

  @Test("Many ways out of a function, one after the other")
  func exits() {
    let steps = (0..<60).map { "if n == \($0) { return \"\($0)\" } else { count += 1 }" }
    let cell = "var count = 0\nfunc f(n) {\n\(steps.joined(separator: "\n"))\nreturn \"none\"\n}\n"
    #expect(Notebook().value(cell + "(f(0), f(45), f(99), count)") == "(\"0\", \"45\", \"none\", 105)")
  }
}
