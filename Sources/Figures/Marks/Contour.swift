/// Lines along which the values of a grid are equal. The values lie at the centres of the cells.
///
/// Edge cases: levels that the values do not reach give no line; values that are not finite interrupt the lines.
public struct Contour: Mark {
  public let grid: Grid<Double>
  /// The values to draw lines at; about seven round ones when nil.
  public var levels: [Double]?
  /// Shown in the legend when the lines have one colour; empty for none.
  public var name: String
  /// An index into ``Palette`` for all lines; when nil, each level has a colour of the sequential map, and the
  /// legend names its value.
  public var lineColour: Int?
  /// Whether the text form shows the lines, too. Between the edges of polygons they could not be told apart there.
  public var isInText = true
  public var colour: ColourChoice { lineColour.map(ColourChoice.index) ?? .none }

  public init(_ grid: Grid<Double>, levels: [Double]? = nil, name: String = "", colour: Int? = nil) {
    self.grid = grid
    self.levels = levels
    self.name = name
    self.lineColour = colour
  }

  public func measure(into extent: inout Extent) {
    extent.addCentres(grid)
  }

  public func shapes(in frame: Frame, colour: Int) -> [Shape] {
    let shown = shownLevels
    guard !shown.isEmpty else { return [] }
    var contours = Contours(grid: grid, levels: shown.map(\.level), colours: shown.map(\.colour))
    contours.isInText = isInText
    return [.contours(contours)]
  }

  /// One name for lines of one colour; otherwise the value of each line.
  public func legend(colour: Int) -> [LegendEntry] {
    if let lineColour {
      return name.isEmpty ? [] : [LegendEntry(name, .line(isDashed: false), Palette.colour(lineColour))]
    }
    return shownLevels.map { LegendEntry(NumberLabel.text($0.level), .line(isDashed: false), $0.colour) }
  }

  /// The levels that the values reach, in rising order.
  private var shownLevels: [(level: Double, colour: Colour)] {
    let range = ClosedRange(enclosing: grid.values)
    let scale = Scale(.linear, around: range, padding: 0)
    // Neither end is a level: a line there would be a speck at an extreme point.
    let chosen =
      levels ?? scale.ticks(7).map(\.value).filter { $0 != range?.lowerBound && $0 != range?.upperBound }
    let shown = Set(chosen).filter { range?.contains($0) == true }.sorted()
    return shown.map { level in
      // The yellow end of the map is too pale for a thin line.
      (level, lineColour.map(Palette.colour) ?? Palette.Map.sequential.colour(scale.position(level) * 0.85))
    }
  }
}
