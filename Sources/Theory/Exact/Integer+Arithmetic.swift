import CGMP

extension Integer {
  public static func + (a: Integer, b: Integer) -> Integer {
    if case .small(let x) = a.form, case .small(let y) = b.form {
      let (sum, overflows) = x.addingReportingOverflow(y)
      if !overflows { return Integer(sum) }
    }
    return Limbs.combined(a.limbs, b.limbs, cgmp_add)
  }

  public static func - (a: Integer, b: Integer) -> Integer {
    if case .small(let x) = a.form, case .small(let y) = b.form {
      let (difference, overflows) = x.subtractingReportingOverflow(y)
      if !overflows { return Integer(difference) }
    }
    return Limbs.combined(a.limbs, b.limbs, cgmp_sub)
  }

  public static prefix func - (a: Integer) -> Integer { 0 - a }

  public static func * (a: Integer, b: Integer) -> Integer {
    if case .small(let x) = a.form, case .small(let y) = b.form {
      let (product, overflows) = x.multipliedReportingOverflow(by: y)
      if !overflows { return Integer(product) }
    }
    return Limbs.combined(a.limbs, b.limbs, cgmp_mul)
  }

  public static func += (a: inout Integer, b: Integer) { a = a + b }
  public static func *= (a: inout Integer, b: Integer) { a = a * b }

  /// Quotient, rounded towards zero, and remainder, which has the sign of the dividend.
  public func quotientAndRemainder(dividingBy divisor: Integer) -> (quotient: Integer, remainder: Integer) {
    if case .small(let x) = form, case .small(let y) = divisor.form {
      let (quotient, overflows) = x.dividedReportingOverflow(by: y)
      if !overflows { return (Integer(quotient), Integer(x % y)) }
    }
    let (a, b) = (limbs, divisor.limbs)
    let quotient = Limbs.combined(a, b, cgmp_tdiv_q)
    return (quotient, self - quotient * divisor)
  }

  /// The quotient by a number that is known to divide this one.
  func dividedExactly(by divisor: Integer) -> Integer {
    if divisor == 1 { return self }
    if case .small(let x) = form, case .small(let y) = divisor.form {
      let (quotient, overflows) = x.dividedReportingOverflow(by: y)
      if !overflows { return Integer(quotient) }
    }
    return Limbs.combined(limbs, divisor.limbs, cgmp_divexact)
  }

  /// The greatest common divisor, at least 1 unless both are zero.
  public func greatestCommonDivisor(with other: Integer) -> Integer {
    if case .small(let x) = form, case .small(let y) = other.form {
      let divisor = commonDivisor(x.magnitude, y.magnitude)
      if let divisor = Int(exactly: divisor) { return Integer(divisor) }
    }
    return Limbs.combined(limbs, other.limbs, cgmp_gcd)
  }

  public static func << (a: Integer, bits: Int) -> Integer {
    guard bits > 0 else { return bits == 0 ? a : a >> -bits }
    if case .small(let x) = a.form, bits < x.magnitude.leadingZeroBitCount - 1 { return Integer(x << bits) }
    return Integer(Limbs { result in a.limbs.read { cgmp_shift_left(result, $0, UInt(bits)) } })
  }

  /// Divides by a power of two, rounding down.
  public static func >> (a: Integer, bits: Int) -> Integer {
    guard bits > 0 else { return bits == 0 ? a : a << -bits }
    if case .small(let x) = a.form { return Integer(x >> bits) }
    return Integer(Limbs { result in a.limbs.read { cgmp_shift_right(result, $0, UInt(bits)) } })
  }

  /// A power with an exponent of at least zero.
  public func power(_ exponent: Int) -> Integer {
    Integer(Limbs { result in limbs.read { cgmp_pow(result, $0, UInt(max(exponent, 0))) } })
  }

  /// `start · factor` plus the sum of the products of two rows.
  ///
  /// What a layer does with a point: without a number of its own for every step on the way.
  static func sum(
    _ start: Integer, times factor: Integer, and a: ArraySlice<Integer>, times b: ArraySlice<Integer>
  ) -> Integer {
    if case .small(let x) = start.form, case .small(let y) = factor.form {
      var total = Int128(x) * Int128(y)
      var isSmall = true
      for (p, q) in zip(a, b) {
        guard case .small(let p) = p.form, case .small(let q) = q.form else {
          isSmall = false
          break
        }
        let (sum, overflows) = total.addingReportingOverflow(Int128(p) * Int128(q))
        guard !overflows else {
          isSmall = false
          break
        }
        total = sum
      }
      if isSmall, let value = Int(exactly: total) { return Integer(value) }
    }
    return Integer(
      Limbs { total in
        start.limbs.read { x in factor.limbs.read { y in cgmp_mul(total, x, y) } }
        for (p, q) in zip(a, b) where !p.isZero && !q.isZero {
          p.limbs.read { p in q.limbs.read { q in cgmp_addmul(total, p, q) } }
        }
      })
  }
}

/// The greatest common divisor of two numbers, by Stein's method; zero if both are.
func commonDivisor(_ a: UInt, _ b: UInt) -> UInt {
  if a == 0 { return b }
  if b == 0 { return a }
  let shift = (a | b).trailingZeroBitCount
  var a = a >> a.trailingZeroBitCount
  var b = b >> b.trailingZeroBitCount
  while a != b {
    if a > b { swap(&a, &b) }
    b -= a
    b >>= b.trailingZeroBitCount
  }
  return a << shift
}
