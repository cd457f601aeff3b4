import Glibc

/// Arrows from places in directions: a vector field, the steps of a descent.
///
/// Edge cases: an arrow with a number that is not finite is left out, one without length is a dot's width.
public struct Arrows: Mark {
  /// Where the arrows begin and end.
  public let tails: [Point]
  public let heads: [Point]
  /// Shown in the legend; empty for none.
  public var name: String
  public var colour: ColourChoice

  /// - Parameter colour: an index into ``Palette``; nil takes the next colour.
  /// - Throws: ``FigureError/unequalCounts(mark:first:firstCount:second:secondCount:)``.
  public init(tails: [Point], heads: [Point], name: String = "", colour: Int? = nil) throws(FigureError) {
    guard tails.count == heads.count else {
      throw .unequalCounts(
        mark: "Arrows", first: "tails", firstCount: tails.count, second: "heads", secondCount: heads.count)
    }
    self.tails = tails
    self.heads = heads
    self.name = name
    self.colour = ColourChoice(colour)
  }

  public func measure(into extent: inout Extent) {
    for end in tails + heads { extent.add(x: end.x, y: end.y) }
  }

  public func shapes(in frame: Frame, colour: Int) -> [Shape] {
    var points: [Point] = []
    for (tail, head) in zip(tails, heads) where !tail.isGap && !head.isGap {
      points += [tail, head]
      points += Arrows.barbs(from: frame.dots(tail), to: frame.dots(head)).flatMap { barb in
        [
          .gap, head,
          Point(frame.x.value(at: barb.x / frame.width), frame.y.value(at: barb.y / frame.height)),
        ]
      }
      points.append(.gap)
    }
    return [.path(Path(points: points, colour: Palette.colour(colour), width: 1.3))]
  }

  public func legend(colour: Int) -> [LegendEntry] {
    name.isEmpty ? [] : [LegendEntry(name, .line(isDashed: false), Palette.colour(colour))]
  }

  /// The ends of the two strokes of an arrow's head, in dots: a third of its length, six dots at most.
  private static func barbs(from tail: Point, to head: Point) -> [Point] {
    let (dx, dy) = (tail.x - head.x, tail.y - head.y)
    let length = hypot(dx, dy)
    guard length > 1 else { return [] }
    let size = min(length / 3, 6) / length
    return [0.5, -0.5].map { angle in
      let (c, s) = (cos(angle), sin(angle))
      return Point(head.x + (dx * c - dy * s) * size, head.y + (dx * s + dy * c) * size)
    }
  }
}
