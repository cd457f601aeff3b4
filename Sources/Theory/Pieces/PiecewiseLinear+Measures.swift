extension PiecewiseLinear {
  /// Where the function crosses a level: places with values below on one side and above on the other. Where it stays
  /// on the level for a while in between, the place where that begins counts.
  public func crossings(of level: Rational) -> [Rational] {
    var places: [Rational] = []
    // The side that the function was on last, and where it came to the level from there.
    var side = 0
    var touched: Rational?
    for (index, knot) in knots.enumerated() {
      let now = (knot.y - level).signum
      if now == 0 {
        if touched == nil { touched = knot.x }
        continue
      }
      if side != 0, now != side { places.append(touched ?? Segment(knots[index - 1], knot).place(of: level)) }
      side = now
      touched = nil
    }
    return places
  }

  /// The integral over the interval.
  public var integral: Rational {
    Rational.sum(of: segments) { ($0.start.y + $0.end.y) * $0.length * .half }
  }

  /// The integral of the absolute value.
  public var absoluteIntegral: Rational {
    Rational.sum(of: segments) { segment in
      let (a, b) = (segment.start.y, segment.end.y)
      if a.signum * b.signum >= 0 { return (a + b).magnitude * segment.length * .half }
      // Two triangles, whose heights share the length in their own ratio.
      let heights = a.magnitude + b.magnitude
      return (a * a + b * b).divided(byPositive: heights) * segment.length * .half
    }
  }

  /// This function minus another one.
  ///
  /// - Throws: ``TheoryError`` unless both live on the same interval.
  public func minus(_ other: PiecewiseLinear) throws -> PiecewiseLinear {
    guard domain == other.domain else {
      throw TheoryError(
        "Functions on different intervals cannot be compared: one goes from \(domain.lower) to \(domain.upper), "
          + "the other from \(other.domain.lower) to \(other.domain.upper).")
    }
    var knots: [Knot] = []
    var (i, j) = (0, 0)
    while i < self.knots.count, j < other.knots.count {
      let (a, b) = (self.knots[i], other.knots[j])
      if a.x == b.x {
        knots.append(Knot(a.x, a.y - b.y))
        i += 1
        j += 1
      } else if a.x < b.x {
        knots.append(Knot(a.x, a.y - Segment(other.knots[j - 1], b).value(at: a.x)))
        i += 1
      } else {
        knots.append(Knot(b.x, Segment(self.knots[i - 1], a).value(at: b.x) - b.y))
        j += 1
      }
    }
    return PiecewiseLinear(ordered: knots)
  }

  /// The integral of the distance between two functions. Throws as ``minus(_:)``.
  public func l1Distance(to other: PiecewiseLinear) throws -> Rational {
    try minus(other).absoluteIntegral
  }

  /// The largest distance between two functions. Throws as ``minus(_:)``.
  public func supDistance(to other: PiecewiseLinear) throws -> Rational {
    let range = try minus(other).range
    return max(range.lower.magnitude, range.upper.magnitude)
  }

  /// The smallest and the largest value of this function minus `a x² + b x + c`.
  public func rangeMinusQuadratic(_ a: Rational, _ b: Rational, _ c: Rational) -> (
    lower: Rational, upper: Rational
  ) {
    func difference(_ knot: Knot) -> Rational { knot.y - (a * knot.x + b) * knot.x - c }
    let first = difference(knots[0])
    var (lower, upper) = (first, first)
    func note(_ value: Rational) {
      lower = min(lower, value)
      upper = max(upper, value)
    }
    for segment in segments {
      note(difference(segment.end))
      guard a.signum != 0 else { continue }
      // Where the slopes agree the difference has its extremum, if that lies on the piece.
      let doubled = a + a
      let place = (segment.slope - b).divided(byPositive: doubled.magnitude)
      let x = doubled.signum < 0 ? -place : place
      if x > segment.start.x, x < segment.end.x { note(difference(Knot(x, segment.value(at: x)))) }
    }
    return (lower, upper)
  }
}
