// Functions that the tape composes of several operations, as one each.

/// No activation.
struct IdentityFunction: FusedFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x }
  @inline(__always) func slope<T: Scalar>(at x: T, value y: T) -> T { 1 }
}

/// x (1 + tanh p(x)) / 2, where p(x) = √(2/π) (x + 0.044715 x³).
struct ApproximateGaussianErrorUnit: FusedFunction {
  let needsArgument = true
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x * (1 + T.tanh(inner(x))) * 0.5 }
  @inline(__always) func slope<T: Scalar>(at x: T, value y: T) -> T {
    let t = T.tanh(inner(x))
    let slope = T((2 / Double.pi).squareRoot()) * (1 + T(3 * 0.044715) * x * x)
    return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * slope
  }
  @inline(__always) private func inner<T: Scalar>(_ x: T) -> T {
    T((2 / Double.pi).squareRoot()) * (x + T(0.044715) * x * x * x)
  }
}

/// `clip(slope x + offset, low, high)`. At the bends themselves the derivative is that of the middle piece.
struct LinearPieces: FusedFunction {
  let slope: Double
  let offset: Double
  let low: Double
  let high: Double
  let needsArgument = true
  @inline(__always) func value<T: Scalar>(_ x: T) -> T {
    let line = x * T(slope) + T(offset)
    return line < T(low) ? T(low) : (line > T(high) ? T(high) : line)
  }
  @inline(__always) func slope<T: Scalar>(at x: T, value y: T) -> T {
    let line = x * T(slope) + T(offset)
    return line >= T(low) && line <= T(high) ? T(slope) : 0
  }
}
