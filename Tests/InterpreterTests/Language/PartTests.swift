import Testing

/// Parts of variables are changed where they lie: elements, entries, members of tuples, and parts of these.
struct PartTests {
  @Test(
    "A method changes the part of a variable that it is called of",
    arguments: [
      ["var d = [\"x\": [1]]; d[\"x\"].append(2); d", "[\"x\": [1, 2]]"],
      ["var m = [[1, 2], [3, 4]]; m[1].append(5); m", "[[1, 2], [3, 4, 5]]"],
      ["var m = [[1, 2], [3, 4]]; m[-1].insert(0, at: 0); m", "[[1, 2], [0, 3, 4]]"],
      ["var m = [[1, 2], [3, 4]]; let last = m[0].removeLast(); (last, m)", "(2, [[1], [3, 4]])"],
      ["var m = [[[1]]]; m[0][0].append(2); m", "[[[1, 2]]]"],
      ["var d = [\"a\": [\"b\": [1]]]; d[\"a\"][\"b\"].append(2); d", "[\"a\": [\"b\": [1, 2]]]"],
      ["var d = [\"a\": [\"b\": 1, \"c\": 2]]; d[\"a\"].remove(\"b\"); d", "[\"a\": [\"c\": 2]]"],
      ["var d = [\"a\": [[1], [2]]]; d[\"a\"][1].append(3); d", "[\"a\": [[1], [2, 3]]]"],
      ["var p = (xs: [1], y: 2); p.xs.append(3); p", "(xs: [1, 3], y: 2)"],
      ["var ps = [(xs: [1], y: 2)]; ps[0].xs.append(3); ps", "[(xs: [1, 3], y: 2)]"],
      ["func f() { var m = [[1]]; m[0].append(2); return m }; f()", "[[1, 2]]"],
      ["func f() { var m = [[1]]; let g = { m[0].append(2) }; g(); g(); return m }; f()", "[[1, 2, 2]]"],
      ["var m = [[1], []]; let old = m; m[1].append(2); (old, m)", "([[1], []], [[1], [2]])"],
      ["var m = [[0]]; for i in 1..<4 { m[0].append(i) }; m", "[[0, 1, 2, 3]]"],
      ["func grow() { m[0].append(2) }\nvar m = [[1]]\ngrow()\nm", "[[1, 2]]"],
      ["func grow() { m.append(2) }\nvar m = [1]\ngrow()\nm", "[1, 2]"],
      ["var m = [[1], [2]]; m[m[0].count].append(m[0][0]); m", "[[1], [2, 1]]"],
      ["var t = [(append: { x in m.count + x }, y: 1)]\nvar m = [1]\nt[0].append(2)", "3"],
    ])
  func methods(cell: [String]) {
    #expect(Notebook().value(cell[0]) == cell[1])
  }

  @Test(
    "A member of a tuple is assigned to",
    arguments: [
      ["var p = (x: 1, y: 2); p.x = 5; p", "(x: 5, y: 2)"],
      ["var p = (1, 2); p.0 = 5; p.1 += 1; p", "(5, 3)"],
      ["var p = (x: 1, y: 2); p.x *= 10; p", "(x: 10, y: 2)"],
      ["var ps = [(x: 1, y: 2)]; ps[0].x = 5; ps", "[(x: 5, y: 2)]"],
      ["var d = [\"a\": (x: 1, y: 2)]; d[\"a\"].y = 5; d", "[\"a\": (x: 1, y: 5)]"],
      ["var p = (xs: [1, 2], y: 2); p.xs[0] = 9; p", "(xs: [9, 2], y: 2)"],
      ["var p = (inner: (x: 1, y: 2), z: 3); p.inner.x = 7; p", "(inner: (x: 7, y: 2), z: 3)"],
      ["var p = (x: 1, y: 2); (p.x, p.y) = (p.y, p.x); p", "(x: 2, y: 1)"],
      ["var p = (w: zeros(2), y: 2); p.w[1] = 3; p.w", "[0 3]\n2, float32"],
      ["func f() { var p = (x: 1, y: 2); let g = { p.x += 1 }; g(); return p.x }; f()", "2"],
    ])
  func members(cell: [String]) {
    #expect(Notebook().value(cell[0]) == cell[1])
  }

  @Test("Weights are set as the message about an assignment to them advises")
  func weights() {
    let cell = """
      let net = mlp(2, 4, 1)
      var weights = net.parameters
      weights["0.weight"] = zeros(4, 2)
      loadStateDict(net, weights)
      sum(net.layers[0].weight ** 2).item()
      """
    #expect(Notebook().value(cell) == "0.0")
    #expect(Notebook().value("Linear(weight: ones(1, 2), bias: [3])([4, 5])").hasPrefix("[12]"))
  }

  @Test("A cell that fails leaves the parts as they were")
  func undoing() throws {
    let notebook = Notebook()
    try notebook.run(all: "var d = [\"x\": [1]]; var p = (x: 1, y: 2)")
    #expect(
      notebook.message("d[\"x\"].append(2); p.x = 5; d[\"y\"].append(3)") == "nil has no member `append`")
    #expect(notebook.value("(d, p)") == "([\"x\": [1]], (x: 1, y: 2))")
  }

  @Test("What a captured variable of a failed cell held comes back")
  func undoingCaptured() throws {
    let notebook = Notebook()
    try notebook.run(
      all:
        "func counter() { var m = [[0]]; return (add: { m[0].append(1) }, look: { m }) }; let c = counter()")
    #expect(notebook.message("c.add(); [1][5]").contains("5"))
    #expect(notebook.value("c.look()") == "[[0]]")
  }

  @Test("A list in a list grows in place")
  func inPlace() {
    let cell = """
      var m = [[0]]
      for i in 0..<200000 { m[0].append(i) }
      m[0].count
      """
    #expect(Notebook().value(cell) == "200001")
  }
}
