import Language
import Testing

@Suite("Limits")
struct LimitTests {
  private static let deep = 10_000

  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  @Test(
    "what is nested too deeply is one error",
    arguments: [
      times(deep, "("), times(deep, "(") + "1" + times(deep, ")"), times(deep, "["), times(deep, "{"),
      times(deep, "([{"), times(deep, "-") + "1", times(deep, "!") + "a", times(deep, "a ? b : ") + "c",
      times(deep, "2 ** ") + "2", times(deep, "1 + ") + "1", "x" + times(deep, ".y"), "f" + times(deep, "()"),
      "x" + times(deep, "[0]"), "if a { } " + times(deep, "else if b { } "), times(deep, "if a { "),
      times(deep, "for a in b { "), times(deep, "{ x in "), times(deep, "f("), times(deep, "[1: "),
      "let " + times(deep, "("), times(deep, "\"\\("),
      times(100, "(") + "1" + times(100, times(90, " + 1") + ")"),
    ])
  func nesting(text: String) {
    let problems = Parser.parse(Source(name: "test", text: text)).problems
    #expect(problems.map(\.code) == [.nestedTooDeeply])
  }

  @Test(
    "what a reader may well write is not too deep",
    arguments: [
      times(60, "(") + "1" + times(60, ")"), times(900, "1 + ") + "1",
      "if a { } " + times(100, "else if b { } "),
      times(40, "if a { ") + times(40, "}"), "net" + times(200, ".add(1)"),
      times(8, "\"\\(") + "1" + times(8, ")\""),
    ])
  func reasonable(text: String) {
    #expect(Parser.parse(Source(name: "test", text: text)).problems.isEmpty)
  }

  @Test("a list may be long")
  func longList() {
    let text = "[" + Self.times(50_000, "1, ") + "2]"
    let program = Parser.parse(Source(name: "test", text: text))
    guard case .expression(let value)? = program.statements.first?.kind,
      case .array(let elements) = value.kind
    else {
      Issue.record("no array")
      return
    }
    #expect(elements.count == 50_001)
  }

  /// Each of these once took quadratic time; at this length that would be minutes.
  @Test(
    "a text of mistakes is read in one pass",
    arguments: [
      times(100_000, "⌊"), times(100_000, "| "), times(50_000, "f'"), times(50_000, "'a' "),
      times(50_000, "“a” "),
      times(50_000, "\\ "), times(20_000, "f(a\n"), times(20_000, "\"\\(\n"), times(20_000, "\"\\()\"\n"),
      "[" + times(50_000, "1 "), times(20_000, "new "), "let x: a" + times(20_000, " -> a"),
      times(50_000, "^ "),
      times(20_000, "if a:\n"), times(20_000, "{ a "), times(50_000, ")]}"),
    ])
  func mistakes(text: String) {
    let source = Source(name: "test", text: text)
    let problems = Parser.parse(source).problems
    #expect((1...31).contains(problems.count))
    #expect(problems.allSatisfy { $0.rendered(in: source).utf8.count < 2000 })
  }
}
