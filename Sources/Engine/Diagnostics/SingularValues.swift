import CBLAS

extension Tensor {
  /// The singular values of a matrix, largest first, in double precision.
  ///
  /// As many as the shorter axis is long; of a matrix without numbers, none. Not differentiable.
  /// Throws unless this is a matrix of finite numbers.
  ///
  /// Source: LAPACK's `dgesdd`, a divide and conquer method.
  public func singularValues() throws -> [Double] {
    guard rank == 2 else {
      throw EngineError(
        .shape, "Singular values belong to a matrix, but this tensor has shape \(shape).",
        hint: "Give it two axes with `reshape`.")
    }
    guard isFinite else {
      throw EngineError(.value, "A matrix with infinities or NaN has no singular values.")
    }
    guard count > 0 else { return [] }
    guard let columns = Int32(exactly: shape[1]), let rows = Int32(exactly: shape[0]) else {
      throw EngineError(.size, "A matrix of shape \(shape) is too large for singular values.")
    }
    // Row by row is column by column of the transposed matrix, whose singular values are the same.
    let numbers = doubles
    return try Interruption.leavingBehind(multiplications: count * Swift.min(shape[0], shape[1])) {
      try Self.singularValues(numbers, rows: columns, columns: rows)
    }
  }

  /// The largest singular value: by how much the matrix can stretch a vector. 0 for a matrix without numbers.
  ///
  /// Exact, unlike power iteration, which gives too little. Throws as `singularValues()` does.
  public func spectralNorm() throws -> Double { try singularValues().first ?? 0 }

  private static func singularValues(
    _ numbers: [Double], rows: Int32, columns: Int32
  ) throws -> [Double] {
    var matrix = numbers
    let shorter = Int(Swift.min(rows, columns))
    var values = [Double](repeating: 0, count: shorter)
    var indices = [Int32](repeating: 0, count: 8 * shorter)
    // The singular vectors, which are not asked for.
    var (left, right) = ([0.0], [0.0])
    var info: Int32 = 0
    /// Called first without a workspace, to learn how large it must be.
    func decompose(_ workspace: inout [Double], size: Int32) {
      withUnsafePointer(to: CChar(bitPattern: UInt8(ascii: "N"))) { values_only in
        var (m, n, size) = (rows, columns, size)
        var (leading, leadingLeft, leadingRight) = (rows, Int32(1), Int32(1))
        dgesdd_(
          values_only, &m, &n, &matrix, &leading, &values, &left, &leadingLeft, &right,
          &leadingRight, &workspace, &size, &indices, &info, 1)
      }
    }
    var answer = [0.0]
    decompose(&answer, size: -1)
    let size = Swift.max(1, Int32(answer[0]))
    var workspace = [Double](repeating: 0, count: Int(size))
    decompose(&workspace, size: size)
    guard info == 0 else {
      throw EngineError(
        .value, "The singular values of a \(columns)×\(rows) matrix did not converge (LAPACK's info \(info))."
      )
    }
    return values
  }
}
