extension Tensor {
  /// Tensors one after another along an axis; all other lengths must be equal. Differentiable.
  public static func concatenate(_ parts: [Tensor], axis: Int = 0) throws -> Tensor {
    guard let first = parts.first else {
      throw EngineError(.value, "There is nothing to concatenate: the list is empty.")
    }
    guard first.rank > 0 else {
      throw EngineError(
        .shape, "Single numbers have no axis to be concatenated along.", hint: "Use `stack`.")
    }
    let axis = try Shape.axis(axis, rank: first.rank)
    var shape = first.shape
    var dtype = first.dtype
    for (i, part) in parts.enumerated().dropFirst() {
      var expected = first.shape
      if part.rank == first.rank { expected[axis] = part.shape[axis] }
      guard part.shape == expected else {
        throw EngineError(
          .shape,
          "Shapes \(first.shape) and \(part.shape) (part \(i)) cannot be concatenated along axis \(axis): all other lengths must be equal."
        )
      }
      shape[axis] += part.shape[axis]
      dtype = .promoted(dtype, part.dtype)
    }
    let count = try Shape.count(of: shape, dtype: dtype)
    let widths = parts.map { $0.shape[axis...].reduce(1, *) }
    let rows = first.shape[..<axis].reduce(1, *)
    let storage: Storage
    switch dtype {
    case .float32: storage = .float32(joined(parts.map(Float.numbers), widths, rows: rows, count: count))
    case .float64: storage = .float64(joined(parts.map(\.doubles), widths, rows: rows, count: count))
    }
    return Tensor(storage, shape: shape).recorded(fromAll: parts) { step in
      var begin = 0
      return try step.node.inputs.indices.map { i in
        let end = begin + step.shape(i)[axis]
        defer { begin = end }
        guard step.needs(i) else { return nil }
        let range = TensorIndex.range(from: begin, to: end, step: 1)
        return try step.gradient.selecting([TensorIndex](repeating: .all, count: axis) + [range])
      }
    }
  }

  /// Tensors of one shape side by side along a new axis. Differentiable.
  public static func stack(_ parts: [Tensor], axis: Int = 0) throws -> Tensor {
    guard let first = parts.first else {
      throw EngineError(.value, "There is nothing to stack: the list is empty.")
    }
    for (i, part) in parts.enumerated() where part.shape != first.shape {
      throw EngineError(
        .shape, "Only equal shapes can be stacked, but they are \(first.shape) and \(part.shape) (part \(i))."
      )
    }
    return try concatenate(parts.map { try $0.unsqueezed(axis: axis) }, axis: axis)
  }
}

/// Rows that consist of a row of each part.
private func joined<T: Scalar>(_ parts: [[T]], _ widths: [Int], rows: Int, count: Int) -> [T] {
  var result: [T] = []
  result.reserveCapacity(count)
  for row in 0..<rows {
    for (part, width) in zip(parts, widths) { result += part[row * width..<(row + 1) * width] }
  }
  return result
}
