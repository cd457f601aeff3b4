extension PiecewiseLinear {
  /// A network of one input on an interval in Float64, much faster than exactly.
  ///
  /// Places and values are rounded. Where the slopes on both sides of a place differ by less than rounding may have
  /// changed them, it is not counted as a bend.
  /// - Throws: ``TheoryError`` as for the exact function.
  public init(
    rounding network: ExactNetwork, from lower: Rational, to upper: Rational, output: Int = 0,
    progress: @escaping () throws -> Void = {}
  ) throws {
    try PiecewiseLinear.checkInterval(network, from: lower, to: upper)
    try self.init(
      rounding: network, from: [lower], to: [upper], parameters: (lower, upper), output: output,
      progress: progress)
  }

  /// The same along the segment between two points, for the part t of the way, from 0 to 1.
  public init(
    rounding network: ExactNetwork, from start: [Rational], to end: [Rational], output: Int = 0,
    progress: @escaping () throws -> Void = {}
  ) throws {
    try self.init(
      rounding: network, from: start, to: end, parameters: (0, 1), output: output, progress: progress)
  }

  private init(
    rounding network: ExactNetwork, from start: [Rational], to end: [Rational],
    parameters: (Rational, Rational), output: Int, progress: @escaping () throws -> Void
  ) throws {
    try PiecewiseLinear.check(network, output: output, start, end)
    let (from, to) = parameters
    let slopes = zip(start, end).map { ($1 - $0).divided(byPositive: to - from) }
    let way = try AffineMap(rows: slopes.map { [$0] }, bias: zip(start, slopes).map { $0 - $1 * from })
    let line = try ExactNetwork([way]).followed(by: network)
    let parts = try Subdivision(
      line.onStrip(), PlaneBox(x: parameters, y: (0, 1)), limit: Self.largestCount, isExact: false,
      keepsOutputs: true,
      progress: progress)

    let ordered = (0..<parts.count).map { part in
      let xs = parts.polygon(part).map { parts.vertices[Int($0)].x }
      return (start: xs.min() ?? 0, end: xs.max() ?? 0, function: parts.outputs[part][output])
    }.sorted { $0.start < $1.start }
    var bends = [(x: ordered[0].start, function: ordered[0].function)]
    for part in ordered.dropFirst() {
      let before = bends[bends.count - 1].function
      guard (part.function.a - before.a).magnitude > part.function.error + before.error else { continue }
      if part.start > bends[bends.count - 1].x { bends.append((part.start, part.function)) }
    }
    let last = ordered[ordered.count - 1]
    var knots = try bends.map { bend in
      try Knot(Rational(bend.x), Rational(bend.function.a * bend.x + bend.function.c))
    }
    knots[0] = Knot(from, knots[0].y)
    knots.append(try Knot(to, Rational(last.function.a * last.end + last.function.c)))
    try self.init(knots)
  }
}
