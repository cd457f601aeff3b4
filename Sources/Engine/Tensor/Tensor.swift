/// An array of numbers with any number of axes: a value, row-major and contiguous.
///
/// Copies share their numbers until one of them is written to. A tensor with shape `[]` is a scalar. A tensor
/// made from tracked tensors carries the node of the tape that can differentiate it.
public struct Tensor: Sendable {
  var storage: Storage
  /// The length of each axis; empty for a scalar.
  public let shape: [Int]
  /// Where this tensor came from, if derivatives with respect to something are wanted.
  let node: TapeNode?

  /// A tensor of numbers whose count fits the shape.
  init(_ storage: Storage, shape: [Int], node: TapeNode? = nil) {
    self.storage = storage
    self.shape = shape
    self.node = node
  }

  /// Creates a tensor from its numbers in row-major order.
  ///
  /// Throws when the shape does not hold exactly these numbers.
  public init(_ values: [Double], shape: [Int], dtype: DType = .float32) throws {
    let count = try Shape.count(of: shape, dtype: dtype)
    guard count == values.count else {
      throw EngineError(
        .shape, "\(values.count) numbers do not fill the shape \(shape), which holds \(count).")
    }
    self.init(Storage(values, dtype: dtype), shape: shape)
  }

  /// Creates a vector.
  public init(_ values: [Double], dtype: DType = .float32) {
    self.init(Storage(values, dtype: dtype), shape: [values.count])
  }

  /// Creates a scalar.
  public init(_ value: Double, dtype: DType = .float32) {
    self.init(Storage(repeating: value, count: 1, dtype: dtype), shape: [])
  }

  /// The kind of number held.
  public var dtype: DType { storage.dtype }
  /// How many numbers there are.
  public var count: Int { storage.count }
  /// How many axes there are; 0 for a scalar.
  public var rank: Int { shape.count }
  /// The numbers in row-major order.
  public var doubles: [Double] { storage.doubles }

  /// One number, by its position in row-major order; nil where there is none. Others are not looked at.
  public func number(at position: Int) -> Double? {
    position >= 0 && position < count ? storage[position] : nil
  }

  /// The number in a tensor that holds just one.
  public func item() throws -> Double {
    guard count == 1 else {
      throw EngineError(
        .shape, "A single number is needed here, but this tensor of shape \(shape) holds \(count).",
        hint: "Pick one with an index, or reduce them with `sum` or `mean`.")
    }
    return storage[0]
  }

  /// The same values as another type. Differentiable.
  public func converted(to dtype: DType) -> Tensor {
    guard dtype != self.dtype else { return self }
    let original = self.dtype
    return Tensor(storage.converted(to: dtype), shape: shape)
      .recorded(from: self) { step in step.gradient.converted(to: original) }
  }

  /// Whether no number is infinite or NaN.
  public var isFinite: Bool {
    switch storage {
    case .float32(let x): x.allSatisfy(\.isFinite)
    case .float64(let x): x.allSatisfy(\.isFinite)
    }
  }
}

extension Tensor: Equatable {
  /// Equal shape, type and numbers. NaN differs from itself; where a tensor came from plays no part.
  public static func == (a: Tensor, b: Tensor) -> Bool {
    guard a.shape == b.shape else { return false }
    switch (a.storage, b.storage) {
    case (.float32(let x), .float32(let y)): return x == y
    case (.float64(let x), .float64(let y)): return x == y
    default: return false
    }
  }
}
