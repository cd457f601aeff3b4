/// A box cut into convex polygons by the units of a network, layer by layer.
///
/// Within a polygon everything before the next activation is affine, so each of the activation's numbers is zero (or
/// at another breakpoint) along a straight line there, or nowhere. A polygon is cut along one of the lines that cross
/// it, then each half along those that cross the half, until none is left; then the next layer's numbers are affine
/// there, and cut on. On the way down, a line that no longer crosses a part adds to the next layer's functions what
/// it adds there: the parts of a polygon share that work, and a part needs no more than its lines and its functions.
///
/// Every sign is decided rightly: in Float64 with a bound on its error, and by exact numbers where the bound does not
/// decide. So the number of polygons is proved, not measured.
struct Subdivision {
  /// The corners of all polygons, one polygon after the other, counter-clockwise.
  private(set) var corners: [Int32] = []
  /// Where each polygon begins among the corners; one more than there are polygons.
  private(set) var starts: [Int32] = [0]
  /// The network's outputs on each polygon, if they are kept.
  private(set) var outputs: [PlaneFunctions] = []

  private let layers: [BendingLayer]
  private let limit: Int
  private let progress: () throws -> Void
  /// The polygons on the way from the box to the part that is being cut.
  private var outlines: Outlines
  /// The lines that may cross them.
  private var lines: [Vertex.Line] = []
  // What looking at a polygon needs, kept for the next.
  private var places: [Double] = []
  private var sides: [Int8] = []

  var vertices: [Vertex] { outlines.vertices }
  var exact: ExactVertices { outlines.exact }
  var count: Int { starts.count - 1 }

  /// - Parameters:
  ///   - isExact: whether the number of polygons is proved; else polygons too small for Float64 are left out.
  ///   - keepsOutputs: whether the network's outputs on each polygon are kept.
  init(
    _ network: ExactNetwork, _ box: PlaneBox, limit: Int, isExact: Bool = true, keepsOutputs: Bool = false,
    progress: @escaping () throws -> Void
  ) throws {
    self.limit = limit
    self.progress = progress
    outlines = Outlines(network, box, isExact: isExact)
    let entry: Passage
    (entry, layers) = try BendingLayer.layers(of: network, includingOutputs: keepsOutputs)
    try enter(0, outlines.box, entry.image(of: .coordinates))
  }

  func polygon(_ index: Int) -> ArraySlice<Int32> { corners[Int(starts[index])..<Int(starts[index + 1])] }

  /// Cuts a polygon along the lines of a layer, which takes these functions there, and of the layers behind it.
  private mutating func enter(_ index: Int, _ polygon: Range<Int>, _ functions: PlaneFunctions) throws {
    try progress()
    guard index < layers.count else {
      try append(polygon)
      outputs.append(functions)
      return
    }
    let layer = layers[index]
    var next = layer.base(functions)
    let first = lines.count
    defer { lines.removeLast(lines.count - first) }
    outlines.write(polygon, to: &places)
    let room = outlines.room(polygon, functions)
    for breakpoint in layer.breakpoints.indices {
      let level = layer.breakpoints[breakpoint]
      functions.sides(of: level, at: places, within: room + 4 * Rounding.unit * level.magnitude, into: &sides)
      for unit in layer.kept..<functions.count {
        if sides[unit] > 0 { layer.add(functions, unit, beyond: breakpoint, to: &next) }
        if sides[unit] == 0 {
          lines.append(.init(step: Int32(layer.step), unit: Int32(unit), breakpoint: Int32(breakpoint)))
        }
      }
    }
    try divide(polygon, by: first..<lines.count, layer, index, functions, next)
  }

  /// Cuts a polygon along those of some lines that cross it.
  private mutating func divide(
    _ polygon: Range<Int>, by candidates: Range<Int>, _ layer: BendingLayer, _ index: Int,
    _ functions: PlaneFunctions, _ next: PlaneFunctions?
  ) throws {
    var next = next
    let first = lines.count
    defer { lines.removeLast(lines.count - first) }
    for candidate in candidates {
      let line = lines[candidate]
      switch outlines.side(of: layer.wall(line, functions), line, polygon) {
      case .both: lines.append(line)
      case .right: layer.add(functions, Int(line.unit), beyond: Int(line.breakpoint), to: &next)
      case .left: break
      }
    }
    guard lines.count > first else {
      guard let next else { return try append(polygon) }
      return try enter(index + 1, polygon, next)
    }
    // One from the middle: lines in rising order, as a staircase has them, are halved and not peeled off.
    lines.swapAt((first + lines.count) / 2, lines.count - 1)
    let line = lines.removeLast()
    let rest = first..<lines.count
    let mark = outlines.mark
    let (left, right) = outlines.cut(polygon, along: layer.wall(line, functions), line)
    var beyond = next
    layer.add(functions, Int(line.unit), beyond: Int(line.breakpoint), to: &beyond)
    try divide(right, by: rest, layer, index, functions, beyond)
    try divide(left, by: rest, layer, index, functions, next)
    outlines.restore(mark)
  }

  private mutating func append(_ polygon: Range<Int>) throws {
    guard count < limit else {
      throw TheoryError(
        "There are more than \(limit) regions.", hint: "Take a smaller box, or a smaller network.")
    }
    outlines.append(polygon, to: &corners)
    starts.append(Int32(corners.count))
  }
}

extension BendingLayer {
  /// How far right of a line a place lies.
  fileprivate func wall(_ line: Vertex.Line, _ functions: PlaneFunctions) -> PlaneFunction {
    functions[Int(line.unit)].lowered(by: breakpoints[Int(line.breakpoint)])
  }
}
