/// Layers side by side on the same input, their outputs joined along the last axis.
public struct Parallel: Layer {
  /// The layers, in the order of their outputs.
  public let layers: [any Layer]
  public let kind = "Parallel"

  /// Creates the layer. Throws when there are no layers.
  public init(_ layers: [any Layer]) throws {
    guard !layers.isEmpty else { throw EngineError(.value, "`Parallel` needs at least one layer.") }
    self.layers = layers
  }

  public var children: [any Layer] { layers }
  public var namedParameters: [(name: String, parameter: Parameter)] {
    layers.enumerated().flatMap { index, layer in
      layer.namedParameters.map { ("\(index).\($0.name)", $0.parameter) }
    }
  }
  public var description: String { "Parallel(\(layers.map(\.description).joined(separator: ", ")))" }

  public func forward(_ x: Tensor, _ pass: Pass) throws -> Tensor {
    try .concatenate(layers.map { try $0.forward(x, pass) }, axis: -1)
  }

  public func outputShape(for input: [Int]) throws -> [Int] {
    let shapes = try layers.map { try $0.outputShape(for: input) }
    let leading = shapes[0].dropLast()
    guard !shapes[0].isEmpty, shapes.allSatisfy({ $0.dropLast() == leading && $0.count == shapes[0].count })
    else {
      throw EngineError(
        .shape,
        "`Parallel` joins outputs along the last axis, but they have shapes \(shapes.map { "\($0)" }.joined(separator: ", "))."
      )
    }
    return leading + [shapes.reduce(0) { $0 + ($1.last ?? 0) }]
  }
}
