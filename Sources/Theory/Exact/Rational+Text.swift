extension Rational: CustomStringConvertible {
  /// `3/7`, `-2`.
  public var description: String {
    switch form {
    case .small(let n, let d): d == 1 ? "\(n)" : "\(n)/\(d)"
    case .large(let n, let d): d == 1 ? "\(n)" : "\(n)/\(d)"
    }
  }

  /// The number in TeX's words: `\frac{3}{7}`.
  public var latex: String {
    isInteger
      ? "\(numerator)"
      : "\(signum < 0 ? "-" : "")\\frac{\(numerator.magnitude)}{\(denominator)}"
  }

  /// Reads an integer, a fraction or a decimal: `-2`, `3/7`, `0.125`, `1e-3`.
  ///
  /// - Throws: ``TheoryError`` when the text is none of them.
  public init(parsing text: String) throws {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1:
      self = try Rational.decimal(parts[0], of: text)
    case 2:
      let (top, bottom) = (try Rational.decimal(parts[0], of: text), try Rational.decimal(parts[1], of: text))
      guard bottom.signum != 0 else { throw TheoryError.zeroDenominator }
      self = try top / bottom
    default:
      throw Rational.unreadable(text)
    }
  }

  private static func decimal(_ part: Substring, of text: String) throws -> Rational {
    guard part.utf8.count <= 10_000 else {
      throw TheoryError("A number of more than 10000 digits is too long to read.")
    }
    var digits = part.filter { $0 != " " }
    var exponent = 0
    if let e = digits.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let power = Int(digits[digits.index(after: e)...]), power.magnitude <= 10_000 else {
        throw unreadable(text)
      }
      exponent = power
      digits = String(digits[..<e])
    }
    if let point = digits.firstIndex(of: ".") {
      exponent -= digits.distance(from: point, to: digits.endIndex) - 1
      digits.remove(at: point)
    }
    guard digits.allSatisfy({ $0.isASCII }), digits.contains(where: \.isNumber),
      let mantissa = Integer(digits)
    else {
      throw unreadable(text)
    }
    let scale = Integer(10).power(Int(exponent.magnitude))
    return exponent < 0 ? Rational(reducing: mantissa, over: scale) : Rational(mantissa * scale)
  }

  private static func unreadable(_ text: String) -> TheoryError {
    TheoryError(
      "\"\(text.prefix(40))\" is not a number.",
      hint: "Write a fraction such as 3/7, or a decimal such as 0.25.")
  }
}
