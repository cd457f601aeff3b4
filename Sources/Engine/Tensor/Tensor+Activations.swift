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
  /// x (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2, which approximates `gelu`.
  public func approximateGelu() throws -> Tensor {
    let inner = try (self + self * square() * 0.044715) * (2 / Double.pi).squareRoot()
    return try self * (inner.tanh() + 1) * 0.5
  }
  /// x / 6 + 1/2, limited to 0…1: a sigmoid of three straight pieces.
  public func hardSigmoid() throws -> Tensor { try (self * (1.0 / 6) + 0.5).clip(min: 0, max: 1) }
  /// x above 0, and α (eˣ − 1) from 0 downwards.
  ///
  /// Source: Clevert, Unterthiner, Hochreiter, "Fast and accurate deep network learning by exponential linear
  /// units", 2015.
  public func elu(alpha: Double = 1) -> Tensor { applying(ExponentialUnit(alpha: alpha)) }
  /// x / (1 + e⁻ˣ), also called swish.
  public func silu() -> Tensor { applying(SigmoidUnit()) }
}

/// An activation whose derivative is also known number by number, for loops that fuse it with other work.
protocol FusedFunction: Sendable {
  /// The function at a number.
  func value<T: Scalar>(_ x: T) -> T
  /// Whether `slope` needs the argument; otherwise it follows from the value alone.
  var needsArgument: Bool { get }
  /// The derivative at a number, from the function's value there.
  func slope<T: Scalar>(at x: T, value y: T) -> T
}

extension FusedFunction {
  var needsArgument: Bool { false }
}

/// A fused function that is also an operation of the tape.
typealias ActivationFunction = DifferentiableFunction & FusedFunction

struct Logistic: ActivationFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { 1 / (1 + T.exp(-x)) }
  func apply<T: Scalar>(to x: UnsafeMutablePointer<T>, count: Int) {
    T.activate(.sigmoid, x, bias: nil, into: x, RowBlock(rows: 1, columns: count))
  }
  @inline(__always) func slope<T: Scalar>(at x: T, value y: T) -> T { y * (1 - y) }
  func derivative(at x: Tensor, value y: Tensor) throws -> Tensor { try y * (1 - y) }
}

struct HyperbolicTangent: ActivationFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { T.tanh(x) }
  func apply<T: Scalar>(to x: UnsafeMutablePointer<T>, count: Int) {
    T.activate(.tanh, x, bias: nil, into: x, RowBlock(rows: 1, columns: count))
  }
  @inline(__always) func slope<T: Scalar>(at x: T, value y: T) -> T { 1 - y * y }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { 1 - y.square() }
}

/// x above 0, and `slope` x from 0 downwards.
struct Rectifier: ActivationFunction {
  let slope: Double

  /// The value has the sign of the argument only if the slope is positive; a slope of 0 keeps them apart, too.
  var needsArgument: Bool { slope < 0 }
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x > 0 ? x : (x.isNaN ? x : T(slope) * x) }
  @inline(__always) func slope<T: Scalar>(at x: T, value y: T) -> T { (slope < 0 ? x : y) > 0 ? 1 : T(slope) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { x.mapped(RectifierSlope(slope: slope)) }
}

private struct RectifierSlope: ElementwiseFunction {
  let slope: Double
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x > 0 ? 1 : T(slope) }
}

struct SoftPlus: ActivationFunction {
  /// max(x, 0) + log(1 + e^−|x|) does not overflow.
  @inline(__always) func value<T: Scalar>(_ x: T) -> T {
    (x > 0 ? x : (x.isNaN ? x : 0)) + T.log1p(T.exp(-abs(x)))
  }
  @inline(__always) func slope<T: Scalar>(at x: T, value y: T) -> T { 1 - T.exp(-y) }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { x.sigmoid() }
}

struct GaussianErrorUnit: ActivationFunction {
  let needsArgument = true
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x * distribution(x) }
  func apply<T: Scalar>(to x: UnsafeMutablePointer<T>, count: Int) {
    T.activate(.gelu, x, bias: nil, into: x, RowBlock(rows: 1, columns: count))
  }
  /// Φ(x) + x φ(x).
  @inline(__always) func slope<T: Scalar>(at x: T, value y: T) -> T {
    distribution(x) + x * T.exp(-x * x / 2) * T(1 / (2 * Double.pi).squareRoot())
  }
  @inline(__always) private func distribution<T: Scalar>(_ x: T) -> T {
    (1 + T.erf(x * T(0.5.squareRoot()))) / 2
  }
  func derivative(at x: Tensor, value y: Tensor) throws -> Tensor {
    let distribution = ((x * 0.5.squareRoot()).erf() + 1) * 0.5
    let density = (x.square() * -0.5).exp() * (1 / (2 * Double.pi).squareRoot())
    return try distribution + x * density
  }
}

struct SigmoidUnit: ActivationFunction {
  let needsArgument = true
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x / (1 + T.exp(-x)) }
  func apply<T: Scalar>(to x: UnsafeMutablePointer<T>, count: Int) {
    T.activate(.silu, x, bias: nil, into: x, RowBlock(rows: 1, columns: count))
  }
  @inline(__always) func slope<T: Scalar>(at x: T, value y: T) -> T {
    let s = 1 / (1 + T.exp(-x))
    return s * (1 + x * (1 - s))
  }
  func derivative(at x: Tensor, value y: Tensor) throws -> Tensor {
    let s = x.sigmoid()
    return try s * (x * (1 - s) + 1)
  }
}

struct ExponentialUnit: ActivationFunction {
  let alpha: Double

  /// Behind a negative α the value no longer tells the sign of the argument.
  var needsArgument: Bool { alpha < 0 }
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x > 0 ? x : T(alpha) * T.expm1(x) }
  @inline(__always) func slope<T: Scalar>(at x: T, value y: T) -> T {
    (alpha < 0 ? x : y) > 0 ? 1 : y + T(alpha)
  }
  func derivative(at x: Tensor, value y: Tensor) throws -> Tensor {
    let isPositive = try Tensor.greater(x.detached, Tensor(0, dtype: x.dtype))
    return try Tensor.where(isPositive, Tensor(1, dtype: x.dtype), y + alpha)
  }
}
