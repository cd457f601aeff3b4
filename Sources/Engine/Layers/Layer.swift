/// A function with parameters, from tensors to tensors: a layer, or a whole network.
///
/// The first axis of inputs and outputs counts the rows of a batch. A layer is a small immutable value; what it
/// learns lies in the `Parameter`s that it refers to, so that a layer used twice shares its weights.
public protocol Layer: CustomStringConvertible {
  /// The name of the layer's kind, such as `Linear`.
  var kind: String { get }
  /// The parameters in order, with the names that PyTorch's `state_dict` gives them, such as `0.weight`.
  var namedParameters: [(name: String, parameter: Parameter)] { get }
  /// The layers that this one consists of, in order; empty for most.
  var children: [any Layer] { get }

  /// The output for an input. Throws when the input's shape does not fit.
  func forward(_ x: Tensor, _ pass: Pass) throws -> Tensor

  /// The shape of the output for an input of this shape, found without computing it. Throws when the shape does
  /// not fit.
  func outputShape(for input: [Int]) throws -> [Int]
}

extension Layer {
  public var namedParameters: [(name: String, parameter: Parameter)] { [] }
  public var children: [any Layer] { [] }
  public var description: String { "\(kind)()" }

  /// The parameters in order, each once even if it is shared.
  public var parameters: [Parameter] {
    var seen: Set<ObjectIdentifier> = []
    return namedParameters.map(\.parameter).filter { seen.insert(ObjectIdentifier($0)).inserted }
  }

  /// How many numbers training can change.
  public var parameterCount: Int {
    parameters.filter(\.isTrainable).reduce(0) { $0 + $1.value.count }
  }

  /// The output for an input, outside of training.
  public func callAsFunction(_ x: Tensor) throws -> Tensor { try forward(x, Pass()) }
}
