import Glibc

/// An affine function on the unit cube, of which only the sign matters: a region lies where its walls are positive.
struct Wall {
  /// The coefficients, and the constant at the end.
  let exact: [Integer]
  /// The same in Float64, divided by one power of two so that the largest is about 1.
  let rounded: [Double]

  /// How far each of the rounded numbers may be from the exact one.
  static let error = 0x1p-52

  init(_ exact: [Integer]) {
    self.exact = exact
    let bits = exact.reduce(0) { max($0, $1.bitWidth) }
    // 62 bits fit a machine integer; what is shifted out is far below the rounding to 53 bits that follows.
    let shift = max(0, bits - 62)
    let scale = scalbn(1, Int32(clamping: shift - bits))
    rounded = exact.map { Double(($0 >> shift).int ?? 0) * scale }
  }

  private init(exact: [Integer], rounded: [Double]) {
    self.exact = exact
    self.rounded = rounded
  }

  var variables: Int { exact.count - 1 }

  /// The same wall seen from the other side.
  var opposite: Wall { Wall(exact: exact.map { -$0 }, rounded: rounded.map { -$0 }) }

  /// Whether the function is constant.
  var isConstant: Bool { exact.dropLast().allSatisfy(\.isZero) }

  /// The sign at a point of the cube; nil where rounding leaves it open.
  func roundedSign(at point: [Double]) -> Int? {
    var value = rounded[variables]
    var size = value.magnitude
    for index in 0..<variables {
      let term = rounded[index] * point[index]
      value += term
      size += term.magnitude
    }
    // n + 1 products and sums, on numbers that are themselves off by `error`, with coordinates of at most 1.
    let terms = Double(variables + 2)
    let room = 2 * terms * (0x1p-53 * size + Self.error)
    return value > room ? 1 : value < -room ? -1 : nil
  }

  /// The value at a point, times a positive number.
  func value(at point: HomogeneousPoint) -> Integer {
    .sum(exact[variables], times: point.weight, and: exact[..<variables], times: point.coordinates[...])
  }
}

/// A point inside of a region: in Float64 where that is known to lie inside, otherwise exactly.
struct Witness {
  let rounded: [Double]
  let exact: HomogeneousPoint?

  /// The sign of a wall's function here.
  func sign(of wall: Wall) -> Int {
    if exact == nil, let sign = wall.roundedSign(at: rounded) { return sign }
    return wall.value(at: point).signum()
  }

  var point: HomogeneousPoint {
    // Every coordinate is finite: nothing else is made a witness.
    exact ?? HomogeneousPoint(rounded.map { (try? Rational($0)) ?? .zero })
  }
}
