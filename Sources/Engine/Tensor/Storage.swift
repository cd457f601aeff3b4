/// The numbers of a tensor: one of two arrays, shared between tensors and copied when written to.
enum Storage: Sendable {
  case float32([Float])
  case float64([Double])

  var dtype: DType {
    switch self {
    case .float32: .float32
    case .float64: .float64
    }
  }

  var count: Int {
    switch self {
    case .float32(let numbers): numbers.count
    case .float64(let numbers): numbers.count
    }
  }

  /// The numbers in double precision, which holds those of single precision exactly.
  var doubles: [Double] {
    switch self {
    case .float32(let numbers): numbers.map(Double.init)
    case .float64(let numbers): numbers
    }
  }

  /// One number.
  subscript(index: Int) -> Double {
    switch self {
    case .float32(let numbers): Double(numbers[index])
    case .float64(let numbers): numbers[index]
    }
  }

  /// The same numbers as another type; free when the type stays.
  func converted(to dtype: DType) -> Storage {
    switch (self, dtype) {
    case (.float32, .float32), (.float64, .float64): self
    case (.float32(let numbers), .float64): .float64(numbers.map(Double.init))
    case (.float64(let numbers), .float32): .float32(numbers.map(Float.init))
    }
  }

  /// Numbers that are all the same.
  init(repeating value: Double, count: Int, dtype: DType) {
    switch dtype {
    case .float32: self = .float32([Float](repeating: Float(value), count: count))
    case .float64: self = .float64([Double](repeating: value, count: count))
    }
  }

  /// Numbers rounded to a type.
  init(_ numbers: [Double], dtype: DType) {
    self = Storage.float64(numbers).converted(to: dtype)
  }

  /// Applies a computation that is written for either type.
  @inline(__always)
  func transformed<C: StorageComputation>(by computation: C) -> Storage {
    switch self {
    case .float32(let numbers): .float32(computation(numbers))
    case .float64(let numbers): .float64(computation(numbers))
    }
  }

  /// Writes numbers of the same type to places, without a copy where nobody else holds these numbers.
  mutating func write(_ values: Storage, by scattering: Scattering) {
    switch values {
    case .float32(let values):
      guard var numbers = takeFloats() else { return }
      scattering.write(values, into: &numbers)
      self = .float32(numbers)
    case .float64(let values):
      guard var numbers = takeDoubles() else { return }
      scattering.write(values, into: &numbers)
      self = .float64(numbers)
    }
  }

  // A function of its own for each: what a pattern match holds is let go at its end, for certain.

  @inline(never)
  private mutating func takeFloats() -> [Float]? {
    guard case .float32(let numbers) = self else { return nil }
    self = .float32([])
    return numbers
  }

  @inline(never)
  private mutating func takeDoubles() -> [Double]? {
    guard case .float64(let numbers) = self else { return nil }
    self = .float64([])
    return numbers
  }

  /// Applies a computation on two operands that is written for either type, after promotion.
  @inline(__always)
  static func combined<C: BinaryStorageComputation>(_ a: Storage, _ b: Storage, by computation: C) -> Storage
  {
    switch (a, b) {
    case (.float32(let a), .float32(let b)): .float32(computation(a, b))
    case (.float64(let a), .float64(let b)): .float64(computation(a, b))
    case (.float32, .float64(let b)): .float64(computation(a.doubles, b))
    case (.float64(let a), .float32): .float64(computation(a, b.doubles))
    }
  }
}

/// A computation from numbers to numbers, generic in their type: what a generic closure would be.
protocol StorageComputation {
  func callAsFunction<T: Scalar>(_ x: [T]) -> [T]
}

/// A computation from two operands of one type.
protocol BinaryStorageComputation {
  func callAsFunction<T: Scalar>(_ a: [T], _ b: [T]) -> [T]
}

extension Array where Element: Scalar {
  /// An array that a kernel fills: every one of its numbers must be written, unless the work is to stop.
  @inline(__always)
  static func filled(_ count: Int, by fill: (UnsafeMutablePointer<Element>) -> Void) -> [Element] {
    [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      if count > 0, let base = buffer.baseAddress { fill(base) }
      initialized = count
    }
  }

  /// Writes numbers over those from a place on.
  mutating func overwrite(from start: Int, with numbers: UnsafePointer<Element>, count: Int) {
    withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      (base + start).update(from: numbers, count: count)
    }
  }

  /// Calls a kernel with a pointer to the numbers; not at all when there are none.
  @inline(__always)
  func reading(_ body: (UnsafePointer<Element>) -> Void) {
    withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { body(base) }
    }
  }
}
