/// A box cut into convex polygons by the units of a network, layer by layer.
///
/// Within a polygon everything before the next activation is affine, so each of the activation's numbers is zero (or
/// at another breakpoint) along a straight line there, or nowhere. On an edge both neighbours see the same numbers:
/// they cut it at the same place.
///
/// Every sign is decided rightly: in Float64 with a bound on its error, and by exact numbers where the bound does not
/// decide. So the number of polygons is proved, not measured.
struct Subdivision {
  private(set) var vertices: [Vertex]
  /// The corners of all polygons, one polygon after the other, counter-clockwise.
  private(set) var corners: [Int32]
  /// Where each polygon begins among the corners; one more than there are polygons.
  private(set) var starts: [Int32]
  let exact: ExactVertices

  private let network: ExactNetwork
  private let steps: [RoundedStep]
  private let limit: Int
  private let progress: () throws -> Void

  var count: Int { starts.count - 1 }

  /// More rows than this are not held in Float64 at once.
  private static let rowNumbers = 32_000_000

  init(_ network: ExactNetwork, _ box: PlaneBox, limit: Int, progress: @escaping () throws -> Void) throws {
    self.network = network
    self.limit = limit
    self.progress = progress
    steps = network.steps.map(RoundedStep.init)
    exact = ExactVertices(network, box)
    vertices = box.corners.enumerated().map { index, corner in
      let (x, y) = (corner[0].double, corner[1].double)
      let isExact = (try? Rational(x)) == corner[0] && (try? Rational(y)) == corner[1]
      return Vertex(
        x: x, y: y, error: isExact ? 0 : Rounding.unit * max(x.magnitude, y.magnitude), origin: .corner(index)
      )
    }
    corners = [0, 1, 2, 3]
    starts = [0, 4]
    for (index, step) in network.steps.enumerated() {
      guard case .activation(let activation, let kept) = step else { continue }
      try split(at: index, activation, behind: kept)
    }
  }

  func polygon(_ index: Int) -> ArraySlice<Int32> { corners[Int(starts[index])..<Int(starts[index + 1])] }

  // MARK: A layer

  private mutating func split(at step: Int, _ activation: PiecewiseActivation, behind kept: Int) throws {
    let old = self
    corners = []
    starts = [0]
    if old.count == 1, let functions = firstFunctions(before: step) {
      try splitBox(old, step, activation, functions, behind: kept)
      return
    }
    let breakpoints = activation.breakpoints.map(\.double)
    let rows = RowSource(old, steps[..<step], width: network.width(before: step))
    var from = 0
    while from < old.count {
      let (batch, end) = try rows.batch(from: from, most: Self.rowNumbers, progress)
      for face in from..<end {
        try split(old.polygon(face), batch, step, breakpoints, behind: kept)
        if face % 256 == 0 { try progress() }
      }
      from = end
    }
  }

  /// Cuts a polygon along all lines that cross it.
  private mutating func split(
    _ polygon: ArraySlice<Int32>, _ batch: RowBatch, _ step: Int, _ breakpoints: [Double], behind kept: Int
  ) throws {
    let ids = Array(polygon)
    let rows = ids.map { batch.row(of: $0) }
    let error = rows.reduce(0) { max($0, batch.rows.errors[$1]) }
    var lines: [Vertex.Line] = []
    batch.candidates(rows, behind: kept, breakpoints, error) { unit, breakpoint in
      let line = Vertex.Line(step: Int32(step), unit: Int32(unit), breakpoint: Int32(breakpoint))
      var (isLeft, isRight) = (false, false)
      for (id, row) in zip(ids, rows) {
        let value = batch.value(row, unit) - breakpoints[breakpoint]
        let room = batch.rows.errors[row] + 2 * Rounding.unit * breakpoints[breakpoint].magnitude
        let sign = value.magnitude > room ? (value < 0 ? -1 : 1) : exact.side(id, of: line, among: vertices)
        isLeft = isLeft || sign < 0
        isRight = isRight || sign > 0
      }
      if isLeft && isRight { lines.append(line) }
    }
    guard !lines.isEmpty else {
      append(ids)
      return
    }
    let values = rows.flatMap { row in
      lines.map { batch.value(row, Int($0.unit)) - breakpoints[Int($0.breakpoint)] }
    }
    let largest = breakpoints.reduce(0) { max($0, $1.magnitude) }
    let errors = rows.map { batch.rows.errors[$0] + 2 * Rounding.unit * largest }
    try cut(ids, TableCuts(lines, values: values, errors: errors))
  }

  private mutating func splitBox(
    _ old: Subdivision, _ step: Int, _ activation: PiecewiseActivation,
    _ functions: [PlaneFunction], behind kept: Int
  ) throws {
    var lines: [Vertex.Line] = []
    var shifted: [PlaneFunction] = []
    for unit in kept..<functions.count {
      for (index, breakpoint) in activation.breakpoints.enumerated() {
        var function = functions[unit]
        function.c -= breakpoint.double
        function.error += 4 * Rounding.unit * (functions[unit].c.magnitude + breakpoint.double.magnitude)
        lines.append(.init(step: Int32(step), unit: Int32(unit), breakpoint: Int32(index)))
        shifted.append(function)
      }
    }
    let ids = Array(old.polygon(0))
    try cut(ids, AffineCuts(lines, shifted, at: ids.map { Place(vertices[Int($0)]) }))
  }

  /// The numbers at the first activation as functions of the place, where nothing bends before.
  private func firstFunctions(before step: Int) -> [PlaneFunction]? {
    let isFirst = !network.steps[..<step].contains { if case .activation = $0 { true } else { false } }
    guard isFirst else { return nil }
    // Exact at three places, hence exact as functions; rounded once.
    let places: [[Rational]] = [[0, 0], [1, 0], [0, 1]]
    let values = places.map { place -> [Rational] in
      var point = HomogeneousPoint(place)
      for step in network.steps[..<step] { point.apply(step) }
      return point.rationals
    }
    return values[0].indices.map { unit in
      let c = values[0][unit]
      let (a, b) = (values[1][unit] - c, values[2][unit] - c)
      let numbers = [a, b, c].map(\.double)
      let isExact = zip([a, b, c], numbers).allSatisfy { (try? Rational($1)) == $0 }
      let size = numbers.reduce(0) { max($0, $1.magnitude) }
      return PlaneFunction(
        a: numbers[0], b: numbers[1], c: numbers[2], error: isExact ? 0 : Rounding.unit * size)
    }
  }

  private mutating func append(_ polygon: [Int32]) {
    corners += polygon
    starts.append(Int32(corners.count))
  }

  // MARK: Cutting

  /// Cuts a polygon along lines, one after the other.
  private mutating func cut(_ ids: [Int32], _ values: some CutValues) throws {
    var values = values
    // Vertices of this face: their numbers among all, and the polygons that they form by now.
    var ids = ids
    var polygons = [Array(ids.indices)]
    // For each polygon, the line that the edge behind each corner lies on.
    var edges = [ids.indices.map { -1 - $0 }]
    var signs: [Int8] = []
    var cuts: [UInt64: Int] = [:]
    for line in values.lines.indices {
      try progress()
      signs.removeAll(keepingCapacity: true)
      for vertex in ids.indices { signs.append(sign(values, line, vertex, ids)) }
      cuts.removeAll(keepingCapacity: true)
      for index in polygons.indices {
        var (isLeft, isRight) = (false, false)
        for vertex in polygons[index] {
          isLeft = isLeft || signs[vertex] < 0
          isRight = isRight || signs[vertex] > 0
        }
        guard isLeft, isRight else { continue }
        var (left, right) = (Half(), Half())
        let (polygon, lines) = (polygons[index], edges[index])
        for (place, a) in polygon.enumerated() {
          let b = polygon[place + 1 == polygon.count ? 0 : place + 1]
          if signs[a] <= 0 { left.add(a, lines[place], endsOnCut: signs[a] == 0 && signs[b] > 0, line) }
          if signs[a] >= 0 { right.add(a, lines[place], endsOnCut: signs[a] == 0 && signs[b] < 0, line) }
          guard signs[a] * signs[b] < 0 else { continue }
          let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
          let vertex = cuts[key] ?? addVertex(between: a, b, on: line, edge: lines[place], &values, &ids)
          cuts[key] = vertex
          // A vertex on the line belongs to both sides.
          if vertex == signs.count { signs.append(0) }
          left.add(vertex, lines[place], endsOnCut: signs[b] > 0, line)
          right.add(vertex, lines[place], endsOnCut: signs[b] < 0, line)
        }
        polygons[index] = left.corners
        edges[index] = left.lines
        polygons.append(right.corners)
        edges.append(right.lines)
      }
      guard count + polygons.count <= limit else {
        throw TheoryError(
          "There are more than \(limit) regions.", hint: "Take a smaller box, or a smaller network.")
      }
    }
    for polygon in polygons { append(polygon.map { ids[$0] }) }
  }

  private func sign(_ values: some CutValues, _ line: Int, _ vertex: Int, _ ids: [Int32]) -> Int8 {
    let (value, error) = values.value(of: line, at: vertex)
    if value.magnitude > error { return value < 0 ? -1 : 1 }
    return Int8(exact.side(ids[vertex], of: values.lines[line], among: vertices))
  }

  private mutating func addVertex(
    between a: Int, _ b: Int, on line: Int, edge: Int, _ values: inout some CutValues, _ ids: inout [Int32]
  ) -> Int {
    let crossing = Crossing(values.value(of: line, at: a), values.value(of: line, at: b))
    let ends = (Place(vertices[Int(ids[a])]), Place(vertices[Int(ids[b])]))
    let place = values.addVertex(between: a, b, at: crossing, of: line, on: edge, ends)
    vertices.append(
      Vertex(
        x: place.x, y: place.y, error: place.error, origin: .crossing(ids[a], ids[b], values.lines[line])))
    ids.append(Int32(vertices.count - 1))
    return ids.count - 1
  }

  /// A polygon's part on one side of a cut.
  private struct Half {
    var corners: [Int] = []
    /// The line of the edge behind each corner.
    var lines: [Int] = []

    /// Adds a corner.
    ///
    /// - Parameter endsOnCut: whether the part goes on along the cut behind it.
    mutating func add(_ corner: Int, _ line: Int, endsOnCut: Bool, _ cut: Int) {
      corners.append(corner)
      lines.append(endsOnCut ? cut : line)
    }
  }
}
