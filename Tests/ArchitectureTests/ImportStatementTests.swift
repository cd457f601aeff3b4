import Testing

@Suite("Reading import statements")
struct ImportStatementTests {
  @Test(
    "Every form of an import names its module",
    arguments: [
      ("import Engine", "Engine"),
      ("  import Engine // for tensors", "Engine"),
      ("@testable import Engine", "Engine"),
      ("@_exported public import Engine", "Engine"),
      ("private import struct Engine.Tensor", "Engine"),
      ("import Engine.Tensor", "Engine"),
      ("import Engine;", "Engine"),
    ])
  func forms(line: String, module: String) {
    #expect(ImportStatement.all(in: line) == [ImportStatement(module: module, line: 1)])
  }

  @Test(
    "What only looks like an import is none",
    arguments: [
      "// import Engine",
      "let text = \"import Engine\"",
      "/* for later:\nimport Engine\n*/",
      "let text = \"\"\"\n  import Engine\n  \"\"\"",
      "importEngine()",
    ])
  func others(source: String) {
    #expect(ImportStatement.all(in: source) == [])
  }

  @Test("An import is found on its line, also after a comment and a string of several lines")
  func lines() {
    let source = "/* a\n   b */\nimport A\nlet s = \"\"\"\n  text\n  \"\"\"\nimport B\n"
    #expect(
      ImportStatement.all(in: source) == [
        ImportStatement(module: "A", line: 3), ImportStatement(module: "B", line: 7),
      ])
  }

  @Test("A circle of arrows is found, and named from where it begins to where it closes")
  func cycles() {
    #expect(Arrows.cycle(in: ["A": ["B"], "B": ["C"], "C": ["B"]]) == ["B", "C", "B"])
    #expect(Arrows.cycle(in: ["A": ["B", "C"], "B": ["C"]]) == nil)
  }
}
