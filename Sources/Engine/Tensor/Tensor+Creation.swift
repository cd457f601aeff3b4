extension Tensor {
  /// Zeros.
  public static func zeros(_ shape: [Int], dtype: DType = .float32) throws -> Tensor {
    try full(shape, 0, dtype: dtype)
  }

  /// Ones.
  public static func ones(_ shape: [Int], dtype: DType = .float32) throws -> Tensor {
    try full(shape, 1, dtype: dtype)
  }

  /// One number everywhere.
  public static func full(_ shape: [Int], _ value: Double, dtype: DType = .float32) throws -> Tensor {
    let count = try Shape.count(of: shape, dtype: dtype)
    return Tensor(Storage(repeating: value, count: count, dtype: dtype), shape: shape)
  }

  /// One number everywhere, in the shape and type of another tensor.
  static func filled(_ value: Double, like other: Tensor) -> Tensor {
    Tensor(Storage(repeating: value, count: other.count, dtype: other.dtype), shape: other.shape)
  }

  /// The numbers from `start` up to but not including `end`, `step` apart; empty if `end` is not ahead.
  ///
  /// Throws when the step is 0 or a number is not finite.
  public static func arange(
    from start: Double = 0, to end: Double, step: Double = 1, dtype: DType = .float32
  ) throws -> Tensor {
    guard step != 0, start.isFinite, end.isFinite, step.isFinite else {
      throw EngineError(
        .value, "`arange` from \(start) to \(end) in steps of \(step) has no end.",
        hint: "Take a step that is not 0, and finite numbers.")
    }
    let exact = ((end - start) / step).rounded(.up)
    guard exact > 0 else { return Tensor(.init([], dtype: dtype), shape: [0]) }
    let count = try Shape.count(of: [Int(exactly: exact) ?? .max], dtype: dtype)
    return Tensor((0..<count).map { start + Double($0) * step }, dtype: dtype)
  }

  /// `count` numbers evenly spaced from `start` to `end`, both included.
  public static func linspace(
    from start: Double, to end: Double, count: Int, dtype: DType = .float32
  ) throws -> Tensor {
    let count = try Shape.count(of: [count], dtype: dtype)
    guard start.isFinite, end.isFinite else {
      throw EngineError(.value, "`linspace` needs finite ends, but these are \(start) and \(end).")
    }
    guard count > 1 else { return Tensor([Double](repeating: start, count: count), dtype: dtype) }
    let last = Double(count - 1)
    // From the nearer end, so that both ends are exact.
    return Tensor(
      (0..<count).map { i in
        let fraction = Double(i) / last
        return fraction < 0.5
          ? start + (end - start) * fraction : end - (end - start) * (Double(count - 1 - i) / last)
      }, dtype: dtype)
  }

  /// The identity matrix.
  public static func eye(_ n: Int, dtype: DType = .float32) throws -> Tensor {
    let count = try Shape.count(of: [n, n], dtype: dtype)
    var values = [Double](repeating: 0, count: count)
    for i in 0..<n { values[i * n + i] = 1 }
    return Tensor(Storage(values, dtype: dtype), shape: [n, n])
  }

  /// Independent standard normal numbers.
  public static func normal(
    _ shape: [Int], mean: Double = 0, std: Double = 1, dtype: DType = .float32,
    from generator: inout Generator
  ) throws -> Tensor {
    let count = try Shape.count(of: shape, dtype: dtype)
    var values = generator.normals(count)
    try Interruption.check()
    if mean != 0 || std != 1 {
      for i in values.indices { values[i] = mean + std * values[i] }
    }
    return Tensor(Storage(values, dtype: dtype), shape: shape)
  }

  /// Independent numbers, uniform in `low ..< high`.
  public static func uniform(
    _ shape: [Int], low: Double = 0, high: Double = 1, dtype: DType = .float32,
    from generator: inout Generator
  ) throws -> Tensor {
    let count = try Shape.count(of: shape, dtype: dtype)
    var values = [Double](repeating: 0, count: count)
    Interruption.forEachPiece(of: count) { piece in
      for i in piece { values[i] = low + (high - low) * generator.uniform(dtype) }
    }
    try Interruption.check()
    return Tensor(Storage(values, dtype: dtype), shape: shape)
  }

  /// Independent zeros and ones, 1 with the given probability.
  ///
  /// Throws when the probability is not within 0 to 1.
  public static func bernoulli(
    _ shape: [Int], probability: Double, dtype: DType = .float32, from generator: inout Generator
  ) throws -> Tensor {
    guard (0...1).contains(probability) else {
      throw EngineError(.value, "A probability lies between 0 and 1, but this one is \(probability).")
    }
    let count = try Shape.count(of: shape, dtype: dtype)
    var values = [Double](repeating: 0, count: count)
    Interruption.forEachPiece(of: count) { piece in
      for i in piece { values[i] = generator.uniform() < probability ? 1 : 0 }
    }
    return Tensor(Storage(values, dtype: dtype), shape: shape)
  }
}
