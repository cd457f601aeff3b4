extension Grid<Double> {
  /// The lines along which the values pass a level, with a gap between two of them.
  ///
  /// Values lie at the centres of the cells; between two neighbours they are taken as linear (marching squares). A
  /// line that does not end at the border or next to a value that is not finite is closed: its last point is its
  /// first. A value that equals the level counts as above it. In a saddle the mean of the four values decides which
  /// sides are joined.
  func lines(at level: Double) -> [Point] {
    guard columns > 1, rows > 1 else { return [] }
    return LevelLines(self, level).points()
  }
}

/// Where a level's lines cross the sides between neighbouring values, and which crossings they join.
///
/// A side has a number: twice that of its left or lower value, and one more when it goes up.
private struct LevelLines {
  private let grid: Grid<Double>
  private let level: Double
  /// The crossings next to each along its line: at most one in either of the two squares that share the side.
  private var neighbours: [(Int32, Int32)]
  private var crossings: [Int32] = []

  private static let none: Int32 = -1

  init(_ grid: Grid<Double>, _ level: Double) {
    self.grid = grid
    self.level = level
    neighbours = Array(repeating: (Self.none, Self.none), count: grid.values.count * 2)
    for row in 0..<grid.rows - 1 {
      for column in 0..<grid.columns - 1 { joinCrossings(ofSquareAt: row * grid.columns + column) }
    }
  }

  private mutating func joinCrossings(ofSquareAt lowerLeft: Int) {
    let upperLeft = lowerLeft + grid.columns
    let corners = (
      grid.values[lowerLeft], grid.values[lowerLeft + 1], grid.values[upperLeft], grid.values[upperLeft + 1]
    )
    let above = (corners.0 >= level, corners.1 >= level, corners.2 >= level, corners.3 >= level)
    if above == (above.3, above.3, above.3, above.3) { return }
    let mean = corners.0 / 4 + corners.1 / 4 + corners.2 / 4 + corners.3 / 4
    guard mean.isFinite else { return }

    let (bottom, left) = (lowerLeft * 2, lowerLeft * 2 + 1)
    let (top, right) = (upperLeft * 2, lowerLeft * 2 + 3)
    switch (above.0 != above.1, above.2 != above.3, above.0 != above.2) {
    case (true, true, true):
      // A saddle: of the corners, those on the side of the middle are joined, and the lines cut off the others.
      if above.0 == (mean >= level) {
        join(bottom, right)
        join(left, top)
      } else {
        join(bottom, left)
        join(right, top)
      }
    case (true, true, false): join(bottom, top)
    case (true, false, let crossesLeft): join(bottom, crossesLeft ? left : right)
    case (false, true, let crossesLeft): join(top, crossesLeft ? left : right)
    case (false, false, _): join(left, right)
    }
  }

  private mutating func join(_ side: Int, _ other: Int) {
    add(Int32(other), nextTo: side)
    add(Int32(side), nextTo: other)
  }

  private mutating func add(_ neighbour: Int32, nextTo side: Int) {
    if neighbours[side].0 == Self.none {
      neighbours[side].0 = neighbour
      crossings.append(Int32(side))
    } else {
      neighbours[side].1 = neighbour
    }
  }

  /// All lines, first those with ends, then the closed ones.
  func points() -> [Point] {
    var points: [Point] = []
    points.reserveCapacity(crossings.count + crossings.count / 8)
    var isDone = Array(repeating: false, count: neighbours.count)
    let ends = crossings.lazy.filter { neighbours[Int($0)].1 == Self.none }
    for (starts, areClosed) in [(Array(ends), false), (crossings, true)] {
      for start in starts where !isDone[Int(start)] {
        if !points.isEmpty { points.append(.gap) }
        var next = start
        while next != Self.none {
          let side = Int(next)
          isDone[side] = true
          points.append(crossing(of: side))
          let (one, other) = neighbours[side]
          next = [one, other].first { $0 != Self.none && !isDone[Int($0)] } ?? Self.none
        }
        if areClosed { points.append(crossing(of: Int(start))) }
      }
    }
    return points
  }

  /// Where the level is reached on a side.
  private func crossing(of side: Int) -> Point {
    let (from, goesUp) = (side / 2, side % 2 == 1)
    let low = grid.values[from]
    let high = grid.values[from + (goesUp ? grid.columns : 1)]
    // Halves first: the difference of two finite values may be infinite.
    let part = (level / 2 - low / 2) / (high / 2 - low / 2)
    let column = Double(from % grid.columns) + 0.5 + (goesUp ? 0 : part)
    let row = Double(from / grid.columns) + 0.5 + (goesUp ? part : 0)
    return Point(
      grid.x.lowerBound + (grid.x.upperBound - grid.x.lowerBound) * (column / Double(grid.columns)),
      grid.y.lowerBound + (grid.y.upperBound - grid.y.lowerBound) * (row / Double(grid.rows)))
  }
}
