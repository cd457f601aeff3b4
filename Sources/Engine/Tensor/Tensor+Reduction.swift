extension Tensor {
  /// The sum over an axis, or of all numbers. A negative axis counts from the last. Differentiable.
  ///
  /// `keepDims` keeps the axis with length 1. The sum of no numbers is 0.
  public func sum(axis: Int? = nil, keepDims: Bool = false) throws -> Tensor {
    try sum(axes: axis.map { [$0] }, keepDims: keepDims)
  }

  /// The sum over several axes; `nil` stands for all. Differentiable.
  public func sum(axes: [Int]?, keepDims: Bool = false) throws -> Tensor {
    let axes = try axesToReduce(axes)
    var result = detached
    if axes.count == rank {
      // Everything at once: one long run.
      result = try result.reshaped(to: [count]).reduced(along: 0, by: Adding())
        .reshaped(to: [Int](repeating: 1, count: rank))
    } else {
      for axis in axes.reversed() { result = result.reduced(along: axis, by: Adding()) }
    }
    return try result.recorded(from: self) { step in try step.gradient.broadcast(to: step.shape()) }
      .droppingReduced(axes, unless: keepDims)
  }

  /// The mean over an axis, or of all numbers. Differentiable. Throws when there are none.
  public func mean(axis: Int? = nil, keepDims: Bool = false) throws -> Tensor {
    try mean(axes: axis.map { [$0] }, keepDims: keepDims)
  }

  /// The mean over several axes; `nil` stands for all. Differentiable. Throws when there are no numbers.
  public func mean(axes: [Int]?, keepDims: Bool = false) throws -> Tensor {
    let reduced = try axesToReduce(axes)
    try requireNumbers(along: reduced, for: "mean")
    let n = reduced.reduce(1) { $0 * shape[$1] }
    return try sum(axes: reduced, keepDims: keepDims) / Double(n)
  }

  /// The variance over an axis, or of all numbers. Differentiable.
  ///
  /// `unbiased` divides by n − 1, as PyTorch does by default, and otherwise by n. Throws when there are too
  /// few numbers.
  public func variance(axis: Int? = nil, unbiased: Bool = true, keepDims: Bool = false) throws -> Tensor {
    let axes = try axesToReduce(axis.map { [$0] })
    try requireNumbers(along: axes, for: "var")
    let n = axes.reduce(1) { $0 * shape[$1] }
    guard n > 1 || !unbiased else {
      throw EngineError(
        .shape, "The unbiased variance of a single number is not defined: it divides by n − 1.",
        hint: "Use `unbiased: false` to divide by n.")
    }
    let deviation = try self - mean(axes: axes, keepDims: true)
    return try deviation.square().sum(axes: axes, keepDims: keepDims) / Double(unbiased ? n - 1 : n)
  }

  /// The standard deviation over an axis, or of all numbers: the root of `variance`. Differentiable.
  public func std(axis: Int? = nil, unbiased: Bool = true, keepDims: Bool = false) throws -> Tensor {
    try variance(axis: axis, unbiased: unbiased, keepDims: keepDims).sqrt()
  }

  /// The Euclidean length along an axis, or of all numbers. Differentiable; the derivative at 0 is 0.
  public func norm(axis: Int? = nil, keepDims: Bool = false) throws -> Tensor {
    let axes = try axesToReduce(axis.map { [$0] })
    // Scaled by the largest number, so that squares neither overflow nor vanish.
    guard count > 0 else { return try sum(axes: axes, keepDims: keepDims) }
    let largest = try detached.abs().max(axes: axes, keepDims: true)
    let scale = largest.mapped(NonZeroFinite())
    let squares = try (self / scale).square().sum(axes: axes, keepDims: true)
    let isZero = try Tensor.equal(largest, Tensor(0, dtype: dtype))
    let roots = try Tensor.where(isZero, squares, Tensor.where(isZero, squares + 1, squares).sqrt())
    return try (roots * scale).droppingReduced(axes, unless: keepDims)
  }

  /// The largest number along an axis, or of all. NaN if one is. Throws when there are none.
  ///
  /// Differentiable: equal numbers share the gradient evenly.
  public func max(axis: Int? = nil, keepDims: Bool = false) throws -> Tensor {
    try max(axes: axis.map { [$0] }, keepDims: keepDims)
  }

  /// The smallest number along an axis, or of all. NaN if one is. Throws when there are none.
  ///
  /// Differentiable: equal numbers share the gradient evenly.
  public func min(axis: Int? = nil, keepDims: Bool = false) throws -> Tensor {
    try -(-self).max(axis: axis, keepDims: keepDims)
  }

  func max(axes: [Int]?, keepDims: Bool) throws -> Tensor {
    let axes = try axesToReduce(axes)
    try requireNumbers(along: axes, for: "max")
    var result = detached
    for axis in axes.reversed() { result = result.reduced(along: axis, by: Maximizing()) }
    return try result.recorded(from: self) { step in
      let isLargest = try Tensor.equal(step.input().detached, step.output.detached)
      return try step.gradient * isLargest / isLargest.sum(axes: axes, keepDims: true)
    }
    .droppingReduced(axes, unless: keepDims)
  }

  /// The product along an axis, or of all numbers; of no numbers it is 1. Differentiable, zeros included.
  public func prod(axis: Int? = nil, keepDims: Bool = false) throws -> Tensor {
    let axes = try axesToReduce(axis.map { [$0] })
    var result = detached
    for axis in axes.reversed() { result = result.reduced(along: axis, by: Multiplying()) }
    return try result.recorded(from: self) { step in
      // The product of the others: where one number is 0, only it has a derivative other than 0.
      let x = step.input()
      let (zero, one) = (Tensor(0, dtype: x.dtype), Tensor(1, dtype: x.dtype))
      let isZero = try Tensor.equal(x, zero)
      let zeros = try isZero.sum(axes: axes, keepDims: true)
      let nonZero = try Tensor.where(isZero, one, x)
      var product = nonZero
      for axis in axes { product = try product.prod(axis: axis, keepDims: true) }
      let atZero = try Tensor.where(Tensor.equal(zeros, one), product, zero)
      let elsewhere = try Tensor.where(Tensor.equal(zeros, zero), product / nonZero, zero)
      return try step.gradient * Tensor.where(isZero, atZero, elsewhere)
    }
    .droppingReduced(axes, unless: keepDims)
  }
}

private struct Adding: ReductionStep {
  @inline(__always) func start<T: Scalar>(_ type: T.Type) -> T { 0 }
  @inline(__always) func next<T: Scalar>(_ sum: T, _ x: T) -> T { sum + x }
}

private struct Multiplying: ReductionStep {
  @inline(__always) func start<T: Scalar>(_ type: T.Type) -> T { 1 }
  @inline(__always) func next<T: Scalar>(_ sum: T, _ x: T) -> T { sum * x }
}

private struct Maximizing: ReductionStep {
  @inline(__always) func start<T: Scalar>(_ type: T.Type) -> T { -.infinity }
  @inline(__always) func next<T: Scalar>(_ sum: T, _ x: T) -> T { sum.isNaN || sum > x ? sum : x }
}

/// A number to divide by: 1 instead of 0, infinities and NaN.
private struct NonZeroFinite: ElementwiseFunction {
  @inline(__always) func value<T: Scalar>(_ x: T) -> T { x == 0 || !x.isFinite ? 1 : x }
}
