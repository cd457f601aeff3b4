extension Tensor {
  /// The matrix product, as NumPy's `@`. Differentiable.
  ///
  /// - Two matrices, m×k and k×n, give m×n.
  /// - A vector as the first operand is a row, as the second a column, and its axis is left out of the result.
  /// - With more axes the product is taken for each matrix in the last two, and leading axes broadcast.
  ///
  /// A transposed operand is not copied: the last two axes of an operand can be swapped by a flag.
  ///
  /// Throws when an operand is a scalar, when the inner lengths differ, and when leading axes do not broadcast.
  public static func matmul(
    _ a: Tensor, _ b: Tensor, transposingFirst: Bool = false, transposingSecond: Bool = false
  ) throws -> Tensor {
    guard a.rank > 0, b.rank > 0 else {
      throw EngineError(
        .shape,
        "`@` multiplies matrices and vectors, but the \(a.rank == 0 ? "first" : "second") operand is a single number.",
        hint: "Use `*` to multiply by a number.")
    }
    if a.rank > 1, b.rank > 1 {
      return try matrixProduct(a, b, transposingFirst, transposingSecond)
    }
    let left = a.rank == 1 ? try a.reshaped(to: [1, a.count]) : a
    let right = b.rank == 1 ? try b.reshaped(to: [b.count, 1]) : b
    let product = try matrixProduct(
      left, right, a.rank > 1 && transposingFirst, b.rank > 1 && transposingSecond, shown: (a.shape, b.shape))
    var shape = product.shape
    if b.rank == 1 { shape.removeLast() }
    if a.rank == 1 { shape.remove(at: shape.count - (b.rank == 1 ? 1 : 2)) }
    return try product.reshaped(to: shape)
  }

  private static func matrixProduct(
    _ a: Tensor, _ b: Tensor, _ transposeA: Bool, _ transposeB: Bool, shown: ([Int], [Int])? = nil
  ) throws -> Tensor {
    let (rowsA, columnsA) = (a.shape[a.rank - 2], a.shape[a.rank - 1])
    let (rowsB, columnsB) = (b.shape[b.rank - 2], b.shape[b.rank - 1])
    let (m, k) = transposeA ? (columnsA, rowsA) : (rowsA, columnsA)
    let (inner, n) = transposeB ? (columnsB, rowsB) : (rowsB, columnsB)
    guard k == inner else {
      let (left, right) = shown ?? (a.shape, b.shape)
      throw EngineError(
        .shape, "Shapes \(left) and \(right) do not fit for `@`: the inner lengths are \(k) and \(inner).",
        hint: "The length of the first operand's last axis must be that of the second's last but one.")
    }
    let dtype = DType.promoted(a.dtype, b.dtype)
    let leadingA = Array(a.shape.dropLast(2))
    let leadingB = Array(b.shape.dropLast(2))
    let leading: [Int]
    do { leading = try Shape.broadcast(leadingA, leadingB) } catch {
      throw EngineError(
        .shape,
        "Shapes \(a.shape) and \(b.shape) do not fit for `@`: there are \(error.left) matrices against \(error.right) in axis \(error.axis - 2).",
        hint: "Before the last two axes, aligned at the right, two lengths must be equal or one of them 1.")
    }
    let shape = leading + [m, n]
    let count = try Shape.count(of: shape, dtype: dtype)

    let batches: BroadcastLoops
    let product: MatrixProduct
    if leadingB.isEmpty, !transposeA {
      // One matrix for all: the leading axes are further rows of a single product.
      let rows = leadingA.reduce(m, *)
      batches = BroadcastLoops([], [], result: [])
      product = MatrixProduct(
        m: rows, n: n, k: k, transposeA: false, transposeB: transposeB, batches: batches, count: count)
    } else {
      batches = BroadcastLoops(leadingA, leadingB, result: leading)
      product = MatrixProduct(
        m: m, n: n, k: k, transposeA: transposeA, transposeB: transposeB, batches: batches, count: count)
    }
    let result = Tensor(Storage.combined(a.storage, b.storage, by: product), shape: shape)
    return result.recorded(from: a, b) { step in
      let g = step.gradient
      var gradients: [Tensor?] = [nil, nil]
      if step.needs(0) {
        let b = step.input(1)
        let gradient =
          transposeA
          ? try matrixProduct(b, g, transposeB, true) : try matrixProduct(g, b, false, !transposeB)
        gradients[0] = try gradient.summed(to: step.shape(0))
      }
      if step.needs(1) {
        let a = step.input(0)
        let gradient =
          transposeB
          ? try matrixProduct(g, a, true, transposeA) : try matrixProduct(a, g, !transposeA, false)
        gradients[1] = try gradient.summed(to: step.shape(1))
      }
      return gradients
    }
  }
}

/// Products of matrices, one for each turn of the loops over the leading axes.
private struct MatrixProduct: BinaryStorageComputation {
  let m: Int
  let n: Int
  let k: Int
  let transposeA: Bool
  let transposeB: Bool
  let batches: BroadcastLoops
  let count: Int

  func callAsFunction<T: Scalar>(_ a: [T], _ b: [T]) -> [T] {
    .filled(count) { result in
      guard k > 0 else {
        for i in 0..<count { result[i] = 0 }
        return
      }
      let workspaceCount = T.workspaceCount(m: m, n: n, k: k)
      withUnsafeTemporaryAllocation(of: T.self, capacity: max(1, workspaceCount)) { workspace in
        guard let workspace = workspace.baseAddress else { return }
        a.reading { a in
          b.reading { b in
            let inner = batches.inner
            batches.forEachRun { startA, startB, start in
              for i in 0..<inner.count {
                T.multiplyMatrices(
                  a + (startA + i * inner.strideA) * m * k, transposed: transposeA,
                  b + (startB + i * inner.strideB) * k * n, transposed: transposeB,
                  into: result + (start + i) * m * n, m: m, n: n, k: k, workspace: workspace)
              }
            }
          }
        }
      }
    }
  }
}
