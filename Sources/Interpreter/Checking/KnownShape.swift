/// The shape of a tensor as far as it is known before a cell runs: the number of axes, and the lengths of some.
struct KnownShape: Equatable {
  /// The length of each axis; nil where it is not known.
  var lengths: [Int?]

  init(_ lengths: [Int?]) { self.lengths = lengths }

  static let scalar = KnownShape([])

  var rank: Int { lengths.count }

  /// The length of the last axis; nil for a scalar and where it is not known.
  var last: Int? { lengths.last ?? nil }

  /// How many numbers a tensor of this shape holds; nil where a length is not known.
  var count: Int? {
    var count = 1
    for length in lengths {
      guard let length else { return nil }
      let (product, overflows) = count.multipliedReportingOverflow(by: length)
      guard !overflows else { return nil }
      count = product
    }
    return count
  }

  var reversed: KnownShape { KnownShape(lengths.reversed()) }

  /// The axis counted from the left; nil where there is none of that number.
  func axis(_ axis: Int) -> Int? {
    let index = axis < 0 ? axis + rank : axis
    return lengths.indices.contains(index) ? index : nil
  }

  /// Two lengths that do not fit each other.
  struct Mismatch: Error {
    let left: Int
    let right: Int
    /// The axis, counted from the right: -1 is the last.
    let axis: Int
  }

  /// The shape that both shapes broadcast to, as `Shape.broadcast` finds it for lengths that are all known.
  func broadcast(with other: KnownShape) throws(Mismatch) -> KnownShape {
    let rank = max(self.rank, other.rank)
    var result: [Int?] = []
    for index in 0..<rank {
      let axis = index - rank
      let left = axis + self.rank < 0 ? 1 : lengths[axis + self.rank]
      let right = axis + other.rank < 0 ? 1 : other.lengths[axis + other.rank]
      switch (left, right) {
      case (1?, _): result.append(right)
      case (_, 1?): result.append(left)
      case (let left?, let right?):
        guard left == right else { throw Mismatch(left: left, right: right, axis: axis) }
        result.append(left)
      case (nil, let known), (let known, nil): result.append(known)
      }
    }
    return KnownShape(result)
  }

  /// The shape of the matrix product; nil where the ranks leave it open, as they do for scalars.
  ///
  /// A mismatch in the axis -1 is one of the inner lengths, in another axis one of the matrices' number.
  func matrixProduct(with other: KnownShape) throws(Mismatch) -> KnownShape? {
    guard rank > 0, other.rank > 0 else { return nil }
    let inner = other.lengths[max(0, other.rank - 2)]
    if let last, let inner, last != inner { throw Mismatch(left: last, right: inner, axis: -1) }
    let rows = rank > 1 ? [lengths[rank - 2]] : []
    let columns = other.rank > 1 ? [other.lengths[other.rank - 1]] : []
    let leading = KnownShape(Array(lengths.dropLast(2)))
    do {
      let batches = try leading.broadcast(with: KnownShape(Array(other.lengths.dropLast(2))))
      return KnownShape(batches.lengths + rows + columns)
    } catch {
      throw Mismatch(left: error.left, right: error.right, axis: error.axis - 2)
    }
  }
}

extension KnownShape: CustomStringConvertible {
  /// As messages show it, with a question mark for what is not known: `[?, 3]`.
  var description: String { "[\(lengths.map { $0.map(String.init) ?? "?" }.joined(separator: ", "))]" }
}

extension Int {
  /// The sum; nil where it does not fit in 64 bits, as of lengths that no tensor can have.
  func plus(_ other: Int) -> Int? {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? nil : sum
  }
}
