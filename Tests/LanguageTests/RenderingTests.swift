import Testing

@testable import Language

@Suite("Rendering")
struct RenderingTests {
  private func rendered(_ text: String, _ spans: [(Span, String)], help: [String] = []) -> String {
    let source = Source(name: "Cell [2]", text: text)
    let labels = spans.map { Problem.Label($0.0, $0.1) }
    let problem = Problem(
      .unknownName, "`x` is not defined", at: labels[0].span, label: labels[0].text, help: help,
      related: Array(labels.dropFirst()))
    return problem.rendered(in: source)
  }

  @Test("places on several lines are shown in order, with gaps marked")
  func severalLines() {
    #expect(
      rendered("a\nb\nc\nd x", [(Span(8, 9), "not found"), (Span(0, 1), "as here")], help: ["one", "two"])
        == """
        E020: `x` is not defined
          ╭─ Cell [2], line 4, column 3
        1 │ a
          │ - as here
          ┆
        4 │ d x
          │   ^ not found
          ├─ help: one
          ╰─ help: two
        """)
  }

  @Test("carets stand under their place behind tabs, wide characters, accents and emoji")
  func widths() {
    func caretColumn(_ text: String) -> Int? {
      let start = text.utf8.count - 1
      let line = rendered(text, [(Span(start, start + 1), "")]).split(separator: "\n").last
      return line.map { $0.prefix { $0 != "^" }.count - 4 }
    }
    #expect(caretColumn("abx") == 2)
    #expect(caretColumn("\tx") == 4)
    #expect(caretColumn("学习x") == 4)
    #expect(caretColumn("e\u{301}x") == 1)
    #expect(caretColumn("🎉x") == 2)
    #expect(caretColumn("👩‍👩‍👧x") == 2)
    #expect(caretColumn("\u{1B}[31mx") == 5)
  }

  @Test("nothing in a source or a message can steer the terminal or turn the text round")
  func hostile() {
    let text = "\u{1B}[2J\u{202E}abc\u{9B}31m\u{7}"
    let source = Source(name: "Cell", text: text)
    let problem = Problem(
      .unknownName, "`\(text)` is not defined", at: Span(0, 3), label: text, help: [text])
    let steering = problem.rendered(in: source).unicodeScalars.filter { scalar in
      scalar != "\n" && (scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value || scalar == "\u{202E}")
    }
    #expect(steering.isEmpty)
  }

  @Test("a place that ends behind its line, or past the text, is cut")
  func outside() {
    #expect(rendered("ab\ncd", [(Span(1, 5), "")]).hasSuffix("1 │ ab\n  │  ^"))
    #expect(rendered("ab", [(Span(50, 60), "")]).hasSuffix("1 │ ab\n  │   ^"))
    #expect(rendered("", [(Span(0, 0), "")]).hasSuffix("1 │ \n  │ ^"))
  }

  @Test("of a very long line a part is shown")
  func longLine() {
    let text = String(repeating: "a + ", count: 50_000) + "¤"
    let source = Source(name: "Cell", text: text)
    let problems = Parser.parse(source).problems
    #expect(problems.map(\.code) == [.nestedTooDeeply, .unreadableCharacter])
    for problem in problems {
      let shown = problem.rendered(in: source)
      #expect(shown.utf8.count < 1000)
      #expect(shown.contains("… "))
    }
  }

  @Test("colours mark the error, its place and the help")
  func colour() {
    let source = Source(name: "Cell [1]", text: "let x = 2 y")
    let problem = Parser.parse(source).problems[0]
    let shown = problem.rendered(in: source, colour: true).replacing("\u{1B}", with: "ESC")
    #expect(
      shown == """
        ESC[31mE006ESC[0mESC[1m: a product needs its signESC[0m
        ESC[2m  ╭─ ESC[0mCell [1], line 1, column 9
        ESC[2m1 │ ESC[0mlet x = 2 y
        ESC[2m  │ ESC[0m        ESC[31m^^^ESC[0m
        ESC[2m  ╰─ ESC[0mESC[1;36mhelp: ESC[0mwrite `2 * y`
        """)
  }

  @Test("colours add nothing else", arguments: ["let x = 2 y", "f(a\nlet y = 1", "a\n-b"])
  func colourOnly(text: String) {
    let source = Source(name: "Cell [1]", text: text)
    for problem in Parser.parse(source).problems {
      let coloured = problem.rendered(in: source, colour: true)
      #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == problem.rendered(in: source))
    }
  }

  @Test("the codes of errors begin with E, those of warnings with W, and no two share a number")
  func codes() {
    let numbers = ProblemCode.allCases.map { $0.rawValue.dropFirst() }
    #expect(
      ProblemCode.allCases.allSatisfy { "EW".contains($0.rawValue.prefix(1)) && $0.rawValue.count == 4 })
    #expect(Set(numbers).count == numbers.count)
  }
}
