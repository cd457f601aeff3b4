import Testing

@testable import Engine

/// Derivatives against differences of nearby values, in double precision.
@Suite struct DifferenceTests {
  /// Central differences of a scalar function, number by number.
  static func numericGradient(
    at inputs: [Tensor], step h: Double = 1e-5, of function: ([Tensor]) throws -> Tensor
  ) throws -> [Tensor] {
    try inputs.indices.map { i in
      let values = inputs[i].doubles
      let slopes = try values.indices.map { j in
        var (above, below) = (values, values)
        above[j] += h
        below[j] -= h
        var (up, down) = (inputs, inputs)
        up[i] = try Tensor(above, shape: inputs[i].shape, dtype: .float64)
        down[i] = try Tensor(below, shape: inputs[i].shape, dtype: .float64)
        return try (function(up).item() - function(down).item()) / (2 * h)
      }
      return try Tensor(slopes, shape: inputs[i].shape, dtype: .float64)
    }
  }

  /// Zeros in a product make differences of second order meaningless for the first derivative's branches.
  static let smooth = Operation.all.filter { $0.name != "prodWithZero" }

  @Test("first derivatives agree with finite differences", arguments: Operation.all)
  func first(_ operation: Operation) throws {
    let golden = try #require(GoldenOperationTests.cases[operation.name])
    let inputs = try golden.inputs.map { try $0.tensor(.float64) }
    let function: ([Tensor]) throws -> Tensor = { try weightedSum(operation.apply($0)) }
    let exact = try gradient(at: inputs, of: function)
    let approximate = try Self.numericGradient(at: inputs, of: function)
    for (a, b) in zip(exact, approximate) { #expect(difference(a, b) < 1e-6) }
  }

  /// Operations without golden values of their own.
  static let others: [Operation] = [
    .init("elu") { $0[0].elu(alpha: 0.7) }, .init("hardSigmoid") { try $0[0].hardSigmoid() },
    .init("approximateGelu") { try $0[0].approximateGelu() },
    .init("where") {
      let condition = try Tensor.greater($0[0].detached, Tensor(0, dtype: .float64))
      return try Tensor.where(condition, $0[0].square(), $0[1])
    },
    .init("swappingAxes") { try $0[0].swappingAxes(0, 1) },
    .init("unsqueezed and squeezed") { try $0[0].unsqueezed(axis: 1).square().squeezed(axis: 1) },
    .init("flattened") { try $0[0].flattened() },
    .init("assign") {
      var y = $0[0].square()
      try y.assign($0[1].sum(axis: 1), to: [.ellipsis, .at(2)])
      return y
    },
    .init("sumAxes") { try $0[0].square().sum(axes: [0, 1]) },
    .init("meanAxes") { try $0[0].square().mean(axes: [1], keepDims: true) },
    .init("with numbers") { try (2 * $0[0] + 1) * 3 - 4 + (5 - $0[1]) },
  ]

  @Test("so do those of operations without golden values", arguments: others)
  func firstOfOthers(_ operation: Operation) throws {
    var generator = Generator(seed: 12)
    let inputs = try (0..<2).map { _ in try Tensor.normal([3, 4], dtype: .float64, from: &generator) }
    let function: ([Tensor]) throws -> Tensor = { try weightedSum(operation.apply($0)) }
    let exact = try gradient(at: inputs, of: function)
    let approximate = try Self.numericGradient(at: inputs, of: function)
    for (a, b) in zip(exact, approximate) { #expect(difference(a, b) < 1e-6) }
  }

  @Test("second derivatives agree with finite differences of the first", arguments: smooth)
  func second(_ operation: Operation) throws {
    let golden = try #require(GoldenOperationTests.cases[operation.name])
    let inputs = try golden.inputs.map { try $0.tensor(.float64) }
    // The squared length of the gradient: every second derivative takes part.
    let function: ([Tensor]) throws -> Tensor = { inputs in
      let gradients = try gradient(at: inputs) { try weightedSum(operation.apply($0).square()) }
      return try gradients.reduce(Tensor(0, dtype: .float64)) { try $0 + $1.square().sum() }
    }
    let exact = try gradient(at: inputs, of: function)
    let approximate = try Self.numericGradient(at: inputs, of: function)
    for (a, b) in zip(exact, approximate) { #expect(difference(a, b) < 1e-5) }
  }
}
