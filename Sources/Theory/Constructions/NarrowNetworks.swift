// What networks of `d` inputs can and cannot do when no hidden layer has more than d, or d + 1, units.

/// The values of a network of two inputs on the border of a square, and in its middle, exactly.
///
/// Where no hidden layer has more than two units, the value in the middle lies between the smallest and the largest on
/// the border: every set where such a network lies above or below a level reaches to infinity, so that it has no peak
/// and no pit.
///
/// Source: Johnson, "Deep, skinny neural networks are not universal approximators", 2019, arXiv:1810.00393; Hanin and
/// Sellke, "Approximating continuous functions by ReLU nets of minimal width", 2017, arXiv:1710.11278.
public struct BorderRange: Equatable, Sendable {
  public let lower: Rational
  public let upper: Rational
  public let middle: Rational

  /// Whether the value in the middle lies between those on the border.
  public var holdsMiddle: Bool { lower <= middle && middle <= upper }

  /// - Parameter radius: half the side of the square, positive.
  /// - Throws: ``TheoryError`` for a network of another number of inputs, and for a radius that is not positive.
  public init(
    _ network: ExactNetwork, around middle: [Rational] = [0, 0], radius: Rational = 1,
    progress: () throws -> Void = {}
  ) throws {
    guard network.inputs == 2, middle.count == 2 else {
      throw TheoryError("A square has two coordinates, but the network takes \(network.inputs).")
    }
    guard radius > 0 else { throw TheoryError("The radius is a positive number, but it is \(radius).") }
    let (x, y) = (middle[0], middle[1])
    let corners = [(-radius, -radius), (radius, -radius), (radius, radius), (-radius, radius)]
      .map { [x + $0, y + $1] }
    let sides = try corners.indices.map { side in
      try PiecewiseLinear(
        network, from: corners[side], to: corners[(side + 1) % 4], progress: progress
      ).range
    }
    lower = sides.reduce(sides[0].lower) { min($0, $1.lower) }
    upper = sides.reduce(sides[0].upper) { max($0, $1.upper) }
    self.middle = try network(middle)[0]
  }
}

extension ExactNetwork {
  /// 1 − |x_1| − … − |x_d| where every |x_i| ≤ bound, by hidden layers of d + 1 units: a peak, which width d cannot have.
  ///
  /// It is the minimum of 2^d planes 1 ± x_1 ± … ± x_d. Each layer carries the d inputs on, raised by the bound so that
  /// no ReLU changes them, and how far the minimum so far lies below the next plane.
  ///
  /// Source: the string of maxima and minima is due to Hanin and Sellke 2017, arXiv:1710.11278.
  /// - Throws: ``TheoryError`` unless there are 1 to 8 inputs and the bound is positive.
  public static func peak(inputs d: Int, bound: Rational) throws -> ExactNetwork {
    guard (1...8).contains(d) else { throw TheoryError("The peak is built for 1 to 8 inputs, not \(d).") }
    guard bound > 0 else { throw TheoryError("The bound is a positive number, but it is \(bound).") }
    let planes = (0..<(1 << d)).map { mask in (0..<d).map { Rational(mask >> $0 & 1 == 0 ? 1 : -1) } }
    let carried = (0..<d).map { i in (0...d).map { Rational($0 == i ? 1 : 0) } }
    // With z = x + bound a plane is p · z + 1 − bound Σ p.
    func offset(_ plane: [Rational]) -> Rational { 1 - plane.reduce(0, +) * bound }
    func excess(_ k: Int) -> [Rational] { zip(planes[k], planes[k - 1]).map { $0 - $1 } }
    var maps = [
      try AffineMap(
        rows: carried.map { Array($0.dropLast()) } + [excess(1)],
        bias: [Rational](repeating: bound, count: d) + [0])
    ]
    for k in 2..<max(planes.count, 2) {
      // p_k − min(…) = p_k − p_(k−1) + h_(k−1)
      maps.append(
        try AffineMap(
          rows: carried + [excess(k) + [1]],
          bias: [Rational](repeating: 0, count: d) + [offset(planes[k]) - offset(planes[k - 1])]))
    }
    let last = planes[planes.count - 1]
    maps.append(try AffineMap(rows: [last + [-1]], bias: [offset(last)]))
    return try ExactNetwork(maps)
  }
}
