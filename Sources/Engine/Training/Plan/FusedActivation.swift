/// The activations that a training plan fuses with the bias before and the gradient behind them.
enum FusedActivation: Sendable, Equatable {
  case identity
  case rectifier(slope: Double)
  case tanh
  case sigmoid
  case softplus
  case gelu
  case silu
  case elu(alpha: Double)

  /// The fused form of a layer; `nil` if there is none.
  init?(_ layer: any Layer) {
    switch layer {
    case is Identity: self = .identity
    case is ReLU: self = .rectifier(slope: 0)
    case let layer as LeakyReLU: self = .rectifier(slope: layer.slope)
    case is Tanh: self = .tanh
    case is Sigmoid: self = .sigmoid
    case is Softplus: self = .softplus
    case let layer as GELU where !layer.isApproximate: self = .gelu
    case is SiLU: self = .silu
    case let layer as ELU: self = .elu(alpha: layer.alpha)
    default: return nil
    }
  }

  /// Whether the way back needs the argument of the function besides its value.
  var needsArgument: Bool {
    switch self {
    case .identity, .tanh, .sigmoid, .softplus: false
    case .rectifier(let slope): Rectifier(slope: slope).needsArgument
    case .elu(let alpha): ExponentialUnit(alpha: alpha).needsArgument
    case .gelu, .silu: true
    }
  }
}

/// Rows of numbers: a matrix somewhere in a plan's memory.
struct RowBlock {
  let rows: Int
  let columns: Int
}

extension FusedActivation {
  /// `y = f(z + b)` for every row, where z is overwritten by the argument z + b. `y` may be `z`.
  @inline(__always)
  func forward<T: Scalar>(
    _ z: UnsafeMutablePointer<T>, bias: UnsafePointer<T>?, into y: UnsafeMutablePointer<T>, _ block: RowBlock
  ) {
    switch self {
    case .identity: FusedActivation.forward(IdentityFunction(), z, bias, y, block)
    case .rectifier(let slope): FusedActivation.forward(Rectifier(slope: slope), z, bias, y, block)
    case .tanh: FusedActivation.forward(HyperbolicTangent(), z, bias, y, block)
    case .sigmoid: FusedActivation.forward(Logistic(), z, bias, y, block)
    case .softplus: FusedActivation.forward(SoftPlus(), z, bias, y, block)
    case .gelu: FusedActivation.forward(GaussianErrorUnit(), z, bias, y, block)
    case .silu: FusedActivation.forward(SigmoidUnit(), z, bias, y, block)
    case .elu(let alpha): FusedActivation.forward(ExponentialUnit(alpha: alpha), z, bias, y, block)
    }
  }

  /// Turns the gradient at the values into that at the arguments, in place, and adds up its columns: the
  /// gradient of the bias.
  @inline(__always)
  func backward<T: Scalar>(
    _ gradient: UnsafeMutablePointer<T>, argument z: UnsafePointer<T>, value y: UnsafePointer<T>,
    biasGradient: UnsafeMutablePointer<T>?, _ block: RowBlock
  ) {
    switch self {
    case .identity: FusedActivation.backward(IdentityFunction(), gradient, z, y, biasGradient, block)
    case .rectifier(let slope):
      FusedActivation.backward(Rectifier(slope: slope), gradient, z, y, biasGradient, block)
    case .tanh: FusedActivation.backward(HyperbolicTangent(), gradient, z, y, biasGradient, block)
    case .sigmoid: FusedActivation.backward(Logistic(), gradient, z, y, biasGradient, block)
    case .softplus: FusedActivation.backward(SoftPlus(), gradient, z, y, biasGradient, block)
    case .gelu: FusedActivation.backward(GaussianErrorUnit(), gradient, z, y, biasGradient, block)
    case .silu: FusedActivation.backward(SigmoidUnit(), gradient, z, y, biasGradient, block)
    case .elu(let alpha):
      FusedActivation.backward(ExponentialUnit(alpha: alpha), gradient, z, y, biasGradient, block)
    }
  }

  private static func forward<T: Scalar, F: ActivationFunction>(
    _ function: F, _ z: UnsafeMutablePointer<T>, _ bias: UnsafePointer<T>?, _ y: UnsafeMutablePointer<T>,
    _ block: RowBlock
  ) {
    for row in 0..<block.rows {
      let (z, y) = (z + row * block.columns, y + row * block.columns)
      if let bias {
        for i in 0..<block.columns { z[i] += bias[i] }
      }
      for i in 0..<block.columns { y[i] = function.value(z[i]) }
    }
  }

  private static func backward<T: Scalar, F: ActivationFunction>(
    _ function: F, _ gradient: UnsafeMutablePointer<T>, _ z: UnsafePointer<T>, _ y: UnsafePointer<T>,
    _ biasGradient: UnsafeMutablePointer<T>?, _ block: RowBlock
  ) {
    biasGradient?.update(repeating: 0, count: block.columns)
    for row in 0..<block.rows {
      let offset = row * block.columns
      let (gradient, z, y) = (gradient + offset, z + offset, y + offset)
      for i in 0..<block.columns { gradient[i] *= function.slope(at: z[i], value: y[i]) }
      if let biasGradient {
        for i in 0..<block.columns { biasGradient[i] += gradient[i] }
      }
    }
  }
}

/// No activation.
private struct IdentityFunction: ActivationFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x }
  @inline(__always) func slope<T: Scalar>(at x: T, value y: T) -> T { 1 }
  func derivative(at x: Tensor, value y: Tensor) -> Tensor { .filled(1, like: x) }
}
