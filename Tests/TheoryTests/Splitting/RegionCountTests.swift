import Engine
import Testing

@testable import Theory

@Suite("The number of regions, for any number of inputs")
struct RegionCountTests {
  private func box(_ inputs: Int, _ reach: Rational) -> [(lower: Rational, upper: Rational)] {
    [(lower: Rational, upper: Rational)](repeating: (-reach, reach), count: inputs)
  }

  private func count(_ network: ExactNetwork, _ reach: Rational) throws -> Int {
    try RegionCount(network, in: box(network.inputs, reach)).count
  }

  @Test(
    "one layer of random planes has the regions that Zaslavsky counts in a large box",
    arguments: [(1, 9), (2, 8), (3, 7), (4, 7), (5, 6), (8, 5)])
  func oneLayer(inputs: Int, units: Int) throws {
    let network = try ExactNetwork(randomNetwork([inputs, units, 1], bits: 30, seed: 3))
    let expected = arrangementRegions(hyperplanes: units, dimension: inputs)
    #expect(try count(network, 1_000_000) == expected.int)
  }

  @Test("planes through the origin have the regions of a central arrangement")
  func central() throws {
    let map = try ExactNetwork(randomNetwork([3, 7], bits: 30, seed: 5)).steps[0]
    guard case .affine(let first, _) = map else { return }
    let network = try ExactNetwork([
      AffineMap(weights: first.weights, bias: [Rational](repeating: 0, count: 7)),
      AffineMap(rows: [[Rational](repeating: 1, count: 7)], bias: [0]),
    ])
    #expect(try count(network, 1) == centralArrangementRegions(hyperplanes: 7, dimension: 3).int)
  }

  @Test(
    "folds have as many regions inside of the unit cube as Montúfar counts",
    arguments: [
      (2, [4, 4], 44), (2, [6, 6], 198), (2, [8, 8], 592), (2, [4, 4, 4], 176), (2, [5, 4], 44),
      (1, [3, 3], 12),
      (3, [6, 4], 120),
    ])
  func folds(inputs: Int, widths: [Int], expected: Int) throws {
    let cube = [(lower: Rational, upper: Rational)](repeating: (0, 1), count: inputs)
    let network = try ExactNetwork.folds(inputs: inputs, widths: widths)
    #expect(try RegionCount(network, in: cube).count == expected)
    #expect(try RegionBounds(network).montufarLower == Integer(expected))
    #expect(network.widths == widths && network.fitsFloat64)
  }

  @Test("deep networks lie between one region and the upper bounds", arguments: 1...6)
  func bounded(seed: UInt64) throws {
    let network = try ExactNetwork(randomNetwork([3, 5, 4, 3, 1], bits: 12, seed: seed))
    let count = try count(network, 4)
    let upper = try RegionBounds(network).serraUpper
    #expect(count >= 1 && Integer(count) <= upper)
  }

  /// The patterns of a network at many points, found by evaluation alone.
  private func patterns(_ network: ExactNetwork, _ reach: Int, steps: Int) throws -> Set<[Bool]> {
    var found = Set<[Bool]>()
    let side = (0..<steps).map {
      Rational(reducing: 2 * reach * (2 * $0 + 1), over: 2 * steps) - Rational(reach)
    }
    for x in side {
      for y in side {
        var point = HomogeneousPoint([x, y])
        var pattern: [Bool] = []
        var isBorder = false
        for step in network.steps {
          if case .activation = step {
            for number in point.coordinates {
              pattern.append(number.signum() > 0)
              isBorder = isBorder || number.isZero
            }
          }
          point.apply(step)
        }
        if !isBorder { found.insert(pattern) }
      }
    }
    return found
  }

  @Test("a fine grid finds no more regions, and nearly all of them", arguments: 1...4)
  func grid(seed: UInt64) throws {
    let network = try ExactNetwork(randomNetwork([2, 4, 3, 1], bits: 8, seed: seed))
    let found = try patterns(network, 3, steps: 60).count
    let count = try count(network, 3)
    #expect(found <= count && count - found <= 4)
  }

  @Test("planes that coincide, touch the box, vanish or meet in one point are decided exactly")
  func degenerate() throws {
    func count(_ rows: [[Rational]], _ bias: [Rational]) throws -> RegionCount {
      let first = try AffineMap(rows: rows, bias: bias)
      let last = try AffineMap(rows: [[Rational](repeating: 1, count: rows.count)], bias: [0])
      return try RegionCount(ExactNetwork([first, last]), in: box(rows[0].count, 1))
    }
    let third = Rational(reducing: 1, over: 3)
    #expect(try count([[1, 1], [1, -1], [2, 0]], [-2 * third, 0, -2 * third]).count == 6)
    #expect(try count([[1, 1], [1, -1], [2, 0]], [-2 * third, 0, -2 * third]).exactDecisions > 0)
    #expect(try count([[1, 1], [2, 2], [-3, -3]], [-third, -2 * third, 1]).count == 2)
    #expect(try count([[1, 0], [0, 1]], [1, -1]).count == 1)
    #expect(try count([[0, 0], [0, 0]], [1, 0]).count == 1)
    #expect(try count([[1, 1]], [-2]).count == 1)
    // Four planes through one line, and one across.
    #expect(
      try count([[1, 0, 0], [0, 1, 0], [1, 1, 0], [1, -1, 0], [0, 0, 1]], [0, 0, 0, 0, third]).count == 16)
    // A sliver of 2^-70 between two parallel planes is a region.
    let sliver = Rational(reducing: 1, over: Integer(1) << 70)
    #expect(try count([[1, 1], [1, 1]], [third, third + sliver]).count == 3)
  }

  @Test("a unit that vanishes on a whole region does not cut it")
  func vanishing() throws {
    let network = try ExactNetwork([
      AffineMap(rows: [[1, 0]], bias: [0]), AffineMap(rows: [[1], [2]], bias: [0, -1]),
      AffineMap(rows: [[1, 1]], bias: [0]),
    ])
    #expect(try count(network, 1) == 3)
  }

  @Test("the order of the units does not matter")
  func order() throws {
    let network = try ExactNetwork(randomNetwork([3, 5, 1], bits: 4, seed: 8))
    guard case .affine(let first, _) = network.steps[0], case .affine(let last, _) = network.steps[2] else {
      return
    }
    let order = [3, 0, 4, 1, 2]
    let shuffled = try ExactNetwork([
      AffineMap(
        rows: order.map { Array(first.weights[(3 * $0)..<(3 * $0 + 3)]) }, bias: order.map { first.bias[$0] }),
      AffineMap(rows: [order.map { last.weights[$0] }], bias: last.bias),
    ])
    #expect(try count(network, 2) == count(shuffled, 2))
  }

  @Test("activations with two breakpoints and residual blocks are split as well")
  func others() throws {
    let tanh = try ExactNetwork(
      [
        AffineMap(rows: [[1, 0], [0, 1]], bias: [0, 0]), AffineMap(rows: [[1, 1]], bias: [0]),
      ], activation: .hardTanh)
    #expect(try count(tanh, 2) == 9)
    #expect(try count(tanh, 1) == 1)
    let block = Residual(try randomNetwork([2, 3, 2], bits: 10, seed: 1))
    let net = Sequential([block, try randomNetwork([2, 4], bits: 10, seed: 2), ReLU()])
    #expect(try count(ExactNetwork(net), 4) > 4)
  }

  @Test("along a segment a sawtooth has a region for each piece, and a flat is spanned by its points")
  func restriction() throws {
    let sawtooth = try ExactNetwork.sawtooth(4)
    #expect(try RegionCount(sawtooth, in: [(0, 1)]).count >= 16)
    let network = try ExactNetwork(randomNetwork([5, 6, 1], bits: 20, seed: 2))
    let points: [[Rational]] = [[0, 0, 0, 0, 0], [1, 2, 0, 1, 0], [0, 1, 1, -1, 3]]
    let plane = try network.restricted(through: points)
    #expect(try plane([1, 0]) == network(points[1]) && plane([0, 1]) == network(points[2]))
    #expect(throws: TheoryError.self) { try network.restricted(through: [points[0]]) }
    #expect(throws: TheoryError.self) { try network.restricted(through: [points[0], points[1], points[1]]) }
    #expect(throws: TheoryError.self) { try network.restricted(through: [[0, 1], [1, 0]]) }
  }

  @Test("too many regions, other boxes and empty ranges are refused, and work can be stopped")
  func refused() throws {
    struct Stop: Error {}
    let network = try ExactNetwork(randomNetwork([2, 9, 1], bits: 20, seed: 4))
    #expect(
      throws: TheoryError("There are more than 5 regions.", hint: "Take a smaller box, or a smaller network.")
    ) { try RegionCount(network, in: box(2, 50), limit: 5) }
    #expect(throws: TheoryError.self) { try RegionCount(network, in: box(2, 50), limit: 8) }
    let wide = try ExactNetwork(randomNetwork([65, 1], bits: 4, seed: 1))
    #expect(throws: TheoryError.self) { try RegionCount(wide, in: box(65, 1)) }
    #expect(throws: Stop.self) { try RegionCount(network, in: box(2, 50)) { _ in throw Stop() } }
    #expect(throws: TheoryError.self) { try RegionCount(network, in: box(3, 1)) }
    #expect(throws: TheoryError("The range from 0 to 0 is empty.")) {
      try RegionCount(network, in: box(2, 0))
    }
    #expect(throws: TheoryError.self) { try ExactNetwork.folds(inputs: 3, widths: [2, 4]) }
  }
}
