import Testing

@testable import Interpreter

/// Values as a debugger lists them.
struct InspectedValueTests {
  /// The value of an expression, by the name `v`.
  private func inspected(_ code: String) throws -> InspectedValue {
    let notebook = Notebook()
    try notebook.run(all: "let v = \(code)")
    return try #require(notebook.session.look { view in view.globals.first { $0.name == "v" } })
  }

  @Test(
    "A value has a kind and a short text",
    arguments: [
      ("42", "int", "42"), ("1.5", "float", "1.5"), ("true", "bool", "true"),
      ("\"a\\nb\"", "str", "\"a\\nb\""), ("nil", "-", "nil"), ("rational(1, 3)", "-", "1/3"),
      ("0..<4", "-", "0..<4"), ("[1, 2]", "array of 2", "[1, 2]"), ("(1, b: 2)", "tuple of 2", "(1, b: 2)"),
      ("[\"a\": 1]", "dictionary of 1", "[\"a\": 1]"), ("{ x in x }", "func closure(x)", "func closure(x)"),
      ("relu", "func relu(x)", "func relu(x)"),
      ("tensor([1.0, 2.0])", "tensor 2, float32", "[1 2]"),
      ("ones(3, 4, 100)", "tensor 3×4×100, float32", "3×4×100, float32"),
      ("mlp(2, 3, 1)", "network: Sequential, 13 parameters", nil), ("iris()", nil, nil),
    ] as [(String, String?, String?)])
  func kinds(code: String, type: String?, text: String?) throws {
    let value = try inspected(code)
    if let type { #expect((value.type ?? "-") == type) }
    if let text { #expect(value.text == text) }
    #expect(value.text.count <= 121 && !value.text.contains("\n"))
  }

  @Test(
    "What is inside is there when asked for, and no more than that",
    arguments: [
      ("[1, [2]]", ["[0]: int = 1", "[1]: array of 1 = [2]"]),
      ("(1, b: 2)", ["0: int = 1", "b: int = 2"]),
      ("[\"a\": 1, \"b\": nil]", ["\"a\": int = 1", "\"b\": - = nil"]),
      (
        "tensor([[1.0, 2.0], [3.0, 4.0]])",
        ["[0]: tensor 2, float32 = [1 2]", "[1]: tensor 2, float32 = [3 4]"]
      ),
      ("7", []), ("\"text\"", []), ("{ x in x }", []),
    ])
  func inside(code: String, lines: [String]) throws {
    let value = try inspected(code)
    #expect(value.count == lines.count)
    #expect(value.elements(0..<10).map(\.line) == lines)
    #expect(value.elements(5..<9).isEmpty)
  }

  @Test("A network and a data set are entered by their members; one that cannot be had says why")
  func members() throws {
    let network = try inspected("mlp(2, 3, 1)")
    let layers = try #require(network.elements(0..<network.count).first { $0.name == "layers" })
    #expect(layers.count > 1)
    let history = try inspected("train(mlp(4, 3), on: iris(), epochs: 1, seed: 1)")
    let flow = try #require(history.elements(0..<history.count).first { $0.name == "gradientFlow" })
    #expect(flow.text.contains("was not recorded"))
  }
}
