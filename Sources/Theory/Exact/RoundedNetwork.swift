/// A network in Float64 that knows how far rounding may lead it from the exact one.
public struct RoundedNetwork: Sendable {
  private let first: Passage
  private let layers: [BendingLayer]

  /// - Throws: ``TheoryError`` for weights beyond the range of Float64.
  public init(_ network: ExactNetwork) throws {
    (first, layers) = try BendingLayer.layers(of: network, includingOutputs: true)
  }

  /// The outputs, and a bound on how far each may be from the exact one; infinite beyond the range of Float64.
  ///
  /// - Throws: ``TheoryError`` when there are more or fewer numbers than the network takes.
  public func callAsFunction(_ x: [Double]) throws -> (values: [Double], error: Double) {
    guard x.count == first.inputs else {
      throw TheoryError.wrongCount(of: x.count, for: first.inputs)
    }
    var numbers = first.image(of: PlaneFunctions(constants: x, error: 0))
    for layer in layers {
      var next = layer.base(numbers)
      for unit in layer.kept..<numbers.count {
        for breakpoint in layer.breakpoints.indices
        where numbers[unit].c > layer.breakpoints[breakpoint] {
          layer.add(numbers, unit, beyond: breakpoint, to: &next)
        }
      }
      if let next { numbers = next }
    }
    return (numbers.constants, numbers.error)
  }
}
