/// A part of a matrix product: some rows and columns of its result.
///
/// OpenBLAS does not look whether the work is to stop, and so computes a large product tile by tile.
struct MatrixTile {
  let rows: Range<Int>
  let columns: Range<Int>
  /// Where the tile's rows begin in the left operand, its columns in the right one, and its numbers in the result.
  let a, b, c: Int

  /// The multiplications of a tile, about: some ten milliseconds' worth.
  private static let work = 1 << 28
  /// In narrower tiles OpenBLAS would spend more time on bringing the operands along than on multiplying.
  private static let leastRows = 96
  private static let mostColumns = 512

  /// Calls `body` with one tile of an m×n product with inner length k after the other, until the work is to stop. A
  /// small product is one tile.
  static func forEach(
    m: Int, n: Int, k: Int, transposeA: Bool, transposeB: Bool, _ body: (MatrixTile) -> Void
  ) {
    guard m > 0, n > 0 else { return }
    func visit(_ rows: Range<Int>, _ columns: Range<Int>) {
      body(
        MatrixTile(
          rows: rows, columns: columns, a: rows.lowerBound * (transposeA ? 1 : k),
          b: columns.lowerBound * (transposeB ? k : 1), c: rows.lowerBound * n + columns.lowerBound))
    }
    let area = work / max(1, k)
    guard m > area / n else { return visit(0..<m, 0..<n) }
    let width = min(n, mostColumns)
    let height = max(leastRows, area / width)
    Interruption.forEachPiece(of: m, length: height) { rows in
      Interruption.forEachPiece(of: n, length: width) { visit(rows, $0) }
    }
  }
}
