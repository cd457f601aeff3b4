import Testing

/// What takes pairs apart: closures of several parameters, and the methods of dictionaries.
struct PairTests {
  @Test(
    "A function of several parameters takes the tuples of a list apart",
    arguments: [
      ["zip([1, 2], [3, 4]).map { a, b in a * b }", "[3, 8]"],
      ["zip([1, 2], [3, 4]).map { $0 * $1 }", "[3, 8]"],
      ["zip([1, 2], [3, 4]).map { (a, b) in a * b }", "[3, 8]"],
      ["zip([1, 2], [3, 4]).map { _, b in b }", "[3, 4]"],
      ["zip([1, 2], [3, 4]).map { p in p.0 * p.1 }", "[3, 8]"],
      ["zip([1, 2], [3, 4]).map { $0.0 * $0.1 }", "[3, 8]"],
      ["zip([1, 2], [3, 4]).filter { a, b in a + b > 4 }", "[(2, 4)]"],
      ["[\"a\", \"b\"].enumerated().map { i, s in \"\\(i)\\(s)\" }", "[\"0a\", \"1b\"]"],
      ["var sum = 0; zip([1, 2], [3, 4]).forEach { a, b in sum += a * b }; sum", "11"],
      ["[(1, 2), (3, 4)].map { a, b in a + b }", "[3, 7]"],
      ["[(1, 2, 3)].map { a, b, c in a + b + c }", "[6]"],
      ["func add(a, b) = a + b; zip([1, 2], [3, 4]).map(add)", "[4, 6]"],
      ["zip([1, 2], [3, 4]).map(maximum).map { $0.item() }", "[3.0, 4.0]"],
      ["func scaled(a, b = 10) = b; zip([1], [2]).map(scaled)", "[10]"],
      ["zip([3, 1], [\"a\", \"b\"]).sorted { p, q in p.0 < q.0 }.map { _, name in name }", "[\"b\", \"a\"]"],
      ["let pairs = zip([1, 2], [3, 4]); func f(list) = list.map { a, b in a - b }; f(pairs)", "[-2, -2]"],
    ])
  func pairs(cell: [String]) {
    #expect(Notebook().value(cell[0]) == cell[1])
  }

  @Test("The pairs of an earlier cell are taken apart")
  func earlier() throws {
    let notebook = Notebook()
    try notebook.run(all: "let pairs = zip([1, 2], [3, 4]); let d = [\"a\": 1, \"b\": 2]")
    #expect(notebook.value("pairs.map { a, b in a * b }") == "[3, 8]")
    #expect(notebook.value("d.map { key, value in value }") == "[1, 2]")
  }

  @Test(
    "A dictionary is asked, mapped, filtered and sorted",
    arguments: [
      ["[\"a\": 1].contains(\"a\")", "true"],
      ["[\"a\": 1].contains(\"b\")", "false"],
      ["[\"a\": nil].contains(\"a\")", "true"],
      ["[\"a\": 1, \"b\": 2].map { k, v in \"\\(k)\\(v)\" }", "[\"a1\", \"b2\"]"],
      ["[\"a\": 1, \"b\": 2].map { $0.value }", "[1, 2]"],
      ["[\"a\": 1, \"b\": 2].filter { k, v in v > 1 }", "[\"b\": 2]"],
      ["[\"a\": 1, \"b\": 2].filter { $0.key == \"a\" }", "[\"a\": 1]"],
      ["[\"a\": 1, \"b\": 2].mapValues { $0 * 10 }", "[\"a\": 10, \"b\": 20]"],
      ["[\"b\": 1, \"a\": 2].sorted()", "[(key: \"a\", value: 2), (key: \"b\", value: 1)]"],
      ["[\"b\": 1, \"a\": 2].sorted().map { k, v in v }", "[2, 1]"],
      ["[\"b\": 2, \"a\": 1].sorted { $0.value }.map { k, _ in k }", "[\"a\", \"b\"]"],
      ["[\"b\": 1, \"a\": 2].sorted { p, q in p.value > q.value }.map { $0.key }", "[\"a\", \"b\"]"],
      ["var text = \"\"; [\"b\": 1, \"a\": 2].forEach { k, v in text += \"\\(k)\\(v)\" }; text", "\"b1a2\""],
    ])
  func dictionaries(cell: [String]) {
    #expect(Notebook().value(cell[0]) == cell[1])
  }

  @Test(
    "A tensor has its reductions as methods too",
    arguments: [
      ["tensor([[1, 2], [3, 4]]).max().item()", "4.0"],
      ["tensor([[1, 2], [3, 4]]).min().item()", "1.0"],
      ["tensor([[1, 2], [3, 4]]).sum().item()", "10.0"],
      ["tensor([[1, 2], [3, 4]]).mean().item()", "2.5"],
      ["tensor([[1, 2], [3, 4]]).max(axis: 0).array()", "[3.0, 4.0]"],
      ["tensor([[1, 2], [3, 4]]).sum(axis: 1, keepDims: true).shape", "[2, 1]"],
      ["let x = ones(2, 3); x.sum(axis: 0) @ ones(3)", "6\n2"],
    ])
  func reductions(cell: [String]) {
    #expect(Notebook().value(cell[0]).hasPrefix(cell[1].prefix(1)))
  }
}
