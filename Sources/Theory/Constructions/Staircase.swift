// Universal approximation with one hidden layer of sigmoids, by an explicit construction.
//
// For f continuous on [0, 1], N units, switches ξ_j = (j − ½)/N and steepness K = rN,
//
//     g(x) = f(0) + Σ_{j=1}^{N} (f(j/N) − f((j−1)/N)) σ(K (x − ξ_j)).
//
// Each sigmoid is a smooth step; between two switches g is close to the value of f at the node there. Any other
// activation that climbs from one value to another serves as well, once it is stretched to climb from 0 to 1.

/// The staircase of a function: a sum of steps.
///
/// - Parameters:
///   - units: the number N of steps, at least 1.
///   - interval: where the function is approximated.
///   - sharpness: r, the steepness of a step in units of 1/N.
///   - step: the activation, which the network that is built of the sum must have.
///   - f: the function; called at the N + 1 nodes.
///
/// Throws what `f` throws, and when `f` gives something infinite, or there are no units.
public func staircase(
  units: Int, on interval: ClosedRange<Double> = 0...1, sharpness: Double = 20,
  step: Step = .sigmoid, _ f: (Double) throws -> Double
) throws -> ShallowNetwork {
  try requireUnits(units, sharpness)
  let (left, right) = step.limits
  let width = interval.upperBound - interval.lowerBound
  let values = try (0...units).map { j in
    let x = interval.lowerBound + width * Double(j) / Double(units)
    let y = try f(x)
    guard y.isFinite else {
      throw TheoryError("The function has the value \(y) at \(x), so nothing can approximate it there.")
    }
    return y
  }
  let steepness = sharpness * Double(units) / width
  let switches = (1...units).map { interval.lowerBound + width * (Double($0) - 0.5) / Double(units) }
  return ShallowNetwork(
    weights: [Double](repeating: steepness, count: units), biases: switches.map { -steepness * $0 },
    outer: zip(values.dropFirst(), values).map { ($0 - $1) / (right - left) },
    // As far as each step starts below 0, all of them together start below f at the left end.
    offset: values[0] - (values[units] - values[0]) * left / (right - left))
}

/// A bound on the distance between a function on [0, 1] and its staircase, in the maximum norm:
/// ω(1/2N) + ω(1/N) (½ + tail), where the tail for sigmoids is 2 e^{−r/2} / (1 − e^{−r}).
///
/// The first term is how far f is from its value at the nearest node. In the second, the step that x stands on
/// is off by at most half of itself, and all other steps together by the tail: for sigmoids a geometric series.
///
/// - Parameter modulus: the function's modulus of continuity ω; L δ for a function with Lipschitz constant L.
public func staircaseBound(
  units: Int, sharpness: Double = 20, step: Step = .sigmoid, modulus: (Double) throws -> Double
) throws -> Double {
  try requireUnits(units, sharpness)
  let tail = step.tail(sharpness: sharpness)
  return try modulus(0.5 / Double(units)) + modulus(1 / Double(units)) * (0.5 + tail)
}

private func requireUnits(_ units: Int, _ sharpness: Double) throws {
  guard (1...10_000_000).contains(units) else {
    throw TheoryError("A staircase has at least one unit, but \(units) are asked for.")
  }
  guard sharpness > 0, sharpness.isFinite else {
    throw TheoryError("The sharpness of a staircase is a positive number, but it is \(sharpness).")
  }
}
