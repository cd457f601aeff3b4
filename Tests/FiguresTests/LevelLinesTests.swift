import Testing

@testable import Figures

@Suite("Level lines of a grid")
struct LevelLinesTests {
  /// A grid over the unit square with rows from the lowest y upwards.
  private func grid(_ rows: [[Double]]) throws -> Grid<Double> {
    try Grid(columns: rows[0].count, rows: rows.count, x: 0...1, y: 0...1, values: rows.flatMap { $0 })
  }

  /// The lines between the gaps.
  private func lines(_ grid: Grid<Double>, _ level: Double) -> [[Point]] {
    grid.lines(at: level).split(whereSeparator: \.isGap).map(Array.init)
  }

  @Test("go from border to border where a slope passes the level")
  func slope() throws {
    let up = try grid([[0, 4], [0, 4]])
    #expect(lines(up, 1) == [[Point(0.375, 0.25), Point(0.375, 0.75)]])
  }

  @Test("close around a peak: the last point is the first")
  func peak() throws {
    let peak = try grid([[0, 0, 0], [0, 1, 0], [0, 0, 0]])
    let found = lines(peak, 0.5)
    #expect(found.count == 1)
    #expect(found[0].count == 5 && found[0].first == found[0].last)
    #expect(found[0].allSatisfy { abs(abs($0.x - 0.5) + abs($0.y - 0.5) - 1.0 / 6) < 1e-12 })
  }

  @Test("cut off in a saddle the corners that lie on the other side than the mean")
  func saddle() throws {
    // Above the level are the corners lower left and upper right.
    let (bottom, left) = (Point(0.5, 0.25), Point(0.25, 0.5))
    func ofBottom(_ high: Double) throws -> [Point]? {
      let found = lines(try grid([[1, 0], [0, high]]), 0.5)
      #expect(found.count == 2)
      return found.first { $0.contains(bottom) }
    }
    #expect(try ofBottom(0.75)?.contains(left) == true)
    #expect(try ofBottom(3)?.contains(left) == false)
  }

  @Test("end beside values that are not finite", arguments: [Double.nan, .infinity, -.infinity])
  func holes(value: Double) throws {
    let found = lines(try grid([[0, 1], [0, 1], [0, 1], [0, value]]), 0.5)
    #expect(found == [[Point(0.5, 0.125), Point(0.5, 0.375), Point(0.5, 0.625)]])
  }

  @Test("are none at levels that no value reaches, and in grids of one row or column")
  func none() throws {
    #expect(try grid([[0, 1], [0, 1]]).lines(at: 2).isEmpty)
    #expect(try grid([[0, 1, 0]]).lines(at: 0.5).isEmpty)
    #expect(try grid([[0], [1]]).lines(at: 0.5).isEmpty)
  }

  @Test("are right for the largest numbers")
  func largest() throws {
    let most = Double.greatestFiniteMagnitude
    #expect(lines(try grid([[-most, most], [-most, most]]), 0) == [[Point(0.5, 0.25), Point(0.5, 0.75)]])
  }

  @Test("pass through points where the value is the level, and through each such side once")
  func everywhere() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      let (columns, rows) = (Int.random(in: 2...12, using: &random), Int.random(in: 2...12, using: &random))
      let values = (0..<columns * rows).map { _ in Double.random(in: -1...1, using: &random) }
      let grid = try Grid(columns: columns, rows: rows, x: -3...2, y: 10...30, values: values)
      let found = lines(grid, 0.1)
      for point in found.joined() {
        #expect(abs(try #require(grid.interpolated(atX: point.x, y: point.y)) - 0.1) < 1e-9)
      }
      var sides = 0
      for row in 0..<rows {
        for column in 0..<columns {
          let isAbove = grid[column, row] >= 0.1
          if column + 1 < columns, (grid[column + 1, row] >= 0.1) != isAbove { sides += 1 }
          if row + 1 < rows, (grid[column, row + 1] >= 0.1) != isAbove { sides += 1 }
        }
      }
      let closed = found.count { $0.count > 1 && $0.first == $0.last }
      #expect(found.joined().count - closed == sides)
    }
  }
}
