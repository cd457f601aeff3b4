/// The activations that a training plan fuses with the bias before and the gradient behind them.
enum FusedActivation: Sendable, Equatable {
  case identity
  case rectifier(slope: Double)
  case tanh
  case sigmoid
  case softplus
  case gelu
  case approximateGelu
  case silu
  case elu(alpha: Double)
  case hardSigmoid
  case hardTanh

  /// The fused form of a layer; `nil` if there is none.
  init?(_ layer: any Layer) {
    switch layer {
    case is Identity: self = .identity
    case is ReLU: self = .rectifier(slope: 0)
    case let layer as LeakyReLU: self = .rectifier(slope: layer.slope)
    case is Tanh: self = .tanh
    case is Sigmoid: self = .sigmoid
    case is Softplus: self = .softplus
    case let layer as GELU: self = layer.isApproximate ? .approximateGelu : .gelu
    case is SiLU: self = .silu
    case let layer as ELU: self = .elu(alpha: layer.alpha)
    case is HardSigmoid: self = .hardSigmoid
    case is HardTanh: self = .hardTanh
    default: return nil
    }
  }

  /// Lets a loop work with the function itself, so that it is compiled for each.
  @inline(__always)
  func accept<Loop: ActivationLoop>(_ loop: Loop) -> Loop.Result {
    switch self {
    case .identity: loop(IdentityFunction())
    case .rectifier(let slope): loop(Rectifier(slope: slope))
    case .tanh: loop(HyperbolicTangent())
    case .sigmoid: loop(Logistic())
    case .softplus: loop(SoftPlus())
    case .gelu: loop(GaussianErrorUnit())
    case .approximateGelu: loop(ApproximateGaussianErrorUnit())
    case .silu: loop(SigmoidUnit())
    case .elu(let alpha): loop(ExponentialUnit(alpha: alpha))
    case .hardSigmoid: loop(LinearPieces(slope: 1.0 / 6, offset: 0.5, low: 0, high: 1))
    case .hardTanh: loop(LinearPieces(slope: 1, offset: 0, low: -1, high: 1))
    }
  }

  /// Whether the way back needs the argument of the function besides its value.
  var needsArgument: Bool { accept(NeedsArgument()) }
}

/// Rows of numbers: a matrix somewhere in a plan's memory.
struct RowBlock {
  let rows: Int
  let columns: Int
}

/// Work that is the same for every activation.
protocol ActivationLoop {
  associatedtype Result
  func callAsFunction<F: FusedFunction>(_ function: F) -> Result
}

private struct NeedsArgument: ActivationLoop {
  func callAsFunction<F: FusedFunction>(_ function: F) -> Bool { function.needsArgument }
}

/// `y = f(z + b)` for every row, where z is overwritten by the argument z + b. `y` may be `z`.
struct ActivationForward<T: Scalar>: ActivationLoop {
  let z: UnsafeMutablePointer<T>
  let bias: UnsafePointer<T>?
  let y: UnsafeMutablePointer<T>
  let block: RowBlock

  @inline(__always)
  func callAsFunction<F: FusedFunction>(_ function: F) {
    for row in 0..<block.rows {
      let (z, y) = (z + row * block.columns, y + row * block.columns)
      if let bias {
        for i in 0..<block.columns { z[i] += bias[i] }
      }
      for i in 0..<block.columns { y[i] = function.value(z[i]) }
    }
  }
}

/// Turns the gradient at the values into that at the arguments, in place, and adds up its columns: the gradient of
/// the bias.
struct ActivationBackward<T: Scalar>: ActivationLoop {
  let gradient: UnsafeMutablePointer<T>
  let z: UnsafePointer<T>
  let y: UnsafePointer<T>
  let biasGradient: UnsafeMutablePointer<T>?
  let block: RowBlock

  @inline(__always)
  func callAsFunction<F: FusedFunction>(_ function: F) {
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
