extension PiecewiseLinear {
  /// A network of one input on an interval.
  ///
  /// - Parameters:
  ///   - output: which of the network's outputs.
  ///   - progress: called again and again; what it throws ends the work.
  /// - Throws: ``TheoryError`` for a network with more inputs, an empty interval, an output that does not exist, or
  ///   more pieces than ``largestCount``.
  public init(
    _ network: ExactNetwork, from lower: Rational, to upper: Rational, output: Int = 0,
    progress: () throws -> Void = {}
  ) throws {
    try PiecewiseLinear.checkInterval(network, from: lower, to: upper)
    try self.init(
      network, from: [lower], to: [upper], parameters: (lower, upper), output: output, progress: progress)
  }

  /// A network along the segment between two points: a function of the part t of the way, from 0 to 1.
  ///
  /// - Throws: ``TheoryError`` as on an interval, and for points with another number of coordinates than the network
  ///   takes.
  public init(
    _ network: ExactNetwork, from start: [Rational], to end: [Rational], output: Int = 0,
    progress: () throws -> Void = {}
  ) throws {
    try self.init(network, from: start, to: end, parameters: (0, 1), output: output, progress: progress)
  }

  /// No function of more pieces is made.
  public static let largestCount = 4_000_000

  /// Follows the network layer by layer: whatever bends, bends where some unit crosses a breakpoint of its
  /// activation. Between two neighbouring points everything is linear, so new points lie between old ones.
  private init(
    _ network: ExactNetwork, from start: [Rational], to end: [Rational], parameters: (Rational, Rational),
    output: Int, progress: () throws -> Void
  ) throws {
    try PiecewiseLinear.check(network, output: output, start, end)
    // The parameter goes with each point, in front of its numbers.
    var points = [HomogeneousPoint([parameters.0] + start), HomogeneousPoint([parameters.1] + end)]
    for step in network.steps {
      if case .activation(let activation, let kept) = step {
        points = try PiecewiseLinear.bent(points, at: activation, behind: kept + 1, progress)
      }
      for index in points.indices {
        try points[index].apply(step, after: 1, progress: progress)
      }
    }
    self.init(ordered: points.map { Knot($0[0], $0[1 + output]) })
  }

  /// Throws unless the network takes one number, and the interval is one.
  static func checkInterval(_ network: ExactNetwork, from lower: Rational, to upper: Rational) throws {
    guard network.inputs == 1 else {
      throw TheoryError(
        "A network of \(network.inputs) inputs has no pieces on an interval.",
        hint: "Give two points, to follow it along the segment between them.")
    }
    guard lower < upper else { throw TheoryError("The interval from \(lower) to \(upper) is empty.") }
  }

  /// Throws unless the network has the output and takes the points.
  static func check(_ network: ExactNetwork, output: Int, _ points: [Rational]...) throws {
    try network.check(points)
    guard (0..<network.outputs).contains(output) else {
      throw TheoryError(
        "The network has the outputs 0 to \(network.outputs - 1), but output \(output) is asked for.")
    }
  }

  /// The points, with those between them where a number behind the first `kept` crosses a breakpoint.
  private static func bent(
    _ points: [HomogeneousPoint], at activation: PiecewiseActivation, behind kept: Int,
    _ progress: () throws -> Void
  ) throws -> [HomogeneousPoint] {
    var result = [points[0]]
    for (p, q) in zip(points, points.dropFirst()) {
      try progress()
      var crossings: [HomogeneousPoint] = []
      for unit in kept..<p.coordinates.count {
        for breakpoint in activation.breakpoints {
          let a = activation.side(of: p.coordinates[unit], over: p.weight, of: breakpoint)
          let b = activation.side(of: q.coordinates[unit], over: q.weight, of: breakpoint)
          guard a.signum() * b.signum() < 0 else { continue }
          // A point of a wide layer takes a while, and there may be one for each unit.
          try progress()
          crossings.append(HomogeneousPoint(between: p, a, q, b))
        }
      }
      if crossings.count > 1 { crossings.sort { $0[0] < $1[0] } }
      for crossing in crossings where crossing[0] != result[result.count - 1][0] { result.append(crossing) }
      result.append(q)
      guard result.count <= largestCount else {
        throw TheoryError(
          "The function has more than \(largestCount) pieces.", hint: "Ask for a shorter interval.")
      }
    }
    return result
  }
}
