extension ExactNetwork {
  /// Telgarsky's sawtooth: the tent map T(x) = 2 relu(x) − 4 relu(x − ½), composed `k` times. On [0, 1] it has 2^k
  /// pieces and goes through ½ 2^k times, from k layers of two units.
  ///
  /// Source: Telgarsky, "Representation benefits of deep feedforward networks", 2015, arXiv:1509.08101.
  /// - Throws: ``TheoryError`` unless `k` lies between 1 and 10 000.
  public static func sawtooth(_ k: Int) throws -> ExactNetwork {
    try iterated(
      k, first: AffineMap(rows: [[1], [1]], bias: [0, -.half]), last: AffineMap(rows: [[2, -4]], bias: [0]))
  }

  /// A map of three units per layer whose `depth`-fold composition has 4^depth pieces on [0, 1], as many as a network
  /// of that size can have: g(x) = 8 − 10 relu(x − 1/5) + 7 relu(2/5 − x) − 12 relu(9/10 − x).
  ///
  /// - Throws: ``TheoryError`` unless `depth` lies between 1 and 10 000.
  public static func zigzag(_ depth: Int) throws -> ExactNetwork {
    let (fifth, tenth) = (Rational(reducing: 1, over: 5), Rational(reducing: 1, over: 10))
    return try iterated(
      depth, first: AffineMap(rows: [[1], [-1], [-1]], bias: [-fifth, 2 * fifth, 9 * tenth]),
      last: AffineMap(rows: [[-10, 7, -12]], bias: [8]))
  }

  /// The recursion f ← 2 relu(2 f) − 1, `n` times from f = x, which is printed in places as Telgarsky's function: it
  /// has no more than two pieces on [0, 1], however often it is repeated.
  ///
  /// - Throws: ``TheoryError`` unless `n` lies between 1 and 10 000.
  public static func doubledReLU(_ n: Int) throws -> ExactNetwork {
    try iterated(n, first: AffineMap(rows: [[2]], bias: [0]), last: AffineMap(rows: [[2]], bias: [-1]))
  }

  /// last ∘ relu ∘ first, composed with itself.
  private static func iterated(_ times: Int, first: AffineMap, last: AffineMap) throws -> ExactNetwork {
    guard (1...10_000).contains(times) else {
      throw TheoryError("The map is composed 1 to 10000 times, not \(times) times.")
    }
    let middle = try last.followed(by: first)
    return try ExactNetwork([first] + [AffineMap](repeating: middle, count: times - 1) + [last])
  }
}

/// A bound from below on the integral over [0, 1] of the distance between the `k`-fold sawtooth and any continuous
/// function of `pieces` straight pieces: 1/8 − (pieces + 1)/2^(k+2), or 0 where that is negative.
///
/// The sawtooth minus ½ has 2^k − 1 whole triangles of area 2^−k/4, and a function minus ½ changes its sign at most
/// `pieces` times: on each run of one sign, half of the triangles lie on the other side.
public func sawtoothBound(_ k: Int, pieces: Integer) throws -> Rational {
  guard (1...10_000).contains(k), pieces.signum() > 0 else {
    throw TheoryError("The bound is for a sawtooth of 1 to 10000 folds and functions of at least one piece.")
  }
  let bound = Rational(reducing: 1, over: 8) - Rational(reducing: pieces + 1, over: Integer(1) << (k + 2))
  return max(bound, 0)
}

/// The most pieces that a ReLU network of one input can have: Π (n_l + 1) over its hidden layers.
///
/// Source: Serra, Tjandraatmadja, Ramalingam, "Bounding and counting linear regions of deep neural networks", 2018,
/// arXiv:1711.02114: exact for inputs of dimension one where every layer has at least three units.
/// - Throws: ``TheoryError`` for a width that is negative, or layers beyond all reason.
public func mostPieces(_ widths: [Int]) throws -> Integer {
  guard widths.count <= 100_000, widths.allSatisfy({ (0...1_000_000_000).contains($0) }) else {
    throw TheoryError("The widths of up to 100000 layers lie between 0 and a milliard.")
  }
  return widths.reduce(1) { $0 * Integer($1 + 1) }
}
