/// Where something is, and how far from there it may be in each coordinate.
struct Place {
  let x: Double
  let y: Double
  let error: Double

  init(x: Double, y: Double, error: Double) {
    self.x = x
    self.y = y
    self.error = error
  }

  init(_ vertex: Vertex) { self.init(x: vertex.x, y: vertex.y, error: vertex.error) }

  /// A place on the way between two others.
  init(between a: Place, _ b: Place, at t: Crossing) {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let reach = max(dx.magnitude, dy.magnitude)
    let size = max(a.size, b.size)
    x = a.x + t.part * dx
    y = a.y + t.part * dy
    error = (max(a.error, b.error) + reach * t.error + 4 * Rounding.unit * size) * (1 + 16 * Rounding.unit)
  }

  /// The larger coordinate's magnitude.
  var size: Double { max(x.magnitude, y.magnitude) }
}

/// Where on an edge a line crosses it.
struct Crossing {
  /// The part of the way, from 0 to 1.
  let part: Double
  /// How wrong the part may be.
  let error: Double

  /// Where something is zero that has opposite signs at both ends.
  init(_ a: (value: Double, error: Double), _ b: (value: Double, error: Double)) {
    let (p, q) = (a.value.magnitude, b.value.magnitude)
    let sum = p + q
    guard sum > 0 else {
      (part, error) = (0.5, 1)
      return
    }
    part = p / sum
    let room = sum - a.error - b.error
    // Where rounding may have moved the values by as much as they are, the place may be anywhere on the edge.
    error = room > 0 ? min(1, (a.error * q + b.error * p) / (sum * room) + 4 * Rounding.unit) : 1
  }
}
