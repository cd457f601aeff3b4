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

  /// Normal, drawn again where a number is more than `cut` standard deviations from the mean.
  ///
  /// `std` is the deviation before the cut, as in PyTorch. Throws when it is negative, or `cut` below 0.1.
  public static func truncatedNormal(
    mean: Double = 0, std: Double = 1, cut: Double = 2
  ) throws -> Initialiser {
    guard std >= 0, cut >= 0.1 else {
      throw EngineError(
        .value, "`truncatedNormal` needs std ≥ 0 and cut ≥ 0.1, but they are \(std) and \(cut).")
    }
    return Initialiser("truncatedNormal(mean: \(mean), std: \(std), cut: \(cut))") {
      shape, dtype, generator in
      var values = generator.normals(try Shape.count(of: shape, dtype: dtype))
      for i in values.indices {
        while abs(values[i]) > cut { values[i] = generator.normal() }
        values[i] = mean + std * values[i]
      }
      return try Tensor(values, shape: shape, dtype: dtype)
    }
  }

  /// 1 on the diagonal and 0 elsewhere: a square layer then begins as the identity.
  public static let identity = Initialiser("identity") { shape, dtype, _ in
    guard shape.count == 2 else {
      throw EngineError(
        .shape, "`identity` needs a weight of shape [outputs, inputs], but this one has \(shape).")
    }
    var values = [Double](repeating: 0, count: try Shape.count(of: shape, dtype: dtype))
    for i in 0..<min(shape[0], shape[1]) { values[i * shape[1] + i] = 1 }
    return try Tensor(values, shape: shape, dtype: dtype)
  }
}
