extension Tensor {
  /// The position of the largest number along an axis, or among all in row-major order. The first one wins,
  /// and NaN counts as largest. Throws when there are no numbers. Nothing flows back through it.
  public func argmax(axis: Int? = nil, keepDims: Bool = false) throws -> Tensor {
    guard let axis else {
      let flat = try detached.reshaped(to: [count]).argmax(axis: 0)
      return keepDims ? try flat.reshaped(to: shape.map { _ in 1 }) : flat
    }
    let position = try Shape.axis(axis, rank: rank)
    try requireNumbers(along: [position], for: "argmax")
    var reduced = shape
    reduced[position] = 1
    let view = AxisView(shape, axis: position)
    return try Tensor(storage.transformed(by: PositionOfLargest(view: view)), shape: reduced)
      .droppingReduced([position], unless: keepDims)
  }

  /// The position of the smallest number along an axis, or among all in row-major order. The first one wins,
  /// and NaN counts as smallest. Throws when there are no numbers. Nothing flows back through it.
  public func argmin(axis: Int? = nil, keepDims: Bool = false) throws -> Tensor {
    try (-detached).argmax(axis: axis, keepDims: keepDims)
  }

  /// The position of the largest number in each row of a matrix.
  func largestPerRow() throws -> [Int] {
    try argmax(axis: 1).doubles.map { Int($0) }
  }
}

private struct PositionOfLargest: StorageComputation {
  let view: AxisView

  func callAsFunction<T: Scalar>(_ x: [T]) -> [T] {
    let view = view
    return .filled(view.outer * view.inner) { result in
      x.reading { x in
        for i in 0..<view.outer {
          for k in 0..<view.inner {
            let column = x + i * view.length * view.inner + k
            var best = 0
            for j in 1..<max(1, view.length) {
              let (candidate, current) = (column[j * view.inner], column[best * view.inner])
              if candidate > current || (candidate.isNaN && !current.isNaN) { best = j }
            }
            result[i * view.inner + k] = T(best)
          }
        }
      }
    }
  }
}
