extension ExactNetwork {
  /// x² on [0, 1] by `m` hidden layers of three units: f_m(x) = x − Σ_{s=1}^m T^s(x)/4^s, which meets x² at every
  /// j/2^m and is above it by 4^−(m+1) at most, and exactly that much in the middle between.
  ///
  /// Each layer carries relu(g), relu(g − ½) and the sum so far, where g is the tent map as often as there were layers.
  ///
  /// Source: Yarotsky, "Error bounds for approximations with deep ReLU networks", 2017, arXiv:1610.01145.
  /// - Throws: ``TheoryError`` unless `m` lies between 1 and 2000.
  public static func square(_ m: Int) throws -> ExactNetwork {
    guard (1...2000).contains(m) else { throw TheoryError("The square takes 1 to 2000 layers, not \(m).") }
    var maps = [try AffineMap(rows: [[1], [1], [1]], bias: [0, -.half, 0])]
    for layer in 1...m {
      let part = Rational(reducing: 1, over: Integer(1) << (2 * layer))
      let sum = [-2 * part, 4 * part, 1]
      if layer == m {
        maps.append(try AffineMap(rows: [sum], bias: [0]))
      } else {
        maps.append(try AffineMap(rows: [[2, -4, 0], [2, -4, 0], sum], bias: [0, -.half, 0]))
      }
    }
    return try ExactNetwork(maps)
  }

  /// x y for |x|, |y| ≤ M by m + 1 hidden layers: 2M² (q(|x + y|/2M) − q(|x|/2M) − q(|y|/2M)) with the square's
  /// network q, off by −4M²ε to 2M²ε with ε = 4^−(m+1). Where one factor is zero, so is the result.
  ///
  /// Source: Yarotsky 2017, proposition 3, with the factor that makes it true.
  /// - Throws: ``TheoryError`` unless `m` lies between 1 and 2000 and M is positive.
  public static func multiply(_ m: Int, bound: Rational = 1) throws -> ExactNetwork {
    guard bound.signum > 0 else {
      throw TheoryError("The bound of the factors is positive, but it is \(bound).")
    }
    let part = try .half / bound
    let magnitudes = try ExactNetwork([
      AffineMap(
        rows: [[part, part], [-part, -part], [part, 0], [-part, 0], [0, part], [0, -part]],
        bias: [0, 0, 0, 0, 0, 0]),
      AffineMap(rows: [[1, 1, 0, 0, 0, 0], [0, 0, 1, 1, 0, 0], [0, 0, 0, 0, 1, 1]], bias: [0, 0, 0]),
    ])
    let q = try square(m)
    let factor = 2 * bound * bound
    let sum = try ExactNetwork([AffineMap(rows: [[factor, -factor, -factor]], bias: [0])])
    return try magnitudes.followed(by: q.beside(q).beside(q)).followed(by: sum)
  }

  /// The product of `n` factors from [−1, 1], as a tree of products of two: about 9 n m units in log₂ n (m + 1) layers.
  ///
  /// - Parameter n: a power of two from 2 to 256.
  /// - Throws: ``TheoryError`` for another `n`, or `m` outside of 1 to 2000.
  public static func product(_ n: Int, _ m: Int) throws -> ExactNetwork {
    guard (2...256).contains(n), n & (n - 1) == 0 else {
      throw TheoryError("The tree multiplies 2, 4, 8, … up to 256 factors, not \(n).")
    }
    // Products of factors that are off by a little may lie a little outside of [−1, 1].
    let pair = try multiply(m, bound: 2)
    var level = pair
    var result: ExactNetwork?
    var blocks: [ExactNetwork] = []
    for power in 0..<(n.trailingZeroBitCount) {
      blocks.append(level)
      if power + 1 < n.trailingZeroBitCount { level = try level.beside(level) }
    }
    // The widest level comes first.
    for block in blocks.reversed() { result = try result?.followed(by: block) ?? block }
    return result ?? pair
  }
}

/// The units that a network of smooth activations needs to multiply `n` numbers in `layers` hidden layers, when each
/// layer multiplies groups of b by 2^b units: one hidden layer takes 2^n, log₂ n layers take 4 (n − 1).
///
/// Source: Rolnick and Tegmark, "The power of deeper networks for expressing natural functions", 2018,
/// arXiv:1705.05502: 2^n is also necessary in one layer. A number that is passed on alone counts as one unit.
/// - Throws: ``TheoryError`` unless there are 2 to 4096 factors, and at least one layer.
public func productUnits(_ n: Int, layers: Int) throws -> Integer {
  guard (2...4096).contains(n), layers >= 1 else {
    throw TheoryError("The count is for 2 to 4096 factors and at least one layer, not \(n) and \(layers).")
  }
  // best[m]: the units for m numbers in the layers so far, counted from the last.
  var best = (0...n).map { $0 <= 1 ? Integer($0) : Integer(1) << $0 }
  for _ in 1..<min(layers, 64) {
    var next = best
    for m in stride(from: 2, through: n, by: 1) {
      for groups in 1..<m {
        // As even as possible, since the cost of a group is convex in its size.
        let (size, larger) = m.quotientAndRemainder(dividingBy: groups)
        let cost = { (size: Int) in size == 1 ? Integer(1) : Integer(1) << size }
        let units = cost(size) * Integer(groups - larger) + cost(size + 1) * Integer(larger) + best[groups]
        if units < next[m] { next[m] = units }
      }
    }
    if next == best { break }
    best = next
  }
  return best[n]
}
