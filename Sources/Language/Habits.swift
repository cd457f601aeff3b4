/// Habits from Python and mathematics, answered in their own terms.
extension Lexer {
  /// At a character that starts no token: reports it with what to write instead.
  mutating func habit() -> Token.Kind {
    let start = position
    let found = scalar(at: position)
    position = min(position + (found?.length ?? 1), limit)
    guard let character = found?.value else {
      report(.unreadableCharacter, "these bytes are not text", from: start)
      return .invalid
    }
    if isSuperscript(character) {
      while let next = scalar(at: position), isSuperscript(next.value) { position += next.length }
      let exponent = Self.plainDigits(source[Span(start, position)])
      report(.habit, "a superscript is not a power here", from: start, help: ["write `** \(exponent)`"])
      return .invalid
    }
    switch character {
    case "#":
      while position < limit, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      report(.habit, "a comment starts with `//`, not with `#`", from: start, to: start + 1)
    case "'":
      while position < limit, bytes[position] != UInt8(ascii: "'"), bytes[position] != UInt8(ascii: "\n") {
        position += 1
      }
      if peek(0) == UInt8(ascii: "'") { position += 1 }
      report(.habit, "strings stand in double quotes", from: start, help: ["write `\"…\"`"])
    default:
      if let sign = Self.mathematicalSigns[character] {
        report(.habit, "`\(character)` is written `\(sign)` here", from: start)
      } else {
        report(.unreadableCharacter, "`\(character)` has no meaning here", from: start)
      }
    }
    return .invalid
  }

  private static let mathematicalSigns: [Unicode.Scalar: String] = [
    "≤": "<=", "≥": ">=", "≠": "!=", "×": "*", "·": "*", "⋅": "*", "÷": "/", "−": "-", "–": "-", "∘": ">>",
    "√": "sqrt(…)", "∧": "&&", "∨": "||", "¬": "!", "←": "=", "→": "in", "^": "**", "“": "\"", "”": "\"",
    "„": "\"", "…": "...", "∈": "in", "&": "&&", "|": "||", "~": "!",
  ]

  private static func plainDigits(_ superscripts: String) -> String {
    let digits: [Character: Character] = [
      "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
      "⁺": "+", "⁻": "-", "ⁿ": "n",
    ]
    return String(superscripts.map { digits[$0] ?? $0 })
  }
}

/// Words that begin a statement in Python or in another part of Swift, with what to write here.
let foreignStatements: [String: String] = [
  "def": "a function is written `func name(x) = …` or `func name(x) { … }`",
  "lambda": "a closure is written `{ x in … }`",
  "elif": "write `else if`",
  "import": "nothing needs importing: every function is already here",
  "from": "nothing needs importing: every function is already here",
  "class": "there are no classes; build networks with `>>` and plain functions",
  "struct": "there are no types to declare; a labelled tuple `(name: value)` may serve",
  "const": "a constant is written `let`",
  "fn": "a function is written `func name(x) = …`",
  "function": "a function is written `func name(x) = …`",
  "assert": "a claim is written `check …`",
  "del": "names stay; give the name a new value instead",
  "pass": "an empty body is written `{ }`",
  "try": "an error ends the cell; there is nothing to catch",
  "switch": "write `if … else if … else …`",
  "guard": "write `if … { return }`",
  "repeat": "write `while … { … }`",
]

/// Words of Python that stand for a value or an operator.
let foreignWords: [String: String] = [
  "True": "true", "False": "false", "None": "nil", "and": "&&", "or": "||", "not": "!", "is": "==",
  "null": "nil",
]
