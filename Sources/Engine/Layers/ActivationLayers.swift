/// A layer that applies a function to each number, without parameters. Keeps every shape.
public protocol ActivationLayer: Layer {
  /// The function.
  func activate(_ x: Tensor) throws -> Tensor
}

extension ActivationLayer {
  public func forward(_ x: Tensor, _ pass: Pass) throws -> Tensor { try activate(x) }
  public func outputShape(for input: [Int]) throws -> [Int] { input }
}

/// `max(0, x)`.
public struct ReLU: ActivationLayer {
  public let kind = "ReLU"
  /// Creates the layer.
  public init() {}
  public func activate(_ x: Tensor) -> Tensor { x.relu() }
}

/// `x` above 0, `slope x` below.
public struct LeakyReLU: ActivationLayer {
  public let kind = "LeakyReLU"
  /// The derivative below 0.
  public let slope: Double
  /// Creates the layer.
  public init(slope: Double = 0.01) { self.slope = slope }
  public var description: String { "LeakyReLU(\(slope))" }
  public func activate(_ x: Tensor) -> Tensor { x.leakyRelu(slope: slope) }
}

/// The hyperbolic tangent.
public struct Tanh: ActivationLayer {
  public let kind = "Tanh"
  /// Creates the layer.
  public init() {}
  public func activate(_ x: Tensor) -> Tensor { x.tanh() }
}

/// `1 / (1 + e⁻ˣ)`.
public struct Sigmoid: ActivationLayer {
  public let kind = "Sigmoid"
  /// Creates the layer.
  public init() {}
  public func activate(_ x: Tensor) -> Tensor { x.sigmoid() }
}

/// `x Φ(x)`, exactly, or by an approximation through tanh.
public struct GELU: ActivationLayer {
  public let kind = "GELU"
  /// Whether tanh stands in for Φ, as older networks have it.
  public let isApproximate: Bool
  /// Creates the layer.
  public init(isApproximate: Bool = false) { self.isApproximate = isApproximate }
  public var description: String { isApproximate ? "GELU(approximate: \"tanh\")" : "GELU()" }
  public func activate(_ x: Tensor) throws -> Tensor { isApproximate ? try x.approximateGelu() : x.gelu() }
}

/// `clip(x / 6 + 1/2, 0, 1)`.
public struct HardSigmoid: ActivationLayer {
  public let kind = "HardSigmoid"
  /// Creates the layer.
  public init() {}
  public func activate(_ x: Tensor) throws -> Tensor { try x.hardSigmoid() }
}

/// `clip(x, −1, 1)`.
public struct HardTanh: ActivationLayer {
  public let kind = "HardTanh"
  /// Creates the layer.
  public init() {}
  public func activate(_ x: Tensor) throws -> Tensor { try x.clip(min: -1, max: 1) }
}

/// `x` above 0, `α (eˣ − 1)` below.
public struct ELU: ActivationLayer {
  public let kind = "ELU"
  /// The value that is approached far below 0, with its sign changed.
  public let alpha: Double
  /// Creates the layer.
  public init(alpha: Double = 1) { self.alpha = alpha }
  public var description: String { alpha == 1 ? "ELU()" : "ELU(\(alpha))" }
  public func activate(_ x: Tensor) throws -> Tensor { x.elu(alpha: alpha) }
}

/// `x / (1 + e⁻ˣ)`.
public struct SiLU: ActivationLayer {
  public let kind = "SiLU"
  /// Creates the layer.
  public init() {}
  public func activate(_ x: Tensor) -> Tensor { x.silu() }
}

/// `log(1 + eˣ)`.
public struct Softplus: ActivationLayer {
  public let kind = "Softplus"
  /// Creates the layer.
  public init() {}
  public func activate(_ x: Tensor) -> Tensor { x.softplus() }
}

/// The input itself.
public struct Identity: ActivationLayer {
  public let kind = "Identity"
  /// Creates the layer.
  public init() {}
  public func activate(_ x: Tensor) -> Tensor { x }
}

/// `eˣ` divided by its sum along an axis.
public struct Softmax: ActivationLayer {
  public let kind = "Softmax"
  /// The axis along which the outputs add up to 1.
  public let axis: Int
  /// Creates the layer.
  public init(axis: Int = -1) { self.axis = axis }
  public var description: String { axis == -1 ? "Softmax()" : "Softmax(axis: \(axis))" }
  public func activate(_ x: Tensor) throws -> Tensor { try x.softmax(axis: axis) }
}
