/// The values of several lines' functions at the vertices of one face, and at those that cutting it adds.
protocol CutValues {
  /// The lines, in the order in which they cut.
  var lines: [Vertex.Line] { get }

  /// How far right of a line a vertex of the face lies, and how wrong that may be.
  func value(of line: Int, at vertex: Int) -> (value: Double, error: Double)

  /// Notes a new vertex at the part `t` of the way between two others, where a line crosses their edge, and gives its
  /// place.
  ///
  /// - Parameters:
  ///   - edge: the line that the edge lies on; −1 − k for the face's own edge after corner k.
  ///   - ends: the places of the two vertices.
  mutating func addVertex(
    between a: Int, _ b: Int, at t: Crossing, of line: Int, on edge: Int, _ ends: (Place, Place)
  ) -> Place
}

/// Where something is, and how far from there it may be in each coordinate.
struct Place {
  let x: Double
  let y: Double
  let error: Double

  /// A place on the way between two others.
  init(between a: Place, _ b: Place, at t: Crossing) {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let reach = max(dx.magnitude, dy.magnitude)
    let size = max(max(a.x.magnitude, a.y.magnitude), max(b.x.magnitude, b.y.magnitude))
    x = a.x + t.part * dx
    y = a.y + t.part * dy
    error = (max(a.error, b.error) + reach * t.error + 4 * Rounding.unit * size) * (1 + 16 * Rounding.unit)
  }

  init(x: Double, y: Double, error: Double) {
    self.x = x
    self.y = y
    self.error = error
  }

  init(_ vertex: Vertex) { self.init(x: vertex.x, y: vertex.y, error: vertex.error) }
}

/// `a x + b y + c`, each number of which may be wrong by `error`.
struct PlaneFunction {
  var a: Double
  var b: Double
  var c: Double
  var error: Double

  /// Where two functions are zero; nil where rounding leaves open whether they have one such place.
  func meeting(_ other: PlaneFunction) -> Place? {
    let u = 4 * Rounding.unit
    let determinant = a * other.b - other.a * b
    let wrong = error + other.error
    let size = max(max(a.magnitude, b.magnitude), max(other.a.magnitude, other.b.magnitude))
    let offset = max(c.magnitude, other.c.magnitude)
    let doubt =
      u * ((a * other.b).magnitude + (other.a * b).magnitude) + 2 * wrong * (size + wrong)
    let sure = determinant.magnitude - doubt
    guard sure > 0 else { return nil }
    func quotient(_ first: Double, _ second: Double) -> (value: Double, error: Double) {
      let value = (first - second) / determinant
      let numerator = u * (first.magnitude + second.magnitude) + 2 * wrong * (size + offset + wrong)
      return (value, (numerator + value.magnitude * doubt) / sure + u * value.magnitude)
    }
    let (x, y) = (quotient(b * other.c, other.b * c), quotient(c * other.a, other.c * a))
    return Place(x: x.value, y: y.value, error: max(x.error, y.error) * (1 + 16 * Rounding.unit))
  }
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

/// Functions that are affine on the whole box: the first layer's.
///
/// A vertex lies where two lines meet, and is found from them alone: errors do not pile up from one cut to the next.
struct AffineCuts: CutValues {
  let lines: [Vertex.Line]
  let functions: [PlaneFunction]
  /// The box's sides, from the lower one on.
  private let sides: [PlaneFunction]
  private var places: [Place]

  init(_ lines: [Vertex.Line], _ functions: [PlaneFunction], at corners: [Place]) {
    self.lines = lines
    self.functions = functions
    places = corners
    sides = corners.indices.map { side in
      let corner = corners[side]
      return side % 2 == 0
        ? PlaneFunction(a: 0, b: 1, c: -corner.y, error: corner.error)
        : PlaneFunction(a: 1, b: 0, c: -corner.x, error: corner.error)
    }
  }

  func value(of line: Int, at vertex: Int) -> (value: Double, error: Double) {
    let (f, place) = (functions[line], places[vertex])
    let (x, y) = (f.a * place.x, f.b * place.y)
    let size = x.magnitude + y.magnitude + f.c.magnitude
    let slope = f.a.magnitude + f.b.magnitude
    return (
      x + y + f.c,
      (slope * place.error + 4 * Rounding.unit * size
        + f.error * (1 + place.x.magnitude + place.y.magnitude)) * (1 + 16 * Rounding.unit)
    )
  }

  mutating func addVertex(
    between a: Int, _ b: Int, at t: Crossing, of line: Int, on edge: Int, _ ends: (Place, Place)
  ) -> Place {
    let between = Place(between: ends.0, ends.1, at: t)
    let meeting = functions[line].meeting(edge >= 0 ? functions[edge] : sides[-1 - edge])
    // Where the two are nearly parallel, the way along the edge tells more.
    let place = meeting.map { $0.error < between.error ? $0 : between } ?? between
    places.append(place)
    return place
  }
}

/// Functions of which the values at the face's corners are known.
struct TableCuts: CutValues {
  let lines: [Vertex.Line]
  /// For each vertex, the values of all lines.
  private var values: [Double]
  private var errors: [Double]

  init(_ lines: [Vertex.Line], values: [Double], errors: [Double]) {
    self.lines = lines
    self.values = values
    self.errors = errors
  }

  func value(of line: Int, at vertex: Int) -> (value: Double, error: Double) {
    (values[vertex * lines.count + line], errors[vertex])
  }

  mutating func addVertex(
    between a: Int, _ b: Int, at t: Crossing, of line: Int, on edge: Int, _ ends: (Place, Place)
  ) -> Place {
    var (reach, size) = (0.0, 0.0)
    for line in lines.indices {
      let (p, q) = (values[a * lines.count + line], values[b * lines.count + line])
      reach = max(reach, (q - p).magnitude)
      size = max(size, max(p.magnitude, q.magnitude))
      values.append(p + t.part * (q - p))
    }
    let error = max(errors[a], errors[b]) + reach * t.error + 4 * Rounding.unit * size
    errors.append(error * (1 + 16 * Rounding.unit))
    return Place(between: ends.0, ends.1, at: t)
  }
}
