extension TextGenerator {
  /// Pieces of the language, and of others that a person may have in mind.
  static let words = [
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
}
