/// Whether some direction exists along which the labels of points never fall: what a network of width one needs.
///
/// Such a network is φ(w · x) with a monotone φ, since every layer is a monotone function of the one number before it.
/// It can take given labels only where a direction w puts every point of a larger label above every one of a smaller
/// label: w · (x_j − x_i) > 0 whenever y_j > y_i. By Gordan's theorem (1873) either there is one, or the differences
/// cancel: some of them, times positive weights, add up to zero. Both are proofs, to be checked by anyone.
public enum MonotoneWitness: Equatable, Sendable {
  /// A direction along which the labels never fall.
  case direction([Rational])
  /// Differences that cancel: no direction, and so no network of width one.
  case contradiction([Difference])

  /// A point of a larger label minus one of a smaller label, with its weight; all weights together are 1.
  public struct Difference: Equatable, Sendable {
    public let larger: Int
    public let smaller: Int
    public let weight: Rational
  }

  /// The largest number of pairs of points that are compared.
  public static let largestCount = 20_000

  /// - Throws: ``TheoryError`` when there are no points, when their numbers of coordinates or labels do not fit, or
  ///   when more than ``largestCount`` pairs would have to be compared.
  public init(points: [[Rational]], labels: [Rational], progress: () throws -> Void = {}) throws {
    guard let dimension = points.first?.count, dimension > 0 else {
      throw TheoryError("There are no points to look at.")
    }
    guard points.allSatisfy({ $0.count == dimension }), points.count == labels.count else {
      throw TheoryError(
        "All points must have the same number of coordinates, and each needs a label: there are \(points.count) points and \(labels.count) labels."
      )
    }
    let pairs = try MonotoneWitness.pairs(labels)
    guard !pairs.isEmpty else {
      // A constant needs no direction.
      self = .direction([Rational](repeating: 0, count: dimension))
      return
    }
    let differences = pairs.map { pair in zip(points[pair.larger], points[pair.smaller]).map { $0 - $1 } }
    var tableau = GordanTableau(differences)
    while try tableau.step() { try progress() }
    if let direction = tableau.direction {
      self = .direction(direction)
    } else {
      self = .contradiction(
        tableau.weights.map {
          Difference(larger: pairs[$0.column].larger, smaller: pairs[$0.column].smaller, weight: $0.weight)
        })
    }
  }

  /// Points of each label with those of the next larger one; the others follow from these.
  private static func pairs(_ labels: [Rational]) throws -> [(larger: Int, smaller: Int)] {
    let levels = Dictionary(grouping: labels.indices) { labels[$0] }.sorted { $0.key < $1.key }.map(\.value)
    let count = zip(levels, levels.dropFirst()).reduce(0) { $0 + $1.0.count * $1.1.count }
    guard count <= largestCount else {
      throw TheoryError("At most \(largestCount) pairs of points are compared, but here there are \(count).")
    }
    return zip(levels, levels.dropFirst()).flatMap { low, high in
      high.flatMap { larger in low.map { (larger, $0) } }
    }
  }
}

/// The simplex method, exactly, for the question whether vectors with weights λ ≥ 0, Σ λ = 1, can cancel.
///
/// Its first phase alone: one row for each coordinate and one for the sum of the weights, with an artificial unknown
/// each, whose sum becomes as small as possible. Bland's rule makes it end.
private struct GordanTableau {
  /// The coefficients of the weights, then of the artificial unknowns, then the right side.
  private var rows: [[Rational]]
  /// The reduced costs, and at the end minus the sum of the artificial unknowns.
  private var costs: [Rational]
  /// The unknown that each row stands for.
  private var basis: [Int]
  private let count: Int
  private let dimension: Int

  init(_ vectors: [[Rational]]) {
    count = vectors.count
    dimension = vectors.first?.count ?? 0
    let size = dimension + 1
    rows = (0..<size).map { row in
      vectors.map { row < $0.count ? $0[row] : 1 } + (0..<size).map { $0 == row ? 1 : 0 }
        + [row == size - 1 ? 1 : 0]
    }
    basis = (0..<size).map { vectors.count + $0 }
    costs = [Rational](repeating: 0, count: vectors.count + size + 1)
    for index in costs.indices where index < count || index == costs.count - 1 {
      costs[index] = rows.reduce(.zero) { $0 - $1[index] }
    }
  }

  /// Exchanges two unknowns; false when the sum cannot become smaller.
  mutating func step() throws -> Bool {
    guard let entering = costs.indices.dropLast().first(where: { costs[$0].signum < 0 }) else { return false }
    var leaving: (row: Int, ratio: Rational)?
    for row in rows.indices where rows[row][entering].signum > 0 {
      let ratio = try rows[row][costs.count - 1] / rows[row][entering]
      guard let best = leaving else {
        leaving = (row, ratio)
        continue
      }
      if ratio < best.ratio || ratio == best.ratio && basis[row] < basis[best.row] { leaving = (row, ratio) }
    }
    // The sum is bounded below by zero, so that some row always limits the step.
    guard let row = leaving?.row else { return false }
    basis[row] = entering
    let pivot = rows[row][entering]
    rows[row] = try rows[row].map { try $0 / pivot }
    for other in rows.indices where other != row { subtract(rows[row], from: &rows[other], at: entering) }
    subtract(rows[row], from: &costs, at: entering)
    return true
  }

  private func subtract(_ row: [Rational], from other: inout [Rational], at column: Int) {
    let factor = other[column]
    guard factor.signum != 0 else { return }
    for index in row.indices where row[index].signum != 0 { other[index] -= factor * row[index] }
  }

  /// A vector with a positive product with all vectors, if they do not cancel: from the dual solution, which stands in
  /// the reduced costs of the artificial unknowns.
  var direction: [Rational]? {
    guard costs[costs.count - 1].signum != 0 else { return nil }
    return (0..<dimension).map { costs[count + $0] - 1 }
  }

  /// The weights that are not zero.
  var weights: [(column: Int, weight: Rational)] {
    zip(basis, rows).map { ($0, $1[$1.count - 1]) }.filter { $0.0 < count && $0.1.signum != 0 }
      .sorted { $0.0 < $1.0 }.map { (column: $0.0, weight: $0.1) }
  }
}
