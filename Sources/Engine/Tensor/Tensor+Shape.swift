// Other views of the same numbers. All are differentiable.
extension Tensor {
  /// The same numbers in another shape. One length may be -1: it follows from the others.
  ///
  /// Throws when the shape does not hold exactly these numbers.
  public func reshaped(to target: [Int]) throws -> Tensor {
    var target = target
    if let open = target.firstIndex(of: -1) {
      let others = (target[..<open] + target[(open + 1)...])
      guard !others.contains(-1) else {
        throw EngineError(.shape, "Only one length can be -1, but the shape is \(target).")
      }
      let known = try Shape.count(of: Array(others), dtype: dtype)
      guard known > 0, count % known == 0 else {
        throw EngineError(
          .shape,
          "\(count) numbers of shape \(shape) do not fit \(target): \(count) is not a multiple of \(known).")
      }
      target[open] = count / known
    }
    if target == shape { return self }
    let needed = try Shape.count(of: target, dtype: dtype)
    guard needed == count else {
      throw EngineError(
        .shape, "\(count) numbers of shape \(shape) do not fit \(target), which holds \(needed).")
    }
    return Tensor(storage, shape: target).recorded(from: self) { step in
      try step.gradient.reshaped(to: step.shape())
    }
  }

  /// The same numbers with the axes from `axis` on merged into one.
  public func flattened(from axis: Int = 0) throws -> Tensor {
    if rank == 0 { return try reshaped(to: [1]) }
    let axis = try Shape.axis(axis, rank: rank)
    return try reshaped(to: Array(shape[..<axis]) + [shape[axis...].reduce(1, *)])
  }

  /// The axes in reverse order; for a matrix, rows become columns.
  public var transposed: Tensor {
    get throws { try permuted(Array((0..<rank).reversed())) }
  }

  /// Two axes exchanged.
  public func swappingAxes(_ a: Int, _ b: Int) throws -> Tensor {
    var order = Array(0..<rank)
    order.swapAt(try Shape.axis(a, rank: rank), try Shape.axis(b, rank: rank))
    return try permuted(order)
  }

  /// The axes in another order: axis `i` of the result is axis `order[i]` of this tensor.
  public func permuted(_ order: [Int]) throws -> Tensor {
    let axes = try order.map { try Shape.axis($0, rank: rank) }
    guard axes.sorted() == Array(0..<rank) else {
      throw EngineError(
        .index, "\(order) is not an order of the \(rank) axes of shape \(shape).",
        hint: "Name each axis once.")
    }
    if axes == Array(0..<rank) { return self }
    let strides = Shape.strides(of: shape)
    let target = axes.map { shape[$0] }
    let gather = Gathering(shape: target, strides: axes.map { strides[$0] }, offset: 0)
    return Tensor(storage.transformed(by: gather), shape: target).recorded(from: self) { step in
      var inverse = axes
      for (i, axis) in axes.enumerated() { inverse[axis] = i }
      return try step.gradient.permuted(inverse)
    }
  }

  /// Without an axis of length 1, or without all of them.
  public func squeezed(axis: Int? = nil) throws -> Tensor {
    guard let axis else { return try reshaped(to: shape.filter { $0 != 1 }) }
    let position = try Shape.axis(axis, rank: rank)
    guard shape[position] == 1 else {
      throw EngineError(
        .shape,
        "Axis \(axis) of shape \(shape) has length \(shape[position]); only a length of 1 can be squeezed.")
    }
    var target = shape
    target.remove(at: position)
    return try reshaped(to: target)
  }

  /// With a further axis of length 1, at the position that it has in the result.
  public func unsqueezed(axis: Int) throws -> Tensor {
    let position = try Shape.axis(axis, rank: rank + 1)
    var target = shape
    target.insert(1, at: position)
    return try reshaped(to: target)
  }
}
