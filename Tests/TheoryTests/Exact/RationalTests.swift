import Testing

@testable import Theory

@Suite("Rational numbers")
struct RationalTests {
  /// Fractions of every size: small, at the edge of machine integers, and far beyond.
  private static func random(_ generator: inout SystemRandomNumberGenerator) -> Rational {
    func integer() -> Integer {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: Integer(Int.random(in: -9...9, using: &generator))
      case 1: Integer(Int.random(in: .min ... .max, using: &generator))
      case 2: Integer(1) << Int.random(in: 0..<130, using: &generator)
      default: Integer(Int.random(in: .min ... .max, using: &generator)).power(3)
      }
    }
    let denominator = integer()
    return Rational(reducing: integer(), over: denominator.isZero ? 1 : denominator)
  }

  @Test("the laws of a field hold, whatever the size of the numbers")
  func laws() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let (a, b, c) = (Self.random(&generator), Self.random(&generator), Self.random(&generator))
      #expect(a + b == b + a && a * b == b * a)
      #expect((a + b) + c == a + (b + c) && (a * b) * c == a * (b * c))
      #expect(a * (b + c) == a * b + a * c)
      #expect(a - a == 0 && a + 0 == a && a * 1 == a)
      if b.signum != 0 { #expect(try (a / b) * b == a) }
      #expect((a < b) == ((a - b).signum < 0))
      for number in [a + b, a * b, -a] {
        #expect(number.denominator > 0)
        #expect(number.numerator.greatestCommonDivisor(with: number.denominator) == 1 || number == 0)
      }
    }
  }

  @Test("equal numbers have one form, however they came about")
  func forms() throws {
    let large = Rational(Integer(Int.max)) + 1
    #expect(large - 1 == Rational(Int.max) && (large - 1).hashValue == Rational(Int.max).hashValue)
    #expect(Rational(Int.min) == Rational(Integer(Int.min)) && -(-Rational(Int.min)) == Rational(Int.min))
    #expect(try Rational(6, over: -4) == Rational(-3, over: 2))
    #expect(try Rational(0, over: 7) == 0 && Rational(Int.min, over: Int.min) == 1)
    #expect(throws: TheoryError.zeroDenominator) { try Rational(1, over: 0) }
  }

  @Test("a floating-point number is the fraction that it is, and comes back")
  func floats() throws {
    #expect(try Rational(0.5) == .half && Rational(-3.0) == -3 && Rational(0.1) != Rational(1, over: 10))
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let value = Double(bitPattern: UInt64.random(in: 0 ... .max, using: &generator))
      guard value.isFinite else { continue }
      #expect(try Rational(value).double == value)
    }
    for value in [Double.leastNonzeroMagnitude, .greatestFiniteMagnitude, .leastNormalMagnitude, -0.0] {
      #expect(try Rational(value).double == value)
    }
    #expect(throws: TheoryError.self) { try Rational(.nan) }
    #expect(throws: TheoryError.self) { try Rational(-.infinity) }
  }

  @Test("a fraction is rounded to the nearest floating-point number, halves to the even one")
  func rounding() throws {
    #expect(try Rational(1, over: 3).double == 1.0 / 3)
    let one = Rational(Integer(1) << 53)
    #expect((one + 1).double == 0x1p53 && (one + 3).double == 0x1p53 + 4)
    #expect((one + 1 + (try Rational(1, over: 1000))).double == 0x1p53 + 2)
    #expect(Rational(reducing: 1, over: Integer(1) << 1075).double == 0)
    #expect(Rational(reducing: 3, over: Integer(1) << 1075).double == 2 * Double.leastNonzeroMagnitude)
    #expect(Rational(Integer(1) << 1024).double == .infinity)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let number = Self.random(&generator)
      let nearest = number.double
      guard nearest.isFinite else { continue }
      let distance = (try Rational(nearest) - number).magnitude
      for neighbour in [nearest.nextUp, nearest.nextDown] where neighbour.isFinite {
        #expect(distance <= (try Rational(neighbour) - number).magnitude)
      }
    }
  }

  @Test("powers, roundings and texts")
  func rest() throws {
    let third = try Rational(1, over: 3)
    #expect(try third.power(-2) == 9 && third.power(0) == 1 && Rational(-1).power(1_000_000_001) == -1)
    #expect(
      try Rational(7, over: 2).floor == 3 && Rational(-7, over: 2).floor == -4 && Rational(-2).floor == -2)
    #expect("\(third)" == "1/3" && "\(Rational(-4))" == "-4")
    #expect((-third).latex == "-\\frac{1}{3}" && Rational(5).latex == "5")
    #expect(throws: TheoryError.self) { try Rational(0).power(-1) }
    #expect(throws: TheoryError.self) { try third.power(.min) }
    #expect(throws: TheoryError.self) { try third / 0 }
    let large = try Rational(2).power(1000)
    #expect(
      throws: TheoryError("The power 1000000 of a number of 1001 bits has more than a million digits.")
    ) { try large.power(1_000_000) }
  }

  @Test("a sum is the same in halves", arguments: [0, 1, 8, 9, 100])
  func sums(count: Int) throws {
    let terms = try (0..<count).map { try Rational($0 * $0 - 7, over: 2 * $0 + 3) }
    #expect(Rational.sum(of: terms) { $0 } == terms.reduce(0, +))
  }

  @Test(
    "numbers are read as they are written",
    arguments: [
      ("3/7", 3, 7), ("-2", -2, 1), ("0.125", 1, 8), ("-1.5e1", -15, 1), (".5", 1, 2), ("2.5e-1", 1, 4),
      ("1/0.5", 2, 1), ("6 / 4", 3, 2),
    ])
  func reading(text: String, numerator: Int, denominator: Int) throws {
    #expect(try Rational(parsing: text) == Rational(numerator, over: denominator))
  }

  @Test(
    "what is no number is refused",
    arguments: ["", "a", "1/0", "1/2/3", "1e99999999", "٣", "0x1", "--1", "."])
  func refused(text: String) {
    #expect(throws: TheoryError.self) { try Rational(parsing: text) }
  }
}
