import Testing

@testable import Theory

@Suite("Squares and products")
struct PolynomialTests {
  @Test("the square is above x² by 4^−(m+1) at most, and that much somewhere", arguments: [1, 2, 3, 5, 8])
  func square(m: Int) throws {
    let network = try ExactNetwork.square(m)
    #expect(network.widths == [Int](repeating: 3, count: m) && network.fitsFloat64)
    let f = try PiecewiseLinear(network, from: 0, to: 1)
    let error = f.rangeMinusQuadratic(1, 0, 0)
    #expect(error.lower == 0 && error.upper == Rational(reducing: 1, over: 1 << (2 * m + 2)))
    #expect(f.knots.allSatisfy { $0.y == $0.x * $0.x })
  }

  @Test("the product of two is off by −4M²ε to 2M²ε, and exact where a factor is zero")
  func product() throws {
    let (m, bound) = (2, Rational(3))
    let network = try ExactNetwork.multiply(m, bound: bound)
    #expect(network.depth == m + 1)
    let epsilon = Rational(reducing: 1, over: 1 << (2 * m + 2))
    for i in -12...12 {
      for j in -12...12 {
        let (x, y) = (Rational(reducing: i, over: 4), Rational(reducing: j, over: 4))
        let error = try network([x, y])[0] - x * y
        #expect(error >= -4 * bound * bound * epsilon && error <= 2 * bound * bound * epsilon)
        if i == 0 || j == 0 { #expect(error == 0) }
      }
    }
  }

  @Test("a tree of products multiplies many numbers", arguments: [2, 4, 8])
  func tree(n: Int) throws {
    let network = try ExactNetwork.product(n, 8)
    #expect(network.depth == n.trailingZeroBitCount * 9)
    for seed in 1...5 {
      let x = (0..<n).map { Rational(reducing: ($0 * seed * 7) % 17 - 8, over: 8) }
      let exact = x.reduce(1, *)
      #expect((try network(x)[0] - exact).magnitude < Rational(reducing: n, over: 1 << 10))
    }
  }

  @Test(
    "the units for a product, by the number of layers",
    arguments: [
      (16, 1, "65536"), (16, 2, "80"), (16, 3, "60"), (16, 4, "60"), (64, 1, "18446744073709551616"),
      (64, 2, "1792"), (64, 3, "304"), (64, 4, "252"), (64, 9, "252"), (2, 1, "4"),
    ])
  func units(n: Int, layers: Int, expected: String) throws {
    #expect("\(try productUnits(n, layers: layers))" == expected)
  }

  @Test("what has no meaning is refused")
  func refused() {
    #expect(throws: TheoryError("The tree multiplies 2, 4, 8, … up to 256 factors, not 3.")) {
      try ExactNetwork.product(3, 4)
    }
    #expect(throws: TheoryError.self) { try ExactNetwork.square(0) }
    #expect(throws: TheoryError.self) { try ExactNetwork.multiply(2, bound: 0) }
    #expect(throws: TheoryError.self) { try productUnits(1, layers: 1) }
  }
}
