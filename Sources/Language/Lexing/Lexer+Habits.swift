/// Characters and signs of Python, mathematics and other languages, answered in their own terms.
///
/// Where the meaning is plain the token that was meant is returned, so that the rest of the line is read too.
extension Lexer {
  /// Signs of more than one character that are written otherwise here, the longest first.
  private static let foreignSigns: [(text: String, meant: Sign, help: String?)] = [
    ("===", .equal, "write `==`"),
    ("!==", .notEqual, "write `!=`"),
    ("<>", .notEqual, "write `!=`"),
    ("=>", .arrow, nil),
    ("=<", .lessEqual, "write `<=`"),
    (":=", .assign, "write `let x = …` for a new name, `x = …` for one that exists"),
    ("%=", .assign, "write `x = x % …`"),
    ("@=", .assign, "write `x = x @ …`"),
    ("^=", .powerAssign, "write `**=`"),
    ("|>", .compose, "layers are composed with `>>`; a function is called as `f(x)`"),
    ("...<", .halfOpenRange, "write `..<`"), ("..=", .closedRange, "write `...`"),
    ("..", .halfOpenRange, "a range is written `a..<b`, which leaves `b` out, or `a...b`, which includes it"),
  ]

  /// Reads a sign of another language and tells which of ours was meant.
  mutating func foreignSign() -> Sign? {
    guard Self.foreignStarts.contains(peek(0)) else { return nil }
    for foreign in Self.foreignSigns where foreign.text.utf8.enumerated().allSatisfy({ peek($0) == $1 }) {
      if foreign.text == "..", peek(2) == UInt8(ascii: ".") || peek(2) == UInt8(ascii: "<") { return nil }
      let start = position
      position += foreign.text.utf8.count
      // An arrow is left to the parser, which knows whether a closure, a function or a comparison was meant.
      if let help = foreign.help {
        report(.habit, "`\(foreign.text)` is not a sign of this language", from: start, help: [help])
      }
      return foreign.meant
    }
    return nil
  }

  private static let foreignStarts = Set(foreignSigns.compactMap(\.text.utf8.first))

  /// The `f` of `f"…"`: reports it and passes over it.
  mutating func skipStringPrefix(_ name: String, from start: Int) -> Bool {
    guard name.utf8.count <= 2, peek(0) == UInt8(ascii: "\"") || isPythonString else { return false }
    switch name.lowercased() {
    case "f", "rf", "fr":
      report(
        .habit, "a string has no `\(name)` before it", from: start,
        help: [formattedString ?? "a value stands in `\\(…)`: write `\"x is \\(x)\"` for `f\"x is {x}\"`"])
    case "r", "b", "u", "rb", "br":
      report(
        .habit, "a string has no `\(name)` before it", from: start,
        help: ["write `\"…\"`; a backslash in it is written `\\\\`"])
    default: return false
    }
    return true
  }

  /// Whether a text in single quotes stands here, and not the prime of `f'(x)`.
  private var isPythonString: Bool {
    guard peek(0) == UInt8(ascii: "'"), peek(1) != UInt8(ascii: "(") else { return false }
    let line = bytes[position + 1..<min(limit, position + 200)].prefix { $0 != UInt8(ascii: "\n") }
    return line.contains(UInt8(ascii: "'"))
  }

  /// At a character that starts no token: reports it with what to write instead. Nil where the text can be
  /// read as if it were not there.
  mutating func habit(after space: Bool) -> Token.Kind? {
    let start = position
    guard let (character, length) = scalar(at: position) else {
      position = limit
      report(.unreadableCharacter, "these bytes are not text", from: start)
      return .invalid
    }
    if isSuperscript(character) { return superscript() }
    position += length
    switch character {
    case "#": return pythonComment(from: start)
    case "'": return singleQuoted(from: start, after: space)
    case "“", "”", "„", "«", "»", "「", "『", "＂": return curlyQuoted(from: start)
    case "‘", "’": if !endsOperand { return curlyQuoted(from: start) }
    case "０"..."９": return wideNumber(from: start)
    case "\\": return backslash(from: start)
    case "|" where tokens.last?.kind == .sign(.leftBrace): return closureBars(from: start)
    case "|" where !endsOperand || isFirstOfLine(start):
      return delimited(by: "|", meaning: "abs", from: start)
    case "‖": return delimited(by: "‖", meaning: "norm", from: start)
    case "⌊": return delimited(by: "⌋", meaning: "floor", from: start)
    case "⌈": return delimited(by: "⌉", meaning: "ceil", from: start)
    default: break
    }
    if let sign = wideSign(character) { return .sign(sign) }
    if let sign = Self.signsMeant[character] {
      let advice = Self.advisedSigns[character] ?? "write `\(sign.rawValue)`"
      report(
        .habit, "`\(character)` is not a sign of this language", from: start,
        help: [advice])
      return .sign(sign)
    }
    if character == "∈" {
      report(
        .habit, "`∈` is not a sign of this language", from: start,
        help: ["write `for x in xs`, or `xs.contains(x)`"])
      return .keyword(.in)
    }
    if let advice = Self.advice[character] {
      let name = character == "`" ? "a backtick" : "`\(character)`"
      report(.habit, "\(name) is not a sign of this language", from: start, help: [advice])
      return character == "∞" ? .invalid : nil
    }
    return unreadable(character, from: start)
  }

  /// Whether a line begins between the token before and a place.
  private func isFirstOfLine(_ place: Int) -> Bool {
    bytes[(tokens.last?.span.end ?? place)..<place].contains(UInt8(ascii: "\n"))
  }

  private mutating func superscript() -> Token.Kind {
    let start = position
    var exponent = ""
    while let (character, length) = scalar(at: position), isSuperscript(character) {
      position += length
      exponent += Self.plain[character] ?? String(character)
    }
    var advice = "write `** \(excerpt(exponent))`"
    if peek(0) == UInt8(ascii: "("), case .identifier(let name)? = tokens.last?.kind {
      advice = "a power stands behind the call: `\(excerpt(name))(x) ** \(excerpt(exponent))`"
    }
    report(.habit, "a superscript is not a power here", from: start, help: [advice])
    let end = position
    position = start
    append(.sign(.power), from: start, spaceBefore: false)
    position = end
    return Int(exponent).map(Token.Kind.integer) ?? .invalid
  }

  private mutating func pythonComment(from start: Int) -> Token.Kind? {
    position = endOfLine(from: position)
    report(
      .habit, "a comment does not start with `#`", from: start, to: start + 1, help: ["write `// …`"])
    return nil
  }

  private mutating func singleQuoted(from start: Int, after space: Bool) -> Token.Kind? {
    if endsOperand, !space {
      report(
        .habit, "a name cannot end with `'`", from: start,
        help: ["write `f′` with a prime (U+2032), or a longer name such as `df`"])
      return nil
    }
    let inner = position
    while !endsLine(at: position), bytes[position] != UInt8(ascii: "'") {
      position += bytes[position] == UInt8(ascii: "\\") && !endsLine(at: position + 1) ? 2 : 1
    }
    let text = source[Span(inner, position)]
    if !endsLine(at: position) { position += 1 }
    // The `f` of `f'…'` has been reported with what to write.
    if start > 0, [UInt8(ascii: "f"), UInt8(ascii: "F")].contains(bytes[start - 1]) {
      return .string([.text(text)])
    }
    report(
      .habit, "a string does not stand in single quotes", from: start, help: ["write `\"\(excerpt(text))\"`"])
    return .string([.text(text)])
  }

  private mutating func curlyQuoted(from start: Int) -> Token.Kind {
    let inner = position
    while !endsLine(at: position), let (next, _) = scalar(at: position),
      !"“”„«»「」『』＂‘’\"".unicodeScalars.contains(next)
    {
      position += 1
      while position < limit, bytes[position] & 0xC0 == 0x80 { position += 1 }
    }
    let text = source[Span(inner, position)]
    if !endsLine(at: position) { position += scalar(at: position)?.length ?? 1 }
    report(
      .habit, "a string stands in straight quotes", from: start, help: ["write `\"\(excerpt(text))\"`"])
    return .string([.text(text)])
  }

  private mutating func backslash(from start: Int) -> Token.Kind? {
    guard endsLine(at: position) else {
      report(.unreadableCharacter, "`\\` has no meaning here", from: start)
      return .invalid
    }
    report(
      .habit, "a line is not continued with `\\`", from: start,
      help: ["leave it out: an open bracket, or an operator at the line's end, continues the line"])
    return nil
  }

  /// `{ |x| … }`, a closure of Rust or Ruby: passes over the names.
  private mutating func closureBars(from start: Int) -> Token.Kind? {
    let end = min(limit, position + 200)
    guard let close = bytes[position..<end].firstIndex(of: UInt8(ascii: "|")),
      !bytes[position..<close].contains(UInt8(ascii: "\n"))
    else { return delimited(by: "|", meaning: "abs", from: start) }
    let names = source[Span(position, close)]
    position = close + 1
    report(
      .habit, "the arguments of a closure do not stand between bars", from: start,
      help: ["write `{ \(excerpt(names)) in … }`"])
    append(.sign(.underscore), from: start, spaceBefore: false)
    return .keyword(.in)
  }

  /// `|x|` and its like: what stands between is passed over.
  private mutating func delimited(by close: Character, meaning function: String, from start: Int)
    -> Token.Kind
  {
    let inner = position
    let closing = Array(String(close).utf8)
    // What a reader would pair stands close by, and looking farther each time would take quadratic time.
    let end = min(limit, position + 200)
    while position < end, !endsLine(at: position), !bytes[position..<end].starts(with: closing) {
      position += 1
    }
    let text = source[Span(inner, position)]
    if position < end, !endsLine(at: position) {
      position += closing.count
    } else {
      position = inner
    }
    let argument = position == inner ? "x" : excerpt(text)
    report(
      .habit, "`\(excerpt(source[Span(start, position)]))` is not a sign of this language", from: start,
      help: ["write `\(function)(\(argument))`"])
    return .invalid
  }

  /// Characters that mean one of our signs.
  private static let signsMeant: [Unicode.Scalar: Sign] = [
    "≤": .lessEqual, "≥": .greaterEqual, "≠": .notEqual, "≡": .equal, "≈": .equal, "±": .plus, "∉": .notEqual,
    "×": .star,
    "·": .star, "⋅": .star,
    "∗": .star, "⊙": .star, "÷": .slash, "∕": .slash, "−": .minus, "–": .minus, "—": .minus, "∘": .compose,
    "∧": .and, "∨": .or, "¬": .not, "←": .assign, "^": .power, "…": .closedRange, "&": .and, "|": .or,
    "~": .not, "→": .arrow, "。": .dot, "、": .comma, "【": .leftBracket, "】": .rightBracket,
  ]

  /// What to write where one sign is not enough.
  private static let advisedSigns: [Unicode.Scalar: String] = [
    "&": "conditions are joined by `&&`; there are no operations on bits",
    "|": "conditions are joined by `||`, layers by `>>`", "≈": "write `abs(a - b) < 1e-6`",
    "∉": "write `!xs.contains(x)`",
    "±": "write the two values apart: `a + b` and `a - b`", "→": "a closure is written `{ x in … }`",
    "←": "write `=`",
  ]

  /// Characters of mathematics with what to write instead.
  private static let advice: [Unicode.Scalar: String] = [
    "√": "write `sqrt(x)`", "∑": "write `sum(x)`", "∏": "write `prod(x)`", "∞": "write `infinity`",

    "∀": "write a `for` loop with a `check` in it", "∃": "write a `for` loop",
    "∫": "write a sum over small steps",
    "°": "angles are in radians", "`": "names are written as they are, without backticks",
  ]

  private static let plain: [Unicode.Scalar: String] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
    "⁺": "+", "⁻": "-", "⁼": "=", "⁽": "(", "⁾": ")", "ⁿ": "n", "ⁱ": "i",
  ]

  /// A character with no use at all. Its repetitions are reported with it.
  private mutating func unreadable(_ character: Unicode.Scalar, from start: Int) -> Token.Kind? {
    while let next = scalar(at: position), next.value == character { position += next.length }
    let number = String(character.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
    switch character.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
      report(
        .unreadableCharacter, "an invisible character (\(code)) stands here", from: start,
        help: ["delete it: it may have come with a copied text"])
      return nil
    default:
      report(
        .unreadableCharacter, "`\(character)` (\(code)) has no meaning here", from: start,
        help: ["strings stand in double quotes, comments behind `//`"])
      return .invalid
    }
  }
}
