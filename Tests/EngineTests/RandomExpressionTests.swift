import Testing

@testable import Engine

/// A property: whatever expression is put together, its gradient is what differences of nearby values say.
@Suite struct RandomExpressionTests {
  /// Makes expressions of a 2 × 3 matrix, another one and a vector of 3, whose values stay within a few units of 0.
  struct Maker {
    var generator: Generator

    mutating func below(_ count: Int) -> Int { Int(generator.next() % UInt64(count)) }

    /// An expression of shape [2, 3], with its text.
    mutating func matrix(_ depth: Int) -> (text: String, value: @Sendable ([Tensor]) throws -> Tensor) {
      guard depth > 0 else {
        let index = below(3)
        return ("x\(index)", { try $0[index].broadcast(to: [2, 3]) })
      }
      let (a, f) = matrix(depth - 1)
      switch below(20) {
      case 0: return ("sin(\(a))", { try f($0).sin() })
      case 1: return ("tanh(\(a))", { try f($0).tanh() })
      case 2: return ("exp(tanh(\(a)))", { try f($0).tanh().exp() })
      case 3: return ("log(1 + \(a)²)", { try (f($0).square() + 1).log() })
      case 4: return ("sigmoid(\(a))", { try f($0).sigmoid() })
      case 5: return ("softplus(\(a))", { try f($0).softplus() })
      case 6: return ("gelu(\(a))", { try f($0).gelu() })
      case 7: return ("erf(\(a))", { try f($0).erf() })
      case 8: return ("softmax(\(a))", { try f($0).softmax() })
      case 9: return ("logSoftmax(\(a), 0)", { try f($0).logSoftmax(axis: 0) })
      case 10: return ("reverse(\(a))", { try f($0).gathering([1, 0]) })
      case 11:
        return ("reshape(\(a)ᵀ)", { try f($0).transposed.reshaped(to: [2, 3]) })
      case 12: return ("\(a) - mean(\(a))", { try f($0) - f($0).mean(axis: 1, keepDims: true) })
      case 13: return ("√(1 + \(a)²)", { try (f($0).square() + 1).sqrt() })
      default: break
      }
      let (b, g) = matrix(depth - 1)
      switch below(7) {
      case 0: return ("(\(a) + \(b))", { try f($0) + g($0) })
      case 1: return ("(\(a) - \(b))", { try f($0) - g($0) })
      case 2: return ("sin(\(a) * \(b))", { try (f($0) * g($0)).sin() })
      case 3: return ("(\(a) / (1 + \(b)²))", { try f($0) / (g($0).square() + 1) })
      case 4:
        return (
          "tanh(\(a) \(b)ᵀ x1)",
          { try Tensor.matmul(Tensor.matmul(f($0), g($0), transposingSecond: true), $0[1]).tanh() }
        )
      case 5:
        return (
          "rows(\(a), \(b))", { try Tensor.concatenate([f($0), g($0)]).gathering([3, 1]) }
        )
      default:
        return ("((1 + \(a)²) ** tanh(\(b)))", { try (f($0).square() + 1) ** g($0).tanh() })
      }
    }

    mutating func inputs() throws -> [Tensor] {
      try [[2, 3], [2, 3], [3]].map { try .normal($0, dtype: .float64, from: &generator) }
    }
  }

  @Test("the gradient of a random expression agrees with finite differences", arguments: 0..<150)
  func gradients(seed: Int) throws {
    var maker = Maker(generator: Generator(seed: UInt64(seed)))
    let (text, value) = maker.matrix(2 + seed % 4)
    let inputs = try maker.inputs()
    let function: ([Tensor]) throws -> Tensor = { try weightedSum(value($0)) }
    let exact = try gradient(at: inputs, of: function)
    let approximate = try DifferenceTests.numericGradient(at: inputs, of: function)
    for (a, b) in zip(exact, approximate) { #expect(difference(a, b) < 1e-6, "\(text)") }
  }

  @Test("second derivatives of random expressions agree with finite differences", arguments: 0..<40)
  func curvature(seed: Int) throws {
    var maker = Maker(generator: Generator(seed: UInt64(1000 + seed)))
    let (text, value) = maker.matrix(1 + seed % 3)
    let inputs = try maker.inputs()
    // A derivative along the gradient: all second derivatives take part.
    let function: ([Tensor]) throws -> Tensor = { inputs in
      try gradient(at: inputs) { try weightedSum(value($0)) }
        .reduce(Tensor(0, dtype: .float64)) { try $0 + $1.square().sum() }
    }
    let exact = try gradient(at: inputs, of: function)
    let approximate = try DifferenceTests.numericGradient(at: inputs, of: function)
    for (a, b) in zip(exact, approximate) { #expect(difference(a, b) < 1e-5, "\(text)") }
  }
}
