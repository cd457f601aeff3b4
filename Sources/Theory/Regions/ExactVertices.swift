/// The exact places of vertices, found when somebody asks: rounding decides nearly every sign, and only where it
/// cannot are the exact numbers needed.
final class ExactVertices {
  private let network: ExactNetwork
  private let box: PlaneBox
  private var known: [Int32: HomogeneousPoint] = [:]
  /// How many signs had to be decided here.
  private(set) var decisions = 0

  init(_ network: ExactNetwork, _ box: PlaneBox) {
    self.network = network
    self.box = box
  }

  /// The exact coordinates of a vertex.
  func point(_ index: Int32, among vertices: [Vertex]) -> HomogeneousPoint {
    // What a vertex lies between may in turn lie between others: the chain is walked with a list, not by recursion.
    var pending = [index]
    while let next = pending.last {
      if known[next] != nil {
        pending.removeLast()
        continue
      }
      switch vertices[Int(next)].origin {
      case .corner(let corner):
        known[next] = HomogeneousPoint(box.corners[corner])
      case .crossing(let a, let b, let line):
        let missing = [a, b].filter { known[$0] == nil }
        guard missing.isEmpty, let p = known[a], let q = known[b] else {
          pending += missing
          continue
        }
        known[next] = crossing(p, q, line)
      }
    }
    return known[index] ?? HomogeneousPoint([0, 0])
  }

  /// On which side of a line a vertex lies: −1, 0 or 1.
  func side(_ index: Int32, of line: Vertex.Line, among vertices: [Vertex]) -> Int {
    decisions += 1
    return side(of: line, at: point(index, among: vertices)).value.signum()
  }

  private func crossing(_ p: HomogeneousPoint, _ q: HomogeneousPoint, _ line: Vertex.Line) -> HomogeneousPoint
  {
    let (a, b) = (side(of: line, at: p), side(of: line, at: q))
    // Each value and each point has a weight of its own; only the ratio of the values counts.
    return HomogeneousPoint(between: p, a.value * b.weight * p.weight, q, b.value * a.weight * q.weight)
  }

  /// How far right of a line a point lies, over some positive weight.
  private func side(of line: Vertex.Line, at point: HomogeneousPoint) -> (value: Integer, weight: Integer) {
    guard case .activation(let activation, _) = network.steps[Int(line.step)] else { return (0, 1) }
    let breakpoint = activation.breakpoints[Int(line.breakpoint)]
    var state = point
    var steps = network.steps[..<Int(line.step)]
    // Of the map just before the activation only one row is asked for: most of the work is saved.
    guard case .affine(let map, let kept)? = steps.popLast(), Int(line.unit) >= kept else {
      for step in network.steps[..<Int(line.step)] { state.apply(step) }
      let number = state.coordinates[Int(line.unit)]
      return (activation.side(of: number, over: state.weight, of: breakpoint), state.weight)
    }
    for step in steps { state.apply(step) }
    let number = map.output(Int(line.unit) - kept, of: state.coordinates[kept...], over: state.weight)
    let weight = state.weight * map.scale
    return (activation.side(of: number, over: weight, of: breakpoint), weight)
  }
}
