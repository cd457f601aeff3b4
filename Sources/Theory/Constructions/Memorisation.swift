/// A network of width two that takes given values at given points, exactly.
///
/// The points are projected to numbers t_1 < t_2 < … by integer weights, so that all differ; a string of maxima and
/// minima of straight lines then goes through them from left to right. Each line costs one layer of two units: one
/// carries t, the other how far the string so far is from the next line. Where the string passes through a point
/// already, it costs nothing: N points need N − 1 hidden layers at most, whatever the values.
///
/// Compared with Hernández and Zuazua, "Constructive universal approximation and finite sample memorization by narrow
/// deep ReLU networks", 2024, arXiv:2409.06555, whose construction of width two has a depth of at most 2N + 4M − 1
/// for M classes.
public struct Memorisation: Sendable {
  /// The integers that the coordinates are multiplied with, and what is added.
  public let projection: (weights: [Integer], offset: Rational)
  /// The value at the leftmost point.
  public let start: Rational
  /// The lines in order: `sign` is 1 for a maximum with the line `slope * t + offset`, −1 for a minimum.
  public let lines: [Line]
  public let network: ExactNetwork
  /// The smallest distance between two projected points, as a part of the distance between the outermost; 1 for a
  /// single point.
  public let gap: Rational

  public struct Line: Equatable, Sendable {
    public let sign: Int
    public let slope: Rational
    public let offset: Rational

    func callAsFunction(_ t: Rational) -> Rational { slope * t + offset }
  }

  /// The projected points from left to right, the first of them at zero, with their values.
  public let places: [PiecewiseLinear.Knot]

  /// How many hidden layers there are.
  public var depth: Int { lines.count }

  /// - Parameters:
  ///   - points: N points with the same number of coordinates; the same point may come again with the same value.
  ///   - values: one for each point.
  ///   - progress: called again and again; what it throws ends the work.
  /// - Throws: ``TheoryError`` when there are no points, too many, when they differ in their number of coordinates, or
  ///   when one point has two values.
  public init(points: [[Rational]], values: [Rational], progress: () throws -> Void = {}) throws {
    let table = try Memorisation.table(points, values)
    let weights = try Memorisation.separating(table.map(\.point), progress)
    let projected = table.map { row in
      (t: zip(weights, row.point).reduce(Rational.zero) { $0 + Rational($1.0) * $1.1 }, y: row.value)
    }.sorted { $0.t < $1.t }
    let (least, most) = (projected[0].t, projected[projected.count - 1].t)
    places = projected.map { PiecewiseLinear.Knot($0.t - least, $0.y) }
    projection = (weights, -least)
    start = places[0].y
    lines = try Memorisation.string(through: places, progress)
    network = try Memorisation.network(weights, offset: -least, start: start, lines)
    let closest = zip(places, places.dropFirst()).map { $1.x - $0.x }.min()
    gap = try closest.map { try $0 / (most - least) } ?? 1
  }

  /// The most points that are taken.
  public static let largestCount = 5000

  /// The distinct points with their values.
  private static func table(
    _ points: [[Rational]], _ values: [Rational]
  ) throws -> [(point: [Rational], value: Rational)] {
    guard !points.isEmpty else { throw TheoryError("There are no points to memorise.") }
    guard points.count == values.count else {
      throw TheoryError(
        "Each point needs a label, but there are \(points.count) points and \(values.count) labels.")
    }
    guard points.count <= largestCount else {
      throw TheoryError("At most \(largestCount) points can be memorised, but there are \(points.count).")
    }
    guard let dimension = points.first?.count, dimension > 0, points.allSatisfy({ $0.count == dimension })
    else {
      throw TheoryError("The points must all have the same number of coordinates, at least one.")
    }
    var known: [[Rational]: Int] = [:]
    var table: [(point: [Rational], value: Rational)] = []
    for (index, (point, value)) in zip(points, values).enumerated() {
      guard let earlier = known[point] else {
        known[point] = index
        table.append((point, value))
        continue
      }
      guard values[earlier] == value else {
        throw TheoryError(
          "Points \(earlier) and \(index) are the same, but their labels are \(values[earlier]) and \(value): no function takes both values there."
        )
      }
    }
    return table
  }

  /// Integers that give each of some distinct points another number: powers of a small integer where they do, else
  /// pseudo-random ones from a growing range. One of the (d − 1) N² / 2 + 1 first powers always does, so random ones
  /// do in the end.
  private static func separating(_ points: [[Rational]], _ progress: () throws -> Void) throws -> [Integer] {
    let dimension = points[0].count
    func separates(_ weights: [Integer]) throws -> Bool {
      try progress()
      var seen: Set<Rational> = []
      for point in points {
        let t = zip(weights, point).reduce(Rational.zero) { $1.0.isZero ? $0 : $0 + Rational($1.0) * $1.1 }
        if !seen.insert(t).inserted { return false }
      }
      return true
    }
    for base in 0...3 where dimension < 12 || base < 2 {
      let weights = (0..<dimension).map { Integer(base).power($0) }
      if try separates(weights) { return weights }
    }
    // Marsaglia's xorshift: the same weights for the same points on every machine.
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    var range = 4
    while true {
      for _ in 0..<4 {
        let weights = (0..<dimension).map { _ -> Integer in
          state ^= state << 13
          state ^= state >> 7
          state ^= state << 17
          return Integer(Int(state % UInt64(2 * range + 1)) - range)
        }
        if try separates(weights) { return weights }
      }
      range *= 2
      guard range < 1 << 40 else {
        throw TheoryError("The points lie too close together to be told apart by small integers.")
      }
    }
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
