extension Frame {
  /// The runs of a path without the points that it passes within a tenth of a dot when they are left out (the method
  /// of Ramer, Douglas and Peucker): a smooth line of many short pieces looks the same with a third of them.
  func straightened(_ points: [Point]) -> [Point] {
    let places = points.map(dots)
    var isKept = places.map(\.isGap)
    var stretches = points.indices.split { places[$0].isGap }.map { ($0.startIndex, $0.endIndex - 1) }
    for (first, last) in stretches { (isKept[first], isKept[last]) = (true, true) }
    while let (first, last) = stretches.popLast() {
      var farthest = (distance: 0.1, index: -1)
      for index in first + 1..<max(last, first + 1) {
        let distance = places[index].distance(fromSegment: places[first], places[last])
        if distance > farthest.distance { farthest = (distance, index) }
      }
      guard farthest.index >= 0 else { continue }
      isKept[farthest.index] = true
      stretches.append((first, farthest.index))
      stretches.append((farthest.index, last))
    }
    return points.indices.filter { isKept[$0] }.map { points[$0] }
  }
}

extension Point {
  /// The distance from a segment, whose ends may be one point.
  fileprivate func distance(fromSegment from: Point, _ to: Point) -> Double {
    let (along, toSelf) = ((x: to.x - from.x, y: to.y - from.y), (x: x - from.x, y: y - from.y))
    let length = along.x * along.x + along.y * along.y
    let part = length > 0 ? min(max((toSelf.x * along.x + toSelf.y * along.y) / length, 0), 1) : 0
    let (dx, dy) = (toSelf.x - part * along.x, toSelf.y - part * along.y)
    return (dx * dx + dy * dy).squareRoot()
  }
}
