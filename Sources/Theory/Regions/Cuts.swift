/// The values of several lines' functions at the vertices of one face, and at those that cutting it adds.
protocol CutValues {
  /// The lines, in the order in which they cut.
  var lines: [Vertex.Line] { get }

  /// How far right of a line a vertex of the face lies, and how wrong that may be.
  func value(of line: Int, at vertex: Int) -> (value: Double, error: Double)

  /// Notes a new vertex at the part `t` of the way between two others.
  mutating func addVertex(between a: Int, _ b: Int, at t: Crossing)
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
struct AffineCuts: CutValues {
  let lines: [Vertex.Line]
  /// `a x + b y + c` for each line, and the error of that for coordinates of size one.
  let functions: [(a: Double, b: Double, c: Double, error: Double)]
  private(set) var places: [(x: Double, y: Double, error: Double)]

  init(
    _ lines: [Vertex.Line], _ functions: [(a: Double, b: Double, c: Double, error: Double)],
    at vertices: [Vertex]
  ) {
    self.lines = lines
    self.functions = functions
    places = vertices.map { ($0.x, $0.y, $0.error) }
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

  mutating func addVertex(between a: Int, _ b: Int, at t: Crossing) {
    places.append(Self.place(between: places[a], places[b], at: t))
  }

  /// A place on the way between two others.
  static func place(
    between a: (x: Double, y: Double, error: Double), _ b: (x: Double, y: Double, error: Double),
    at t: Crossing
  ) -> (x: Double, y: Double, error: Double) {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let reach = max(dx.magnitude, dy.magnitude)
    let size = max(max(a.x.magnitude, a.y.magnitude), max(b.x.magnitude, b.y.magnitude))
    let error =
      (max(a.error, b.error) + reach * t.error + 4 * Rounding.unit * size) * (1 + 16 * Rounding.unit)
    return (a.x + t.part * dx, a.y + t.part * dy, error)
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

  mutating func addVertex(between a: Int, _ b: Int, at t: Crossing) {
    var (reach, size) = (0.0, 0.0)
    for line in lines.indices {
      let (p, q) = (values[a * lines.count + line], values[b * lines.count + line])
      reach = max(reach, (q - p).magnitude)
      size = max(size, max(p.magnitude, q.magnitude))
      values.append(p + t.part * (q - p))
    }
    let error = max(errors[a], errors[b]) + reach * t.error + 4 * Rounding.unit * size
    errors.append(error * (1 + 16 * Rounding.unit))
  }
}
