extension Rational {
  public static func + (a: Rational, b: Rational) -> Rational {
    if case .small(let n, let d) = a.form, case .small(let m, let e) = b.form {
      if d == e {
        let (sum, overflows) = n.addingReportingOverflow(m)
        if !overflows, sum != .min { return Rational(reducing: sum, over: d) }
      } else {
        let (left, first) = n.multipliedReportingOverflow(by: e)
        let (right, second) = m.multipliedReportingOverflow(by: d)
        let (sum, third) = left.addingReportingOverflow(right)
        let (denominator, fourth) = d.multipliedReportingOverflow(by: e)
        if !(first || second || third || fourth), sum != .min {
          return Rational(reducing: sum, over: denominator)
        }
      }
    }
    let (d, e) = (a.denominator, b.denominator)
    if d == e { return Rational(reducing: a.numerator + b.numerator, over: d) }
    return Rational(reducing: a.numerator * e + b.numerator * d, over: d * e)
  }

  public static func - (a: Rational, b: Rational) -> Rational { a + -b }

  public static prefix func - (a: Rational) -> Rational {
    switch a.form {
    case .small(let n, let d): Rational(form: .small(-n, over: d))
    case .large(let n, let d): Rational(form: .large(-n, over: d))
    }
  }

  public static func * (a: Rational, b: Rational) -> Rational {
    if case .small(let n, let d) = a.form, case .small(let m, let e) = b.form {
      let (numerator, first) = n.multipliedReportingOverflow(by: m)
      let (denominator, second) = d.multipliedReportingOverflow(by: e)
      if !(first || second), numerator != .min { return Rational(reducing: numerator, over: denominator) }
    }
    return Rational(reducing: a.numerator * b.numerator, over: a.denominator * b.denominator)
  }

  /// The quotient.
  ///
  /// - Throws: ``TheoryError`` when the divisor is zero.
  public static func / (a: Rational, b: Rational) throws -> Rational {
    guard b.signum != 0 else { throw TheoryError("An exact number cannot be divided by zero.") }
    return a * b.reciprocal
  }

  public static func += (a: inout Rational, b: Rational) { a = a + b }
  public static func -= (a: inout Rational, b: Rational) { a = a - b }
  public static func *= (a: inout Rational, b: Rational) { a = a * b }

  /// 1 divided by a number other than zero.
  private var reciprocal: Rational {
    switch form {
    case .small(let n, let d): Rational(form: n < 0 ? .small(-d, over: -n) : .small(d, over: n))
    case .large(let n, let d): Rational(form: n.signum() < 0 ? .large(-d, over: -n) : .large(d, over: n))
    }
  }

  /// The sum of a number for each element.
  ///
  /// Halves are added first: where every denominator is another one the sum's grows with each term, and carrying it
  /// along from the first to the last would cost the square of their number.
  static func sum<Elements: RandomAccessCollection>(
    of elements: Elements, _ term: (Elements.Element) -> Rational
  ) -> Rational where Elements.Index == Int {
    guard elements.count > 8 else { return elements.reduce(0) { $0 + term($1) } }
    let middle = elements.startIndex + elements.count / 2
    return sum(of: elements[..<middle], term) + sum(of: elements[middle...], term)
  }

  /// The distance from zero.
  public var magnitude: Rational { signum < 0 ? -self : self }

  /// The largest integer that is not larger.
  public var floor: Integer {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder.signum() < 0 ? quotient - 1 : quotient
  }

  /// A power with an integer exponent.
  ///
  /// - Throws: ``TheoryError`` for a negative power of zero, and for powers of more than a million digits.
  public func power(_ exponent: Int) throws -> Rational {
    guard signum != 0 || exponent >= 0 else {
      throw TheoryError("Zero has no negative powers, but its power \(exponent) is asked for.")
    }
    let bits = max(numerator.magnitude.bitWidth, denominator.magnitude.bitWidth)
    let steps = exponent.magnitude
    guard bits == 1 || steps.multipliedReportingOverflow(by: UInt(bits)) <= (Rational.largestPower, false)
    else {
      let base = bits <= 200 ? "\(self)" : "a number of \(bits) bits"
      throw TheoryError("The power \(exponent) of \(base) has more than a million digits.")
    }
    let base = exponent < 0 ? reciprocal : self
    if bits == 1 { return steps % 2 == 0 ? base * base : base }
    let power = Int(steps)
    return Rational(reducing: base.numerator.power(power), over: base.denominator.power(power))
  }

  /// The bits of a number with a million digits.
  private static let largestPower: UInt = 3_321_928
}

/// Whether a count stays within a limit and was computed without overflow.
private func <= (a: (partialValue: UInt, overflow: Bool), b: (UInt, Bool)) -> Bool {
  !a.overflow && a.partialValue <= b.0
}

extension Rational: Comparable {
  public static func < (a: Rational, b: Rational) -> Bool {
    if case .small(let n, let d) = a.form, case .small(let m, let e) = b.form {
      if d == e { return n < m }
      // The full products, of which the high words usually decide.
      let (left, right) = (n.multipliedFullWidth(by: e), m.multipliedFullWidth(by: d))
      return left.high != right.high ? left.high < right.high : left.low < right.low
    }
    return a.numerator * b.denominator < b.numerator * a.denominator
  }
}
