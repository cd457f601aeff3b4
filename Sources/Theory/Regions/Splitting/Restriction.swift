extension ExactNetwork {
  /// The network on the segment, the plane or the flat through some points: the first point, and from there a
  /// variable for the way to each of the others.
  ///
  /// - Throws: ``TheoryError`` for fewer than two points, points of another size than the network takes, and points
  ///   that do not span: a point on the line through two others, or twice the same.
  public func restricted(through points: [[Rational]]) throws -> ExactNetwork {
    guard let origin = points.first, points.count > 1 else {
      throw TheoryError(
        "A line goes through two points, a plane through three, but there is \(points.count).")
    }
    try check(points)
    let ways = points.dropFirst().map { zip($0, origin).map { $0 - $1 } }
    guard Self.span(points) else {
      throw TheoryError(
        "The \(points.count) points lie on a flat of fewer than \(ways.count) dimensions.",
        hint: "Choose points of which none lies on the line or plane through the others.")
    }
    let placement = try AffineMap(rows: (0..<inputs).map { axis in ways.map { $0[axis] } }, bias: origin)
    return try ExactNetwork([placement]).followed(by: self)
  }

  /// The number of activation regions where each of one or two inputs goes from 0 to 1.
  ///
  /// - Throws: ``TheoryError`` for another number of inputs.
  public func regionCountOnUnitCube(progress: @escaping () throws -> Void = {}) throws -> Int {
    guard inputs == 1 else {
      return try LinearRegions(self, in: PlaneBox(x: (0, 1), y: (0, 1)), progress: progress).count
    }
    return try onStrip().regionCountOnUnitCube(progress: progress)
  }

  /// A network of one input on a strip of the plane, on which the second coordinate counts for nothing.
  func onStrip() throws -> ExactNetwork {
    try ExactNetwork([AffineMap(rows: [[1, 0]], bias: [0])]).followed(by: self)
  }

  /// Throws unless the network takes the points.
  func check(_ points: [[Rational]]) throws {
    for point in points where point.count != inputs {
      throw TheoryError(
        "The network takes points of \(inputs) coordinates, but one has \(point.count).")
    }
  }

  /// Whether n points lie on no flat of fewer than n − 1 dimensions, by elimination.
  public static func span(_ points: [[Rational]]) -> Bool {
    guard let origin = points.first else { return true }
    var rows = points.dropFirst().map { zip($0, origin).map { $0 - $1 } }
    for index in rows.indices {
      guard let pivot = rows[index].firstIndex(where: { $0.signum != 0 }) else { return false }
      for other in rows.indices.dropFirst(index + 1) where rows[other][pivot].signum != 0 {
        let (a, b) = (rows[index][pivot], rows[other][pivot])
        rows[other] = zip(rows[other], rows[index]).map { $0 * a - $1 * b }
      }
    }
    return true
  }
}
