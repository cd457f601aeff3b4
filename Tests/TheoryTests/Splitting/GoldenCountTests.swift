import Testing

@testable import Theory

@Suite("Region counts beside polygons split in fractions by a script")
struct GoldenCountTests {
  /// The numbers that golden/regions.py draws.
  private func network(_ widths: [Int], seed: Int) throws -> ExactNetwork {
    var state = seed
    func next() -> Rational {
      state = (state * 1_103_515_245 + 12345) % (1 << 31)
      return Rational(reducing: (state >> 16) % 65 - 32, over: 16)
    }
    return try ExactNetwork(
      zip(widths, widths.dropFirst()).map { inputs, outputs in
        let weights = (0..<inputs * outputs).map { _ in next() }
        return try AffineMap(weights: weights, bias: (0..<outputs).map { _ in next() })
      })
  }

  @Test(
    "splitting by programmes and subdividing the plane both find what golden/regions.py finds",
    arguments: [
      ([2, 6, 1], 2, 1, 14),
      ([2, 6, 1], 2, 2, 9),
      ([2, 6, 1], 2, 3, 21),
      ([2, 5, 5, 1], 2, 1, 33),
      ([2, 5, 5, 1], 2, 2, 24),
      ([2, 5, 5, 1], 2, 3, 41),
      ([2, 8, 6, 1], 8, 1, 63),
      ([2, 8, 6, 1], 8, 2, 111),
      ([2, 8, 6, 1], 8, 3, 122),
      ([2, 4, 4, 4, 1], 4, 1, 21),
      ([2, 4, 4, 4, 1], 4, 2, 51),
      ([2, 4, 4, 4, 1], 4, 3, 53),
      ([2, 3, 3, 3, 3, 1], 50, 1, 18),
      ([2, 3, 3, 3, 3, 1], 50, 2, 55),
      ([2, 3, 3, 3, 3, 1], 50, 3, 21),
      ([2, 12, 12, 1], 20, 1, 333),
      ([2, 12, 12, 1], 20, 2, 258),
      ([2, 12, 12, 1], 20, 3, 329),
    ])
  func golden(widths: [Int], reach: Int, seed: Int, expected: Int) throws {
    let network = try network(widths, seed: seed)
    let side = (lower: Rational(-reach), upper: Rational(reach))
    #expect(try RegionCount(network, in: [side, side]).count == expected)
    #expect(try LinearRegions(network, in: PlaneBox(x: side, y: side)).count == expected)
  }
}
