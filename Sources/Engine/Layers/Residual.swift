/// `y = x + f(x)`: a block that learns what to add to its input.
///
/// Source: He, Zhang, Ren, Sun, "Deep residual learning for image recognition", 2015.
public struct Residual: Layer {
  /// f, which keeps the shape of its input.
  public let block: any Layer
  public let kind = "Residual"

  /// Creates a residual block around a layer.
  public init(_ block: any Layer) { self.block = block }

  public var children: [any Layer] { [block] }
  public var namedParameters: [(name: String, parameter: Parameter)] { block.namedParameters }
  public var description: String { "Residual(\(block))" }

  public func forward(_ x: Tensor, _ pass: Pass) throws -> Tensor {
    let y = try block.forward(x, pass)
    try requireSame(x.shape, y.shape)
    return try x + y
  }

  public func outputShape(for input: [Int]) throws -> [Int] {
    try requireSame(input, block.outputShape(for: input))
    return input
  }

  private func requireSame(_ input: [Int], _ output: [Int]) throws {
    guard input == output else {
      throw EngineError(
        .shape, "`Residual` adds its block's output to its input, but the block makes \(output) of \(input).",
        hint: "Give the block as many outputs as inputs.")
    }
  }
}
