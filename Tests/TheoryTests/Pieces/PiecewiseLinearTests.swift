import Engine
import Testing

@testable import Theory

@Suite("Piecewise linear functions")
struct PiecewiseLinearTests {
  /// Telgarsky's tent map, composed `k` times.
  private func tent(_ k: Int) throws -> ExactNetwork {
    let first = try AffineMap(weights: [1, 1], bias: [0, -.half])
    let middle = try AffineMap(weights: [2, -4, 2, -4], bias: [0, -.half])
    let last = try AffineMap(weights: [2, -4], bias: [0])
    return try ExactNetwork([first] + [AffineMap](repeating: middle, count: k - 1) + [last])
  }

  private func pieces(_ network: ExactNetwork, _ lower: Rational = 0, _ upper: Rational = 1) throws
    -> PiecewiseLinear
  {
    try PiecewiseLinear(network, from: lower, to: upper)
  }

  @Test("the tent map k times over has 2^k pieces and crosses one half 2^k times", arguments: 1...10)
  func sawtooth(k: Int) throws {
    let f = try pieces(tent(k))
    #expect(f.count == 1 << k)
    #expect(f.crossings(of: .half).count == 1 << k)
    #expect(f.slopes.allSatisfy { $0.magnitude == Rational(1 << k) })
    let half = try PiecewiseLinear([.init(0, .half), .init(1, .half)])
    #expect(try f.l1Distance(to: half) == Rational(1, over: 4))
    #expect(try f.supDistance(to: half) == .half && f.integral == .half)
  }

  @Test("a width of three gives exactly 4^L pieces", arguments: 1...5)
  func gadget(depth: Int) throws {
    let breakpoints = try [Rational(1, over: 5), Rational(2, over: 5), Rational(9, over: 10)]
    // g(x) = 8 − 10 relu(x − 1/5) + 7 relu(2/5 − x) − 12 relu(9/10 − x)
    let signs: [Rational] = [1, -1, -1]
    let shifts = zip(signs, breakpoints).map { -($0 * $1) }
    let outer: [Rational] = [-10, 7, -12]
    let first = try AffineMap(weights: signs, bias: shifts)
    let middle = try AffineMap(
      weights: signs.flatMap { sign in outer.map { sign * $0 } }, bias: zip(signs, shifts).map { $0 * 8 + $1 }
    )
    let last = try AffineMap(weights: outer, bias: [8])
    let f = try pieces(ExactNetwork([first] + [AffineMap](repeating: middle, count: depth - 1) + [last]))
    #expect(f.count == 1 << (2 * depth))
    if depth == 1 {
      #expect(f.slopes == [5, -5, 2, -10] && f.breakpoints == breakpoints)
      #expect(f.knots.map(\.y) == [0, 1, 0, 1, 0])
    }
  }

  @Test("the document's recursion has two pieces however deep it is", arguments: 2...6)
  func documentCode(n: Int) throws {
    // f = 2 relu(2 f) − 1, n times: the affine maps between the activations are 4 z − 2.
    let first = try AffineMap(weights: [2], bias: [0])
    let middle = try AffineMap(weights: [4], bias: [-2])
    let last = try AffineMap(weights: [2], bias: [-1])
    let f = try pieces(ExactNetwork([first] + [AffineMap](repeating: middle, count: n - 1) + [last]))
    let power = 1 << (2 * n)
    #expect(f.count == 2)
    #expect(f.breakpoints == [try Rational(power - 4, over: 3 * power)])
    #expect(try f(1) == Rational(2 * power + 1, over: 3))
  }

  @Test("a sum of ReLUs through points of a parabola is off by 1/4N² at most", arguments: [4, 8, 32])
  func parabola(n: Int) throws {
    let knots = try (0...n).map { j in
      PiecewiseLinear.Knot(try Rational(j, over: n), try Rational(j * j, over: n * n))
    }
    let f = try PiecewiseLinear(knots)
    let range = f.rangeMinusQuadratic(1, 0, 0)
    #expect(range.lower == 0)
    #expect(range.upper == (try Rational(1, over: 4 * n * n)))
    // Upside down the signs change.
    let mirrored = try PiecewiseLinear(knots.map { .init($0.x, -$0.y) })
    #expect(mirrored.rangeMinusQuadratic(-1, 0, 0).lower == -range.upper)
  }

  @Test("pieces, exact values and Float64 agree on random networks", arguments: [1, 3, 16])
  func agreement(bits: Int) throws {
    for seed in 0..<12 {
      let activation: any Layer = [ReLU(), LeakyReLU(slope: 0.25), HardTanh(), HardSigmoid()][seed % 4]
      let net = try randomNetwork([1, 5, 4, 1], bits: bits, activation: activation, seed: UInt64(seed))
      let exact = try ExactNetwork(net)
      let f = try PiecewiseLinear(exact, from: -3, to: 3)
      if activation is ReLU { #expect(f.count <= 6 * 5) }
      for step in 0...60 {
        let x = try Rational(step - 30, over: 10)
        let value = try f(x)
        #expect(value == (try exact([x])[0]))
        let float = try net(Tensor([x.double], shape: [1, 1], dtype: .float64)).item()
        #expect(abs(value.double - float) < 1e-11 * max(1, abs(float)))
      }
      for (a, b) in zip(f.slopes, f.slopes.dropFirst()) { #expect(a != b) }
    }
  }

  @Test("along a segment, the network at the ends and between them")
  func segment() throws {
    let exact = try ExactNetwork(randomNetwork([3, 6, 6, 2], bits: 4, seed: 3))
    let (p, q): ([Rational], [Rational]) = ([1, -2, 0], [-1, 2, 3])
    let f = try PiecewiseLinear(exact, from: p, to: q, output: 1)
    for step in 0...10 {
      let t = try Rational(step, over: 10)
      let place = zip(p, q).map { $0 + t * ($1 - $0) }
      #expect(try f(t) == exact(place)[1])
    }
  }

  @Test("residual blocks bend where their branch bends")
  func residual() throws {
    let block = Residual(try randomNetwork([1, 4, 1], bits: 3, seed: 5))
    let net = Sequential([block, Residual(try randomNetwork([1, 3, 1], bits: 3, seed: 6))])
    let exact = try ExactNetwork(net)
    let f = try PiecewiseLinear(exact, from: -2, to: 2)
    for step in 0...40 {
      let x = try Rational(step - 20, over: 10)
      #expect(try f(x) == exact([x])[0])
    }
  }

  @Test("knots that do not bend and crossings that only touch do not count")
  func touching() throws {
    let f = try PiecewiseLinear([
      .init(0, 0), .init(1, 1), .init(2, 2), .init(3, 1), .init(4, 1), .init(5, 0),
    ])
    #expect(f.count == 4 && f.breakpoints == [2, 3, 4])
    #expect(f.crossings(of: 2) == [] && f.crossings(of: 1) == [1, 3] && f.crossings(of: 0) == [])
    #expect(f.crossings(of: .half) == [.half, try Rational(9, over: 2)])
  }

  @Test("distances are exact, also where the functions cross")
  func distances() throws {
    let f = try PiecewiseLinear([.init(0, 0), .init(1, 1)])
    let g = try PiecewiseLinear([.init(0, 1), .init(.half, 0), .init(1, 0)])
    // |f − g| falls from 1 to 0 on [0, 1/3], rises to 1/2 at 1/2 and to 1 at 1.
    #expect(try f.l1Distance(to: g) == Rational(1, over: 6) + Rational(1, over: 24) + Rational(3, over: 8))
    #expect(try f.supDistance(to: g) == 1)
    #expect(throws: TheoryError.self) { try f.minus(PiecewiseLinear([.init(0, 0), .init(2, 1)])) }
  }

  @Test("work can be stopped, and wrong questions are answered")
  func problems() throws {
    struct Stop: Error {}
    let network = try tent(8)
    #expect(throws: Stop.self) { try PiecewiseLinear(network, from: 0, to: 1) { throw Stop() } }
    #expect(throws: TheoryError("The interval from 1 to 1 is empty.")) {
      try PiecewiseLinear(network, from: 1, to: 1)
    }
    #expect(throws: TheoryError("The network has the outputs 0 to 0, but output 1 is asked for.")) {
      try PiecewiseLinear(network, from: 0, to: 1, output: 1)
    }
    #expect(throws: TheoryError("The network takes points of 1 coordinates, but one has 2.")) {
      try PiecewiseLinear(network, from: [0, 0], to: [1])
    }
    #expect(throws: TheoryError("2 lies outside of the interval from 0 to 1.")) {
      try PiecewiseLinear(network, from: 0, to: 1)(2)
    }
    #expect(throws: TheoryError.self) { try PiecewiseLinear([.init(0, 0)]) }
    #expect(throws: TheoryError.self) { try PiecewiseLinear([.init(0, 0), .init(0, 1)]) }
  }
}
