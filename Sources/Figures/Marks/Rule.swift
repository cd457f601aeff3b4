/// A straight line across the whole plot, for reference.
///
/// Edge cases: a place that is not finite, or that a logarithmic axis cannot show, gives no line.
public struct Rule: Mark {
  public enum Place: Sendable, Equatable {
    case x(Double)
    case y(Double)
  }

  public var place: Place
  /// Shown in the legend; empty for none.
  public var name: String
  public var isDashed: Bool
  /// An index into ``Palette``; grey when nil.
  public var lineColour: Int?
  public var colour: ColourChoice { .none }

  /// A vertical line.
  public init(x: Double, name: String = "", dashed: Bool = true, colour: Int? = nil) {
    self.init(.x(x), name, dashed, colour)
  }

  /// A horizontal line.
  public init(y: Double, name: String = "", dashed: Bool = true, colour: Int? = nil) {
    self.init(.y(y), name, dashed, colour)
  }

  private init(_ place: Place, _ name: String, _ dashed: Bool, _ colour: Int?) {
    self.place = place
    self.name = name
    self.isDashed = dashed
    self.lineColour = colour
  }

  public func measure(into extent: inout Extent) {
    switch place {
    case .x(let x): extent.add(x: x)
    case .y(let y): extent.add(y: y)
    }
  }

  public func shapes(in frame: Frame, colour: Int) -> [Shape] {
    let points =
      switch place {
      case .x(let x): [Point(x, frame.y.domain.lowerBound), Point(x, frame.y.domain.upperBound)]
      case .y(let y): [Point(frame.x.domain.lowerBound, y), Point(frame.x.domain.upperBound, y)]
      }
    return [.path(Path(points: frame.decimated(points), colour: ink, isDashed: isDashed, width: 1.5))]
  }

  public func legend(colour: Int) -> [LegendEntry] {
    name.isEmpty ? [] : [LegendEntry(name, .line(isDashed: isDashed), ink)]
  }

  /// The colour that it is drawn in.
  var ink: Colour { lineColour.map(Palette.colour) ?? Theme.rule }
}
