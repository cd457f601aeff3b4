import Glibc

/// A function of two variables as a surface in space, seen from above at an angle, with its own axes.
///
/// The values lie at the centres of the grid's cells; between them the surface is made of flat pieces, drawn from
/// back to front. Edge cases: next to a value that is not finite there is a hole; a surface fills its figure, whose
/// own axes are hidden, so other marks do not belong on top.
public struct Surface: Mark {
  public let grid: Grid<Double>
  /// Names of the three axes.
  public var axes: (x: String, y: String, z: String)
  public var map: Palette.Map
  public var colour: ColourChoice { .none }

  private let height: Scale
  private static let most = 34

  public init(_ grid: Grid<Double>, axes: (x: String, y: String, z: String), map: Palette.Map = .sequential) {
    self.grid = grid.resampled(
      columns: min(grid.columns, Surface.most), rows: min(grid.rows, Surface.most))
    self.axes = axes
    self.map = map
    height = Scale(.linear, around: ClosedRange(enclosing: grid.values), padding: 0)
  }

  public func measure(into extent: inout Extent) {
    extent.hidesAxes = true
    extent.add(x: -0.8, y: -0.44)
    extent.add(x: 0.8, y: 0.94)
    extent.padsX = false
    extent.padsY = false
  }

  public func shapes(in frame: Frame, colour: Int) -> [Shape] {
    box() + [.polygons(Polygons(polygons: faces()))] + words()
  }

  public func legend(colour: Int) -> [LegendEntry] { [] }

  public var colourBar: ColourBar? { ColourBar(label: axes.z, scale: height, map: map) }

  /// A place of the unit cube on the picture: turned by 35° and seen from 28° above.
  private func projected(_ x: Double, _ y: Double, _ z: Double) -> Point {
    let (turn, tilt) = (0.61, 0.49)
    let (u, v) = (x - 0.5, y - 0.5)
    let right = u * cos(turn) - v * sin(turn)
    let away = u * sin(turn) + v * cos(turn)
    return Point(right, away * sin(tilt) + z * cos(tilt) * 0.68)
  }

  /// The flat pieces between neighbouring values, the farthest first.
  private func faces() -> [Polygons.Polygon] {
    let (columns, rows) = (grid.columns, grid.rows)
    guard columns > 1, rows > 1 else { return [] }
    func corner(_ column: Int, _ row: Int) -> Point {
      projected(
        Double(column) / Double(columns - 1), Double(row) / Double(rows - 1),
        height.position(grid[column, row]))
    }
    var faces: [Polygons.Polygon] = []
    faces.reserveCapacity((columns - 1) * (rows - 1))
    // Seen this way, the far corner is that of the highest x and y.
    for row in (0..<rows - 1).reversed() {
      for column in (0..<columns - 1).reversed() {
        let places = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
        let corners = places.map { corner($0.0, $0.1) }
        guard !corners.contains(where: \.isGap) else { continue }
        let mean = places.reduce(0) { $0 + height.position(grid[$1.0, $1.1]) } / 4
        faces.append(Polygons.Polygon(corners: corners, colour: map.colour(mean), shade: mean))
      }
    }
    return faces
  }

  /// The floor, and the edges behind the surface.
  private func box() -> [Shape] {
    let edges: [[(Double, Double, Double)]] = [
      [(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0), (0, 0, 0)],
      [(0, 1, 0), (0, 1, 1), (1, 1, 1), (1, 1, 0)], [(1, 1, 1), (1, 0, 1), (1, 0, 0)],
    ]
    let points = edges.flatMap { $0.map { projected($0.0, $0.1, $0.2) } + [.gap] }
    return [.path(Path(points: points, colour: Theme.axis, width: 1))]
  }

  /// The ends of the axes and their names.
  private func words() -> [Shape] {
    func label(_ text: String, _ x: Double, _ y: Double, _ anchor: Words.Anchor) -> Shape {
      let place = projected(x, y, 0)
      return .words(
        Words(text: text, place: Point(place.x, place.y - 0.05), anchor: anchor, colour: Theme.label))
    }
    return [
      label(NumberLabel.text(grid.x.lowerBound), 0.06, -0.02, .left),
      label(axes.x, 0.5, -0.06, .left),
      label(NumberLabel.text(grid.x.upperBound), 1, -0.02, .left),
      label(NumberLabel.text(grid.y.lowerBound), -0.02, 0.06, .right),
      label(axes.y, -0.06, 0.5, .right),
      label(NumberLabel.text(grid.y.upperBound), -0.02, 1, .right),
    ].filter { if case .words(let words) = $0 { !words.text.isEmpty } else { false } }
  }
}
