/// L-BFGS: steps along an estimate of Newton's direction, made from the last changes of the gradient.
///
/// A step evaluates the loss several times, always on the same rows. Defaults and order of evaluations are
/// PyTorch's. Source: Liu and Nocedal, "On the limited memory BFGS method for large scale optimization", 1989.
struct LBFGS: Sendable {
  /// How many directions a step follows at most.
  let maxIterations: Int
  /// How often a step evaluates the loss at most, about.
  let maxEvaluations: Int
  /// A gradient with no larger number counts as 0.
  let gradientTolerance: Double
  /// Smaller changes of the numbers or the loss end a step.
  let changeTolerance: Double
  /// How many changes of the gradient are remembered.
  let historySize: Int
  /// Whether each step's length is searched for, until it meets the strong Wolfe conditions.
  let searchesLine: Bool

  /// What is remembered from one direction to the next, and from step to step.
  struct Memory: Sendable {
    /// A change of the numbers, and of the gradient with it.
    struct Change: Sendable {
      let step: [Double]
      let gradient: [Double]
      /// 1 / (step · gradient).
      let inverse: Double
    }

    var changes: [Change] = []
    /// The first estimate of the inverse of the second derivative.
    var scale = 1.0
    /// The last direction, how far it was followed, and the gradient before that; empty at first.
    var direction: [Double] = []
    var length = 0.0
    var gradient: [Double] = []
  }

  /// A loss and its gradient at some numbers.
  struct Evaluation {
    let loss: Double
    let gradient: [Double]
  }

  /// Follows up to `maxIterations` directions from a point, at which the loss has been evaluated.
  ///
  /// Returns the point that was reached.
  func step(
    from start: [Double], _ first: Evaluation, learningRate: Double, memory: inout Memory?,
    evaluate: ([Double]) throws -> Evaluation
  ) throws -> [Double] {
    var (x, now) = (start, first)
    guard now.gradient.largest > gradientTolerance else { return x }
    var evaluations = 1
    for iteration in 1...maxIterations {
      let isFirst = memory == nil
      var state = memory ?? Memory()
      let direction = isFirst ? now.gradient.map { -$0 } : direction(now.gradient, &state)
      let slope = dot(now.gradient, direction)
      let guess = isFirst ? min(1, 1 / now.gradient.reduce(0) { $0 + abs($1) }) * learningRate : learningRate
      (state.direction, state.length, state.gradient) = (direction, guess, now.gradient)
      memory = state
      if slope > -changeTolerance { break }
      let before = now.loss
      if searchesLine {
        var search = WolfeSearch(
          start: LinePoint(length: 0, loss: now.loss, gradient: now.gradient, slope: slope),
          reach: direction.largest, tolerance: changeTolerance, limit: maxEvaluations - evaluations)
        let found = try search.run(from: guess) { length in
          let there = try evaluate(moved(x, by: length, along: direction))
          return LinePoint(
            length: length, loss: there.loss, gradient: there.gradient, slope: dot(there.gradient, direction))
        }
        x = moved(x, by: found.length, along: direction)
        now = Evaluation(loss: found.loss, gradient: found.gradient)
        memory?.length = found.length
        evaluations += search.evaluations
      } else {
        x = moved(x, by: guess, along: direction)
        // The last point is evaluated by the next step.
        if iteration != maxIterations {
          now = try evaluate(x)
          evaluations += 1
        }
      }
      if evaluations >= maxEvaluations || now.gradient.largest <= gradientTolerance { break }
      if direction.largest * abs(memory?.length ?? 0) <= changeTolerance { break }
      if abs(now.loss - before) < changeTolerance, searchesLine || iteration != maxIterations { break }
    }
    return x
  }

  /// The next direction: remembers the last change, then multiplies the gradient by the estimate of the inverse
  /// of the second derivative, in two loops over the changes.
  private func direction(_ gradient: [Double], _ memory: inout Memory) -> [Double] {
    let change = zip(gradient, memory.gradient).map { $0 - $1 }
    let step = memory.direction.map { $0 * memory.length }
    let curvature = dot(change, step)
    if curvature > 1e-10 {
      if memory.changes.count == historySize { memory.changes.removeFirst() }
      memory.changes.append(Memory.Change(step: step, gradient: change, inverse: 1 / curvature))
      memory.scale = curvature / dot(change, change)
    }
    var direction = gradient.map { -$0 }
    var parts: [Double] = []
    for change in memory.changes.reversed() {
      let part = dot(change.step, direction) * change.inverse
      parts.append(part)
      direction = moved(direction, by: -part, along: change.gradient)
    }
    direction = direction.map { $0 * memory.scale }
    for (change, part) in zip(memory.changes, parts.reversed()) {
      let back = dot(change.gradient, direction) * change.inverse
      direction = moved(direction, by: part - back, along: change.step)
    }
    return direction
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

  private func moved(_ x: [Double], by length: Double, along direction: [Double]) -> [Double] {
    zip(x, direction).map { $0 + length * $1 }
  }
}

extension [Double] {
  /// The largest absolute value; 0 if there is none.
  fileprivate var largest: Double { reduce(0) { Swift.max($0, abs($1)) } }
}
