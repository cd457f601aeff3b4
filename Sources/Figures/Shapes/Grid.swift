/// Values over the cells of a regular grid that fills a box.
public struct Grid<Value: Sendable>: Sendable {
  public let columns: Int
  public let rows: Int
  /// Row after row, from the lowest y upwards, each from the lowest x upwards: `columns * rows` values.
  public let values: [Value]
  /// The sides of the box, finite and longer than zero. Cell (0, 0) starts at the lower ends.
  public let x: ClosedRange<Double>
  public let y: ClosedRange<Double>

  /// - Throws: ``FigureError/invalidGrid(_:)`` when the number of values is not `columns * rows`, when there
  ///   is no cell, or when a side of the box is not finite or has no length.
  public init(
    columns: Int, rows: Int, x: ClosedRange<Double>, y: ClosedRange<Double>, values: [Value]
  ) throws(FigureError) {
    guard columns > 0, rows > 0 else {
      throw .invalidGrid("this one has \(columns) columns and \(rows) rows")
    }
    guard columns.multipliedReportingOverflow(by: rows) == (values.count, false) else {
      throw .invalidGrid("this one has \(columns) columns, \(rows) rows and \(values.count) values")
    }
    for (axis, side) in [("x", x), ("y", y)] {
      guard Scale(.linear, domain: side) != nil else {
        throw .invalidGrid("this one's \(axis) goes from \(side.lowerBound) to \(side.upperBound)")
      }
    }
    self.init(columns, rows, values, x, y)
  }

  private init(
    _ columns: Int, _ rows: Int, _ values: [Value], _ x: ClosedRange<Double>, _ y: ClosedRange<Double>
  ) {
    self.columns = columns
    self.rows = rows
    self.values = values
    self.x = x
    self.y = y
  }

  public subscript(column: Int, row: Int) -> Value { values[row * columns + column] }

  /// The same grid with each value replaced.
  public func map<Other>(_ transform: (Value) -> Other) -> Grid<Other> {
    Grid<Other>(columns, rows, values.map(transform), x, y)
  }

  /// The same box cut into another number of cells, each with the value of the old cell at its centre.
  func resampled(columns newColumns: Int, rows newRows: Int) -> Grid {
    if newColumns == columns && newRows == rows { return self }
    // The old cell at the centre of the new one, in whole numbers: exact, and never outside.
    let across = (0..<newColumns).map { ($0 * 2 + 1) * columns / (newColumns * 2) }
    var resampled: [Value] = []
    resampled.reserveCapacity(newColumns * newRows)
    for newRow in 0..<newRows {
      let row = (newRow * 2 + 1) * rows / (newRows * 2)
      resampled.append(contentsOf: across.lazy.map { self[$0, row] })
    }
    return Grid(newColumns, newRows, resampled, x, y)
  }

  /// The value of the cell at a place, or nil outside the box.
  func value(atX px: Double, y py: Double) -> Value? {
    guard x.contains(px), y.contains(py) else { return nil }
    let column = Int((px - x.lowerBound) / (x.upperBound - x.lowerBound) * Double(columns))
    let row = Int((py - y.lowerBound) / (y.upperBound - y.lowerBound) * Double(rows))
    return self[min(column, columns - 1), min(row, rows - 1)]
  }
}

extension Grid: Equatable where Value: Equatable {}

extension Grid<Double> {
  /// The value at a place, linear between the centres of the cells; nil outside the box or next to a value
  /// that is not finite.
  func interpolated(atX px: Double, y py: Double) -> Double? {
    guard x.contains(px), y.contains(py) else { return nil }
    let across = (px - x.lowerBound) / (x.upperBound - x.lowerBound) * Double(columns) - 0.5
    let up = (py - y.lowerBound) / (y.upperBound - y.lowerBound) * Double(rows) - 0.5
    let column = Swift.min(Swift.max(Int(across.rounded(.down)), 0), columns - 1)
    let row = Swift.min(Swift.max(Int(up.rounded(.down)), 0), rows - 1)
    let (right, above) = (Swift.min(column + 1, columns - 1), Swift.min(row + 1, rows - 1))
    let s = Swift.min(Swift.max(across - Double(column), 0), 1)
    let t = Swift.min(Swift.max(up - Double(row), 0), 1)
    let low = self[column, row] * (1 - s) + self[right, row] * s
    let high = self[column, above] * (1 - s) + self[right, above] * s
    let value = low * (1 - t) + high * t
    return value.isFinite ? value : nil
  }
}
