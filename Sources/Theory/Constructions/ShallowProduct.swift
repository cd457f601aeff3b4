import Glibc

/// An activation whose Taylor coefficients are known to any order, as the product in one hidden layer needs.
public enum SmoothActivation: String, CaseIterable, Sendable {
  case exp, softplus, sigmoid, tanh

  /// The n-th derivative at a place.
  func derivative(_ n: Int, at x: Double) -> Double {
    switch self {
    case .exp: return Glibc.exp(x)
    case .softplus:
      return n == 0 ? log1p(Glibc.exp(x)) : SmoothActivation.sigmoid.derivative(n - 1, at: x)
    case .tanh:
      // tanh x = 2 σ(2x) − 1
      return scalbn(SmoothActivation.sigmoid.derivative(n, at: 2 * x), Int32(n + 1)) - (n == 0 ? 1 : 0)
    case .sigmoid:
      // Every derivative of s = σ(x) is a polynomial of s with integer coefficients, since s′ = s − s².
      var coefficients: [Double] = [0, 1]
      for _ in 0..<n {
        var next = [Double](repeating: 0, count: coefficients.count + 1)
        for (power, c) in coefficients.enumerated() {
          next[power] += Double(power) * c
          next[power + 1] -= Double(power) * c
        }
        coefficients = next
      }
      let s = 1 / (1 + Glibc.exp(-x))
      return coefficients.reversed().reduce(0) { $0 * s + $1 }
    }
  }

  /// The first of some places where the n-th derivative is not zero.
  fileprivate func bias(forOrder n: Int) -> Double {
    [0, 1, 2, 0.5].first { abs(derivative(n, at: $0)) > 1e-6 } ?? 0
  }
}

/// The product of `n` numbers by one hidden layer of 2^n units, up to an error that falls with λ²:
/// (λ^n 2^n σ^(n)(β))^−1 Σ_s (Π s_i) σ(λ s·x + β) over all signs s ∈ {−1, 1}^n.
///
/// The sum over the signs removes every term of σ's Taylor series but those in which each factor occurs an odd number
/// of times: the first is the product, the next has order n + 2. For exp the network is Π sinh(λ x_i) / λ^n exactly,
/// up to rounding. The smaller λ, the more the units cancel: rounding errors grow as 2^−53 / λ^n.
///
/// Source: Lin, Tegmark and Rolnick, "Why does deep and cheap learning work so well?", 2017, arXiv:1608.08225; that
/// 2^n units are needed in one layer: Rolnick and Tegmark 2018, arXiv:1705.05502.
/// - Throws: ``TheoryError`` unless `n` lies between 1 and 16 and λ is positive.
public func shallowProduct(_ n: Int, scale: Double, activation: SmoothActivation) throws -> ShallowNetwork {
  guard (1...16).contains(n) else {
    throw TheoryError(
      "A product in one hidden layer takes 2^n units: it is built for 1 to 16 factors, not \(n).",
      hint: "A tree of products takes few units: `product(\(n))`.")
  }
  guard scale > 0, scale.isFinite else {
    throw TheoryError("The scale of the weights is a positive number, but it is \(scale).")
  }
  let bias = activation.bias(forOrder: n)
  let unit = 1 / (pow(2 * scale, Double(n)) * activation.derivative(n, at: bias))
  guard unit.isFinite else {
    throw TheoryError(
      "With weights of \(scale) the product of \(n) factors is too small for Float64.",
      hint: "Take a larger scale.")
  }
  let signs = (0..<(1 << n)).map { mask in (0..<n).map { mask >> $0 & 1 == 0 ? 1.0 : -1.0 } }
  return ShallowNetwork(
    inputs: n, weights: signs.flatMap { $0.map { scale * $0 } },
    biases: [Double](repeating: bias, count: signs.count),
    outer: signs.map { $0.reduce(unit, *) }, offset: 0)
}
