/// Coloured polygons that lie side by side: the regions of a network, the faces of a map.
///
/// Edge cases: a polygon with fewer than three corners, or with one that is not finite, is left out.
public struct Mosaic: Mark {
  /// A polygon and how it is filled.
  public struct Tile: Sendable, Equatable {
    /// In order along the boundary, which closes itself.
    public var corners: [Point]
    public var fill: Fill

    public init(corners: [Point], fill: Fill) {
      self.corners = corners
      self.fill = fill
    }
  }

  /// Where a tile's colour comes from.
  public enum Fill: Sendable, Equatable {
    /// A soft tint of a colour of ``Palette``, to lie under lines and points.
    case tint(Int)
    /// A place on the mark's colour map, from 0 to 1.
    case shade(Double)
  }

  public let tiles: [Tile]
  public var map: Palette.Map
  /// Whether the boundaries are drawn.
  public var hasEdges: Bool
  public var colour: ColourChoice { .none }

  public init(_ tiles: [Tile], map: Palette.Map = .sequential, edges: Bool = true) {
    self.tiles = tiles.filter { $0.corners.count > 2 && !$0.corners.contains(where: \.isGap) }
    self.map = map
    self.hasEdges = edges
  }

  public func measure(into extent: inout Extent) {
    for corner in tiles.lazy.flatMap(\.corners) { extent.add(x: corner.x, y: corner.y) }
    if !tiles.isEmpty {
      extent.padsX = false
      extent.padsY = false
    }
  }

  public func shapes(in frame: Frame, colour: Int) -> [Shape] {
    let polygons = tiles.map { tile in
      switch tile.fill {
      case .tint(let index):
        let count = Palette.classes.count
        let place = Double((index % count + count) % count) / Double(count - 1)
        return Polygons.Polygon(
          corners: tile.corners, colour: Theme.background.mixed(with: Palette.colour(index), 0.4),
          shade: place)
      case .shade(let position):
        return Polygons.Polygon(corners: tile.corners, colour: map.colour(position), shade: position)
      }
    }
    guard hasEdges else { return [.polygons(Polygons(polygons: polygons))] }
    let outlines = tiles.flatMap { $0.corners + $0.corners.prefix(1) + [.gap] }
    return [
      .polygons(Polygons(polygons: polygons)),
      .path(Path(points: outlines, colour: Theme.rule, width: tiles.count > 2000 ? 0.3 : 0.7)),
    ]
  }

  public func legend(colour: Int) -> [LegendEntry] { [] }
}
