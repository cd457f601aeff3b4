import Glibc

extension Rational {
  /// A floating-point number as the fraction that it is: every finite one is an integer times a power of two.
  ///
  /// - Throws: ``TheoryError`` for infinities and what is not a number.
  public init(_ value: Double) throws {
    guard value.isFinite else { throw TheoryError("\(value) is not a number that could be exact.") }
    guard value != 0 else {
      self = .zero
      return
    }
    var mantissa = Int(scalbn(value.significand, 52))
    var exponent = Int(value.exponent) - 52
    let zeros = mantissa.trailingZeroBitCount
    mantissa >>= zeros
    exponent += zeros
    if value < 0 { mantissa = -mantissa }
    if exponent >= 0 {
      self.init(Integer(mantissa) << exponent)
    } else if exponent > -Int.bitWidth + 1 {
      self.init(reducing: mantissa, over: 1 << -exponent)
    } else {
      self.init(reducing: Integer(mantissa), over: Integer(1) << -exponent)
    }
  }

  /// The nearest floating-point number, the even one of two equally near; infinite beyond the largest.
  public var double: Double {
    if case .small(let n, let d) = form, n.magnitude < 1 << 53, d < 1 << 53 { return Double(n) / Double(d) }
    let (n, d) = (numerator.magnitude, denominator.magnitude)
    guard !n.isZero else { return 0 }
    // The place of the last bit that a Double of this size has; subnormal ones have fewer bits.
    let size = n.bitWidth - d.bitWidth
    var last = max(size - 53, -1074)
    var (quotient, remainder) = Rational.divided(n, d, last)
    if quotient.bitWidth > 53 {
      last += 1
      (quotient, remainder) = Rational.divided(n, d, last)
    }
    let scaled = last > 0 ? d << last : d
    let twice = remainder << 1
    if twice > scaled || twice == scaled && !quotient.isZero && quotient.trailingZeroBitCount == 0 {
      quotient += 1
    }
    let value = scalbn(Double(quotient.int ?? 0), Int32(clamping: last))
    return signum < 0 ? -value : value
  }

  /// Whether some floating-point number is exactly this one.
  var isDouble: Bool {
    if case .small(let n, let d) = form, n.magnitude <= 1 << 53 { return d & (d - 1) == 0 }
    return (try? Rational(double)) == self
  }

  /// n / d in units of 2^last, and what is left over (of d, or of d · 2^last).
  private static func divided(_ n: Integer, _ d: Integer, _ last: Int) -> (Integer, Integer) {
    last > 0
      ? n.quotientAndRemainder(dividingBy: d << last) : (n << -last).quotientAndRemainder(dividingBy: d)
  }
}
