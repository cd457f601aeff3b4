/// A way to choose the first values of a parameter.
public struct Initialiser: Sendable, CustomStringConvertible {
  /// What it is called, with its settings.
  public let description: String
  private let make: @Sendable ([Int], DType, inout Generator) throws -> Tensor

  /// Creates an initialiser from a function of shape, type and random numbers.
  public init(
    _ description: String, _ make: @escaping @Sendable ([Int], DType, inout Generator) throws -> Tensor
  ) {
    self.description = description
    self.make = make
  }

  /// The first value of a parameter of some shape.
  public func tensor(
    _ shape: [Int], dtype: DType = .float32, from generator: inout Generator
  ) throws -> Tensor {
    try make(shape, dtype, &generator)
  }

  /// Zeros.
  public static let zeros = Initialiser("zeros") { shape, dtype, _ in try .zeros(shape, dtype: dtype) }
  /// Ones.
  public static let ones = Initialiser("ones") { shape, dtype, _ in try .ones(shape, dtype: dtype) }

  /// One number everywhere.
  public static func constant(_ value: Double) -> Initialiser {
    Initialiser("constant(\(value))") { shape, dtype, _ in try .full(shape, value, dtype: dtype) }
  }

  /// Uniform in `low ..< high`. Throws unless low ≤ high.
  public static func uniform(_ low: Double, _ high: Double) throws -> Initialiser {
    guard low <= high else {
      throw EngineError(.value, "`uniform` needs low ≤ high, but they are \(low) and \(high).")
    }
    return Initialiser("uniform(\(low), \(high))") { shape, dtype, generator in
      try .uniform(shape, low: low, high: high, dtype: dtype, from: &generator)
    }
  }

  /// Normal with a mean and a standard deviation. Throws when the latter is negative.
  public static func normal(mean: Double = 0, std: Double = 1) throws -> Initialiser {
    guard std >= 0 else {
      throw EngineError(.value, "A standard deviation is not negative, but this one is \(std).")
    }
    return Initialiser("normal(mean: \(mean), std: \(std))") { shape, dtype, generator in
      try .normal(shape, mean: mean, std: std, dtype: dtype, from: &generator)
    }
  }
}
