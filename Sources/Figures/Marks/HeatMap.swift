/// The values of a grid as colours, with a bar that explains them.
///
/// Edge cases: values that are not finite leave their cells empty; when all values are equal they have the
/// middle colour.
public struct HeatMap: Mark {
  public let grid: Grid<Double>
  /// Shown beside the colour bar; empty for none.
  public var name: String
  public var map: Palette.Map
  /// The values at the ends of the colour map; found from the data when nil, and then with equal distance on both
  /// sides of zero if the map is diverging.
  public var domain: ClosedRange<Double>?
  public var hasColourBar: Bool
  public var colour: ColourChoice { .none }

  public init(
    _ grid: Grid<Double>, name: String = "", map: Palette.Map = .sequential,
    domain: ClosedRange<Double>? = nil, colourBar: Bool = true
  ) {
    self.grid = grid
    self.name = name
    self.map = map
    self.domain = domain
    self.hasColourBar = colourBar
  }

  public func measure(into extent: inout Extent) {
    extent.addBox(grid)
  }

  public func shapes(in frame: Frame, colour: Int) -> [Shape] {
    let scale = scale
    let shades = grid.map { value -> Double? in
      let position = scale.position(value)
      return position.isNaN ? nil : min(max(position, 0), 1)
    }
    return [.cells(Cells(colours: shades.map { $0.map(map.colour) }, shades: shades, areClasses: false))]
  }

  public func legend(colour: Int) -> [LegendEntry] { [] }

  public var colourBar: ColourBar? {
    hasColourBar ? ColourBar(label: name, scale: scale, map: map) : nil
  }

  /// Places values along the colour map.
  private var scale: Scale {
    if let domain, let chosen = Scale(.linear, domain: domain) { return chosen }
    var range = ClosedRange(enclosing: grid.values)
    if map == .diverging, let found = range {
      let reach = max(found.lowerBound.magnitude, found.upperBound.magnitude)
      range = -reach...reach
    }
    return Scale(.linear, around: range, padding: 0)
  }
}

extension ClosedRange<Double> {
  /// From the smallest to the largest value that can be shown; nil when there is none.
  init?(enclosing values: [Double]) {
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values where Scale.canShow(value, .linear) {
      low = Swift.min(low, value)
      high = Swift.max(high, value)
    }
    guard low <= high else { return nil }
    self = low...high
  }
}
