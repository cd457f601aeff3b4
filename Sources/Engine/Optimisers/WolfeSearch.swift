/// A place on a line through the parameters, and the loss there.
struct LinePoint {
  /// How far along the line's direction.
  let length: Double
  let loss: Double
  /// The gradient with respect to the parameters.
  let gradient: [Double]
  /// The derivative of the loss along the line.
  let slope: Double
}

/// The search along a line for a place that meets the strong Wolfe conditions: the loss has fallen by at least
/// 1e-4 of what the first slope promises, and the slope has come down to 0.9 of it.
///
/// First outwards until a bracket is found, then inwards; trial places are minima of the cubic through two
/// others. The order of evaluations is PyTorch's. Source: Nocedal and Wright, "Numerical optimization", section
/// 3.5.
struct WolfeSearch {
  let start: LinePoint
  /// The largest number of the line's direction.
  let reach: Double
  /// A bracket in which no parameter changes by more than this is not refined.
  let tolerance: Double
  /// How often the loss is evaluated at most, after the first time.
  let limit: Int
  /// How often it was.
  private(set) var evaluations = 0

  init(start: LinePoint, reach: Double, tolerance: Double, limit: Int) {
    self.start = start
    self.reach = reach
    self.tolerance = tolerance
    self.limit = limit
  }

  /// The place found; if none meets the conditions, the best of the last bracket.
  mutating func run(from guess: Double, evaluate: (Double) throws -> LinePoint) throws -> LinePoint {
    var previous = start
    var point = try evaluate(guess)
    evaluations = 1
    var round = 0
    while round < limit {
      let isHigher = isTooHigh(point) || (round > 1 && point.loss >= previous.loss)
      if !isHigher, isFlat(point) { return point }
      if isHigher || point.slope >= 0 { return try refine([previous, point], from: round, evaluate) }
      let next = minimum(
        of: previous, point, low: point.length + 0.01 * (point.length - previous.length),
        high: point.length * 10)
      previous = point
      point = try evaluate(next)
      evaluations += 1
      round += 1
    }
    return start.loss <= point.loss ? start : point
  }

  /// Narrows a bracket down to a place that meets the conditions.
  private mutating func refine(
    _ ends: [LinePoint], from firstRound: Int, _ evaluate: (Double) throws -> LinePoint
  ) throws -> LinePoint {
    var bracket = ends
    var low = bracket[0].loss <= bracket[1].loss ? 0 : 1
    var wasAtEdge = false
    var round = firstRound
    while round < limit {
      let left = min(bracket[0].length, bracket[1].length)
      let right = max(bracket[0].length, bracket[1].length)
      if (right - left) * reach < tolerance { break }
      var length = minimum(of: bracket[0], bracket[1], low: left, high: right)
      // Twice in a row close to an edge, or on it, makes no progress: go a tenth inwards.
      let margin = 0.1 * (right - left)
      let isAtEdge = min(right - length, length - left) < margin
      if isAtEdge, wasAtEdge || length >= right || length <= left {
        length = abs(length - right) < abs(length - left) ? right - margin : left + margin
        wasAtEdge = false
      } else {
        wasAtEdge = isAtEdge
      }
      let point = try evaluate(length)
      evaluations += 1
      round += 1
      if isTooHigh(point) || point.loss >= bracket[low].loss {
        bracket[1 - low] = point
        low = bracket[0].loss <= bracket[1].loss ? 0 : 1
        continue
      }
      if isFlat(point) { return point }
      if point.slope * (bracket[1 - low].length - bracket[low].length) >= 0 {
        bracket[1 - low] = bracket[low]
      }
      bracket[low] = point
    }
    return bracket[low]
  }

  private func isTooHigh(_ point: LinePoint) -> Bool {
    point.loss > start.loss + 1e-4 * point.length * start.slope
  }
  private func isFlat(_ point: LinePoint) -> Bool { abs(point.slope) <= -0.9 * start.slope }

  /// Where the cubic with the losses and slopes of two places is lowest, between two lengths; their middle if it
  /// has no minimum.
  private func minimum(of a: LinePoint, _ b: LinePoint, low: Double, high: Double) -> Double {
    let (a, b) = a.length <= b.length ? (a, b) : (b, a)
    let mean = a.slope + b.slope - 3 * (a.loss - b.loss) / (a.length - b.length)
    let square = mean * mean - a.slope * b.slope
    guard square >= 0 else { return (low + high) / 2 }
    let root = square.squareRoot()
    let place =
      b.length - (b.length - a.length) * ((b.slope + root - mean) / (b.slope - a.slope + 2 * root))
    return min(max(place, low), high)
  }
}
