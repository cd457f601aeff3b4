/// `y = w (x − mean) / √(variance + ε) + b`, with mean and variance (over n) of each row by itself.
///
/// Source: Ba, Kiros, Hinton, "Layer normalization", 2016.
public struct LayerNorm: Layer {
  /// w, of shape `[features]`, at first ones.
  public let weight: Parameter
  /// b, of shape `[features]`, at first zeros.
  public let bias: Parameter
  /// What keeps the root from 0.
  public let epsilon: Double
  public let kind = "LayerNorm"

  /// How many numbers each row has.
  public var features: Int { weight.value.count }

  /// Creates the layer. Throws when there are no features.
  public init(_ features: Int, epsilon: Double = 1e-5, dtype: DType = .float32) throws {
    guard features > 0 else {
      throw EngineError(.value, "`LayerNorm(\(features))` needs at least one feature.")
    }
    weight = Parameter("weight", try .ones([features], dtype: dtype))
    bias = Parameter("bias", try .zeros([features], dtype: dtype))
    self.epsilon = epsilon
  }

  public var namedParameters: [(name: String, parameter: Parameter)] {
    [weight, bias].map { ($0.name, $0) }
  }
  public var description: String { "LayerNorm(\(features))" }

  public func forward(_ x: Tensor, _ pass: Pass) throws -> Tensor {
    _ = try outputShape(for: x.shape)
    let centred = try x - x.mean(axis: -1, keepDims: true)
    let variance = try centred.square().mean(axis: -1, keepDims: true)
    return try centred / (variance + epsilon).sqrt() * weight.value + bias.value
  }

  public func outputShape(for input: [Int]) throws -> [Int] {
    guard let found = input.last, found == features else {
      throw EngineError(features: input.last ?? 1, expected: features, by: description, shape: input)
    }
    return input
  }
}
