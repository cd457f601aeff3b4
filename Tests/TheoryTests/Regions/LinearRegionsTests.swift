import Engine
import Testing

@testable import Theory

@Suite("Linear regions in the plane")
struct LinearRegionsTests {
  private func box(_ reach: Int = 1) throws -> PlaneBox {
    try PlaneBox(x: (Rational(-reach), Rational(reach)), y: (Rational(-reach), Rational(reach)))
  }

  private func regions(_ net: Sequential, reach: Int = 1) throws -> LinearRegions {
    try LinearRegions(ExactNetwork(net), in: box(reach))
  }

  /// n lines in general position cut the plane into 1 + n + n (n − 1) / 2 regions.
  private func most(_ n: Int) -> Int { 1 + n + n * (n - 1) / 2 }

  @Test("one layer in general position has as many regions as lines can make", arguments: [1, 3, 5, 10, 20])
  func oneLayer(n: Int) throws {
    #expect(
      try regions(randomNetwork([2, n, 1], bits: 40, seed: UInt64(n)), reach: 100_000).count == most(n))
  }

  @Test("areas sum to the box, exactly", arguments: [2, 30])
  func areas(bits: Int) throws {
    for seed in 0..<4 {
      let activation: any Layer = [ReLU(), HardTanh(), LeakyReLU(slope: 0.1), HardSigmoid()][seed]
      let found = try regions(
        randomNetwork([2, 5, 4, 1], bits: bits, activation: activation, seed: UInt64(seed)), reach: 3)
      let total = (0..<found.count).reduce(Rational.zero) { $0 + found.area($1) }
      #expect(total == found.box.area)
      for region in 0..<found.count { #expect(found.area(region) > 0) }
    }
  }

  @Test("each region has a pattern of its own, and grid points lie where their pattern says")
  func patterns() throws {
    for seed in 0..<6 {
      let net = try randomNetwork([2, 6, 5, 1], bits: 12, seed: UInt64(seed))
      let found = try regions(net, reach: 2)
      func pattern(_ place: [Rational]) -> [Bool] {
        var point = HomogeneousPoint(place)
        var bits: [Bool] = []
        for step in found.network.steps {
          if case .activation = step { bits += point.coordinates.map { $0.signum() > 0 } }
          point.apply(step)
        }
        return bits
      }
      var patterns: Set<[Bool]> = []
      for region in 0..<found.count {
        let corners = found.exactPolygon(region)
        let part = Rational(reducing: 1, over: corners.count)
        let centre = (0..<2).map { axis in corners.reduce(Rational.zero) { $0 + $1[axis] } * part }
        #expect(patterns.insert(pattern(centre)).inserted)
        let map = try found.affineMap(region)
        #expect(
          map.slope[0] * centre[0] + map.slope[1] * centre[1] + map.offset == (try found.network(centre)[0]))
      }
      // Brute force: no point of a fine grid has a pattern that no region has.
      for i in 0..<40 {
        for j in 0..<40 {
          let place = [
            Rational(reducing: 20 * i - 391, over: 200), Rational(reducing: 20 * j - 393, over: 200),
          ]
          let bits = pattern(place)
          #expect(patterns.contains(bits))
        }
      }
    }
  }

  @Test(
    "a fold in each coordinate makes as many regions as Montúfar counts",
    arguments: [([4, 4], 44), ([6, 6], 198), ([4, 4, 4], 176)])
  func folds(widths: [Int], expected: Int) throws {
    #expect(try LinearRegions(folded(widths), in: PlaneBox(x: (0, 1), y: (0, 1))).count == expected)
  }

  /// Layers that fold each coordinate p times onto [0, 1], and a last one in general position.
  private func folded(_ widths: [Int]) throws -> ExactNetwork {
    var maps: [AffineMap] = []
    var outer: AffineMap?
    for (layer, width) in widths.enumerated() {
      let p = width / 2
      var inner: AffineMap
      if layer < widths.count - 1 {
        // relu(p x), relu(2 p x − 2), relu(2 p x − 4), … with signs + − + make a zigzag of p pieces.
        let rows = (0..<2).flatMap { axis in
          (0..<p).map { j -> [Rational] in
            let weight = j == 0 ? Rational(p) : Rational(2 * p)
            return axis == 0 ? [weight, 0] : [0, weight]
          }
        }
        let bias = (0..<2).flatMap { _ in (0..<p).map { $0 == 0 ? Rational.zero : Rational(-2 * $0) } }
        inner = try AffineMap(rows: rows, bias: bias)
      } else {
        // Lines that all cross each other inside the unit square.
        let rows = (0..<width).map { [Rational(1), Rational(reducing: 2 * $0 + 1, over: 2 * width)] }
        let bias = (0..<width).map { j -> Rational in
          -Rational(reducing: 1, over: 2) - Rational(reducing: 2 * j + 1, over: 4 * width)
            + Rational(reducing: j * j, over: 40 * width * width)
        }
        inner = try AffineMap(rows: rows, bias: bias)
      }
      if let before = outer { inner = try before.followed(by: inner) }
      maps.append(inner)
      let signs = (0..<p).map { Rational($0 % 2 == 0 ? 1 : -1) }
      let zeros = [Rational](repeating: 0, count: p)
      outer = try AffineMap(rows: [signs + zeros, zeros + signs], bias: [0, 0])
    }
    maps.append(try AffineMap(rows: [[Rational](repeating: 1, count: widths[widths.count - 1])], bias: [0]))
    return try ExactNetwork(maps)
  }

  @Test("lines that meet in a point, coincide, or run along the box are decided exactly")
  func degenerate() throws {
    func count(_ rows: [[Rational]], _ bias: [Rational]) throws -> LinearRegions {
      let first = try AffineMap(rows: rows, bias: bias)
      let last = try AffineMap(rows: [[Rational](repeating: 1, count: rows.count)], bias: [0])
      return try LinearRegions(ExactNetwork([first, last]), in: box())
    }
    let third = Rational(reducing: 1, over: 3)
    // Three lines through one point that Float64 cannot hold.
    #expect(try count([[1, 1], [1, -1], [2, 0]], [-2 * third, 0, -2 * third]).count == 6)
    #expect(try count([[1, 1], [2, 2], [-3, -3]], [-third, -2 * third, 1]).count == 2)
    #expect(try count([[1, 0], [0, 1]], [1, -1]).count == 1)
    #expect(try count([[0, 0], [0, 0]], [1, 0]).count == 1)
    #expect(try count([[1, 0], [1, 0]], [0, third]).count == 3)
    #expect(try count([[1, 1], [1, -1], [2, 0]], [-2 * third, 0, -2 * third]).exactDecisions > 0)
  }

  @Test("a unit that vanishes on a whole region does not cut it")
  func vanishing() throws {
    // The second layer sees only relu(x): to the left it is 0 − 0.
    let net = try ExactNetwork([
      AffineMap(rows: [[1, 0]], bias: [0]), AffineMap(rows: [[1], [2]], bias: [0, -1]),
      AffineMap(rows: [[1, 1]], bias: [0]),
    ])
    #expect(try LinearRegions(net, in: box()).count == 3)
  }

  @Test("neighbours with the same affine map are one piece")
  func merging() throws {
    // |x| + |x| − 2 |x| is zero, though four units bend.
    let net = try ExactNetwork([
      AffineMap(rows: [[1, 0], [-1, 0], [0, 1]], bias: [0, 0, 0]), AffineMap(rows: [[1, -1, 1]], bias: [0]),
    ])
    let found = try LinearRegions(net, in: box())
    #expect(found.count == 4)
    // relu(x) − relu(−x) = x everywhere: only y bends.
    #expect(Set(try found.pieces()).count == 2)
  }

  @Test("maps kept in Float64 merge the same regions", arguments: [1, 20])
  func keptMaps(bits: Int) throws {
    for seed in 0..<6 {
      let activation: any Layer = seed % 2 == 0 ? ReLU() : HardTanh()
      let net = try ExactNetwork(
        randomNetwork([2, 5, 4, 2, 2], bits: bits, activation: activation, seed: UInt64(seed)))
      let exact = try LinearRegions(net, in: box(2)).pieces()
      #expect(try LinearRegions(net, in: box(2), keepsMaps: true).pieces() == exact)
    }
  }

  @Test("a leaky network and a residual one are cut as well")
  func others() throws {
    let block = Residual(try randomNetwork([2, 3, 2], bits: 10, seed: 1))
    let net = Sequential([
      block, try randomNetwork([2, 4], bits: 10, seed: 2), ReLU(),
      try randomNetwork([4, 1], bits: 10, seed: 3),
    ])
    let found = try regions(net, reach: 4)
    let total = (0..<found.count).reduce(Rational.zero) { $0 + found.area($1) }
    #expect(total == found.box.area && found.count > 4)
  }

  @Test("the order of units does not matter, and a point is found in its region")
  func order() throws {
    let exact = try ExactNetwork(randomNetwork([2, 7, 6, 1], bits: 20, seed: 9))
    guard case .affine(let first, _) = exact.steps[0], case .affine(let second, _) = exact.steps[2],
      case .affine(let last, _) = exact.steps[4]
    else { return }
    let order = [3, 0, 6, 1, 5, 2, 4]
    let shuffled = try ExactNetwork([
      AffineMap(
        rows: order.map { [first.weights[2 * $0], first.weights[2 * $0 + 1]] },
        bias: order.map { first.bias[$0] }),
      AffineMap(rows: (0..<6).map { row in order.map { second.weights[7 * row + $0] } }, bias: second.bias),
      last,
    ])
    let found = try LinearRegions(exact, in: box(5))
    #expect(try LinearRegions(shuffled, in: box(5)).count == found.count)
    for place in [[Rational(0), 0], [-5, 5], [Rational(reducing: 7, over: 3), -2]] {
      let map = try found.affineMap(found.region(at: place))
      #expect(map.slope[0] * place[0] + map.slope[1] * place[1] + map.offset == (try exact(place)[0]))
    }
  }

  @Test("neighbours have different colours, in boxes of any size and place")
  func colours() throws {
    let net = try ExactNetwork(randomNetwork([2, 4, 1], bits: 20, seed: 4))
    var huge = Rational(1)
    for _ in 0..<1400 { huge = huge * 2 }
    let tiny = try Rational(1) / huge
    for sides in [(Rational(-1), Rational(1)), (-huge, huge), (Rational(0), tiny), (Rational(1), 1 + tiny)] {
      let found = try LinearRegions(net, in: PlaneBox(x: sides, y: sides))
      #expect(found.colouring(of: found.count).count == found.count)
    }
    let found = try LinearRegions(net, in: box())
    let colours = found.colouring(of: found.count)
    for one in 0..<found.count {
      for other in 0..<one where share(found.polygon(one), found.polygon(other)) {
        #expect(colours[one] != colours[other])
      }
    }
  }

  /// Whether two polygons have two corners in common.
  private func share(_ a: [(x: Double, y: Double)], _ b: [(x: Double, y: Double)]) -> Bool {
    a.count { corner in b.contains { abs($0.x - corner.x) + abs($0.y - corner.y) < 1e-9 } } >= 2
  }

  @Test("too many regions, wrong networks and empty boxes are refused, and work can be stopped")
  func refused() throws {
    struct Stop: Error {}
    let exact = try ExactNetwork(randomNetwork([2, 20, 1], bits: 20, seed: 4))
    #expect(throws: TheoryError.self) { try LinearRegions(exact, in: box(50), limit: 20) }
    #expect(throws: Stop.self) { try LinearRegions(exact, in: box()) { throw Stop() } }
    #expect(throws: TheoryError.self) { try LinearRegions(ExactNetwork.sawtooth(2), in: box()) }
    #expect(throws: TheoryError("A side of the box is empty.")) { try PlaneBox(x: (0, 0), y: (0, 1)) }
  }
}
