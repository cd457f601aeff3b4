/// A network of straight pieces as an exact function: no rounding, whatever its weights.
///
/// Every floating-point number is an integer times a power of two, so a network's weights are exact as they are; only
/// computing with them in floating point rounds.
public struct ExactNetwork: Hashable, Sendable {
  /// What happens to a row of numbers on its way, which may carry a remembered part in front.
  public enum Step: Hashable, Sendable {
    /// Maps the numbers behind the first `keeping`.
    case affine(AffineMap, keeping: Int)
    /// Bends each of the numbers behind the first `keeping`.
    case activation(PiecewiseActivation, keeping: Int)
    /// Doubles the numbers behind the first `keeping`: the first copy is remembered.
    case remember(keeping: Int)
    /// Adds the last `count` numbers before the first `keeping + count` to what is behind them, and forgets them.
    case addRemembered(keeping: Int, count: Int)
  }

  public let inputs: Int
  public let outputs: Int
  public let steps: [Step]

  /// A chain of maps with an activation between each two.
  ///
  /// - Throws: ``TheoryError`` when a map takes another number of inputs than the one before gives.
  public init(_ maps: [AffineMap], activation: PiecewiseActivation = .relu) throws {
    guard let first = maps.first, let last = maps.last else {
      throw TheoryError("A network needs at least one affine map.")
    }
    for (map, next) in zip(maps, maps.dropFirst()) where map.outputs != next.inputs {
      throw TheoryError(
        "A map with \(map.outputs) outputs cannot be followed by one with \(next.inputs) inputs.")
    }
    inputs = first.inputs
    outputs = last.outputs
    let chain = maps.flatMap { [Step.activation(activation, keeping: 0), .affine($0, keeping: 0)] }
    steps = Array(chain.dropFirst())
  }

  init(inputs: Int, outputs: Int, steps: [Step]) {
    self.inputs = inputs
    self.outputs = outputs
    self.steps = steps
  }

  /// The outputs for some inputs.
  ///
  /// - Throws: ``TheoryError`` when there are more or fewer numbers than the network takes.
  public func callAsFunction(_ x: [Rational]) throws -> [Rational] {
    guard x.count == inputs else {
      throw TheoryError.wrongCount(of: x.count, for: inputs)
    }
    var point = HomogeneousPoint(x)
    for step in steps { point.apply(step) }
    return point.rationals
  }
}

extension TheoryError {
  static func wrongCount(of given: Int, for inputs: Int) -> TheoryError {
    TheoryError(
      "The network takes \(inputs) \(inputs == 1 ? "number" : "numbers"), but \(given) \(given == 1 ? "is" : "are") given."
    )
  }
}
