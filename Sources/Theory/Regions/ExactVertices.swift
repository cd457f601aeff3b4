/// The exact places of vertices, found when somebody asks: rounding decides nearly every sign, and only where it
/// cannot are the exact numbers needed.
final class ExactVertices {
  private let network: ExactNetwork
  private let box: PlaneBox
  private var known: [Int32: HomogeneousPoint] = [:]
  /// The numbers of some vertices before the map in front of an activation, since one vertex is often asked about many
  /// units in turn.
  private var states: [Int32: HomogeneousPoint] = [:]
  private var statesStep: Int32 = -1
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
        let (here, there) = (side(of: line, at: p, a), side(of: line, at: q, b))
        // Each value and each point has a weight of its own; only the ratio of the values counts.
        known[next] = HomogeneousPoint(
          between: p, here.value * there.weight * p.weight, q, there.value * here.weight * q.weight)
      }
    }
    return known[index] ?? HomogeneousPoint([0, 0])
  }

  /// On which side of a line a vertex lies: −1, 0 or 1.
  func side(_ index: Int32, of line: Vertex.Line, among vertices: [Vertex]) -> Int {
    decisions += 1
    let point = point(index, among: vertices)
    return side(of: line, at: point, index).value.signum()
  }

  /// How far right of a line a vertex lies, over some positive weight.
  private func side(
    of line: Vertex.Line, at point: HomogeneousPoint, _ vertex: Int32
  ) -> (value: Integer, weight: Integer) {
    let step = Int(line.step)
    guard case .activation(let activation, _) = network.steps[step] else { return (0, 1) }
    let breakpoint = activation.breakpoints[Int(line.breakpoint)]
    // Of the map just before the activation only one row is asked for: most of the work is saved.
    guard step > 0, case .affine(let map, let kept) = network.steps[step - 1], Int(line.unit) >= kept else {
      let state = self.state(of: vertex, at: point, before: step)
      let number = state.coordinates[Int(line.unit)]
      return (activation.side(of: number, over: state.weight, of: breakpoint), state.weight)
    }
    let state = self.state(of: vertex, at: point, before: step - 1)
    let number = map.output(Int(line.unit) - kept, of: state.coordinates[kept...], over: state.weight)
    let weight = state.weight * map.scale
    return (activation.side(of: number, over: weight, of: breakpoint), weight)
  }

  /// The numbers of a vertex before a step.
  private func state(of vertex: Int32, at point: HomogeneousPoint, before step: Int) -> HomogeneousPoint {
    if statesStep != step || states.count > Self.mostStates {
      states.removeAll(keepingCapacity: true)
      statesStep = Int32(step)
    }
    if let known = states[vertex] { return known }
    var state = point
    for step in network.steps[..<step] { state.apply(step) }
    states[vertex] = state
    return state
  }

  /// Enough for the corners of a polygon and of what it is cut from.
  private static let mostStates = 64
}
