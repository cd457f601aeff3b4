import Language
import Testing

@Suite("Completeness")
struct CompletenessTests {
  @Test(
    "a text that runs as it stands is complete",
    arguments: [
      "", "  \n", "x", "x;", "let x = 1", "// note", "/* note */", "if a { b }", "if a { b } else { c }",
      "func f(x) = x", "f(\n1\n)", "\"\"\"\na\n\"\"\"", "a\n-b", "x // 2", "let y = a ?? b", "{ x in x }",
    ])
  func complete(text: String) {
    #expect(Completeness(of: text) == .complete)
  }

  @Test(
    "a text is incomplete exactly when more at its end could mend it",
    arguments: [
      ("let", ""), ("let x", ""), ("let x =", ""), ("var (a", "  "), ("x =", ""), ("x +=", ""), ("1 +", ""),
      ("a &&\n", ""), ("-", ""), ("a ?", ""), ("a ? b", ""), ("a ? b :", ""), ("a ??", ""), ("0..<", ""),
      ("x.", ""), ("f(", "  "), ("f(a,", "  "), ("f(k:", "  "), ("[1, 2", "  "), ("[\"a\":", "  "),
      ("x[", "  "), ("x[1...", "  "), ("(", "  "), ("{", "  "), ("{ x in", "  "), ("{ x, y", "  "),
      ("if", ""), ("if a", ""), ("if a {", "  "), ("if a {\n  b", "  "), ("if a { b } else", ""),
      ("if a { b } else if", ""), ("for", ""), ("for i", ""), ("for i in", ""), ("for i in 0..<3 {", "  "),
      ("while a", ""), ("func", ""), ("func f", ""), ("func f(", "  "), ("func f(x)", ""),
      ("func f(x) =", ""),
      ("func f(x) {\n  if x {", "    "), ("  f(", "    "), ("check", ""), ("check a,", ""),

      ("\"\"\"", ""), ("f(\"\"\"\n", ""), ("\"\"\"\n\\(x", ""), ("/* note", ""), ("x /*", ""),
      ("f(1 +", "  "), ("f({", "  "), ("let y = [\n  f(1,", "    "),
    ])
  func incomplete(text: String, indent: String) {
    #expect(Completeness(of: text) == .incomplete(indent: indent))
  }

  @Test(
    "what no further line could mend is invalid",
    arguments: [
      "\"abc", "print(\"abc)", "\"\\(x\"", "\"\\(1 +)\"", ")", "}", "x)", "let 5 = x", "1 2", "f(a b",
      "f(1 2",
      "let x = \\", "for x in xs:", "def f(x):", "x = 1 ¤", "break", "2 x", "f(]", "return f(",
      String(repeating: "(", count: 10_000),
    ])
  func invalid(text: String) {
    #expect(Completeness(of: text) == .invalid)
  }
}
