// The activation functions of networks, element by element. All are differentiable, and keep shape and type.
extension Tensor {
  /// 1 / (1 + e⁻ˣ).
  public func sigmoid() -> Tensor { applying(Logistic()) }
  /// The hyperbolic tangent.
  public func tanh() -> Tensor { applying(HyperbolicTangent()) }
  /// max(0, x); its derivative at 0 is 0.
  public func relu() -> Tensor { applying(Rectifier(slope: 0)) }
  /// x above 0, and `slope` x from 0 downwards.
  public func leakyRelu(slope: Double = 0.01) -> Tensor { applying(Rectifier(slope: slope)) }
  /// log(1 + eˣ), a smooth `relu`.
  public func softplus() -> Tensor { applying(SoftPlus()) }
  /// x Φ(x), where Φ is the standard normal distribution function.
  ///
  /// Source: Hendrycks and Gimpel, "Gaussian error linear units", 2016.
  public func gelu() -> Tensor { applying(GaussianErrorUnit()) }
  /// x / (1 + e⁻ˣ), also called swish.
  public func silu() -> Tensor { applying(SigmoidUnit()) }
}

private struct Logistic: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { 1 / (1 + T.exp(-x)) }
  func derivative(at x: Tensor, value y: Tensor) throws -> Tensor { try y * (1 - y) }
}

private struct HyperbolicTangent: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { T.tanh(x) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { 1 - y.square() }
}

private struct Rectifier: DifferentiableFunction {
  let slope: Double

  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x > 0 ? x : (x.isNaN ? x : T(slope) * x) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { x.mapped(RectifierSlope(slope: slope)) }
}

private struct RectifierSlope: ElementwiseFunction {
  let slope: Double
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x > 0 ? 1 : T(slope) }
}

private struct SoftPlus: DifferentiableFunction {
  /// max(x, 0) + log(1 + e^−|x|) does not overflow.
  @inline(__always) func value<T: Scalar>(_ x: T) -> T {
    (x > 0 ? x : (x.isNaN ? x : 0)) + T.log1p(T.exp(-abs(x)))
  }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { x.sigmoid() }
}

private struct GaussianErrorUnit: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T {
    x * (1 + T.erf(x * T(0.5.squareRoot()))) / 2
  }
  /// Φ(x) + x φ(x).
  func derivative(at x: Tensor, value y: Tensor) throws -> Tensor {
    let distribution = ((x * 0.5.squareRoot()).erf() + 1) * 0.5
    let density = (x.square() * -0.5).exp() * (1 / (2 * Double.pi).squareRoot())
    return try distribution + x * density
  }
}

private struct SigmoidUnit: DifferentiableFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x / (1 + T.exp(-x)) }
  func derivative(at x: Tensor, value y: Tensor) throws -> Tensor {
    let s = x.sigmoid()
    return try s * (x * (1 - s) + 1)
  }
}
