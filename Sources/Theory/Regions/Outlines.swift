/// The outlines of polygons, each cut from one before it, and their vertices: a stack, on which cutting allocates
/// nothing but the vertices.
struct Outlines {
  private(set) var vertices: [Vertex]
  let exact: ExactVertices
  /// Whether exact numbers decide where Float64 cannot; else a corner that may lie on a line counts as on it.
  private let isExact: Bool

  /// A corner of a polygon.
  fileprivate struct Corner {
    let place: Place
    /// The vertex.
    let vertex: Int32
    /// The line of the edge behind it, among the walls.
    var wall: Int32
  }

  private var corners: [Corner] = []
  /// The lines that edges lie on.
  private var walls: [PlaneFunction] = []
  // What one cut needs, kept for the next.
  private var signs: [Int8] = []
  private var right: [Corner] = []

  enum Side { case left, right, both }

  /// A box.
  init(_ network: ExactNetwork, _ box: PlaneBox, isExact: Bool) {
    self.isExact = isExact
    exact = ExactVertices(network, box)
    vertices = box.corners.enumerated().map { index, corner in
      let (x, y) = (corner[0].double, corner[1].double)
      let isExact = corner.allSatisfy(\.isDouble)
      return Vertex(
        x: x, y: y, error: isExact ? 0 : Rounding.unit * max(x.magnitude, y.magnitude), origin: .corner(index)
      )
    }
    for (side, vertex) in vertices.enumerated() {
      corners.append(Corner(place: Place(vertex), vertex: Int32(side), wall: Int32(side)))
      // The sides of the box are level and upright by turns.
      walls.append(
        side % 2 == 0
          ? PlaneFunction(a: 0, b: 1, c: -vertex.y, error: vertex.error)
          : PlaneFunction(a: 1, b: 0, c: -vertex.x, error: vertex.error))
    }
  }

  /// The whole box.
  var box: Range<Int> { 0..<4 }

  /// How high the stack is.
  var mark: (corners: Int, walls: Int) { (corners.count, walls.count) }

  /// Takes away what was put on the stack since.
  mutating func restore(_ mark: (corners: Int, walls: Int)) {
    corners.removeLast(corners.count - mark.corners)
    walls.removeLast(walls.count - mark.walls)
  }

  /// Writes down x and y of each corner.
  func write(_ polygon: Range<Int>, to places: inout [Double]) {
    places.removeAll(keepingCapacity: true)
    for corner in polygon {
      places.append(corners[corner].place.x)
      places.append(corners[corner].place.y)
    }
  }

  /// Appends the vertex of each corner.
  func append(_ polygon: Range<Int>, to vertices: inout [Int32]) {
    for corner in polygon { vertices.append(corners[corner].vertex) }
  }

  /// How far the computed value of any of the functions at any corner may be from the exact one.
  func room(_ polygon: Range<Int>, _ functions: PlaneFunctions) -> Double {
    let size = functions.largest
    var room = 0.0
    for corner in polygon {
      let place = corners[corner].place
      let reach = 1 + place.x.magnitude + place.y.magnitude + 2 * place.error
      let moved = 2 * size * place.error + 4 * Rounding.unit * size * reach + functions.error * reach
      room = max(room, moved)
    }
    return room * (1 + 16 * Rounding.unit)
  }

  // MARK: Cutting

  /// On which sides of a line the corners of a polygon lie.
  func side(of wall: PlaneFunction, _ line: Vertex.Line, _ polygon: Range<Int>) -> Side {
    var (isLeft, isRight) = (false, false)
    for corner in polygon {
      let sign = sign(corners[corner], wall, line)
      isLeft = isLeft || sign < 0
      isRight = isRight || sign > 0
    }
    return isLeft ? (isRight ? .both : .left) : .right
  }

  private func sign(_ corner: Corner, _ wall: PlaneFunction, _ line: Vertex.Line) -> Int8 {
    let (value, error) = wall.value(at: corner.place)
    if value.magnitude > error { return value < 0 ? -1 : 1 }
    guard isExact else { return 0 }
    return Int8(exact.side(corner.vertex, of: line, among: vertices))
  }

  /// Cuts a polygon in two along a line that crosses it, and puts both parts on the stack.
  mutating func cut(
    _ polygon: Range<Int>, along wall: PlaneFunction, _ line: Vertex.Line
  ) -> (left: Range<Int>, right: Range<Int>) {
    let cut = Int32(walls.count)
    walls.append(wall)
    signs.removeAll(keepingCapacity: true)
    for corner in polygon { signs.append(sign(corners[corner], wall, line)) }
    right.removeAll(keepingCapacity: true)
    let start = corners.count
    for (index, place) in polygon.enumerated() {
      let next = index + 1 == polygon.count ? 0 : index + 1
      let (corner, here, there) = (corners[place], signs[index], signs[next])
      // A part goes on along the cut where the outline leaves it; a corner on the line belongs to both.
      if here <= 0 { corners.append(here == 0 && there > 0 ? corner.turning(into: cut) : corner) }
      if here >= 0 { right.append(here == 0 && there < 0 ? corner.turning(into: cut) : corner) }
      guard here * there < 0 else { continue }
      let crossing = vertex(between: corner, corners[polygon.lowerBound + next], wall, line)
      corners.append(there > 0 ? crossing.turning(into: cut) : crossing)
      right.append(there < 0 ? crossing.turning(into: cut) : crossing)
    }
    let middle = corners.count
    corners += right
    return (start..<middle, middle..<corners.count)
  }

  /// A new vertex where a line crosses the edge behind a corner.
  private mutating func vertex(
    between a: Corner, _ b: Corner, _ wall: PlaneFunction, _ line: Vertex.Line
  ) -> Corner {
    // Found from the two lines alone, a place has no part in the errors of those before it; where the two are
    // nearly parallel, the way along the edge tells more.
    let crossing = Crossing(wall.value(at: a.place), wall.value(at: b.place))
    let between = Place(between: a.place, b.place, at: crossing)
    let meeting = wall.meeting(walls[Int(a.wall)])
    let place = meeting.map { $0.error < between.error ? $0 : between } ?? between
    vertices.append(
      Vertex(x: place.x, y: place.y, error: place.error, origin: .crossing(a.vertex, b.vertex, line)))
    return Corner(place: place, vertex: Int32(vertices.count - 1), wall: a.wall)
  }
}

extension Outlines.Corner {
  /// The corner, with the edge behind it on another line.
  fileprivate func turning(into wall: Int32) -> Self {
    var corner = self
    corner.wall = wall
    return corner
  }
}
