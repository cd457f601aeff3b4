/// A fraction of integers without bound: exact, in lowest terms, with a positive denominator.
///
/// Fractions of machine integers are computed as such; only what no longer fits is made of larger ones.
public struct Rational: Hashable, Sendable {
  /// The same number always has the same form: `small` whenever both integers fit (and the numerator can change its
  /// sign), so that equality and hashes compare forms.
  enum Form: Hashable, Sendable {
    case small(Int, over: Int)
    indirect case large(Integer, over: Integer)
  }

  let form: Form

  /// For what is known to be reduced.
  init(form: Form) { self.form = form }

  /// Zero.
  public static let zero = Rational(0)
  /// One.
  public static let one = Rational(1)
  /// One half.
  public static let half = Rational(form: .small(1, over: 2))

  /// An integer.
  public init(_ integer: Int) {
    form = integer == .min ? .large(Integer(integer), over: 1) : .small(integer, over: 1)
  }

  /// An integer of any size.
  public init(_ integer: Integer) { self.init(reduced: integer, over: 1) }

  /// A fraction.
  ///
  /// - Throws: ``TheoryError`` when the denominator is zero.
  public init(_ numerator: Int, over denominator: Int) throws {
    guard denominator != 0 else { throw TheoryError.zeroDenominator }
    guard numerator != .min, denominator != .min else {
      self.init(reducing: Integer(numerator), over: Integer(denominator))
      return
    }
    let sign = denominator < 0 ? -1 : 1
    self.init(reducing: numerator * sign, over: denominator * sign)
  }

  /// A fraction of integers of any size.
  ///
  /// - Throws: ``TheoryError`` when the denominator is zero.
  public init(_ numerator: Integer, over denominator: Integer) throws {
    guard !denominator.isZero else { throw TheoryError.zeroDenominator }
    self.init(reducing: numerator, over: denominator)
  }

  /// A fraction of machine integers with a positive denominator, brought to lowest terms.
  init(reducing numerator: Int, over denominator: Int) {
    let common = Int(commonDivisor(numerator.magnitude, denominator.magnitude))
    form = .small(numerator / common, over: denominator / common)
  }

  /// A fraction with a denominator other than zero, brought to lowest terms.
  init(reducing numerator: Integer, over denominator: Integer) {
    let (numerator, denominator) =
      denominator.signum() < 0 ? (-numerator, -denominator) : (numerator, denominator)
    guard !numerator.isZero else {
      self = .zero
      return
    }
    // Sums of binary fractions are reduced by a shift; the general divisor is then a power of two already.
    let shift = min(numerator.trailingZeroBitCount, denominator.trailingZeroBitCount)
    let (n, d) = (numerator >> shift, denominator >> shift)
    let isBinary = d.isPowerOfTwo
    let common = isBinary ? 1 : n.greatestCommonDivisor(with: d)
    self.init(reduced: n.dividedExactly(by: common), over: d.dividedExactly(by: common))
  }

  /// A fraction that is in lowest terms, with a positive denominator.
  private init(reduced numerator: Integer, over denominator: Integer) {
    if let n = numerator.int, let d = denominator.int, n != .min {
      form = .small(n, over: d)
    } else {
      form = .large(numerator, over: denominator)
    }
  }

  /// The numerator, which has the number's sign.
  public var numerator: Integer {
    switch form {
    case .small(let n, _): Integer(n)
    case .large(let n, _): n
    }
  }

  /// The denominator, at least 1.
  public var denominator: Integer {
    switch form {
    case .small(_, let d): Integer(d)
    case .large(_, let d): d
    }
  }

  /// −1, 0 or 1.
  public var signum: Int {
    switch form {
    case .small(let n, _): n.signum()
    case .large(let n, _): n.signum()
    }
  }

  /// Whether the number is an integer.
  public var isInteger: Bool {
    switch form {
    case .small(_, let d): d == 1
    case .large(_, let d): d == 1
    }
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

extension TheoryError {
  static let zeroDenominator = TheoryError("A fraction's denominator cannot be zero.")
}
