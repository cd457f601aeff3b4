/// Points of any dimension with their values, projected to a line by integer weights such that all of them differ.
public struct ProjectedPoints: Sendable {
  /// The integers that the coordinates are multiplied with.
  public let weights: [Integer]
  /// What is added to their sum.
  public let offset: Rational
  /// The different points from left to right, the first of them at zero, with their values.
  public let places: [PiecewiseLinear.Knot]

  /// - Parameters:
  ///   - points: with the same number of coordinates; the same point may come again with the same value.
  ///   - values: one for each point.
  ///   - progress: called again and again; what it throws ends the work.
  /// - Throws: ``TheoryError`` when there are no points, too many, when they differ in their number of coordinates, or
  ///   when one point has two values.
  public init(_ points: [[Rational]], values: [Rational], progress: () throws -> Void = {}) throws {
    let table = try ProjectedPoints.table(points, values)
    let weights = try ProjectedPoints.separating(table.map(\.point), progress)
    let projected = table.map { row in
      (t: zip(weights, row.point).reduce(Rational.zero) { $0 + Rational($1.0) * $1.1 }, y: row.value)
    }.sorted { $0.t < $1.t }
    let least = projected[0].t
    places = projected.map { PiecewiseLinear.Knot($0.t - least, $0.y) }
    offset = -least
    self.weights = weights
  }

  /// The smallest distance between two projected points, as a part of the distance between the outermost; 1 for a
  /// single point.
  public var gap: Rational {
    let closest = zip(places, places.dropFirst()).map { $1.x - $0.x }.min()
    return closest?.divided(byPositive: places[places.count - 1].x) ?? 1
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
}
