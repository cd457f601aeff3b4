import Engine
import Testing

@testable import Theory

@Suite("Residual streams of one unit")
struct ResidualStreamTests {
  @Test("N blocks take N values, however they go up and down", arguments: [1, 2, 7, 60])
  func interpolant(n: Int) throws {
    let places = (0..<n).map {
      PiecewiseLinear.Knot(Rational(reducing: $0 * 3, over: 7), Rational(($0 * 37) % 11 - 5))
    }
    let network = try ExactNetwork.residualInterpolant(places.reversed())
    #expect(network.widths == [Int](repeating: 1, count: n))
    for place in places { #expect(try network([place.x]) == [place.y]) }
  }

  @Test("as a network of the engine it is a chain of residual blocks with the same values")
  func engine() throws {
    let places: [PiecewiseLinear.Knot] = [.init(0, 0), .init(1, 1), .init(2, 0)]
    let network = try ExactNetwork.residualInterpolant(places)
    let net = try network.network()
    #expect(net.layers.count { $0 is Residual } == 3)
    #expect(try net(Tensor([0, 1, 2], shape: [3, 1], dtype: .float64)).doubles == [0, 1, 0])
    #expect(try ExactNetwork(net)([1]) == network([1]))
  }

  @Test("3 M − 1 blocks make M steps, up to the gaps", arguments: [1, 2, 5, 12])
  func steps(count: Int) throws {
    let values = (0..<count).map { Rational(($0 * 5) % 7 - 3) }
    let tiny = Rational(reducing: 1, over: 1_000_000)
    let network = try ExactNetwork.residualSteps(values, from: 0, to: 1, gap: tiny, flatness: tiny)
    #expect(network.depth == 3 * count - 1)
    let f = try PiecewiseLinear(network, from: 0, to: 1)
    for (index, value) in values.enumerated() {
      for part in 1...9 {
        let x = Rational(reducing: 10 * index + part, over: 10 * count)
        #expect((try f(x) - value).magnitude < Rational(reducing: 1, over: 1000))
      }
    }
  }

  @Test("a place with two values is refused, and so are empty and impossible steps")
  func refused() {
    #expect(throws: TheoryError("Two values are asked for at the place 1.")) {
      try ExactNetwork.residualInterpolant([.init(1, 0), .init(1, 2)])
    }
    #expect(throws: TheoryError("A residual stream takes 1 to 100000 values, not 0.")) {
      try ExactNetwork.residualInterpolant([])
    }
    #expect(throws: TheoryError.self) {
      try ExactNetwork.residualSteps([1], from: 0, to: 1, gap: 0, flatness: .half)
    }
  }
}
