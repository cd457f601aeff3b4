/// The activation regions of a network of two inputs in a box: convex polygons on each of which the network is affine,
/// with another pattern of active units on each.
///
/// Their number is proved: see ``Subdivision``.
public struct LinearRegions {
  public let network: ExactNetwork
  public let box: PlaneBox
  let subdivision: Subdivision

  /// No more regions than this are made: some hundred megabytes.
  public static let largestCount = 4_000_000

  /// - Parameters:
  ///   - limit: how many regions are made at most.
  ///   - keepsMaps: whether the affine maps are kept in Float64, which makes merging faster.
  ///   - progress: called again and again; what it throws ends the work.
  /// - Throws: ``TheoryError`` for a network with another number of inputs than two, or too many regions.
  public init(
    _ network: ExactNetwork, in box: PlaneBox, limit: Int = largestCount, keepsMaps: Bool = false,
    progress: @escaping () throws -> Void = {}
  ) throws {
    guard network.inputs == 2 else {
      throw TheoryError(
        "Regions of the plane belong to networks of two inputs, but this one has \(network.inputs).")
    }
    self.network = network
    self.box = box
    subdivision = try Subdivision(network, box, limit: limit, keepsOutputs: keepsMaps, progress: progress)
  }

  /// How many regions there are.
  public var count: Int { subdivision.count }

  /// The corners of a region in Float64, counter-clockwise.
  public func polygon(_ region: Int) -> [(x: Double, y: Double)] {
    subdivision.polygon(region).map { (subdivision.vertices[Int($0)].x, subdivision.vertices[Int($0)].y) }
  }

  /// The corners of a region, exactly.
  public func exactPolygon(_ region: Int) -> [[Rational]] {
    subdivision.polygon(region).map { exactPoint($0).rationals }
  }

  /// The area of a region, exactly.
  public func area(_ region: Int) -> Rational {
    let corners = exactPolygon(region)
    let twice = zip(corners, corners.dropFirst() + corners.prefix(1)).reduce(Rational.zero) {
      $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1]
    }
    return twice * .half
  }

  /// How many signs could not be decided in Float64, and were decided by exact numbers.
  public var exactDecisions: Int { subdivision.exact.decisions }

  private func exactPoint(_ vertex: Int32) -> HomogeneousPoint {
    subdivision.exact.point(vertex, among: subdivision.vertices)
  }

  /// An output on a region, where it is `slope · x + offset`, exactly.
  public func affineMap(_ region: Int, output: Int = 0) throws -> (slope: [Rational], offset: Rational) {
    let corners = exactPolygon(region)
    let (p, q, r) = (corners[0], corners[1], corners[2])
    let values = try [p, q, r].map { try network($0)[output] }
    let (ux, uy, vx, vy) = (q[0] - p[0], q[1] - p[1], r[0] - p[0], r[1] - p[1])
    let (du, dv) = (values[1] - values[0], values[2] - values[0])
    // The corners go counter-clockwise, and no three lie on a line.
    let determinant = ux * vy - uy * vx
    let a = (du * vy - dv * uy).divided(byPositive: determinant)
    let b = (dv * ux - du * vx).divided(byPositive: determinant)
    return ([a, b], values[0] - a * p[0] - b * p[1])
  }

  /// The region that a point of the box belongs to; at a border the first of several.
  ///
  /// - Throws: ``TheoryError`` outside of the box.
  public func region(at point: [Rational]) throws -> Int {
    guard point.count == 2, point[0] >= box.x.lower, point[0] <= box.x.upper, point[1] >= box.y.lower,
      point[1] <= box.y.upper
    else {
      throw TheoryError(
        "The point (\(point.map(\.description).joined(separator: ", "))) lies outside of the box.")
    }
    let (x, y) = (point[0].double, point[1].double)
    for region in 0..<count {
      // A look in Float64 first: nearly all regions are far away.
      let near = polygon(region)
      let margin = near.reduce(1e-9) { max($0, max($1.x.magnitude, $1.y.magnitude) * 1e-9) }
      guard near.contains(where: { $0.x >= x - margin }), near.contains(where: { $0.x <= x + margin }),
        near.contains(where: { $0.y >= y - margin }), near.contains(where: { $0.y <= y + margin })
      else { continue }
      let corners = exactPolygon(region)
      let isInside = zip(corners, corners.dropFirst() + corners.prefix(1)).allSatisfy { a, b in
        ((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])).signum >= 0
      }
      if isInside { return region }
    }
    // Exact regions cover the box, so only a region that Float64 misplaced by far could get here.
    throw TheoryError("No region was found for the point.")
  }
}
