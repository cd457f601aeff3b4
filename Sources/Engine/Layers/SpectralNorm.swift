/// `y = x (W/σ)ᵀ + b`, where σ is an estimate of W's largest singular value: at σ's exact value, no input's change
/// is enlarged.
///
/// The estimate is u·W v for two unit vectors that each forward pass in training moves, by power iteration, towards
/// the singular ones; they count as constants in derivatives. It is never above the largest singular value, so that
/// the norm of W/σ is at least 1, and early in training somewhat above: only once the iteration has kept up with
/// W is it 1. Evaluation leaves u and v alone. Semantics and names are those of PyTorch's
/// `torch.nn.utils.parametrizations.spectral_norm`.
///
/// Source: Miyato, Kataoka, Koyama, Yoshida, "Spectral normalization for generative adversarial networks", 2018.
public struct SpectralNorm: Layer {
  /// The layer whose weight is W. It shares its parameters with this one.
  public let linear: Linear
  /// u, the estimate of the left singular vector, `[outputs]`.
  public let left: Parameter
  /// v, the estimate of the right singular vector, `[inputs]`.
  public let right: Parameter
  /// How often each pass in training improves the estimates.
  public let powerIterations: Int
  /// The least norm that a vector is divided by.
  public let epsilon: Double
  public let kind = "SpectralNorm"

  /// Creates the layer around a linear one, with estimates from 15 iterations that begin at random.
  ///
  /// Throws unless there is at least one iteration, and epsilon is positive.
  public init(
    _ linear: Linear, powerIterations: Int = 1, epsilon: Double = 1e-12, from generator: inout Generator
  ) throws {
    guard powerIterations > 0, epsilon > 0 else {
      throw EngineError(
        .value,
        "`spectralNorm` needs at least one power iteration and a positive eps, but they are \(powerIterations) and \(epsilon)."
      )
    }
    self.linear = linear
    self.powerIterations = powerIterations
    self.epsilon = epsilon
    let dtype = linear.weight.value.dtype
    func direction(_ count: Int) throws -> Tensor {
      try SpectralNorm.normalized(.normal([count], dtype: dtype, from: &generator), epsilon)
    }
    left = Parameter("_u", try direction(linear.outputs), isTrainable: false)
    right = Parameter("_v", try direction(linear.inputs), isTrainable: false)
    try improveEstimates(iterations: 15)
  }

  public var namedParameters: [(name: String, parameter: Parameter)] {
    [
      ("parametrizations.weight.original", linear.weight), ("parametrizations.weight.0._u", left),
      ("parametrizations.weight.0._v", right),
    ] + (linear.bias.map { [("bias", $0)] } ?? [])
  }

  public var description: String { "spectralNorm(\(linear))" }

  /// W/σ with the estimates as they are. Differentiable with respect to W. Throws when σ is 0.
  public func normalizedWeight() throws -> Tensor {
    let weight = linear.weight.value
    let sigma = try Tensor.matmul(left.value, Tensor.matmul(weight, right.value))
    guard try sigma.item() != 0 else { throw vanishingNorm }
    return try weight / sigma
  }

  /// The error for a weight whose largest singular value is 0.
  var vanishingNorm: EngineError {
    EngineError(
      .value, "`\(self)` cannot divide its weight by its largest singular value, which is 0.",
      hint: "Begin with a weight that is not zero.")
  }

  public func forward(_ x: Tensor, _ pass: Pass) throws -> Tensor {
    _ = try outputShape(for: x.shape)
    if pass.isTraining { try improveEstimates(iterations: powerIterations) }
    let product = try Tensor.matmul(x, normalizedWeight(), transposingSecond: true)
    guard let bias = linear.bias else { return product }
    return try product + bias.value
  }

  public func outputShape(for input: [Int]) throws -> [Int] { try linear.outputShape(for: input) }

  /// Moves u and v towards the singular vectors of the largest singular value.
  private func improveEstimates(iterations: Int) throws {
    let weight = linear.weight.value.detached
    var (u, v) = (left.value, right.value)
    for _ in 0..<iterations {
      u = try SpectralNorm.normalized(.matmul(weight, v), epsilon)
      v = try SpectralNorm.normalized(.matmul(weight, u, transposingFirst: true), epsilon)
    }
    try left.assign(u)
    try right.assign(v)
  }

  private static func normalized(_ x: Tensor, _ epsilon: Double) throws -> Tensor {
    let norm = try x.square().sum().item().squareRoot()
    return try x / Tensor(max(norm, epsilon), dtype: x.dtype)
  }
}
