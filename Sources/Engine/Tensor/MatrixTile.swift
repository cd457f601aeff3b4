/// A part of a matrix product: some rows and columns of its result.
struct MatrixTile {
  let rows: Range<Int>
  let columns: Range<Int>

  /// The multiplications that a tile of a large product takes, about: some ten milliseconds' worth on one processor.
  private static let work = 1 << 29
  /// Narrower tiles would have their operands brought along for too little.
  private static let (leastRows, mostColumns) = (48, 512)

  /// Calls `body` with one tile of an m×n product with inner length k after the other, until the work is to stop. A
  /// small product is one tile.
  @inline(__always)
  static func forEach(m: Int, n: Int, k: Int, _ body: (MatrixTile) -> Void) {
    guard m > 0, n > 0 else { return }
    let area = work / max(1, k)
    guard m > area / n else { return body(MatrixTile(rows: 0..<m, columns: 0..<n)) }
    let width = min(n, mostColumns)
    let height = max(leastRows, area / width)
    Interruption.forEachPiece(of: m, length: height) { rows in
      Interruption.forEachPiece(of: n, length: width) { body(MatrixTile(rows: rows, columns: $0)) }
    }
  }
}

extension Scalar {
  /// `c = a b`, where a is m×k and b is k×n after the transpositions, all row-major and contiguous. Left undone from
  /// where the work is to stop.
  ///
  /// `workspace` holds `workspaceCount` numbers.
  @inline(__always)
  static func multiplyMatrices(
    _ a: UnsafePointer<Self>, transposed transposeA: Bool, _ b: UnsafePointer<Self>,
    transposed transposeB: Bool, into c: UnsafeMutablePointer<Self>, m: Int, n: Int, k: Int,
    workspace: UnsafeMutablePointer<Self>
  ) {
    MatrixTile.forEach(m: m, n: n, k: k) { tile in
      multiplyTile(
        tile, a, transposed: transposeA, b, transposed: transposeB, into: c, m: m, n: n, k: k,
        workspace: workspace)
    }
  }
}
