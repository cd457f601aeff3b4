/// Limits to the size of gradients, applied before each step of the optimiser.
public struct GradientClipping: Sendable, Equatable {
  /// The largest 2-norm that all gradients together may have; longer ones are scaled down alike.
  public let norm: Double?
  /// The largest absolute value of a single number; applied before the norm is taken.
  public let value: Double?

  /// Creates limits. Throws unless they are above 0.
  public init(norm: Double? = nil, value: Double? = nil) throws {
    for (limit, name) in [(norm, "clip"), (value, "clipValue")] {
      guard let limit else { continue }
      guard limit.isFinite, limit > 0 else {
        throw EngineError(.value, "`\(name)` is a number above 0, but it is \(limit).")
      }
    }
    self.norm = norm
    self.value = value
  }

  /// The factor that brings gradients with this sum of squares within the norm; PyTorch's, which keeps off a
  /// division by 0 with 1e-6.
  private func factor(squares: Double) -> Double {
    guard let norm else { return 1 }
    return min(1, norm / (squares.squareRoot() + 1e-6))
  }

  /// Limits all gradients of a network, one after another in memory, in place.
  @inline(__always)
  func clip<T: Scalar>(_ gradients: UnsafeMutablePointer<T>, count: Int) {
    if let value {
      let limit = T(value)
      for i in 0..<count { gradients[i] = min(max(gradients[i], -limit), limit) }
    }
    guard norm != nil else { return }
    var squares = 0.0
    for i in 0..<count { squares += Double(gradients[i]) * Double(gradients[i]) }
    let factor = T(factor(squares: squares))
    if factor < 1 {
      for i in 0..<count { gradients[i] *= factor }
    }
  }

  /// The gradients within the limits.
  public func callAsFunction(_ gradients: [Tensor]) throws -> [Tensor] {
    var result = gradients
    if let value { result = try result.map { try $0.clip(min: -value, max: value) } }
    guard norm != nil else { return result }
    let squares = result.reduce(0) { sum, gradient in
      gradient.doubles.reduce(sum) { $0 + $1 * $1 }
    }
    let factor = factor(squares: squares)
    return factor < 1 ? result.map { $0 * factor } : result
  }
}
