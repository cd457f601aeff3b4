/// `y = x Wᵀ + b`: each output is a weighted sum of all inputs, plus a bias.
///
/// Takes `[…, inputs]` and gives `[…, outputs]`. The weight has shape `[outputs, inputs]` and the bias
/// `[outputs]`, as in PyTorch.
public struct Linear: Layer {
  /// W, of shape `[outputs, inputs]`.
  public let weight: Parameter
  /// b, of shape `[outputs]`, if there is one.
  public let bias: Parameter?
  public let kind = "Linear"

  /// How many numbers each row of the input has.
  public var inputs: Int { weight.value.shape[1] }
  /// How many numbers each row of the output has.
  public var outputs: Int { weight.value.shape[0] }

  /// Creates a layer with random weights.
  ///
  /// Without an initialiser both weight and bias are uniform within ±1/√inputs, as in PyTorch. With one for the
  /// weight, the bias is zero unless it has its own. Throws when a width is not positive.
  public init(
    _ inputs: Int, _ outputs: Int, bias: Bool = true, initialiser: Initialiser? = nil,
    biasInitialiser: Initialiser? = nil, dtype: DType = .float32, from generator: inout Generator
  ) throws {
    guard inputs > 0, outputs > 0 else {
      throw EngineError(
        .value, "`Linear(\(inputs), \(outputs))` needs at least one input and one output.")
    }
    let bound = 1 / Double(inputs).squareRoot()
    let standard = try Initialiser.uniform(-bound, bound)
    weight = Parameter(
      "weight", try (initialiser ?? standard).tensor([outputs, inputs], dtype: dtype, from: &generator))
    guard bias else {
      self.bias = nil
      return
    }
    let forBias = biasInitialiser ?? (initialiser == nil ? standard : .zeros)
    self.bias = Parameter("bias", try forBias.tensor([outputs], dtype: dtype, from: &generator))
  }

  /// Creates a layer from its numbers: a weight of shape `[outputs, inputs]` and a bias of shape `[outputs]`.
  public init(weight: Tensor, bias: Tensor? = nil) throws {
    guard weight.rank == 2, weight.count > 0 else {
      throw EngineError(
        .shape, "The weight of `Linear` has shape [outputs, inputs], but this one has \(weight.shape).")
    }
    if let bias, bias.shape != [weight.shape[0]] {
      throw EngineError(
        .shape,
        "The bias of `Linear` has one number per output, \([weight.shape[0]]), but this one has shape \(bias.shape)."
      )
    }
    self.weight = Parameter("weight", weight)
    self.bias = bias.map { Parameter("bias", $0.converted(to: weight.dtype)) }
  }

  public var namedParameters: [(name: String, parameter: Parameter)] {
    [weight, bias].compactMap { $0 }.map { ($0.name, $0) }
  }

  public var description: String {
    bias == nil ? "Linear(\(inputs), \(outputs), bias: false)" : "Linear(\(inputs), \(outputs))"
  }

  public func forward(_ x: Tensor, _ pass: Pass) throws -> Tensor {
    _ = try outputShape(for: x.shape)
    let product = try Tensor.matmul(x, weight.value, transposingSecond: true)
    guard let bias else { return product }
    return try product + bias.value
  }

  public func outputShape(for input: [Int]) throws -> [Int] {
    guard let features = input.last else {
      throw EngineError(
        .shape,
        "`\(self)` takes rows of \(inputs == 1 ? "1 feature" : "\(inputs) features"), but its input is a single number.",
        hint: inputs == 1 ? "A row of one number stands in brackets: `net([0.5])`." : nil)
    }
    guard features == inputs else {
      throw EngineError(features: features, expected: inputs, by: description, shape: input)
    }
    return input.dropLast() + [outputs]
  }
}

extension EngineError {
  /// A layer that takes another number of features than it was given.
  init(features found: Int, expected: Int, by layer: String, shape: [Int]) {
    self.init(
      .features(layer: layer, expected: expected, found: found),
      "`\(layer)` takes \(expected) features, but its input has \(found) (shape \(shape)).")
  }

  /// The same error, told about a layer that has another one before it.
  var afterAnotherLayer: EngineError {
    guard case .features(let layer, let expected, let found) = kind else { return self }
    return EngineError(
      kind, "`\(layer)` takes \(expected) features, but the layer before it gives \(found).")
  }
}
