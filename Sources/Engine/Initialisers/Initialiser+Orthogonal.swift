import CBLAS

extension Initialiser {
  /// Rows, or columns if there are fewer of them, that are orthogonal and of length `gain`.
  ///
  /// The Q of a normal matrix, with the signs that make every orthogonal matrix equally likely. Axes beyond the
  /// first are taken as one.
  ///
  /// Source: Saxe, McClelland, Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep linear
  /// neural networks", 2013.
  public static func orthogonal(gain: Double = 1) -> Initialiser {
    Initialiser("orthogonal(gain: \(gain))") { shape, dtype, generator in
      _ = try Fan(of: shape, for: "orthogonal")
      let count = try Shape.count(of: shape, dtype: .float64)
      guard count > 0 else { return try .zeros(shape, dtype: dtype) }
      let (rows, columns) = (shape[0], count / shape[0])
      let (long, short) = (max(rows, columns), min(rows, columns))
      let normals = generator.normals(long * short)
      let q = try Interruption.leavingBehind(multiplications: long * short * short) {
        try orthonormalColumns(normals, long, short)
      }
      var values = q
      if rows > columns {
        // Column by column, and so the transpose of what is wanted.
        for i in 0..<rows {
          for j in 0..<columns { values[i * columns + j] = q[j * rows + i] }
        }
      }
      return try Tensor(values.map { gain * $0 }, shape: shape, dtype: dtype)
    }
  }
}

/// The Q of a matrix's QR decomposition with a positive diagonal of R. `columns` is at most `rows`; matrices are
/// stored column by column.
private func orthonormalColumns(_ matrix: [Double], _ rows: Int, _ columns: Int) throws -> [Double] {
  var a = matrix
  var (m, n, info) = (Int32(rows), Int32(columns), Int32(0))
  var tau = [Double](repeating: 0, count: columns)
  var workCount = Int32(64 * columns)
  var work = [Double](repeating: 0, count: 64 * columns)
  dgeqrf_(&m, &n, &a, &m, &tau, &work, &workCount, &info)
  let signs = (0..<columns).map { a[$0 * rows + $0] < 0 ? -1.0 : 1 }
  var reflectors = n
  if info == 0 { dorgqr_(&m, &n, &reflectors, &a, &m, &tau, &work, &workCount, &info) }
  guard info == 0 else {
    throw EngineError(
      .value, "The QR decomposition of a \(rows) by \(columns) matrix failed (LAPACK: \(info)).")
  }
  for j in 0..<columns where signs[j] < 0 {
    for i in 0..<rows { a[j * rows + i].negate() }
  }
  return a
}
