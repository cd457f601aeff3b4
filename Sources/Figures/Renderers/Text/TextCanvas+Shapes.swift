extension TextCanvas {
  /// Draws a line through points given in dots from the lower left, interrupted at gaps.
  mutating func draw(_ points: [Point], _ colour: Colour, isDashed: Bool) {
    var travelled = 0
    for (from, to) in zip(points, points.dropFirst()) {
      guard !from.isGap, !to.isGap, let (start, end) = clipped(from, to) else { continue }
      let steps = Int(max((end.x - start.x).magnitude, (end.y - start.y).magnitude).rounded(.up))
      for step in 0...max(steps, 1) {
        let part = Double(step) / Double(max(steps, 1))
        defer { travelled += 1 }
        if isDashed && travelled % 8 >= 5 { continue }
        dot(Int(start.x + (end.x - start.x) * part), Int(start.y + (end.y - start.y) * part), colour)
      }
    }
  }

  /// The part of a segment inside the canvas (the method of Liang and Barsky), or nil when there is none.
  private func clipped(_ from: Point, _ to: Point) -> (Point, Point)? {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    // A hair inside, so that the ends fall on dots.
    let (right, top) = (Double(width) - 1e-6, Double(height) - 1e-6)
    var (enter, leave) = (0.0, 1.0)
    for (slope, room) in [(-dx, from.x), (dx, right - from.x), (-dy, from.y), (dy, top - from.y)] {
      if slope == 0 {
        // An end of the axis still belongs to it.
        if room < -1e-6 { return nil }
      } else if slope < 0 {
        enter = max(enter, room / slope)
      } else {
        leave = min(leave, room / slope)
      }
    }
    guard enter <= leave else { return nil }
    return (
      Point(from.x + dx * enter, from.y + dy * enter), Point(from.x + dx * leave, from.y + dy * leave)
    )
  }

  /// Every second dot between two heights, as a tint.
  mutating func shade(x: Int, from low: Double, to high: Double, _ colour: Colour) {
    let bottom = Int(max(min(low, high), 0).rounded())
    let top = Int(min(max(low, high), Double(height)).rounded())
    for y in bottom..<max(top, bottom) where (x + y) % 2 == 0 { dot(x, y, colour) }
  }

  /// A bar's part of one column: full cells between two heights, with an eighth's precision at the top if solid.
  mutating func bar(_ column: Int, from base: Double, to top: Double, _ texture: Character, _ colour: Colour)
  {
    let bottom = max(min(base, top), 0)
    let peak = min(max(base, top), Double(height))
    for row in 0..<rows {
      let floor = Double((rows - 1 - row) * 4)
      let covered = min(peak, floor + 4) - max(bottom, floor)
      let eighths = Int((covered * 2).rounded())
      guard eighths > 0 else { continue }
      let reachesUp = peak >= floor + 4
      let glyph: Character? =
        reachesUp && eighths >= 4 || eighths >= 8
        ? texture
        : bottom > floor || texture != "█"
          ? (eighths >= 4 ? texture : nil) : Array("▁▂▃▄▅▆▇█")[eighths - 1]
      guard let glyph else { continue }
      update(column, row) { cell in
        cell.glyph = glyph
        cell.colour = colour
      }
    }
  }

  /// Lines between the dots where a field passes a level, each with its letter here and there.
  ///
  /// - Parameter level: how many levels lie at or below the field's value at a dot; nil where it has none.
  mutating func contour(_ level: (Int, Int) -> Int?, _ colours: [Colour], _ letters: [Character]) {
    var lengths = colours.map { _ in 20 }
    var labels: [(column: Int, row: Int, letter: Character)] = []
    for y in 0..<height {
      for x in 0..<width {
        guard let here = level(x, y) else { continue }
        for next in [level(x + 1, y), level(x, y + 1)] {
          guard let next, next != here else { continue }
          let line = max(here, next) - 1
          dot(x, y, colours[line])
          lengths[line] += 1
          if lengths[line] % 60 == 0, line < letters.count {
            labels.append((x / 2, rows - 1 - y / 4, letters[line]))
          }
        }
      }
    }
    for label in labels { update(label.column, label.row) { $0.glyph = label.letter } }
  }

  /// Changes the cells whose centres lie in a polygon, whose corners are given in cells from the upper left.
  mutating func fill(_ corners: [Point], _ change: (inout Cell) -> Void) {
    guard corners.count > 2, !corners.contains(where: \.isGap) else { return }
    let edges = zip(corners, corners.dropFirst() + corners.prefix(1))
    let top = corners.map(\.y).min() ?? 0
    let bottom = corners.map(\.y).max() ?? 0
    for row in 0..<rows where (top..<bottom).contains(Double(row) + 0.5) {
      let y = Double(row) + 0.5
      let crossings = edges.compactMap { from, to -> Double? in
        guard (from.y <= y) != (to.y <= y) else { return nil }
        return from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y)
      }.sorted()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let left = Int(max((crossings[pair] - 0.5).rounded(.up), 0))
        let right = Int(min((crossings[pair + 1] - 0.5).rounded(.up), Double(columns)))
        for column in left..<max(left, right) { update(column, row, change) }
      }
    }
  }
}
