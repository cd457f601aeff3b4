/// A corner of a region: where it is to within rounding, and what it is exactly.
struct Vertex: Sendable {
  var x: Double
  var y: Double
  /// How far x and y may each be from the exact place.
  var error: Double
  let origin: Origin

  /// What defines the place.
  enum Origin: Sendable {
    /// A corner of the box, counted counter-clockwise from the lower left.
    case corner(Int)
    /// The place on the edge between two vertices where a line crosses it.
    case crossing(Int32, Int32, Line)
  }

  /// Where a number that an activation bends is at one of its breakpoints: a line, within the regions of the layers
  /// before.
  struct Line: Sendable {
    /// The activation among the network's steps.
    let step: Int32
    /// Which of the numbers at that step.
    let unit: Int32
    /// Which breakpoint of the activation.
    let breakpoint: Int32
  }
}

/// Two ranges of exact numbers: where a network of two inputs is looked at.
public struct PlaneBox: Hashable, Sendable {
  public let x: (lower: Rational, upper: Rational)
  public let y: (lower: Rational, upper: Rational)

  /// - Throws: ``TheoryError`` for an empty range.
  public init(x: (Rational, Rational), y: (Rational, Rational)) throws {
    guard x.0 < x.1, y.0 < y.1 else { throw TheoryError("A side of the box is empty.") }
    self.x = x
    self.y = y
  }

  public var area: Rational { (x.upper - x.lower) * (y.upper - y.lower) }

  /// The corners, counter-clockwise from the lower left.
  var corners: [[Rational]] {
    [[x.lower, y.lower], [x.upper, y.lower], [x.upper, y.upper], [x.lower, y.upper]]
  }

  public static func == (a: PlaneBox, b: PlaneBox) -> Bool { a.corners == b.corners }
  public func hash(into hasher: inout Hasher) { hasher.combine(corners) }
}
