/// A network of width two that takes given values at given points, exactly.
///
/// The points are projected to numbers t_1 < t_2 < …; a string of maxima and minima of straight lines then goes through
/// them from left to right. Each line costs one layer of two units: one
/// carries t, the other how far the string so far is from the next line. Where the string passes through a point
/// already, it costs nothing: N points need N − 1 hidden layers at most, whatever the values.
///
/// Compared with Hernández and Zuazua, "Constructive universal approximation and finite sample memorization by narrow
/// deep ReLU networks", 2024, arXiv:2409.06555, whose construction of width two has a depth of at most 2N + 4M − 1
/// for M classes.
public struct Memorisation: Sendable {
  /// The points on the line to which they are projected.
  public let projected: ProjectedPoints
  /// The value at the leftmost point.
  public let start: Rational
  /// The lines in order: `sign` is 1 for a maximum with the line `slope * t + offset`, −1 for a minimum.
  public let lines: [Line]
  public let network: ExactNetwork

  public struct Line: Equatable, Sendable {
    public let sign: Int
    public let slope: Rational
    public let offset: Rational

    func callAsFunction(_ t: Rational) -> Rational { slope * t + offset }
  }

  /// How many hidden layers there are.
  public var depth: Int { lines.count }

  /// - Parameters:
  ///   - points: N points with the same number of coordinates; the same point may come again with the same value.
  ///   - values: one for each point.
  ///   - progress: called again and again; what it throws ends the work.
  /// - Throws: ``TheoryError`` as ``ProjectedPoints``.
  public init(points: [[Rational]], values: [Rational], progress: () throws -> Void = {}) throws {
    projected = try ProjectedPoints(points, values: values, progress: progress)
    start = projected.places[0].y
    lines = try Memorisation.string(through: projected.places, progress)
    network = try Memorisation.network(
      projected.weights, offset: projected.offset, start: start, lines)
  }

  /// Lines whose maxima and minima go through the points. A line bends the string at its point and, since it is steep
  /// enough, at no point before.
  private static func string(
    through places: [PiecewiseLinear.Knot], _ progress: () throws -> Void
  ) throws -> [Line] {
    var lines: [Line] = []
    for (index, place) in places.enumerated().dropFirst() {
      try progress()
      let value = lines.reduce(places[0].y) { value, line in
        line.sign > 0 ? max(value, line(place.x)) : min(value, line(place.x))
      }
      guard value != place.y else { continue }
      let sign: Rational = place.y > value ? 1 : -1
      var steepness = Rational.zero
      for earlier in places[..<index] {
        steepness = max(steepness, (sign * (place.y - earlier.y)).divided(byPositive: place.x - earlier.x))
      }
      // Any steeper line does too: an integer keeps binary fractions binary.
      let slope = sign * Rational(-((-steepness).floor))
      lines.append(Line(sign: sign.signum, slope: slope, offset: place.y - slope * place.x))
    }
    return lines
  }

  /// The network behind the projection, as a function of t: what the string draws.
  public func profile() throws -> ExactNetwork {
    try Memorisation.network([1], offset: 0, start: start, lines)
  }

  private static func network(
    _ weights: [Integer], offset: Rational, start: Rational, _ lines: [Line]
  ) throws -> ExactNetwork {
    let projection = weights.map(Rational.init)
    guard let first = lines.first, let last = lines.last else {
      return try ExactNetwork([AffineMap(rows: [projection.map { _ in 0 }], bias: [start])])
    }
    let sign = { (line: Line) in Rational(line.sign) }
    var maps = [
      try AffineMap(
        rows: [projection, projection.map { -sign(first) * first.slope * $0 }],
        bias: [offset, sign(first) * (start - first.offset) - sign(first) * first.slope * offset])
    ]
    for (line, next) in zip(lines, lines.dropFirst()) {
      let s = sign(next)
      maps.append(
        try AffineMap(
          rows: [[1, 0], [s * (line.slope - next.slope), s * sign(line)]],
          bias: [0, s * (line.offset - next.offset)]))
    }
    maps.append(try AffineMap(rows: [[last.slope, sign(last)]], bias: [last.offset]))
    return try ExactNetwork(maps)
  }
}
