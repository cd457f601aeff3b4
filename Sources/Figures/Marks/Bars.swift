/// Upright bars that stand on zero: counts, scores, a histogram.
///
/// Edge cases: heights that are not finite give no bar. On a logarithmic axis bars stand on its lower end, and
/// heights that are not positive are left out.
public struct Bars: Mark {
  /// The left and right ends of each bar.
  public let sides: [ClosedRange<Double>]
  public let heights: [Double]
  /// What to write under the bars, at their centres; empty for their numbers, or those of the axis in a histogram.
  public let labels: [String]
  public var name: String
  public var colour: ColourChoice
  /// Whether the bars stand over 0, 1, 2, …, between which there is nothing.
  private let isCounted: Bool

  /// Bars over 0, 1, 2, …, named by labels.
  ///
  /// - Parameters:
  ///   - labels: one for each height, or none.
  ///   - slot: this series' place among `slots` that stand side by side over each label.
  /// - Throws: ``FigureError/unequalCounts(mark:first:firstCount:second:secondCount:)``.
  public init(
    heights: [Double], labels: [String] = [], name: String = "", colour: Int? = nil,
    slot: Int = 0, of slots: Int = 1
  ) throws(FigureError) {
    guard labels.isEmpty || labels.count == heights.count else {
      throw .unequalCounts(
        mark: "Bars", first: "heights", firstCount: heights.count, second: "labels", secondCount: labels.count
      )
    }
    let width = 0.76 / Double(max(slots, 1))
    self.sides = heights.indices.map { index in
      let left = Double(index) - 0.38 + width * Double(slot)
      return left...(left + width)
    }
    self.heights = heights
    self.labels = labels
    self.name = name
    self.colour = ColourChoice(colour)
    isCounted = true
  }

  /// A histogram: bar k reaches from edge k to edge k + 1.
  ///
  /// - Throws: ``FigureError/unequalCounts(mark:first:firstCount:second:secondCount:)`` unless there is one edge more
  ///   than there are counts.
  public init(
    edges: [Double], counts: [Double], name: String = "", colour: Int? = nil
  ) throws(FigureError) {
    guard edges.count == counts.count + 1 else {
      throw .unequalCounts(
        mark: "Bars", first: "edges", firstCount: edges.count, second: "counts (one fewer)",
        secondCount: counts.count)
    }
    // An edge that is not a number cannot bound a range; its bars are empty ones, left out like other gaps.
    self.sides = zip(edges, edges.dropFirst()).map { left, right in
      left.isFinite && right.isFinite ? min(left, right)...max(left, right) : 0...0
    }
    self.heights = counts
    self.labels = []
    self.name = name
    self.colour = ColourChoice(colour)
    isCounted = false
  }

  public func measure(into extent: inout Extent) {
    if extent.yKind == .linear && !heights.isEmpty {
      extent.add(y: 0)
      extent.floor = 0
    }
    for (side, height) in zip(sides, heights) {
      extent.add(x: side.lowerBound, y: height)
      extent.add(x: side.upperBound)
    }
    if !labels.isEmpty {
      extent.xTicks = labels.enumerated().map { Tick(Double($0), $1) }
    } else if isCounted, extent.xTicks.isEmpty {
      extent.xTicks = Tick.positions(heights.count)
    }
  }

  public func shapes(in frame: Frame, colour: Int) -> [Shape] {
    let base = frame.y.kind == .linear ? 0 : frame.y.domain.lowerBound
    let boxes = zip(sides, heights).compactMap { side, height -> Boxes.Box? in
      guard Scale.canShow(height, frame.y.kind), side.lowerBound < side.upperBound else { return nil }
      return Boxes.Box(left: side.lowerBound, right: side.upperBound, base: base, top: height)
    }
    return [.boxes(Boxes(boxes: boxes, colour: Palette.colour(colour)))]
  }

  public func legend(colour: Int) -> [LegendEntry] {
    name.isEmpty ? [] : [LegendEntry(name, .box, Palette.colour(colour))]
  }
}
