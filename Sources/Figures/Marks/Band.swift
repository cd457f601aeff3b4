/// The area between two curves: an error band, a range of seeds.
///
/// Edge cases: a place where a value is not finite is a gap.
public struct Band: Mark {
  public let xs: [Double]
  public let lower: [Double]
  public let upper: [Double]
  /// Shown in the legend; empty for none.
  public var name: String
  public var colour: ColourChoice

  /// - Parameter colour: an index into ``Palette``; nil takes the next colour. Give the index of the line that the
  ///   band belongs to.
  /// - Throws: ``FigureError/unequalCounts(mark:first:firstCount:second:secondCount:)``.
  public init(
    xs: [Double], lower: [Double], upper: [Double], name: String = "", colour: Int? = nil
  ) throws(FigureError) {
    for (label, values) in [("lower values", lower), ("upper values", upper)] where values.count != xs.count {
      throw .unequalCounts(
        mark: "Band", first: "xs", firstCount: xs.count, second: label, secondCount: values.count)
    }
    self.xs = xs
    self.lower = lower
    self.upper = upper
    self.name = name
    self.colour = ColourChoice(colour)
  }

  public func measure(into extent: inout Extent) {
    for index in xs.indices {
      extent.add(x: xs[index], y: lower[index])
      extent.add(x: xs[index], y: upper[index])
    }
    extent.padsX = false
  }

  public func shapes(in frame: Frame, colour: Int) -> [Shape] {
    // Each column of dots keeps its extremes, so thinning both edges alike must go by place.
    let stride = max(1, xs.count / max(1, Int(frame.width) * 2))
    let kept = Array(Swift.stride(from: 0, to: xs.count, by: stride))
    let area = Area(
      xs: kept.map { xs[$0] },
      lower: kept.map { edge(lower, from: $0, count: stride, min) },
      upper: kept.map { edge(upper, from: $0, count: stride, max) },
      colour: Palette.colour(colour))
    return [.area(area)]
  }

  public func legend(colour: Int) -> [LegendEntry] {
    name.isEmpty ? [] : [LegendEntry(name, .box, Theme.background.mixed(with: Palette.colour(colour), 0.3))]
  }

  /// The outermost of some neighbouring values; NaN when one of them is not finite.
  private func edge(
    _ values: [Double], from start: Int, count: Int, _ outer: (Double, Double) -> Double
  ) -> Double {
    let part = values[start..<min(start + count, values.count)]
    return part.allSatisfy(\.isFinite) ? part.dropFirst().reduce(part[start], outer) : .nan
  }
}
