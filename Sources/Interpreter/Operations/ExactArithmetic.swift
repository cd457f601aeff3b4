import Language
import Theory

/// The value of `a operation b` where one of the two is exact and the other a plain number; nil where the operation
/// has no meaning for numbers.
///
/// With integers it is exact; with a floating-point number it is one, as a number that has been rounded stays so.
func exact(_ operation: BinaryOperator, _ a: Value, _ b: Value) throws -> Value? {
  guard let x = a.fraction, let y = b.fraction else {
    guard let x = a.number, let y = b.number else { return nil }
    return try real(operation, x, y).map(Value.double)
  }
  guard x.bitWidth + y.bitWidth <= Limit.exactBits else {
    throw Fault(
      .limitExceeded, "this exact number grows too long",
      help: ["`double(x)` goes on in floating point"])
  }
  switch operation {
  case .add: return .rational(x + y)
  case .subtract: return .rational(x - y)
  case .multiply: return .rational(x * y)
  case .divide:
    guard y != 0 else { throw Fault.divisionByZero }
    return .rational(try x / y)
  case .remainder:
    guard y != 0 else { throw Fault.divisionByZero }
    return .rational(x - y * Rational((try x / y).floor))
  case .power:
    guard case .int(let exponent) = b else {
      guard y.isInteger, let exponent = y.numerator.int else {
        return try real(operation, x.double, y.double).map(Value.double)
      }
      return .rational(try x.power(exponent))
    }
    guard x != 0 || exponent >= 0 else { throw Fault.divisionByZero }
    return .rational(try x.power(exponent))
  case .matrixProduct, .compose: return nil
  }
}

extension Limit {
  /// The bits of two exact numbers together before they are combined: a million digits.
  static let exactBits = 1 << 22
}

extension Value {
  /// The value as a fraction, if it is an exact number or an integer.
  var fraction: Rational? {
    switch self {
    case .rational(let value): value
    case .int(let value): Rational(value)
    default: nil
    }
  }

  /// The fraction that any number is: a floating-point number as the binary fraction that it holds.
  var exactly: Rational? {
    if case .double(let value) = self { return try? Rational(value) }
    if case .tensor(let tensor) = self, tensor.rank == 0, let value = try? tensor.item() {
      return try? Rational(value)
    }
    return fraction
  }

  /// Whether the value is a fraction, or a list with one in it.
  var isFraction: Bool {
    var seen: Set<ListIdentity> = []
    return hasPart(&seen) { if case .rational = $0 { true } else { false } }
  }

  /// Whether no rounding can be in the value.
  var isExact: Bool {
    var seen: Set<ListIdentity> = []
    return !hasPart(&seen) { part in
      switch part {
      case .rational, .int, .boolean, .string: false
      default: true
      }
    }
  }

  /// Whether a condition holds for the value or, if it is a list, for some of what is in it. A list that is there more
  /// than once is looked through once: `a = [a, a]` forty times is a list of few lists.
  private func hasPart(_ seen: inout Set<ListIdentity>, where condition: (Value) -> Bool) -> Bool {
    guard case .array(let elements) = self else { return condition(self) }
    guard seen.insert(ListIdentity(elements)).inserted else { return false }
    for element in elements where element.hasPart(&seen, where: condition) { return true }
    return false
  }

  enum Order {
    case less, equal, greater, unordered

    func fulfils(_ operation: ComparisonOperator) -> Bool {
      switch operation {
      case .equal: self == .equal
      case .notEqual: self != .equal
      case .less: self == .less
      case .lessEqual: self == .less || self == .equal
      case .greater: self == .greater
      case .greaterEqual: self == .greater || self == .equal
      }
    }
  }

  /// How two numbers are ordered, without rounding, where one of them is exact; nil for other values.
  func exactOrder(to other: Value) -> Order? {
    switch (self, other) {
    case (.rational, .rational), (.rational, .int), (.int, .rational), (.rational, .double),
      (.double, .rational):
      guard let a = exactly, let b = other.exactly else { return infiniteOrder(to: other) }
      return a == b ? .equal : a < b ? .less : .greater
    default: return nil
    }
  }

  /// Against an infinity, or what is not a number.
  private func infiniteOrder(to other: Value) -> Order {
    guard let a = number, let b = other.number, !a.isNaN, !b.isNaN else { return .unordered }
    // A fraction too large for floating point is still finite.
    if case .double(let x) = self, x.isInfinite { return x > 0 ? .greater : .less }
    if case .double(let y) = other, y.isInfinite { return y > 0 ? .less : .greater }
    return a == b ? .equal : a < b ? .less : .greater
  }
}

extension Rational {
  /// The bits of numerator and denominator.
  var bitWidth: Int { numerator.bitWidth + denominator.bitWidth }

  /// The fraction in full; where that is long, what it is about.
  var legible: String {
    guard bitWidth > 700 else { return description }
    // Three bits are nearly a digit.
    let digits = { (integer: Integer) in integer.bitWidth * 3 / 10 }
    return
      "≈ \(formatted(double, "%.12g")) (exact, with \(digits(numerator)) digits over \(digits(denominator)))"
  }
}
