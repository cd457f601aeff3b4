import Testing

@testable import Theory

@Suite("Sawteeth and the interpolant")
struct SawtoothTests {
  private func pieces(_ network: ExactNetwork) throws -> PiecewiseLinear {
    try PiecewiseLinear(network, from: 0, to: 1)
  }

  @Test("a sawtooth has 2^k pieces from 2 k units", arguments: [1, 2, 5, 9])
  func sawtooth(k: Int) throws {
    let network = try ExactNetwork.sawtooth(k)
    #expect(network.widths == [Int](repeating: 2, count: k) && network.fitsFloat64)
    let f = try pieces(network)
    #expect(f.count == 1 << k && f.crossings(of: .half).count == 1 << k)
  }

  @Test("the zigzag reaches the most pieces that its widths allow", arguments: 1...4)
  func zigzag(depth: Int) throws {
    let network = try ExactNetwork.zigzag(depth)
    #expect(Integer(try pieces(network).count) == (try mostPieces(network.widths)))
  }

  @Test("the recursion that is printed in places never has more than two pieces", arguments: [2, 3, 8])
  func doubled(n: Int) throws {
    let f = try pieces(.doubledReLU(n))
    #expect(f.count == 2)
    #expect(try f(1) == Rational(reducing: 2 * (1 << (2 * n)) + 1, over: 3))
    if n == 2 { #expect(f.breakpoints == [try Rational(1, over: 4)]) }
  }

  @Test("no function of few pieces comes nearer to a sawtooth than the bound")
  func bound() throws {
    #expect(try sawtoothBound(5, pieces: 7) == Rational(1, over: 16))
    #expect(try sawtoothBound(3, pieces: 1000) == 0)
    let saw = try pieces(.sawtooth(5))
    for seed in 0..<20 {
      let net = try ExactNetwork(randomNetwork([1, 6, 1], bits: 8, seed: UInt64(seed)))
      let f = try pieces(net)
      #expect(try saw.l1Distance(to: f) >= sawtoothBound(5, pieces: Integer(f.count)))
    }
    // Also the best: shallower sawteeth, and the constant in the middle.
    for k in 1...4 {
      #expect(try saw.l1Distance(to: pieces(.sawtooth(k))) >= sawtoothBound(5, pieces: Integer(1 << k)))
    }
  }

  @Test("the interpolant meets its points, with a unit for each piece")
  func interpolant() throws {
    let f = try PiecewiseLinear([.init(0, 1), .init(.half, 3), .init(2, -1), .init(3, 0)])
    let network = try ExactNetwork.interpolant(f)
    #expect(network.widths == [3])
    #expect(try PiecewiseLinear(network, from: 0, to: 3) == f)
  }

  @Test("what has no meaning is refused")
  func refused() {
    #expect(throws: TheoryError("The map is composed 1 to 10000 times, not 0 times.")) {
      try ExactNetwork.sawtooth(0)
    }
    #expect(throws: TheoryError.self) { try ExactNetwork.zigzag(.max) }
    #expect(throws: TheoryError.self) { try sawtoothBound(0, pieces: 1) }
    #expect(throws: TheoryError.self) { try mostPieces([-1]) }
  }
}
