// The elementary functions, element by element. All are differentiable, and keep shape and type. Arguments
// outside of a function's domain give NaN, as IEEE 754 has it.
extension Tensor {
  /// e to the power of each number. In single precision, what is below 2e-38 may be 0.
  public func exp() -> Tensor { applying(Exp()) }
  /// The natural logarithm; −∞ at 0, NaN below.
  public func log() -> Tensor { applying(Log()) }
  /// log(1 + x), accurate near 0.
  public func log1p() -> Tensor { applying(Log1p()) }
  /// The square root; NaN below 0.
  public func sqrt() -> Tensor { applying(SquareRoot()) }
  /// The square.
  public func square() -> Tensor { applying(Square()) }
  /// The absolute value; its derivative at 0 is 0.
  public func abs() -> Tensor { applying(Absolute()) }
  /// The sine.
  public func sin() -> Tensor { applying(Sine()) }
  /// The cosine.
  public func cos() -> Tensor { applying(Cosine()) }
  /// The tangent.
  public func tan() -> Tensor { applying(Tangent()) }
  /// The inverse sine; NaN outside of −1…1.
  public func asin() -> Tensor { applying(ArcSine()) }
  /// The inverse cosine; NaN outside of −1…1.
  public func acos() -> Tensor { applying(ArcCosine()) }
  /// The inverse tangent.
  public func atan() -> Tensor { applying(ArcTangent()) }
  /// The hyperbolic sine.
  public func sinh() -> Tensor { applying(HyperbolicSine()) }
  /// The hyperbolic cosine.
  public func cosh() -> Tensor { applying(HyperbolicCosine()) }
  /// The error function, 2/√π ∫₀ˣ exp(−t²) dt.
  public func erf() -> Tensor { applying(ErrorFunction()) }

  /// −1, 0 or 1. Its derivative is 0.
  public func sign() -> Tensor { mapped(Sign()) }
  /// The next whole number below. Its derivative is 0.
  public func floor() -> Tensor { mapped(Floor()) }
  /// The next whole number above. Its derivative is 0.
  public func ceil() -> Tensor { mapped(Ceiling()) }
  /// The nearest whole number, halves to the even one, as in NumPy. Its derivative is 0.
  public func round() -> Tensor { mapped(Rounding()) }
  /// 1 where a number is NaN, 0 elsewhere.
  public func isNaN() -> Tensor { mapped(NaNTest()) }

  /// Each number limited to a range; an end that is `nil` does not limit. Its derivative is 1 within the
  /// range, ends included, and 0 outside.
  ///
  /// Throws when the lower end lies above the upper one.
  public func clip(min low: Double? = nil, max high: Double? = nil) throws -> Tensor {
    if let low, let high, low > high {
      throw EngineError(.value, "`clip` needs min ≤ max, but min is \(low) and max is \(high).")
    }
    return applying(Clip(low: low ?? -.infinity, high: high ?? .infinity))
  }
}

private struct Exp: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { T.exp(x) }
  func apply<T: Scalar>(to x: UnsafeMutablePointer<T>, count: Int) { T.exponentiate(x, count: count) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { y }
}

private struct Log: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { T.log(x) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { x.reciprocal() }
}

private struct Log1p: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { T.log1p(x) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { (x + 1).reciprocal() }
}

private struct SquareRoot: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x.squareRoot() }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { y.reciprocal() * 0.5 }
}

private struct Square: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x * x }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { x * 2 }
}

private struct Absolute: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { Swift.abs(x) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { x.sign() }
}

private struct Sine: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { T.sin(x) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { x.cos() }
}

private struct Cosine: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { T.cos(x) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { -x.sin() }
}

private struct Tangent: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { T.tan(x) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { y.square() + 1 }
}

private struct ArcSine: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { T.asin(x) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { (1 - x.square()).sqrt().reciprocal() }
}

private struct ArcCosine: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { T.acos(x) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { -(1 - x.square()).sqrt().reciprocal() }
}

private struct ArcTangent: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { T.atan(x) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { (x.square() + 1).reciprocal() }
}

private struct HyperbolicSine: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { T.sinh(x) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { x.cosh() }
}

private struct HyperbolicCosine: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { T.cosh(x) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { x.sinh() }
}

private struct ErrorFunction: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { T.erf(x) }
  func apply<T: Scalar>(to x: UnsafeMutablePointer<T>, count: Int) {
    T.applyErrorFunction(to: x, count: count)
  }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor {
    (-x.square()).exp() * (2 / Double.pi.squareRoot())
  }
}

private struct Reciprocal: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { 1 / x }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { -y.square() }
}

extension Tensor {
  /// 1 / x.
  func reciprocal() -> Tensor { applying(Reciprocal()) }
}

private struct Clip: DifferentiableFunction {
  let low: Double
  let high: Double

  @inline(__always) func value<T: Scalar>(_ x: T) -> T {
    let (low, high) = (T(low), T(high))
    return x < low ? low : (x > high ? high : x)
  }

  func derivative(at x: Tensor, value y: Tensor) -> Tensor { x.mapped(Within(low: low, high: high)) }
}

/// 1 within a range, ends included, and 0 outside.
private struct Within: ElementwiseFunction {
  let low: Double
  let high: Double
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x >= T(low) && x <= T(high) ? 1 : 0 }
}

private struct Sign: ElementwiseFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x > 0 ? 1 : (x < 0 ? -1 : x) }
}

private struct Floor: ElementwiseFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x.rounded(.down) }
}

private struct Ceiling: ElementwiseFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x.rounded(.up) }
}

private struct Rounding: ElementwiseFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x.rounded(.toNearestOrEven) }
}

private struct NaNTest: ElementwiseFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x.isNaN ? 1 : 0 }
}
