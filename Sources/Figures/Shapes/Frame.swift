/// The plot area that a mark is drawn into, known once the axes are.
public struct Frame: Sendable, Equatable {
  public let x: Scale
  public let y: Scale
  /// Size of the plot area in the smallest dots of the renderer (pixels, or braille dots): detail below a dot
  /// need not be drawn.
  public let width: Double
  public let height: Double

  /// Where a point lies in dots from the left and from the bottom; NaN where the scales cannot show it.
  func dots(_ point: Point) -> Point {
    Point(x.position(point.x) * width, y.position(point.y) * height)
  }
}
