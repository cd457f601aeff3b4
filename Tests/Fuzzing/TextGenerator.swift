/// Texts to try the parser with: the same ones for the same seed, on every machine.
struct TextGenerator {
  /// SplitMix64 (Steele, Lea and Flood, 2014).
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private var random: Random

  init(seed: UInt64) { random = Random(state: seed) }

  mutating func text() -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: bytes()
    case 1: scalars()
    case 2...4: tokens()
    default: mutation()
    }
  }

  private mutating func bytes() -> String {
    String(
      decoding: (0..<length(60)).map { _ in UInt8.random(in: .min ... .max, using: &random) }, as: UTF8.self)
  }

  private mutating func scalars() -> String {
    var text = ""
    for _ in 0..<length(40) {
      let range: ClosedRange<UInt32> = [
        0x20...0x7E, 0x80...0x2FF, 0x2000...0x2BFF, 0x3000...0xD7FF, 0x1F300...0x1FAFF,
      ][
        Int.random(in: 0..<5, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private mutating func tokens() -> String {
    var text = ""
    for _ in 0..<length(40) {
      text += Self.words.randomElement(using: &random) ?? ""
      if Bool.random(using: &random) { text += " " }
    }
    return text
  }

  /// A valid program with some pieces taken out, doubled, exchanged or put in.
  private mutating func mutation() -> String {
    var bytes = Array((Self.programs.randomElement(using: &random) ?? "").utf8)
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...8, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1:
        bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 2:
        bytes.insert(contentsOf: Array((Self.words.randomElement(using: &random) ?? "").utf8), at: start)
      case 3: bytes[start] = UInt8.random(in: 0x20...0x7E, using: &random)
      default: bytes.removeSubrange(start...)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func length(_ limit: Int) -> Int { Int.random(in: 0...limit, using: &random) }

  private static let words = [
    "let", "var", "func", "if", "else", "for", "in", "while", "break", "continue", "return", "true", "false",
    "nil",
    "check", "x", "f", "σ", "学习", "0", "1", "2.5", ".5", "1.", "1e9", "99999999999999999999", "0x", "$0", "$",
    "\"",
    "\"a\"", "\"\\(", "\"\\(x)\"", "\"\"\"", "\\", "\\(", "'", "'a'", "“", "f\"", "(", ")", "[", "]", "{",
    "}", ",", ":",
    ";", ".", "_", "->", "=>", "+", "-", "*", "/", "%", "@", "**", ">>", "==", "!=", "<", "<=", ">", ">=",
    "&&", "||",
    "!", "??", "?", "=", "+=", "-=", "**=", "..<", "...", "..", "^", "|", "‖", "⌊", "√", "²", "≤", "∈", "#",
    "//", "/*",
    "*/", "\n", "\r\n", "\t", "\n    ", "    ", "def", "lambda", "elif", "and", "not", "is", "True", "None",
    "new", "class",
    "import", "then", "pass", "for x in", "if x {", "xs.map {", "x in", "\u{200B}", "\u{0}", "\u{301}", "👩‍👩‍👧",
  ]

  private static let programs = [
    "let net = Linear(2, 64) >> ReLU() >> Linear(64, 3)\nlet h = train(net, on: data, epochs: 10, batch: 32)\nplot(h)",
    "func tent(x) = x < 0.5 ? 2 * x : 2 * (1 - x)\nvar y = 0.3\nfor i in 0..<10 {\n  y = tent(y)\n  print(\"\\(i): \\(y)\")\n}",
    "let xs = [1, 2, 3].map { x, i in x ** 2 + -i }.filter { $0 > 1 }\ncheck xs[0...] == [4, 9], \"squares of \\(xs)\"",
    "func f(_ x, of n = 2, then g = { $0 }) {\n  if x > n && !g(x) { return nil } else if x == n { return 0 } else {\n    x }\n}",
    "let (a, (b, _)) = pair; while a ?? b <= 0 { a += 1; if a == 3 { break } }\nlet t = (name: \"x\", 1)\nt.name.0[..., 1..<3]",
    "let s = \"\"\"\n  one \\(1 + 1)\n  two \\(f(\"a\", \"\\(b)\"))\n  \"\"\"\n/* a /* b */ c */ let d = [\"k\": 1, \"l\": 2] // end",
    "def f(x):\n    return [i for i in range(x) if i % 2 == 0]\nprint(f'{x}', f(3)[1:2], lambda x: x // 2)\n",
    "let y = 2x² + |x| ≤ 3(x + 1) ? √x : x' ∈ xs\nfor (int i = 0; i < 3; i++) { x := i! }",
  ]
}
