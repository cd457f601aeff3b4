extension Lexer {
  /// Reads a number: `12`, `1_000`, `0xFF`, `0b101`, `1.5`, `.5`, `1.`, `2e-3`.
  mutating func number() -> Token.Kind {
    let start = position
    if tokens.last?.kind == .sign(.dot) { return memberIndex() }
    if peek(0) == UInt8(ascii: "0"), let radix = Self.radices[peek(1) | 0x20] {
      return integer(radix: radix, from: start)
    }
    skipDigits()
    var isInteger = true
    if peek(0) == UInt8(ascii: "."), startsFraction {
      isInteger = false
      position += 1
      skipDigits()
    }
    if peek(0) | 0x20 == UInt8(ascii: "e"), isExponent {
      isInteger = false
      position += isDigit(peek(1)) ? 1 : 2
      skipDigits()
    }
    let end = position
    if let unit = identifier() {
      reportUnit(unit, behind: excerpt(source[Span(start, end)]), from: start)
      return .invalid
    }
    return value(of: source[Span(start, end)], isInteger: isInteger, from: start)
  }

  /// The `0` of `pair.0`: in `a.0.1`, `0.1` is not a number.
  private mutating func memberIndex() -> Token.Kind {
    let start = position
    skipDigits()
    return value(of: source[Span(start, position)], isInteger: true, from: start)
  }

  private mutating func reportUnit(_ unit: String, behind digits: String, from start: Int) {
    let unit = excerpt(unit)
    let advice =
      switch unit {
      case "f", "F", "L", "l": "a number has no suffix here: write `\(digits)`"
      case "e", "E": "a power of ten is written without spaces, as in `\(digits)e-3`"
      case "j", "i": "there are no complex numbers here; for a product write `\(digits) * \(unit)`"
      default: "for a product write `\(digits) * \(unit)`; a name starts with a letter"
      }
    report(.habit, "`\(digits)\(unit)` is neither a number nor a name", from: start, help: [advice])
  }

  private mutating func value(of text: String, isInteger: Bool, from start: Int) -> Token.Kind {
    let digits = text.filter { $0 != "_" }
    if isInteger, let value = Int(digits) { return .integer(value) }
    // `1.` and `.5` are numbers to a mathematician, though not to Swift's parser of numbers.
    let padded = (digits.hasPrefix(".") ? "0" : "") + digits + (digits.hasSuffix(".") ? "0" : "")
    if let value = Double(padded), !isInteger, value.isFinite { return .number(value) }
    let quoted = excerpt(text)
    report(
      .badNumber,
      isInteger ? "`\(quoted)` does not fit in a 64-bit integer" : "`\(quoted)` is too large for a number",
      from: start,
      help: [
        isInteger
          ? "write `\(quoted).0` for a floating-point number" : "the largest number is about 1.8e308"
      ])
    return .invalid
  }

  private static let radices: [UInt8: Int] = [
    UInt8(ascii: "x"): 16, UInt8(ascii: "o"): 8, UInt8(ascii: "b"): 2,
  ]

  private mutating func integer(radix: Int, from start: Int) -> Token.Kind {
    position += 2
    while let next = scalar(at: position), isIdentifierPart(next.value) { position += next.length }
    let text = source[Span(start + 2, position)].filter { $0 != "_" }
    if let value = Int(text, radix: radix) { return .integer(value) }
    let digits = radix == 16 ? "0–9 and A–F" : radix == 8 ? "0–7" : "0 and 1"
    report(
      .badNumber, "`\(excerpt(source[Span(start, position)]))` is not a whole number", from: start,
      help: ["its digits are \(digits), and it must fit in 64 bits"])
    return .invalid
  }

  private mutating func skipDigits() {
    while isDigit(peek(0)) || peek(0) == UInt8(ascii: "_") && isDigit(peek(1)) { position += 1 }
  }

  /// At a dot behind digits: a fraction, unless a range (`1...3`) or a member (`1.description`) follows.
  private var startsFraction: Bool {
    if isDigit(peek(1)) { return true }
    if peek(1) == UInt8(ascii: ".") { return false }
    guard let next = scalar(at: position + 1) else { return true }
    return !isIdentifierStart(next.value)
  }

  private var isExponent: Bool {
    isDigit(peek(1)) || (peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+")) && isDigit(peek(2))
  }
}
