import Testing

@testable import Theory

@Suite("Bounds on the number of regions")
struct RegionBoundsTests {
  struct Row: Sendable {
    let inputs: Int
    let widths: [Int]
    let pascanu: Integer?
    let montufarLower: Integer?
    let serraLower: Integer?
    let serraUpper: Integer
    let montufarUpper: Integer
    let product: Integer
  }

  @Test(
    "they are the numbers that a program in Fractions computes",
    arguments: [
      Row(
        inputs: 1, widths: [3, 3], pascanu: 12, montufarLower: 12, serraLower: 16, serraUpper: 16,
        montufarUpper: 16, product: 9),
      Row(
        inputs: 1, widths: [10, 10], pascanu: 110, montufarLower: 110, serraLower: 121, serraUpper: 121,
        montufarUpper: 121, product: 100),
      Row(
        inputs: 2, widths: [2, 2], pascanu: 4, montufarLower: 4, serraLower: nil, serraUpper: 11,
        montufarUpper: 16, product: 4),
      Row(
        inputs: 2, widths: [3, 3], pascanu: 7, montufarLower: 7, serraLower: nil, serraUpper: 40,
        montufarUpper: 49, product: 9),
      Row(
        inputs: 2, widths: [4, 4], pascanu: 22, montufarLower: 44, serraLower: nil, serraUpper: 121,
        montufarUpper: 121, product: 16),
      Row(
        inputs: 2, widths: [4, 4, 4], pascanu: 44, montufarLower: 176, serraLower: nil, serraUpper: 1331,
        montufarUpper: 1331, product: 64),
      Row(
        inputs: 2, widths: [6, 6], pascanu: 66, montufarLower: 198, serraLower: 352, serraUpper: 484,
        montufarUpper: 484, product: 36),
      Row(
        inputs: 2, widths: [8, 8], pascanu: 148, montufarLower: 592, serraLower: 925, serraUpper: 1369,
        montufarUpper: 1369, product: 64),
      Row(
        inputs: 3, widths: [4, 4], pascanu: 15, montufarLower: 15, serraLower: nil, serraUpper: 161,
        montufarUpper: 225, product: 16),
    ])
  func table(row: Row) throws {
    let bounds = try RegionBounds(inputs: row.inputs, widths: row.widths)
    #expect(bounds.pascanuLower == row.pascanu && bounds.montufarLower == row.montufarLower)
    #expect(bounds.serraLower == row.serraLower && bounds.serraUpper == row.serraUpper)
    #expect(bounds.montufarUpper == row.montufarUpper && bounds.productOfWidths == row.product)
  }

  @Test(
    "an arrangement in general position has the regions that Zaslavsky counts",
    arguments: [
      (3, 2, 7), (5, 2, 16), (10, 2, 56), (20, 2, 211), (10, 3, 176), (20, 3, 1351), (20, 10, 616_666),
      (100, 2, 5051), (4, 9, 16), (0, 3, 1),
    ])
  func zaslavsky(hyperplanes: Int, dimension: Int, expected: Int) throws {
    #expect(arrangementRegions(hyperplanes: hyperplanes, dimension: dimension) == Integer(expected))
    guard hyperplanes > 0 else { return }
    // For one hidden layer every upper bound is attained.
    let bounds = try RegionBounds(inputs: dimension, widths: [hyperplanes])
    #expect(bounds.serraUpper == Integer(expected) && bounds.montufarUpper == Integer(expected))
  }

  @Test("planes through the origin make fewer regions")
  func central() {
    #expect(centralArrangementRegions(hyperplanes: 10, dimension: 3) == 92)
    #expect(centralArrangementRegions(hyperplanes: 5, dimension: 2) == 10)
    #expect(centralArrangementRegions(hyperplanes: 0, dimension: 2) == 1)
    #expect(centralArrangementRegions(hyperplanes: 7, dimension: 1) == 2)
  }

  @Test("Serra's sum is what adding over all its indices gives")
  func serra() throws {
    func sum(_ dimension: Int, _ widths: ArraySlice<Int>) -> Integer {
      guard let width = widths.first else { return 1 }
      return binomials(width, through: min(dimension, width)).enumerated().reduce(0) {
        $0 + $1.element * sum(min(dimension, width - $1.offset), widths.dropFirst())
      }
    }
    for inputs in 1...6 {
      for widths in [[1], [5], [2, 7], [7, 2], [3, 5, 4], [6, 1, 6], [4, 9, 2, 5]] {
        #expect(try RegionBounds(inputs: inputs, widths: widths).serraUpper == sum(inputs, widths[...]))
      }
    }
  }

  @Test("784 inputs and twelve layers of ten: 4.62e33 at most, not 10^12")
  func large() throws {
    let bounds = try RegionBounds(inputs: 784, widths: [Int](repeating: 10, count: 12))
    #expect(bounds.patterns == Integer(2).power(120))
    #expect(bounds.serraUpper == Integer("4619723947159306036863089806585588"))
    #expect(bounds.productOfWidths == Integer(10).power(12))
    #expect(bounds.pascanuLower == nil && bounds.montufarLower == nil && bounds.serraLower == nil)
    #expect(try RegionBounds(inputs: 784, widths: [10]).serraUpper == 1024)
  }

  @Test("the typical number depends on the units alone")
  func typical() throws {
    #expect(try RegionBounds(inputs: 2, widths: [16, 16]).typical == 512)
    #expect(try RegionBounds(inputs: 2, widths: [8, 8, 8, 8]).typical == 512)
    #expect(try RegionBounds(inputs: 5, widths: [2, 2]).typical == 16)
    let bounds = try RegionBounds(inputs: 2, widths: [10])
    #expect(bounds.averageUpper(volume: 4, constant: .half) == 50)
  }

  @Test("shapes without layers, of no units, or beyond memory, and other networks are refused")
  func refused() throws {
    #expect(throws: TheoryError("A network without hidden layers is one affine map, and has one region.")) {
      try RegionBounds(inputs: 2, widths: [])
    }
    #expect(
      throws: TheoryError(
        "A layer cannot have 0 units.", hint: "Give numbers from 1 up, as in [2, 8, 8].")
    ) { try RegionBounds(inputs: 2, widths: [3, 0]) }
    #expect(throws: TheoryError.self) { try RegionBounds(inputs: .max, widths: [.max, .max]) }
    #expect(throws: TheoryError.self) { try RegionBounds(inputs: 1 << 20, widths: [1 << 20]) }
    let map = try AffineMap(rows: [[1]], bias: [0])
    #expect(throws: TheoryError.self) { try RegionBounds(ExactNetwork([map, map], activation: .hardTanh)) }
    #expect(try RegionBounds(ExactNetwork([map, map])).widths == [1])
  }
}
