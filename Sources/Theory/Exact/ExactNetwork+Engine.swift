import Engine

// The one file in which exact functions and the engine's networks meet.

extension ExactNetwork {
  /// A network of the engine, as it is outside of training.
  ///
  /// - Throws: ``TheoryError`` naming the first layer that does not consist of straight pieces, or has no exact
  ///   meaning.
  public init(_ network: any Layer) throws {
    var reader = NetworkReader()
    try reader.read(network)
    guard let inputs = reader.inputs, let width = reader.width else {
      throw TheoryError(
        "`\(network)` has no layer that says how many numbers it takes.",
        hint: "Put a `Linear` layer into it.")
    }
    self.init(inputs: inputs, outputs: width, steps: reader.steps)
  }
}

extension ExactNetwork {
  /// The network as one of the engine, to be trained, drawn and saved: its weights rounded to Float64.
  ///
  /// - Throws: ``TheoryError`` for a weight beyond the range of Float64.
  public func network() throws -> Sequential {
    var steps = steps[...]
    return Sequential(try ExactNetwork.layers(&steps))
  }

  /// The layers of the steps up to the end of the block that they are in.
  private static func layers(_ steps: inout ArraySlice<Step>) throws -> [any Layer] {
    var layers: [any Layer] = []
    while let step = steps.popFirst() {
      switch step {
      case .affine(let map, _): layers.append(try layer(map))
      case .activation(let activation, _): layers.append(try layer(activation))
      case .remember: layers.append(Residual(Sequential(try ExactNetwork.layers(&steps))))
      case .addRemembered: return layers
      }
    }
    return layers
  }

  private static func layer(_ map: AffineMap) throws -> Linear {
    let numbers = (map.weights + map.bias).map(\.double)
    guard numbers.allSatisfy(\.isFinite) else {
      throw TheoryError("A weight of the network is larger than Float64 can hold.")
    }
    let count = map.weights.count
    return try Linear(
      weight: Tensor(Array(numbers[..<count]), shape: [map.outputs, map.inputs], dtype: .float64),
      bias: Tensor(Array(numbers[count...]), dtype: .float64))
  }

  private static func layer(_ activation: PiecewiseActivation) throws -> any Layer {
    switch activation {
    case .relu: ReLU()
    case .hardTanh: HardTanh()
    case .hardSigmoid: HardSigmoid()
    default: LeakyReLU(slope: activation.pieces[0].slope.double)
    }
  }

  /// Whether the engine's network has exactly these weights: none had to be rounded.
  public var fitsFloat64: Bool {
    steps.allSatisfy { step in
      guard case .affine(let map, _) = step else { return true }
      return map.fitsFloat64
    }
  }
}

extension ShallowNetwork {
  /// The sum as a network of the engine in Float64: `Linear(inputs, n) >> activation >> Linear(n, 1)`.
  public func network(_ activation: any Layer) throws -> Sequential {
    Sequential([
      try Linear(
        weight: Tensor(weights, shape: [outer.count, inputs], dtype: .float64),
        bias: Tensor(biases, dtype: .float64)),
      activation,
      try Linear(
        weight: Tensor(outer, shape: [1, outer.count], dtype: .float64),
        bias: Tensor([offset], dtype: .float64)),
    ])
  }
}

/// Reads layers into steps, one behind the other.
private struct NetworkReader {
  private(set) var steps: [ExactNetwork.Step] = []
  private(set) var inputs: Int?
  /// How many numbers the last layer gives; nil as long as no layer says.
  private(set) var width: Int?
  /// How many numbers are remembered in front.
  private var kept = 0
  private var dtype = DType.float64

  mutating func read(_ layer: any Layer) throws {
    switch layer {
    case let sequential as Sequential:
      for layer in sequential.layers { try read(layer) }
    case let linear as Linear:
      try read(linear)
    case let residual as Residual:
      try read(residual)
    case is ReLU: bend(.relu)
    case let leaky as LeakyReLU:
      // The slope that the layer really multiplies with has the precision of its input.
      let slope = dtype == .float32 ? Double(Float(leaky.slope)) : leaky.slope
      bend(.leakyReLU(try Rational(slope)))
    case is HardTanh: bend(.hardTanh)
    case is HardSigmoid: bend(.hardSigmoid)
    // None of these changes a row of numbers outside of training.
    case is Identity, is Flatten, is Dropout: break
    default:
      throw TheoryError(
        "`\(layer)` cannot be computed exactly.",
        hint: "Exact are Linear, ReLU, LeakyReLU, HardTanh, HardSigmoid, Residual, Flatten and Dropout.")
    }
  }

  private mutating func bend(_ activation: PiecewiseActivation) {
    steps.append(.activation(activation, keeping: kept))
  }

  private mutating func read(_ linear: Linear) throws {
    try take(linear.inputs, "\(linear)")
    dtype = linear.weight.value.dtype
    let weights = try exact(linear.weight.value, of: linear)
    let bias = try linear.bias.map { try exact($0.value, of: linear) }
    let map = try AffineMap(weights: weights, bias: bias ?? [Rational](repeating: 0, count: linear.outputs))
    steps.append(.affine(map, keeping: kept))
    width = linear.outputs
  }

  private mutating func read(_ residual: Residual) throws {
    guard let before = width ?? linearInputs(of: residual.block) else {
      throw TheoryError(
        "`\(residual)` does not say how many numbers it takes.",
        hint: "Put a `Linear` layer before it or into it.")
    }
    try take(before, "\(residual)")
    steps.append(.remember(keeping: kept))
    kept += before
    try read(residual.block)
    guard width == before else {
      throw TheoryError(
        "The block of `\(residual)` gives \(width ?? 0) numbers for \(before), and so they cannot be added.")
    }
    kept -= before
    steps.append(.addRemembered(keeping: kept, count: before))
  }

  /// Notes that a layer takes `count` numbers.
  private mutating func take(_ count: Int, _ layer: String) throws {
    guard width == nil || width == count else {
      throw TheoryError("`\(layer)` takes \(count) numbers, but the layer before it gives \(width ?? 0).")
    }
    if inputs == nil { inputs = count }
    width = count
  }

  private func linearInputs(of layer: any Layer) -> Int? {
    if let linear = layer as? Linear { return linear.inputs }
    for child in layer.children {
      if let inputs = linearInputs(of: child) { return inputs }
    }
    return nil
  }

  private func exact(_ tensor: Tensor, of layer: Linear) throws -> [Rational] {
    try tensor.doubles.map { value in
      guard value.isFinite else {
        throw TheoryError("`\(layer)` has the weight \(value), with which nothing can be computed exactly.")
      }
      return try Rational(value)
    }
  }
}

/// The product of a matrix, row after row, with the transpose of another one: as fast as the engine's.
func product(
  of a: [Double], rows: Int, with b: [Double], transposedRows columns: Int, inner: Int
) throws -> [Double] {
  let left = try Tensor(a, shape: [rows, inner], dtype: .float64)
  let right = try Tensor(b, shape: [columns, inner], dtype: .float64)
  return try Tensor.matmul(left, right, transposingSecond: true).doubles
}
