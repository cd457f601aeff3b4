/// What a mark looks like once the axes are known: the vocabulary that every renderer draws.
///
/// Coordinates are those of the data.
public enum Shape: Sendable, Equatable {
  case path(Path)
  case symbols(Symbols)
  case area(Area)
  case boxes(Boxes)
  case cells(Cells)
  case contours(Contours)
  case polygons(Polygons)
  case words(Words)
}

/// A place in the coordinates of the data; a coordinate that is not finite makes it a gap.
public struct Point: Sendable, Equatable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// Interrupts a path.
  static let gap = Point(.nan, .nan)
  var isGap: Bool { !(x.isFinite && y.isFinite) }
}

/// A line through points, interrupted at gaps.
public struct Path: Sendable, Equatable {
  public var points: [Point]
  public var colour: Colour
  public var isDashed = false
  /// Width in pixels.
  public var width = 2.0
}

/// The sign that stands for a point.
public enum Marker: Sendable, Equatable, CaseIterable {
  case circle, square, triangle, diamond, cross, plus
}

/// A sign at each of some points.
public struct Symbols: Sendable, Equatable {
  public var points: [Point]
  public var colour: Colour
  public var marker: Marker
  /// Across, in pixels.
  public var diameter: Double
}

/// The area between two curves over the same places, interrupted at gaps.
public struct Area: Sendable, Equatable {
  public var xs: [Double]
  public var lower: [Double]
  public var upper: [Double]
  public var colour: Colour
}

/// Upright rectangles.
public struct Boxes: Sendable, Equatable {
  /// One rectangle. `base` and `top` need not be in order.
  public struct Box: Sendable, Equatable {
    public var left: Double
    public var right: Double
    public var base: Double
    public var top: Double
  }

  public var boxes: [Box]
  public var colour: Colour
}

/// A coloured grid.
public struct Cells: Sendable, Equatable {
  /// A cell's colour, nil where there is no value.
  public var colours: Grid<Colour?>
  /// A cell's shade for renderers without colour: from 0 for empty to 1 for full, nil where there is no value.
  public var shades: Grid<Double?>
  /// Whether shades are classes 0, 1, 2, … rather than amounts.
  public var areClasses: Bool
}

/// Lines of equal value of a grid, whose values lie at the centres of its cells.
public struct Contours: Sendable, Equatable {
  public var grid: Grid<Double>
  /// In rising order, each with its colour.
  public var levels: [Double]
  public var colours: [Colour]
  public var width = 1.5
  /// Whether they are drawn in characters, too.
  public var isInText = true
}

/// Filled polygons, later ones on top.
public struct Polygons: Sendable, Equatable {
  /// One polygon. Its boundary closes itself.
  public struct Polygon: Sendable, Equatable {
    public var corners: [Point]
    public var colour: Colour
    /// For renderers without colour: from 0 for empty to 1 for full.
    public var shade: Double
  }

  public var polygons: [Polygon]
}

/// A few words at a place.
public struct Words: Sendable, Equatable {
  /// Which part of the words stands at the place.
  public enum Anchor: Sendable, Equatable {
    case left, centre, right
  }

  public var text: String
  public var place: Point
  public var anchor = Anchor.left
  public var colour: Colour
}
