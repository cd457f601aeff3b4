/// Makes rows of numbers for the vertices of many polygons at once, since a product of large matrices is faster than
/// many small ones.
struct RowSource {
  private let subdivision: Subdivision
  private let steps: ArraySlice<RoundedStep>
  private let width: Int

  init(_ subdivision: Subdivision, _ steps: ArraySlice<RoundedStep>, width: Int) {
    self.subdivision = subdivision
    self.steps = steps
    self.width = width
  }

  /// The rows for the polygons from one on, and the number of the first polygon that is not among them.
  func batch(from first: Int, most numbers: Int, _ progress: () throws -> Void) throws -> (RowBatch, Int) {
    let most = max(numbers / max(width, 1), 1)
    var rows: [Int32: Int32] = [:]
    var ids: [Int32] = []
    var end = first
    while end < subdivision.count, ids.count < most {
      for id in subdivision.polygon(end) where rows[id] == nil {
        rows[id] = Int32(ids.count)
        ids.append(id)
      }
      end += 1
    }
    var states = RoundedRows(subdivision.vertices, ids)
    for step in steps {
      try progress()
      try states.apply(step)
    }
    return (RowBatch(rows: states, numbers: rows), end)
  }
}

/// The numbers at an activation for some vertices.
struct RowBatch {
  let rows: RoundedRows
  /// The row of each vertex.
  let numbers: [Int32: Int32]

  func row(of vertex: Int32) -> Int { Int(numbers[vertex] ?? 0) }

  func value(_ row: Int, _ unit: Int) -> Double { rows.values[row * rows.width + unit] }

  /// Calls `body` with each unit and breakpoint that may lie between some of the rows' values.
  func candidates(
    _ corners: [Int], behind kept: Int, _ breakpoints: [Double], _ error: Double,
    _ body: (_ unit: Int, _ breakpoint: Int) -> Void
  ) {
    let width = rows.width
    rows.values.withUnsafeBufferPointer { values in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * width) { scratch in
        let (low, high) = (scratch[..<width], scratch[width...])
        var (lows, highs) = (
          UnsafeMutableBufferPointer(rebasing: low), UnsafeMutableBufferPointer(rebasing: high)
        )
        Self.bounds(values, corners, width, &lows, &highs)
        for unit in kept..<width {
          for (index, breakpoint) in breakpoints.enumerated() {
            let room = error + 2 * Rounding.unit * breakpoint.magnitude
            if lows[unit] <= breakpoint + room, highs[unit] >= breakpoint - room { body(unit, index) }
          }
        }
      }
    }
  }

  /// The smallest and the largest value of each column among some rows.
  private static func bounds(
    _ values: UnsafeBufferPointer<Double>, _ corners: [Int], _ width: Int,
    _ low: inout UnsafeMutableBufferPointer<Double>, _ high: inout UnsafeMutableBufferPointer<Double>
  ) {
    low.initialize(repeating: .infinity)
    high.initialize(repeating: -.infinity)
    for corner in corners {
      let row = UnsafeBufferPointer(rebasing: values[(corner * width)..<((corner + 1) * width)])
      for unit in 0..<width {
        low[unit] = low[unit] < row[unit] ? low[unit] : row[unit]
        high[unit] = high[unit] > row[unit] ? high[unit] : row[unit]
      }
    }
  }
}

extension ExactNetwork {
  /// How many numbers a row has before a step.
  func width(before step: Int) -> Int {
    var width = inputs
    for step in steps[..<step] {
      switch step {
      case .affine(let map, let kept): width = kept + map.outputs
      case .activation: break
      case .remember(let kept): width += width - kept
      case .addRemembered(_, let count): width -= count
      }
    }
    return width
  }
}
