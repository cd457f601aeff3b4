import Engine
import Testing

@testable import Theory

@Suite("Piecewise linear functions in Float64")
struct RoundedPiecesTests {
  private static var activations: [any Layer] {
    [ReLU(), LeakyReLU(slope: 0.125), HardTanh(), HardSigmoid()]
  }

  @Test("have the pieces of the exact function, to within rounding", arguments: 0..<16)
  func agree(seed: Int) throws {
    let net = try ExactNetwork(
      randomNetwork(
        [1, 6, 5, 4, 1], bits: 20, activation: Self.activations[seed % 4], seed: UInt64(seed)))
    let exact = try PiecewiseLinear(net, from: -3, to: 3)
    let rounded = try PiecewiseLinear(rounding: net, from: -3, to: 3)
    #expect(rounded.count == exact.count)
    #expect(rounded.domain == exact.domain)
    #expect(try rounded.supDistance(to: exact).double < 1e-10)
    for (a, b) in zip(rounded.breakpoints, exact.breakpoints) { #expect((a - b).magnitude.double < 1e-10) }
  }

  @Test("follow a network of more inputs along a segment, whichever output is asked for")
  func segments() throws {
    let net = try ExactNetwork(randomNetwork([3, 8, 8, 2], bits: 20, seed: 5))
    for output in 0..<2 {
      let exact = try PiecewiseLinear(net, from: [-1, 2, 0], to: [3, 0, 1], output: output)
      let rounded = try PiecewiseLinear(rounding: net, from: [-1, 2, 0], to: [3, 0, 1], output: output)
      #expect(rounded.count == exact.count)
      #expect(try rounded.supDistance(to: exact).double < 1e-10)
    }
  }

  @Test("are the exact ones where nothing is rounded, and lines that only touch do not count")
  func dyadic() throws {
    let tent = try ExactNetwork.sawtooth(8)
    #expect(try PiecewiseLinear(rounding: tent, from: 0, to: 1) == PiecewiseLinear(tent, from: 0, to: 1))
    let line = try ExactNetwork([AffineMap(weights: [2], bias: [1])])
    #expect(try PiecewiseLinear(rounding: line, from: 0, to: 1).slopes == [2])
  }

  @Test("refuse what the exact functions refuse, in the same words, and can be stopped")
  func refusals() throws {
    let net = try ExactNetwork(randomNetwork([2, 3, 1], bits: 4, seed: 1))
    #expect(throws: TheoryError.self) { try PiecewiseLinear(rounding: net, from: 0, to: 1) }
    #expect(throws: TheoryError.self) { try PiecewiseLinear(rounding: net, from: [0], to: [1]) }
    #expect(throws: TheoryError.self) {
      try PiecewiseLinear(rounding: net, from: [0, 0], to: [1, 1], output: 1)
    }
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try PiecewiseLinear(rounding: net, from: [0, 0], to: [1, 1]) { throw Stop() }
    }
  }
}

@Suite("Networks in Float64 with a bound")
struct RoundedNetworkTests {
  @Test("the exact value lies within the bound, and the bound is small", arguments: [3, 24, 50])
  func bound(bits: Int) throws {
    var generator = Generator(seed: 3)
    for seed in 0..<8 {
      let activation: any Layer = [ReLU(), LeakyReLU(slope: 0.1), HardTanh(), HardSigmoid()][seed % 4]
      let chain = try randomNetwork(
        [2, 9, 9], bits: bits, activation: activation, seed: UInt64(seed))
      let net = try ExactNetwork(
        Sequential(chain.layers + [Residual(randomNetwork([9, 4, 9], bits: bits, seed: UInt64(seed) + 90))]))
      let rounded = try RoundedNetwork(net)
      for _ in 0..<20 {
        let x = try Tensor.uniform([2], low: -4, high: 4, dtype: .float64, from: &generator).doubles
        let exact = try net(x.map { try Rational($0) })
        let (values, error) = try rounded(x)
        for (value, exact) in zip(values, exact) {
          #expect(try (Rational(value) - exact).magnitude <= Rational(error))
        }
        #expect(error < 1e-9)
      }
    }
  }

  @Test("numbers beyond Float64 have an infinite bound, and a wrong count is refused")
  func extremes() throws {
    let large = try Rational(1e300)
    let net = try ExactNetwork([AffineMap(weights: [large, large], bias: [0])])
    #expect(try RoundedNetwork(net)([1e300, -1e300]).error == .infinity)
    #expect(throws: TheoryError.wrongCount(of: 1, for: 2)) { try RoundedNetwork(net)([1]) }
  }
}
