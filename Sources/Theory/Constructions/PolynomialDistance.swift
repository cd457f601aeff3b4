import Glibc

/// How far a function on an interval is from every polynomial of some degree at least, in the maximum norm.
///
/// A network with a polynomial of degree p as its activation and one hidden layer is itself a polynomial of degree p,
/// however many units it has: it never comes nearer. So the condition in the theorem of Leshno, Lin, Pinkus and
/// Schocken ("Multilayer feedforward networks with a nonpolynomial activation function can approximate any function",
/// 1993) is necessary.
///
/// By de la Vallée Poussin (1910): where the weighted differences Σ λ_i f(x_i) of degree + 2 points vanish for every
/// polynomial of that degree, |Σ λ_i f(x_i)| / Σ |λ_i| is such a bound. Remez's exchange finds points for which it is
/// nearly the distance itself; the bound is then computed exactly from the function's values there.
public struct PolynomialDistance: Equatable, Sendable {
  /// The bound.
  public let bound: Rational
  /// The points that prove it, in rising order, with the function's values.
  public let points: [PiecewiseLinear.Knot]

  /// - Parameter f: called on a grid of 1025 points.
  /// - Throws: what `f` throws; ``TheoryError`` unless the degree lies between 0 and 20, and when f is not finite.
  public init(
    degree: Int, on interval: ClosedRange<Double> = -1...1, _ f: (Double) throws -> Double
  ) throws {
    guard (0...20).contains(degree) else {
      throw TheoryError("The degree lies between 0 and 20, but it is \(degree).")
    }
    let (middle, radius) = (
      (interval.lowerBound + interval.upperBound) / 2, (interval.upperBound - interval.lowerBound) / 2
    )
    // Points lie closer together near the ends, where polynomials bend most.
    let count = 1024
    var xs = (0...count).map { middle - radius * cos(.pi * Double($0) / Double(count)) }
    (xs[0], xs[count]) = (interval.lowerBound, interval.upperBound)
    xs = Array(Set(xs)).sorted()
    guard xs.count >= 2 * (degree + 2) else { throw TheoryError("The interval is too short for Float64.") }
    let ys = try xs.map { x in
      let y = try f(x)
      guard y.isFinite else { throw TheoryError("The function has the value \(y) at \(x).") }
      return y
    }
    var chosen = (0...(degree + 1)).map { $0 * (xs.count - 1) / (degree + 1) }
    var best = (points: chosen, bound: Rational.zero)
    for _ in 0..<40 {
      let bound = try PolynomialDistance.bound(
        chosen.map { .init(try Rational(xs[$0]), try Rational(ys[$0])) })
      if bound > best.bound { best = (chosen, bound) }
      guard let next = PolynomialDistance.exchanged(chosen, xs, ys), next != chosen else { break }
      chosen = next
    }
    bound = best.bound
    points = try best.points.map { .init(try Rational(xs[$0]), try Rational(ys[$0])) }
  }

  /// |Σ λ_i y_i| / Σ |λ_i| with λ_i = 1 / Π_{j ≠ i} (x_i − x_j), the divided difference, exactly.
  static func bound(_ points: [PiecewiseLinear.Knot]) throws -> Rational {
    var (sum, size) = (Rational.zero, Rational.zero)
    for point in points {
      let product = points.reduce(Rational.one) { $1.x == point.x ? $0 : $0 * (point.x - $1.x) }
      sum += try point.y / product
      size += try .one / product.magnitude
    }
    return try sum.magnitude / size
  }

  /// The points with the one exchanged for the grid's worst at which the polynomial that is equally far from f at all
  /// points is farthest from it; nil when none is farther.
  private static func exchanged(_ chosen: [Int], _ xs: [Double], _ ys: [Double]) -> [Int]? {
    let weights = chosen.map { i in chosen.reduce(1.0) { $1 == i ? $0 : $0 / (xs[i] - xs[$1]) } }
    // The level at which f and the polynomial differ, with alternating signs.
    var (sum, size) = (0.0, 0.0)
    for (k, i) in chosen.enumerated() {
      sum += weights[k] * ys[i]
      size += weights[k] * (k.isMultiple(of: 2) ? 1 : -1)
    }
    let level = sum / size
    let targets = chosen.enumerated().map { ys[$1] - ($0.isMultiple(of: 2) ? level : -level) }
    func error(_ index: Int) -> Double {
      if let k = chosen.firstIndex(of: index) { return ys[index] - targets[k] }
      var (above, below) = (0.0, 0.0)
      for (k, i) in chosen.enumerated() {
        // Any degree + 1 of the points determine the polynomial: barycentric, without the last.
        guard k < chosen.count - 1 else { continue }
        let weight = weights[k] * (xs[i] - xs[chosen[chosen.count - 1]]) / (xs[index] - xs[i])
        above += weight * targets[k]
        below += weight
      }
      return ys[index] - above / below
    }
    let errors = xs.indices.map(error)
    guard let worst = errors.indices.max(by: { abs(errors[$0]) < abs(errors[$1]) }),
      abs(errors[worst]) > abs(level) * (1 + 1e-12), !chosen.contains(worst)
    else { return nil }
    var next = chosen
    let sign = errors[worst] < 0
    if worst < chosen[0] {
      next = (errors[chosen[0]] < 0) == sign ? [worst] + chosen.dropFirst() : [worst] + chosen.dropLast()
    } else if let right = chosen.firstIndex(where: { $0 > worst }) {
      next[(errors[chosen[right]] < 0) == sign ? right : right - 1] = worst
    } else {
      let last = chosen[chosen.count - 1]
      next = (errors[last] < 0) == sign ? chosen.dropLast() + [worst] : chosen.dropFirst() + [worst]
    }
    return next
  }
}
