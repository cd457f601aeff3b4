import Testing

@testable import Language

@Suite("Tokens")
struct TokenTests {
  private func kinds(_ text: String) -> [Token.Kind] {
    Lexer.tokenize(Source(name: "test", text: text)).tokens.dropLast().map(\.kind)
  }

  @Test(
    "the longest sign is read",
    arguments: [
      ("a**=b", [Sign.powerAssign]), ("a**b", [.power]), ("a*=b", [.starAssign]), ("a..<b", [.halfOpenRange]),
      ("a...b", [.closedRange]), ("a??b", [.coalesce]), ("a>>b", [.compose]), ("a>=b", [.greaterEqual]),
      ("a -> b", [.arrow]), ("a&&!b", [.and, .not]), ("a<-b", [.less, .minus]),
    ])
  func signs(text: String, expected: [Sign]) {
    let found = kinds(text).compactMap { if case .sign(let sign) = $0 { sign } else { nil } }
    #expect(found == expected)
  }

  @Test(
    "letters of any script are letters, and signs of mathematics are not",
    arguments: [
      ("σ", ["σ"]), ("∂f", ["∂f"]), ("x₁", ["x₁"]), ("f′", ["f′"]), ("θ̂", ["θ̂"]), ("größe", ["größe"]),
      ("学习率", ["学习率"]), ("x²", ["x"]), ("a·b", ["a", "b"]), ("_a", ["_a"]),
    ])
  func names(text: String, expected: [String]) {
    let found = kinds(text).compactMap { if case .identifier(let name) = $0 { name } else { nil } }
    #expect(found == expected)
  }

  @Test("white space of any kind, and comments that nest, separate tokens")
  func space() {
    #expect(kinds("\u{FEFF}a\u{A0}b\u{2009}c\u{3000}d /* /* */ */ e // f").count == 5)
  }

  @Test("a token knows whether it starts its line and has space around it")
  func surroundings() {
    let tokens = Lexer.tokenize(Source(name: "test", text: "a -b\r\n  c")).tokens
    #expect(tokens.map(\.startsLine) == [true, false, false, true, false])
    #expect(tokens.map(\.spaceBefore) == [true, true, false, true, true])
    #expect(tokens.map(\.spaceAfter) == [true, false, true, true, true])
  }

  @Test("an underscore alone is a sign, and words of the language are keywords")
  func words() {
    #expect(kinds("_ let check") == [.sign(.underscore), .keyword(.let), .keyword(.check)])
  }
}
