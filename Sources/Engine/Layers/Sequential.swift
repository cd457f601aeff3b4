/// Layers one after another, each on the output of the one before it.
public struct Sequential: Layer {
  /// The layers in order. A `Sequential` among them is replaced by its own layers.
  public let layers: [any Layer]
  public let kind = "Sequential"

  /// Creates a chain of layers.
  public init(_ layers: [any Layer]) {
    self.layers = layers.flatMap { ($0 as? Sequential)?.layers ?? [$0] }
  }

  public var children: [any Layer] { layers }

  public var namedParameters: [(name: String, parameter: Parameter)] {
    layers.enumerated().flatMap { index, layer in
      layer.namedParameters.map { ("\(index).\($0.name)", $0.parameter) }
    }
  }

  public var description: String { layers.map(\.description).joined(separator: " >> ") }

  public func forward(_ x: Tensor, _ pass: Pass) throws -> Tensor {
    try layers.indices.reduce(x) { x, i in
      try blaming(i) { try layers[i].forward(x, pass) }
    }
  }

  public func outputShape(for input: [Int]) throws -> [Int] {
    try layers.indices.reduce(input) { shape, i in
      try blaming(i) { try layers[i].outputShape(for: shape) }
    }
  }

  /// Runs a step of the chain; a mismatch behind the first layer is between it and the one before.
  private func blaming<T>(_ index: Int, _ body: () throws -> T) throws -> T {
    guard index > 0 else { return try body() }
    do {
      return try body()
    } catch let error as EngineError {
      throw error.afterAnotherLayer
    }
  }
}
