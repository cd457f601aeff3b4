/// `y = w (x − mean) / √(variance + ε) + b`, feature by feature.
///
/// In training, mean and variance (over n) are those of the batch, and running ones are moved towards them by
/// `momentum` (that of the variance over n − 1). Outside of training the running ones are used.
///
/// Source: Ioffe and Szegedy, "Batch normalization", 2015.
public struct BatchNorm1d: Layer {
  /// w, of shape `[features]`, at first ones.
  public let weight: Parameter
  /// b, of shape `[features]`, at first zeros.
  public let bias: Parameter
  /// The running mean of each feature, at first 0.
  public let runningMean: Parameter
  /// The running variance of each feature, at first 1.
  public let runningVariance: Parameter
  /// What keeps the root from 0.
  public let epsilon: Double
  /// How far a batch moves the running mean and variance.
  public let momentum: Double
  public let kind = "BatchNorm1d"

  /// How many numbers each row has.
  public var features: Int { weight.value.count }

  /// Creates the layer. Throws when there are no features.
  public init(_ features: Int, epsilon: Double = 1e-5, momentum: Double = 0.1, dtype: DType = .float32) throws
  {
    guard features > 0 else {
      throw EngineError(.value, "`BatchNorm1d(\(features))` needs at least one feature.")
    }
    weight = Parameter("weight", try .ones([features], dtype: dtype))
    bias = Parameter("bias", try .zeros([features], dtype: dtype))
    runningMean = Parameter("running_mean", try .zeros([features], dtype: dtype), isTrainable: false)
    runningVariance = Parameter("running_var", try .ones([features], dtype: dtype), isTrainable: false)
    self.epsilon = epsilon
    self.momentum = momentum
  }

  public var namedParameters: [(name: String, parameter: Parameter)] {
    [weight, bias, runningMean, runningVariance].map { ($0.name, $0) }
  }
  public var description: String { "BatchNorm1d(\(features))" }

  public func forward(_ x: Tensor, _ pass: Pass) throws -> Tensor {
    _ = try outputShape(for: x.shape)
    guard pass.isTraining else {
      let centred = try x - runningMean.value
      return try centred / (runningVariance.value + epsilon).sqrt() * weight.value + bias.value
    }
    let rows = x.shape[0]
    guard rows > 1 else { throw EngineError(tooFewRows: rows, for: description) }
    let mean = try x.mean(axis: 0)
    let centred = try x - mean
    let variance = try centred.square().mean(axis: 0)
    try move(runningMean, towards: mean)
    try move(runningVariance, towards: variance * (Double(rows) / Double(rows - 1)))
    return try centred / (variance + epsilon).sqrt() * weight.value + bias.value
  }

  private func move(_ running: Parameter, towards batch: Tensor) throws {
    try Interruption.check()
    try running.assign(running.value * (1 - momentum) + batch.detached * momentum)
  }

  public func outputShape(for input: [Int]) throws -> [Int] {
    guard input.count == 2 else {
      throw EngineError(
        .shape, "`\(self)` takes a batch of shape [rows, features], but its input has \(input).")
    }
    guard input[1] == features else {
      throw EngineError(features: input[1], expected: features, by: description, shape: input)
    }
    return input
  }
}

extension EngineError {
  /// A batch that is too small to have a variance.
  init(tooFewRows rows: Int, for layer: String) {
    self.init(
      .shape, "`\(layer)` needs at least two rows to train on, but this batch has \(rows).",
      hint: "Choose a batch size that does not leave a single row over.")
  }
}
