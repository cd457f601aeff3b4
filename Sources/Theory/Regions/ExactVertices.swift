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
    return side(state(at: point(index, among: vertices), before: line), of: line).signum()
  }

  private func crossing(_ p: HomogeneousPoint, _ q: HomogeneousPoint, _ line: Vertex.Line) -> HomogeneousPoint
  {
    let (from, to) = (state(at: p, before: line), state(at: q, before: line))
    var place = HomogeneousPoint(between: from, side(from, of: line), to, side(to, of: line))
    place.coordinates.removeLast(place.coordinates.count - 2)
    place.reduce()
    return place
  }

  /// The numbers that a line's activation takes, behind the two coordinates.
  private func state(at point: HomogeneousPoint, before line: Vertex.Line) -> HomogeneousPoint {
    var state = point
    state.coordinates += point.coordinates
    for step in network.steps[..<Int(line.step)] { state.apply(step, after: 2) }
    return state
  }

  private func side(_ state: HomogeneousPoint, of line: Vertex.Line) -> Integer {
    guard case .activation(let activation, _) = network.steps[Int(line.step)] else { return 0 }
    return activation.side(
      of: state.coordinates[2 + Int(line.unit)], over: state.weight,
      of: activation.breakpoints[Int(line.breakpoint)])
  }
}
