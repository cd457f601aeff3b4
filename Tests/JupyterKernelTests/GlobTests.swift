import Testing

@testable import JupyterKernel

@Suite("A glob")
struct GlobTests {
  @Test(
    "matches the whole text",
    arguments: [
      ("", "", true), ("*", "", true), ("*", "abc", true), ("a*c", "abbc", true), ("a*c", "abcd", false),
      ("a?c", "abc", true), ("a?c", "ac", false), ("*b*b*", "abab", true), ("*b*b*", "ab", false),
      ("?", "😀", true), ("a*", "a\nb", true), ("[a]", "a", true), ("[a-c]x", "bx", true),
      ("[a-c]x", "dx", false), ("[^a-c]x", "dx", true), ("[^a-c]x", "ax", false), ("[]a]", "]", true),
      ("[a", "[a", true), ("[a-]", "-", true), ("[c-a]", "b", false),
    ])
  func matches(pattern: String, text: String, isMatch: Bool) {
    #expect(Glob(pattern).matches(text) == isMatch)
  }

  @Test("takes no more than pattern times text steps")
  func hostilePattern() {
    let pattern = String(repeating: "*a", count: 200) + "b"
    #expect(!Glob(pattern).matches(String(repeating: "a", count: 2_000)))
  }
}
