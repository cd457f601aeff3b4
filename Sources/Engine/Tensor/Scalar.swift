import Glibc

/// The numbers that kernels are written for: `Float` and `Double`.
///
/// Kernels are generic over it and specialised by the compiler, which sees both conformances.
protocol Scalar: BinaryFloatingPoint, Sendable {
  /// The type of a tensor that holds these numbers.
  static var dtype: DType { get }

  /// Numbers of this type as a tensor stores them.
  static func storage(_ numbers: [Self]) -> Storage
  /// The numbers of a tensor in this type.
  static func numbers(of tensor: Tensor) -> [Self]
  /// Writes numbers over those of a storage, from a place on: without a copy if nobody shares them.
  static func write(_ numbers: UnsafePointer<Self>, count: Int, to storage: inout Storage, at start: Int)

  static func exp(_ x: Self) -> Self
  static func expm1(_ x: Self) -> Self
  static func log(_ x: Self) -> Self
  static func log1p(_ x: Self) -> Self
  static func sin(_ x: Self) -> Self
  static func cos(_ x: Self) -> Self
  static func tan(_ x: Self) -> Self
  static func asin(_ x: Self) -> Self
  static func acos(_ x: Self) -> Self
  static func atan(_ x: Self) -> Self
  static func sinh(_ x: Self) -> Self
  static func cosh(_ x: Self) -> Self
  static func tanh(_ x: Self) -> Self
  static func erf(_ x: Self) -> Self
  static func pow(_ x: Self, _ y: Self) -> Self

  /// `c = a b`, where a is m×k and b is k×n after the transpositions, all row-major and contiguous. The rest is left
  /// undone once the work is to stop.
  ///
  /// `workspace` holds `workspaceCount` numbers.
  static func multiplyMatrices(
    _ a: UnsafePointer<Self>, transposed transposeA: Bool, _ b: UnsafePointer<Self>,
    transposed transposeB: Bool, into c: UnsafeMutablePointer<Self>, m: Int, n: Int, k: Int,
    workspace: UnsafeMutablePointer<Self>)
  /// How many numbers `multiplyMatrices` needs to work with.
  static func workspaceCount(m: Int, n: Int, k: Int) -> Int

  /// See `ActivationForward`.
  static func activate(
    _ activation: FusedActivation, _ z: UnsafeMutablePointer<Self>, bias: UnsafePointer<Self>?,
    into y: UnsafeMutablePointer<Self>, _ block: RowBlock)
  /// See `ActivationBackward`.
  static func deactivate(
    _ activation: FusedActivation, _ gradient: UnsafeMutablePointer<Self>, argument z: UnsafePointer<Self>,
    value y: UnsafePointer<Self>, biasGradient: UnsafeMutablePointer<Self>?, _ block: RowBlock)
  /// See `Adam.update`.
  static func update(
    by rule: Adam, _ values: UnsafeMutablePointer<Self>, gradient: UnsafePointer<Self>,
    m: UnsafeMutablePointer<Self>, v: UnsafeMutablePointer<Self>, count: Int, step: Int, learningRate: Double)
  /// Whether all numbers are finite.
  static func allFinite(_ x: UnsafePointer<Self>, count: Int) -> Bool
  /// e to the power of numbers, in place; may be 0 where that is below 2e-38.
  static func exponentiate(_ x: UnsafeMutablePointer<Self>, count: Int)
  /// The error function of numbers, in place.
  static func applyErrorFunction(to x: UnsafeMutablePointer<Self>, count: Int)
  /// Writes the inverse of a probability with that probability and 0 otherwise, as `uniform` decides it.
  static func drawKept(
    _ factors: UnsafeMutablePointer<Self>, count: Int, probability: Double, from generator: inout Generator)
}

extension Float: Scalar {
  static var dtype: DType { .float32 }
  static func storage(_ numbers: [Float]) -> Storage { .float32(numbers) }
  static func numbers(of tensor: Tensor) -> [Float] {
    switch tensor.storage {
    case .float32(let numbers): numbers
    case .float64(let numbers): numbers.map(Float.init)
    }
  }
  static func write(_ numbers: UnsafePointer<Float>, count: Int, to storage: inout Storage, at start: Int) {
    guard case .float32(var own) = storage.converted(to: .float32) else { return }
    storage = .float32([])
    own.overwrite(from: start, with: numbers, count: count)
    storage = .float32(own)
  }

  static func exp(_ x: Float) -> Float { expf(x) }
  static func expm1(_ x: Float) -> Float { expm1f(x) }
  static func log(_ x: Float) -> Float { logf(x) }
  static func log1p(_ x: Float) -> Float { log1pf(x) }
  static func sin(_ x: Float) -> Float { sinf(x) }
  static func cos(_ x: Float) -> Float { cosf(x) }
  static func tan(_ x: Float) -> Float { tanf(x) }
  static func asin(_ x: Float) -> Float { asinf(x) }
  static func acos(_ x: Float) -> Float { acosf(x) }
  static func atan(_ x: Float) -> Float { atanf(x) }
  static func sinh(_ x: Float) -> Float { sinhf(x) }
  static func cosh(_ x: Float) -> Float { coshf(x) }
  static func tanh(_ x: Float) -> Float { tanhf(x) }
  static func erf(_ x: Float) -> Float { erff(x) }
  static func pow(_ x: Float, _ y: Float) -> Float { powf(x, y) }
}

extension Double: Scalar {
  static var dtype: DType { .float64 }
  static func storage(_ numbers: [Double]) -> Storage { .float64(numbers) }
  static func numbers(of tensor: Tensor) -> [Double] { tensor.storage.doubles }
  static func write(_ numbers: UnsafePointer<Double>, count: Int, to storage: inout Storage, at start: Int) {
    guard case .float64(var own) = storage.converted(to: .float64) else { return }
    storage = .float64([])
    own.overwrite(from: start, with: numbers, count: count)
    storage = .float64(own)
  }

  static func exp(_ x: Double) -> Double { Glibc.exp(x) }
  static func expm1(_ x: Double) -> Double { Glibc.expm1(x) }
  static func log(_ x: Double) -> Double { Glibc.log(x) }
  static func log1p(_ x: Double) -> Double { Glibc.log1p(x) }
  static func sin(_ x: Double) -> Double { Glibc.sin(x) }
  static func cos(_ x: Double) -> Double { Glibc.cos(x) }
  static func tan(_ x: Double) -> Double { Glibc.tan(x) }
  static func asin(_ x: Double) -> Double { Glibc.asin(x) }
  static func acos(_ x: Double) -> Double { Glibc.acos(x) }
  static func atan(_ x: Double) -> Double { Glibc.atan(x) }
  static func sinh(_ x: Double) -> Double { Glibc.sinh(x) }
  static func cosh(_ x: Double) -> Double { Glibc.cosh(x) }
  static func tanh(_ x: Double) -> Double { Glibc.tanh(x) }
  static func erf(_ x: Double) -> Double { Glibc.erf(x) }
  static func pow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
}
