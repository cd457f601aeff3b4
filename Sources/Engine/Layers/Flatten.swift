/// Each row's axes merged into one: `[n, a, b, …]` becomes `[n, a b …]`.
public struct Flatten: Layer {
  public let kind = "Flatten"
  /// Creates the layer.
  public init() {}

  public func forward(_ x: Tensor, _ pass: Pass) throws -> Tensor {
    try x.reshaped(to: outputShape(for: x.shape))
  }

  public func outputShape(for input: [Int]) throws -> [Int] {
    guard let rows = input.first else {
      throw EngineError(.shape, "`Flatten` takes a batch of rows, but its input is a single number.")
    }
    return [rows, input.dropFirst().reduce(1, *)]
  }
}
