extension Tensor {
  /// The numbers that an index selects. Differentiable.
  ///
  /// Axes that the index does not name are kept whole. Throws when a position is out of range, a step is 0,
  /// or there are more indices than axes.
  public func selecting(_ index: [TensorIndex]) throws -> Tensor {
    let selection = try Selection(index, in: shape)
    return Tensor(storage.transformed(by: selection.places), shape: selection.shape)
      .recorded(from: self) { step in
        try Tensor.zeros(step.shape(), dtype: step.gradient.dtype).replacing(index, with: step.gradient)
      }
  }

  /// A copy in which the numbers that an index selects are replaced by those of `values`, which broadcast to
  /// their shape and are converted to this tensor's type. Differentiable with respect to both.
  public func replacing(_ index: [TensorIndex], with values: Tensor) throws -> Tensor {
    let selection = try Selection(index, in: shape)
    let values = try fitting(values, to: selection)
    let result = Storage.combined(storage, values.storage, by: Scattering(places: selection.places))
    return Tensor(result, shape: shape).recorded(from: self, values) { step in
      let zero = Tensor(0, dtype: step.gradient.dtype)
      return [
        step.needs(0) ? try step.gradient.replacing(index, with: zero) : nil,
        step.needs(1) ? try step.gradient.selecting(index) : nil,
      ]
    }
  }

  /// Replaces the numbers that an index selects; see `replacing`. Other tensors that share these numbers
  /// keep them; where there are none, the numbers are written in place.
  public mutating func assign(_ values: Tensor, to index: [TensorIndex]) throws {
    guard node == nil, values.node == nil else { return self = try replacing(index, with: values) }
    let selection = try Selection(index, in: shape)
    storage.write(try fitting(values, to: selection).storage, by: Scattering(places: selection.places))
  }

  /// Values in this tensor's type and in the shape of the part that they are to replace.
  private func fitting(_ values: Tensor, to selection: Selection) throws -> Tensor {
    guard (try? Shape.broadcast(values.shape, selection.shape)) == selection.shape else {
      throw EngineError(
        .shape,
        "Values of shape \(values.shape) do not fit the selected part, which has shape \(selection.shape).")
    }
    return try values.converted(to: dtype).broadcast(to: selection.shape)
  }

  /// The rows along the first axis at some positions, in their order; a position may occur repeatedly.
  /// Negative positions count from the end. Differentiable.
  public func gathering(_ positions: [Int]) throws -> Tensor {
    guard let length = shape.first else {
      throw EngineError(.index, "A single number has no rows to pick from.")
    }
    let rows = try positions.map { position in
      guard position >= -length, position < length else {
        throw EngineError(.index, "Row \(position) is out of range: there are \(length) rows.")
      }
      return position < 0 ? position + length : position
    }
    let target = [rows.count] + shape.dropFirst()
    _ = try Shape.count(of: target, dtype: dtype)
    let width = shape.dropFirst().reduce(1, *)
    return Tensor(storage.transformed(by: RowGathering(rows: rows, width: width)), shape: target)
      .recorded(from: self) { step in try step.gradient.scattering(rows, intoRows: length) }
  }

  /// Zeros with `count` rows, to which each row of this tensor is added at its position: what undoes
  /// `gathering` for gradients. Differentiable.
  private func scattering(_ rows: [Int], intoRows count: Int) throws -> Tensor {
    let width = shape.dropFirst().reduce(1, *)
    let scatter = RowScattering(rows: rows, width: width, rowCount: count)
    return Tensor(storage.transformed(by: scatter), shape: [count] + shape.dropFirst())
      .recorded(from: self) { step in try step.gradient.gathering(rows) }
  }
}

private struct RowGathering: StorageComputation {
  let rows: [Int]
  let width: Int

  func callAsFunction<T: Scalar>(_ x: [T]) -> [T] {
    .filled(rows.count * width) { result in
      x.reading { x in
        for (i, row) in rows.enumerated() {
          (result + i * width).update(from: x + row * width, count: width)
        }
      }
    }
  }
}

private struct RowScattering: StorageComputation {
  let rows: [Int]
  let width: Int
  let rowCount: Int

  func callAsFunction<T: Scalar>(_ x: [T]) -> [T] {
    .filled(rowCount * width) { result in
      result.update(repeating: 0, count: rowCount * width)
      x.reading { x in
        for (i, row) in rows.enumerated() {
          let (from, to) = (x + i * width, result + row * width)
          for j in 0..<width { to[j] += from[j] }
        }
      }
    }
  }
}
