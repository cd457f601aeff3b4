/// Layers one after another, each on the output of the one before it.
///
/// A chain of chains is one chain; that some of its layers were put together before only shows in the names of
/// their parameters, `0.1.weight` for the second layer of a chain that comes first.
public struct Sequential: Layer {
  /// The layers in order. A `Sequential` among them is replaced by its own layers.
  public let layers: [any Layer]
  /// The positions that lead to each layer, from outside to inside: more than one for a layer of an inner chain.
  private let paths: [[Int]]
  /// How many positions there are on the outside.
  private let width: Int
  public let kind = "Sequential"

  /// Creates a chain of layers, and of the layers of chains among them as if they stood there one by one.
  public init(_ layers: [any Layer]) {
    var (flat, paths, width): ([any Layer], [[Int]], Int) = ([], [], 0)
    for layer in layers {
      if let chain = layer as? Sequential {
        flat += chain.layers
        paths += chain.paths.map { [width + $0[0]] + $0.dropFirst() }
        width += chain.width
      } else {
        flat.append(layer)
        paths.append([width])
        width += 1
      }
    }
    (self.layers, self.paths, self.width) = (flat, paths, width)
  }

  /// Creates a chain in which a chain keeps one position to itself, as in PyTorch's `nn.Sequential`.
  public init(nesting layers: [any Layer]) {
    self.layers = layers.flatMap { ($0 as? Sequential)?.layers ?? [$0] }
    paths = layers.enumerated().flatMap { index, layer in
      (layer as? Sequential)?.paths.map { [index] + $0 } ?? [[index]]
    }
    width = layers.count
  }

  public var children: [any Layer] { layers }

  public var namedParameters: [(name: String, parameter: Parameter)] {
    zip(layers, paths).flatMap { layer, path in
      let prefix = path.map(String.init).joined(separator: ".")
      return layer.namedParameters.map { ("\(prefix).\($0.name)", $0.parameter) }
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
