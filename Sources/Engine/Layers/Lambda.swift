/// A function as a layer.
public struct Lambda: Layer {
  public let kind: String
  public let children: [any Layer]
  private let function: (Tensor, Pass) throws -> Tensor

  /// Creates a layer from a function.
  ///
  /// - Parameters:
  ///   - name: what the layer is called in descriptions.
  ///   - layers: the layers that the function uses, whose parameters are then this layer's: `0.weight` is that
  ///     of the first.
  ///   - function: the output for an input. It should call other layers with the pass that it is given.
  public init(
    _ name: String, using layers: [any Layer] = [], _ function: @escaping (Tensor, Pass) throws -> Tensor
  ) {
    kind = name
    children = layers
    self.function = function
  }

  public var namedParameters: [(name: String, parameter: Parameter)] {
    children.enumerated().flatMap { index, layer in
      layer.namedParameters.map { ("\(index).\($0.name)", $0.parameter) }
    }
  }

  public var description: String { kind }

  public func forward(_ x: Tensor, _ pass: Pass) throws -> Tensor { try function(x, pass) }

  /// The shape that the function gives for zeros, since nothing else is known about it.
  public func outputShape(for input: [Int]) throws -> [Int] {
    try function(.zeros(input), Pass()).shape
  }
}
