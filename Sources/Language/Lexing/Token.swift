/// A word, number, string or sign of the language.
public struct Token: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case identifier(String)
    case keyword(Keyword)
    case integer(Int)
    case number(Double)
    case string([StringSegment])
    /// `$0`, `$1`, …
    case closureParameter(Int)
    case sign(Sign)
    /// Something the lexer has already reported.
    case invalid
    case end
  }

  public let kind: Kind
  public let span: Span
  /// Whether a line break stands between the token before and this one.
  public let startsLine: Bool
  /// Whether white space (or the text's border) stands before and after.
  public let spaceBefore: Bool
  public let spaceAfter: Bool
}

/// A part of a string literal: text, or the tokens of an interpolated `\(…)`, closed by `.end`.
public enum StringSegment: Hashable, Sendable {
  case text(String)
  case interpolation([Token])
}

public enum Keyword: String, CaseIterable, Hashable, Sendable {
  case `let`, `var`, `func`, `if`, `else`, `for`, `in`, `while`, `break`, `continue`, `return`
  case `true`, `false`, `nil`, check
}

public enum Sign: String, CaseIterable, Hashable, Sendable {
  case plus = "+"
  case minus = "-"
  case star = "*"
  case slash = "/"
  case percent = "%"
  case at = "@"
  case power = "**"
  case compose = ">>"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessEqual = "<="
  case greater = ">"
  case greaterEqual = ">="
  case and = "&&"
  case or = "||"
  case not = "!"
  case coalesce = "??"
  case question = "?"
  case assign = "="
  case plusAssign = "+="
  case minusAssign = "-="
  case starAssign = "*="
  case slashAssign = "/="
  case powerAssign = "**="
  case halfOpenRange = "..<"
  case closedRange = "..."
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBracket = "["
  case rightBracket = "]"
  case leftBrace = "{"
  case rightBrace = "}"
  case comma = ","
  case colon = ":"
  case semicolon = ";"
  case dot = "."
  case underscore = "_"
  case arrow = "->"
}

extension Token {
  /// The token as a message quotes it.
  func description(in source: Source) -> String {
    switch kind {
    case .string: "a string"
    case .invalid: "an unreadable character"
    case .end: "the end of the input"
    case .identifier, .keyword, .integer, .number, .closureParameter, .sign: "`\(source.excerpt(span))`"
    }
  }

  func `is`(_ sign: Sign) -> Bool { kind == .sign(sign) }
  func `is`(_ keyword: Keyword) -> Bool { kind == .keyword(keyword) }

  /// Whether the token is a number as it stands in the source.
  var isNumber: Bool {
    switch kind {
    case .integer, .number: true
    default: false
    }
  }

  /// The name, if the token is one.
  var name: String? {
    if case .identifier(let name) = kind { name } else { nil }
  }
}
