/// The room that the marks of a figure need, gathered value by value.
public struct Extent: Sendable {
  public let xKind: Scale.Kind
  public let yKind: Scale.Kind
  public private(set) var x: ClosedRange<Double>?
  public private(set) var y: ClosedRange<Double>?
  /// How many finite values had no place on a logarithmic axis.
  public private(set) var droppedX = 0
  public private(set) var droppedY = 0
  /// Whether some air is left between the data and the ends of the axis. A mark that fills its box, such as
  /// a heat map, sets both to false for the whole figure; a line sets `padsX` to false.
  public var padsX = true
  public var padsY = true
  /// An end of the y axis that needs no air: the zero that bars stand on.
  public var floor: Double?
  /// Whether the figure shows no axes, since a mark brings its own.
  public var hidesAxes = false
  /// Ticks that a mark brings along, such as the names under bars.
  public var xTicks: [Tick] = []

  init(x: Scale.Kind, y: Scale.Kind) {
    xKind = x
    yKind = y
  }

  /// Makes room for a point. One that cannot be shown is ignored, and counted if only the kind of an axis
  /// is the reason.
  public mutating func add(x newX: Double, y newY: Double) {
    guard newX.isFinite, newY.isFinite else { return }
    let (fitsX, fitsY) = (Scale.canShow(newX, xKind), Scale.canShow(newY, yKind))
    if fitsX && fitsY {
      x = Extent.widened(x, to: newX)
      y = Extent.widened(y, to: newY)
    } else {
      droppedX += fitsX ? 0 : 1
      droppedY += fitsY ? 0 : 1
    }
  }

  /// Makes room for an x alone, as a vertical rule needs.
  public mutating func add(x newX: Double) {
    guard newX.isFinite else { return }
    guard Scale.canShow(newX, xKind) else {
      droppedX += 1
      return
    }
    x = Extent.widened(x, to: newX)
  }

  /// Makes room for a y alone, as a horizontal rule needs.
  public mutating func add(y newY: Double) {
    guard newY.isFinite else { return }
    guard Scale.canShow(newY, yKind) else {
      droppedY += 1
      return
    }
    y = Extent.widened(y, to: newY)
  }

  private static func widened(_ range: ClosedRange<Double>?, to value: Double) -> ClosedRange<Double> {
    guard let range else { return value...value }
    return min(range.lowerBound, value)...max(range.upperBound, value)
  }
}
