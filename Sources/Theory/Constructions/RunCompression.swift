/// A network of width two that tells two classes of points apart, exactly, with a layer for each run of equal labels.
///
/// The points are projected to a line, on which labels come in runs G_0, G_1, …, G_{R−1}. The first layer bends the line
/// around G_1: G_0 comes to lie on the axis of v, G_1 at the origin, all others on the axis of u. Each further layer
/// moves the run on the axis of v and the first run on the axis of u, which have the same label, to the origin, and what
/// was there to the axis of v. When one run is left on the axis of u, the origin is one class and the axes are the other.
/// R runs need R − 1 hidden layers, and at least two.
///
/// Source: Hernández and Zuazua, "Constructive universal approximation and finite sample memorization by narrow deep
/// ReLU networks", 2024, arXiv:2409.06555: the part of their construction for two classes.
public struct RunCompression: Sendable {
  public let projected: ProjectedPoints
  /// The leftmost and the rightmost place of each run.
  public let runs: [(first: Rational, last: Rational)]
  public let network: ExactNetwork

  /// How many hidden layers there are.
  public var depth: Int { network.depth }

  /// - Parameters: as ``Memorisation``.
  /// - Throws: ``TheoryError`` as ``ProjectedPoints``, and for more than two labels.
  public init(points: [[Rational]], labels: [Rational], progress: () throws -> Void = {}) throws {
    projected = try ProjectedPoints(points, values: labels, progress: progress)
    let places = projected.places
    guard Set(places.map(\.y)).count <= 2 else {
      throw TheoryError(
        "Runs are compressed for two labels, but there are \(Set(places.map(\.y)).count).",
        hint: "The string of maxima and minima takes any number of labels: `memorize` without `runs`.")
    }
    var runs: [(first: Rational, last: Rational)] = []
    for (index, place) in places.enumerated() {
      if index > 0, places[index - 1].y == place.y {
        runs[runs.count - 1].last = place.x
      } else {
        runs.append((place.x, place.x))
      }
    }
    self.runs = runs
    let own = places[0].y
    let other = places.first { $0.y != own }?.y ?? own
    network = try RunCompression.network(
      projected, runs, even: own, odd: other, progress: progress)
  }

  private static func network(
    _ projected: ProjectedPoints, _ runs: [(first: Rational, last: Rational)], even: Rational, odd: Rational,
    progress: () throws -> Void
  ) throws -> ExactNetwork {
    let weights = projected.weights.map(Rational.init)
    guard runs.count > 1 else {
      return try ExactNetwork([AffineMap(rows: [weights.map { _ in 0 }], bias: [even])])
    }
    func middle(_ index: Int) -> Rational { (runs[index].last + runs[index + 1].first) * .half }
    // With two runs only there is nothing on the axis of v: G_0 is at the origin.
    let (left, right) = runs.count > 2 ? (middle(0), middle(1)) : (-1, middle(0))
    // u = relu(t − right), v = relu(left − t)
    var maps = [
      try AffineMap(
        rows: [weights, weights.map { -$0 }], bias: [projected.offset - right, left - projected.offset])
    ]
    // Where the runs lie on the axes.
    var upper = runs.dropFirst(runs.count > 2 ? 2 : 1).map {
      (least: $0.first - right, most: $0.last - right)
    }
    var side = (least: left - runs[0].last, most: left - runs[0].first)
    if runs.count == 2 { side = (1, 1) }
    var rounds = 0
    while upper.count > 1 {
      try progress()
      let (merged, next) = (upper[0], upper[1])
      let (a0, a1) = (side.least * .half + side.most, side.least * .half)
      let (a2, a3) = (merged.least * .half, (merged.most + next.least) * .half)
      let slope = a0.divided(byPositive: a3)
      maps.append(
        try AffineMap(rows: [[slope, 1], [-a1.divided(byPositive: a2), -1]], bias: [-a0, a1]))
      upper = upper.dropFirst().map { (slope * $0.least - a0, slope * $0.most - a0) }
      side = (a1, a1)
      rounds += 1
    }
    // 1 at the origin, 0 on the axes from the runs on.
    let (u, v) = (upper[0].least, side.least)
    maps.append(
      try AffineMap(
        rows: [[-Rational.one.divided(byPositive: u), -Rational.one.divided(byPositive: v)]], bias: [1]))
    // The runs at the origin: all of one parity.
    let isOddAtOrigin = runs.count > 2 && rounds.isMultiple(of: 2)
    let (origin, axes) = isOddAtOrigin ? (odd, even) : (even, odd)
    maps.append(try AffineMap(rows: [[origin - axes]], bias: [axes]))
    return try ExactNetwork(maps)
  }
}
