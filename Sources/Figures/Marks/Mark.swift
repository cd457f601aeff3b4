/// Something to draw in a figure: data and how they look, nothing else.
///
/// A renderer first asks every mark how much room it needs, settles the axes, and then asks for shapes.
public protocol Mark: Sendable {
  /// Where the mark's colour comes from.
  var colour: ColourChoice { get }
  /// Makes room for the data.
  func measure(into extent: inout Extent)
  /// What to draw.
  ///
  /// - Parameter colour: the index of the mark's colour in ``Palette``.
  func shapes(in frame: Frame, colour: Int) -> [Shape]
  /// What the legend says of the mark; empty for nothing.
  func legend(colour: Int) -> [LegendEntry]
  /// The bar beside the plot that says which colour is which value; nil for none.
  var colourBar: ColourBar? { get }
}

extension Mark {
  public var colourBar: ColourBar? { nil }
}

/// Where a mark's colour comes from.
public enum ColourChoice: Sendable, Equatable {
  /// The next colour of the palette that no mark before it has taken.
  case next
  /// A certain colour of the palette.
  case index(Int)
  /// The mark has no single colour, or a fixed one.
  case none

  init(_ index: Int?) {
    self = index.map(ColourChoice.index) ?? .next
  }
}

/// A name and the look of what it names.
public struct LegendEntry: Sendable, Equatable {
  public enum Look: Sendable, Equatable {
    case line(isDashed: Bool)
    case marker(Marker)
    case box
    /// The ground of a class.
    case region(Int)
  }

  public var name: String
  public var look: Look
  public var colour: Colour

  public init(_ name: String, _ look: Look, _ colour: Colour) {
    self.name = name
    self.look = look
    self.colour = colour
  }
}

/// The key of a colour map.
public struct ColourBar: Sendable, Equatable {
  public var label: String
  public var scale: Scale
  public var map: Palette.Map
}
