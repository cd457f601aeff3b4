import Glibc

/// The rules that shapes obey. A shape is an `[Int]` of non-negative lengths; `[]` is a scalar's.
enum Shape {
  /// No tensor holds more numbers than this, which BLAS counts in 32 bits, nor more than fill a quarter of the
  /// machine's memory.
  static let largestCount = (1 << 31) - 1

  /// The bytes that one tensor may take: a quarter of the physical memory.
  private static let largestByteCount =
    max(1 << 28, sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) / 4)

  /// How many numbers a tensor of this shape holds.
  ///
  /// Throws when a length is negative or the tensor would be too large to hold. An empty tensor is measured
  /// without its lengths of 0, since a reduction along them leaves the others.
  static func count(of shape: [Int], dtype: DType = .float32) throws -> Int {
    var (count, overflows) = (1, false)
    for length in shape {
      guard length >= 0 else {
        throw EngineError(
          .shape, "A shape has no negative lengths, but this one is \(shape).",
          hint: "Only `reshape` takes a -1, for the one length that follows from the others.")
      }
      let (product, overflow) = count.multipliedReportingOverflow(by: max(1, length))
      overflows = overflows || overflow
      count = product
    }
    let limit = min(largestCount, largestByteCount / dtype.byteCount)
    guard !overflows, count <= limit else {
      throw EngineError(
        .size,
        "A tensor of shape \(shape) is too large: the limit here is \(limit) numbers of \(dtype.rawValue).",
        hint: "Work in batches, or with fewer points.")
    }
    if shape.contains(0) { return 0 }
    try AvailableMemory.requireRoom(count * dtype.byteCount, for: shape)
    return count
  }

  /// The shape that both shapes broadcast to: aligned at the right, a length 1 stretches to the other's.
  static func broadcast(_ a: [Int], _ b: [Int], for operation: String) throws -> [Int] {
    do { return try broadcast(a, b) } catch {
      throw EngineError(
        .shape,
        "Shapes \(a) and \(b) do not fit for `\(operation)`: \(error.left) against \(error.right) in axis \(error.axis).",
        hint: "Aligned at the right, two lengths must be equal or one of them 1.")
    }
  }

  /// Two lengths that do not fit each other, and their axis counted from the right.
  struct Mismatch: Error {
    let left: Int
    let right: Int
    let axis: Int
  }

  /// The same, for messages of another kind.
  static func broadcast(_ a: [Int], _ b: [Int]) throws(Mismatch) -> [Int] {
    if a == b { return a }
    let rank = max(a.count, b.count)
    var result = [Int](repeating: 1, count: rank)
    for i in 0..<rank {
      let m = i < rank - a.count ? 1 : a[i - (rank - a.count)]
      let n = i < rank - b.count ? 1 : b[i - (rank - b.count)]
      guard m == n || m == 1 || n == 1 else {
        throw Mismatch(left: m, right: n, axis: i - rank)
      }
      result[i] = m == 1 ? n : m
    }
    return result
  }

  /// The axis counted from the left. A negative axis counts from the right, -1 being the last.
  static func axis(_ axis: Int, rank: Int) throws -> Int {
    guard axis >= -rank, axis < rank else {
      let range =
        rank == 0 ? "a scalar has no axes" : "a tensor with \(rank) axes has axes \(-rank) to \(rank - 1)"
      throw EngineError(.index, "There is no axis \(axis): \(range).")
    }
    return axis < 0 ? axis + rank : axis
  }

  /// Several axes counted from the left, each of them once, in ascending order.
  static func axes(_ axes: [Int], rank: Int) throws -> [Int] {
    let result = try axes.map { try axis($0, rank: rank) }.sorted()
    for (a, b) in zip(result, result.dropFirst()) where a == b {
      throw EngineError(.index, "Axis \(a) is named twice in \(axes).")
    }
    return result
  }

  /// The distance in numbers between neighbours along each axis of a contiguous row-major tensor.
  static func strides(of shape: [Int]) -> [Int] {
    var strides = [Int](repeating: 1, count: shape.count)
    for i in stride(from: shape.count - 2, through: 0, by: -1) {
      strides[i] = strides[i + 1] * max(1, shape[i + 1])
    }
    return strides
  }
}
