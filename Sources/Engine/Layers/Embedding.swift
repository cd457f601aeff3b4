/// A learned row of numbers for each of some categories: takes category numbers of any shape and gives
/// `[…, width]`.
public struct Embedding: Layer {
  /// The rows, of shape `[categories, width]`.
  public let weight: Parameter
  public let kind = "Embedding"

  /// How many categories there are.
  public var categories: Int { weight.value.shape[0] }
  /// How many numbers each category gets.
  public var width: Int { weight.value.shape[1] }

  /// Creates the layer with standard normal rows, or those of an initialiser. Throws when a count is not positive.
  public init(
    _ categories: Int, _ width: Int, initialiser: Initialiser? = nil, dtype: DType = .float32,
    from generator: inout Generator
  ) throws {
    guard categories > 0, width > 0 else {
      throw EngineError(
        .value, "`Embedding(\(categories), \(width))` needs at least one category and one number for each.")
    }
    let initialiser = try initialiser ?? .normal()
    weight = Parameter("weight", try initialiser.tensor([categories, width], dtype: dtype, from: &generator))
  }

  public var namedParameters: [(name: String, parameter: Parameter)] { [(weight.name, weight)] }
  public var description: String { "Embedding(\(categories), \(width))" }

  public func forward(_ x: Tensor, _ pass: Pass) throws -> Tensor {
    let rows = try x.doubles.map { value in
      guard let row = Int(exactly: value), row >= 0, row < categories else {
        throw EngineError(
          .value,
          "`\(self)` takes category numbers from 0 to \(categories - 1), but its input contains \(value.formatted)."
        )
      }
      return row
    }
    return try weight.value.gathering(rows).reshaped(to: outputShape(for: x.shape))
  }

  public func outputShape(for input: [Int]) throws -> [Int] { input + [width] }
}
