/// A line through points in the order given.
///
/// Edge cases: a point with a coordinate that is not finite interrupts the line; a lone point between two gaps,
/// or a line of one point, is shown as a dot.
public struct Line: Mark {
  public let xs: [Double]
  public let ys: [Double]
  /// Shown in the legend; empty for none.
  public var name: String
  public var isDashed: Bool
  public var colour: ColourChoice

  /// - Parameter colour: an index into ``Palette``; nil takes the next colour.
  /// - Throws: ``FigureError/unequalCounts(mark:first:firstCount:second:secondCount:)``.
  public init(
    xs: [Double], ys: [Double], name: String = "", dashed: Bool = false, colour: Int? = nil
  ) throws(FigureError) {
    guard xs.count == ys.count else {
      throw .unequalCounts(
        mark: "Line", first: "xs", firstCount: xs.count, second: "ys", secondCount: ys.count)
    }
    self.xs = xs
    self.ys = ys
    self.name = name
    self.isDashed = dashed
    self.colour = ColourChoice(colour)
  }

  /// A line over 0, 1, 2, …
  public init(ys: [Double], name: String = "", dashed: Bool = false, colour: Int? = nil) {
    self.xs = ys.indices.map(Double.init)
    self.ys = ys
    self.name = name
    self.isDashed = dashed
    self.colour = ColourChoice(colour)
  }

  public func measure(into extent: inout Extent) {
    let isDrawn = ys.contains { $0.isFinite }
    for (x, y) in zip(xs, ys) {
      extent.add(x: x, y: y)
      // A gap at an end is seen as one: the axis goes on to where the line was to go.
      if isDrawn, !y.isFinite { extent.add(x: x) }
    }
    extent.padsX = false
  }

  public func shapes(in frame: Frame, colour: Int) -> [Shape] {
    let points = frame.decimated(zip(xs, ys).map { Point($0, $1) })
    let lone = points.indices.filter { index in
      !points[index].isGap
        && (index == 0 || points[index - 1].isGap)
        && (index == points.count - 1 || points[index + 1].isGap)
    }
    let path = Shape.path(Path(points: points, colour: Palette.colour(colour), isDashed: isDashed))
    if lone.isEmpty { return [path] }
    let dots = Symbols(
      points: lone.map { points[$0] }, colour: Palette.colour(colour), marker: .circle, diameter: 6)
    return [path, .symbols(dots)]
  }

  public func legend(colour: Int) -> [LegendEntry] {
    name.isEmpty ? [] : [LegendEntry(name, .line(isDashed: isDashed), Palette.colour(colour))]
  }
}
