/// Thins data so that a picture of a million points is small and looks the same.
extension Frame {
  /// A path with at most four points for each column of dots and run: the first, the lowest, the highest and
  /// the last, in their order. Everything that a line one dot wide could show is kept.
  ///
  /// Points that the axes cannot show become gaps. Short paths come back whole.
  func decimated(_ points: [Point]) -> [Point] {
    var result: [Point] = []
    let keepsAll = points.count <= Int(width) * 4
    var column = Column()
    for point in points {
      let place = dots(point)
      guard !place.isGap else {
        column.flush(into: &result)
        if let last = result.last, !last.isGap { result.append(.gap) }
        continue
      }
      if keepsAll {
        result.append(point)
        continue
      }
      let index = place.x.magnitude < 1e15 ? place.x.rounded(.down) : place.x
      if index != column.index { column.flush(into: &result) }
      column.add(point, place.y, index)
    }
    column.flush(into: &result)
    if result.last?.isGap == true { result.removeLast() }
    return result
  }

  /// The points that remain visible when symbols cover each other: at most one for each square of dots, with
  /// squares just so large that no more than `limit` remain. Points outside the axes are left out.
  func thinned(_ points: [Point], limit: Int = 4000) -> [Point] {
    var kept = points.filter { point in
      let place = dots(point)
      return (0...width).contains(place.x) && (0...height).contains(place.y)
    }
    var square = 1.0
    while kept.count > limit {
      var seen: Set<Int> = []
      kept = kept.filter { point in
        let place = dots(point)
        return seen.insert(Int(place.x / square) * 100_000 + Int(place.y / square)).inserted
      }
      square *= 1.25
    }
    return kept
  }

  /// What is kept of the points over one column of dots.
  private struct Column {
    var index = Double.nan
    private var first = 0, last = 0
    private var lowest = 0, highest = 0
    private var entries: [(point: Point, y: Double)] = []

    mutating func add(_ point: Point, _ y: Double, _ index: Double) {
      self.index = index
      entries.append((point, y))
      last = entries.count - 1
      if y < entries[lowest].y { lowest = last }
      if y > entries[highest].y { highest = last }
    }

    mutating func flush(into result: inout [Point]) {
      guard !entries.isEmpty else { return }
      for kept in Set([first, lowest, highest, last]).sorted() { result.append(entries[kept].point) }
      entries.removeAll(keepingCapacity: true)
      (last, lowest, highest) = (0, 0, 0)
      index = .nan
    }
  }
}
