import CGMP

/// An integer without bound.
///
/// Whatever fits a machine integer is one; only larger numbers are handed to GMP. Division by zero is a programming
/// error, as it is with `Int`: callers look first.
public struct Integer: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    case small(Int)
    /// Never a number that fits `Int`: so equal numbers have equal forms.
    case large(Limbs)
  }

  let form: Form

  public init(_ value: Int) { form = .small(value) }

  /// A number of GMP's, which it takes over.
  init(_ limbs: Limbs) {
    form = limbs.int.map(Form.small) ?? .large(limbs)
  }

  public var isZero: Bool { form == .small(0) }

  /// −1, 0 or 1.
  public func signum() -> Int {
    switch form {
    case .small(let value): value.signum()
    case .large(let limbs): limbs.signum
    }
  }

  public var magnitude: Integer { signum() < 0 ? -self : self }

  /// The number as a machine integer, if it fits.
  public var int: Int? {
    if case .small(let value) = form { value } else { nil }
  }

  /// How many bits the magnitude has; 0 for zero.
  public var bitWidth: Int {
    switch form {
    case .small(let value): Int.bitWidth - value.magnitude.leadingZeroBitCount
    case .large(let limbs): limbs.bitWidth
    }
  }

  /// How often 2 divides the number, which must not be zero.
  public var trailingZeroBitCount: Int {
    switch form {
    case .small(let value): value.trailingZeroBitCount
    case .large(let limbs): limbs.lowestBit
    }
  }

  /// Whether the magnitude is a power of two.
  var isPowerOfTwo: Bool { !isZero && trailingZeroBitCount == bitWidth - 1 }

  /// The number for GMP.
  var limbs: Limbs {
    switch form {
    case .small(let value): Limbs(value)
    case .large(let limbs): limbs
    }
  }
}

extension Integer: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Integer: Comparable {
  public static func < (a: Integer, b: Integer) -> Bool {
    switch (a.form, b.form) {
    case (.small(let x), .small(let y)): x < y
    // A large number lies beyond every small one.
    case (.small, .large(let y)): y.signum > 0
    case (.large(let x), .small): x.signum < 0
    case (.large(let x), .large(let y)): x.compared(to: y) < 0
    }
  }
}

extension Integer: CustomStringConvertible {
  public var description: String {
    switch form {
    case .small(let value): "\(value)"
    case .large(let limbs): limbs.text
    }
  }

  /// Reads decimal digits, with a sign or without; nil for anything else.
  public init?(_ text: String) {
    let digits =
      text.utf8.first.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") } == true
      ? text.utf8.dropFirst() : text.utf8[...]
    guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    if let value = Int(text) {
      self.init(value)
      return
    }
    guard let limbs = Limbs(digits: String(Substring(digits))) else { return nil }
    let number = Integer(limbs)
    self = text.utf8.first == UInt8(ascii: "-") ? -number : number
  }
}
