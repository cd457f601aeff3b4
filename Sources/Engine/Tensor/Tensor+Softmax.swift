extension Tensor {
  /// eˣ divided by its sum along an axis: positive numbers that add up to 1. Differentiable.
  ///
  /// The largest number is subtracted first, so that nothing overflows.
  public func softmax(axis: Int = -1) throws -> Tensor {
    let axis = try Shape.axis(axis, rank: rank)
    try requireNumbers(along: [axis], for: "softmax")
    let view = AxisView(shape, axis: axis)
    let result = storage.transformed(by: NormalizedExponentials(view: view, isLogarithm: false))
    return Tensor(result, shape: shape).recorded(from: self) { step in
      let weighted = try step.gradient * step.output
      return try weighted - step.output * weighted.sum(axis: axis, keepDims: true)
    }
  }

  /// The logarithm of `softmax`, accurate also where that is tiny. Differentiable.
  public func logSoftmax(axis: Int = -1) throws -> Tensor {
    let axis = try Shape.axis(axis, rank: rank)
    try requireNumbers(along: [axis], for: "logSoftmax")
    let view = AxisView(shape, axis: axis)
    let result = storage.transformed(by: NormalizedExponentials(view: view, isLogarithm: true))
    return Tensor(result, shape: shape).recorded(from: self) { step in
      try step.gradient - step.output.exp() * step.gradient.sum(axis: axis, keepDims: true)
    }
  }

  /// The logarithm of the sum of eˣ along an axis, or over all numbers, without overflow. Differentiable.
  public func logsumexp(axis: Int? = nil, keepDims: Bool = false) throws -> Tensor {
    let axes = try axesToReduce(axis.map { [$0] })
    try requireNumbers(along: axes, for: "logsumexp")
    // A shift by a constant: it plays no part in the derivative. An infinite one would give ∞ − ∞.
    let shift = try detached.max(axes: axes, keepDims: true).mapped(FiniteOrZero())
    let sums = try (self - shift).exp().sum(axes: axes, keepDims: true)
    return try (sums.log() + shift).droppingReduced(axes, unless: keepDims)
  }
}

private struct FiniteOrZero: ElementwiseFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x.isFinite ? x : 0 }
}

private struct NormalizedExponentials: StorageComputation {
  let view: AxisView
  let isLogarithm: Bool

  func callAsFunction<T: Scalar>(_ x: [T]) -> [T] {
    let (view, isLogarithm) = (view, isLogarithm)
    // In one piece, so that the exponentials of all rows are one loop.
    return .filled(x.count) { result in
      x.reading { x in
        Self.forEachColumn(view) { start in
          let (from, to) = (x + start, result + start)
          var largest = from[0]
          for j in 1..<max(1, view.length) { largest = T.maximum(largest, from[j * view.inner]) }
          for j in 0..<view.length { to[j * view.inner] = from[j * view.inner] - largest }
        }
        if isLogarithm {
          Self.forEachColumn(view) { start in
            let to = result + start
            var sum: T = 0
            for j in 0..<view.length { sum += T.exp(to[j * view.inner]) }
            let logarithm = T.log(sum)
            for j in 0..<view.length { to[j * view.inner] -= logarithm }
          }
        } else {
          Interruption.forEachPiece(of: view.outer * view.length * view.inner) { piece in
            T.exponentiate(result + piece.lowerBound, count: piece.count)
          }
          Self.forEachColumn(view) { start in
            let to = result + start
            var sum: T = 0
            for j in 0..<view.length { sum += to[j * view.inner] }
            for j in 0..<view.length { to[j * view.inner] /= sum }
          }
        }
      }
    }
  }

  /// Calls `body` with the place of the first number of each run along the axis, until the work is to stop.
  @inline(__always)
  private static func forEachColumn(_ view: AxisView, _ body: (Int) -> Void) {
    Interruption.forEachPiece(
      of: view.outer * view.inner, length: Interruption.pieceLength / max(1, view.length) + 1
    ) {
      piece in
      for run in piece {
        let (i, k) = run.quotientAndRemainder(dividingBy: view.inner)
        body(i * view.length * view.inner + k)
      }
    }
  }
}
