/// A continuous function on an interval that consists of straight pieces, exactly.
public struct PiecewiseLinear: Hashable, Sendable {
  /// A place and the value there.
  public struct Knot: Hashable, Sendable {
    public let x: Rational
    public let y: Rational

    public init(_ x: Rational, _ y: Rational) {
      self.x = x
      self.y = y
    }
  }

  /// The ends of the interval and the places between where the function bends, from left to right.
  public let knots: [Knot]

  /// The function through some knots. Knots on the line between their neighbours are left out.
  ///
  /// - Throws: ``TheoryError`` unless there are at least two knots, from left to right.
  public init(_ knots: [Knot]) throws {
    guard knots.count > 1 else {
      throw TheoryError("A piecewise linear function needs at least two knots, but there are \(knots.count).")
    }
    for (knot, next) in zip(knots, knots.dropFirst()) where knot.x >= next.x {
      throw TheoryError(
        "The knots of a piecewise linear function go from left to right, but \(next.x) comes after \(knot.x)."
      )
    }
    self.init(ordered: knots)
  }

  /// The function through knots that are known to go from left to right.
  init(ordered knots: [Knot]) {
    var bends = [knots[0]]
    bends.reserveCapacity(knots.count)
    for knot in knots.dropFirst() {
      if bends.count > 1 {
        let (a, b) = (bends[bends.count - 2], bends[bends.count - 1])
        if (b.y - a.y) * (knot.x - b.x) == (knot.y - b.y) * (b.x - a.x) { bends.removeLast() }
      }
      bends.append(knot)
    }
    self.knots = bends
  }

  /// The number of pieces, of which no two neighbours have the same slope.
  public var count: Int { knots.count - 1 }

  /// Where the function bends.
  public var breakpoints: [Rational] { knots.dropFirst().dropLast().map(\.x) }

  /// The slope of each piece.
  public var slopes: [Rational] { segments.map(\.slope) }

  /// The slope of one piece, counted from the left.
  public func slope(of piece: Int) -> Rational { Segment(knots[piece], knots[piece + 1]).slope }

  /// The interval's ends.
  public var domain: (lower: Rational, upper: Rational) { (knots[0].x, knots[knots.count - 1].x) }

  /// The largest and the smallest value.
  public var range: (lower: Rational, upper: Rational) {
    knots.reduce((knots[0].y, knots[0].y)) { (min($0.0, $1.y), max($0.1, $1.y)) }
  }

  var segments: [Segment] { zip(knots, knots.dropFirst()).map(Segment.init) }

  /// The value at a place.
  ///
  /// - Throws: ``TheoryError`` outside of the interval.
  public func callAsFunction(_ x: Rational) throws -> Rational {
    guard x >= domain.lower, x <= domain.upper else {
      throw TheoryError("\(x) lies outside of the interval from \(domain.lower) to \(domain.upper).")
    }
    var (low, high) = (0, knots.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if knots[middle].x <= x { low = middle } else { high = middle }
    }
    return Segment(knots[low], knots[high]).value(at: x)
  }
}

/// A straight piece between two knots.
struct Segment {
  let start: PiecewiseLinear.Knot
  let end: PiecewiseLinear.Knot

  init(_ start: PiecewiseLinear.Knot, _ end: PiecewiseLinear.Knot) {
    self.start = start
    self.end = end
  }

  var length: Rational { end.x - start.x }

  var slope: Rational { (end.y - start.y).divided(byPositive: length) }

  func value(at x: Rational) -> Rational {
    if x == start.x { return start.y }
    if x == end.x { return end.y }
    return start.y + slope * (x - start.x)
  }

  /// Where the line through both knots has the value `level`; its slope must not be zero.
  func place(of level: Rational) -> Rational {
    let part = (level - start.y).magnitude.divided(byPositive: (end.y - start.y).magnitude)
    return start.x + part * length
  }
}

extension Rational {
  /// The quotient by a number that is known to be positive.
  func divided(byPositive divisor: Rational) -> Rational {
    Rational(reducing: numerator * divisor.denominator, over: denominator * divisor.numerator)
  }
}
