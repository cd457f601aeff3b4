import Engine
import Testing

@testable import Theory

/// Width one, width d and width d + 1; widths for a budget.
@Suite("Narrow constructions")
struct NarrowConstructionTests {
  /// Whether a witness proves what it says, from nothing but the points and labels.
  private func isProof(_ witness: MonotoneWitness, _ points: [[Rational]], _ labels: [Rational]) -> Bool {
    switch witness {
    case .direction(let w):
      let places = points.map { zip(w, $0).reduce(Rational.zero) { $0 + $1.0 * $1.1 } }
      return labels.indices.allSatisfy { i in
        labels.indices.allSatisfy { labels[i] <= labels[$0] || places[i] > places[$0] }
      }
    case .contradiction(let differences):
      guard !differences.isEmpty,
        differences.allSatisfy({ $0.weight > 0 && labels[$0.larger] > labels[$0.smaller] })
      else { return false }
      return points[0].indices.allSatisfy { axis in
        differences.reduce(Rational.zero) {
          $0 + $1.weight * (points[$1.larger][axis] - points[$1.smaller][axis])
        } == 0
      }
    }
  }

  @Test("up and down on a line, and XOR, are beyond width one: the differences cancel")
  func impossible() throws {
    for (points, labels) in [
      ([[0], [1], [2]], [0, 1, 0]), ([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]),
    ] as [([[Rational]], [Rational])] {
      let witness = try MonotoneWitness(points: points, labels: labels)
      guard case .contradiction = witness else {
        Issue.record("\(labels) should be impossible")
        continue
      }
      #expect(isProof(witness, points, labels))
    }
  }

  @Test("whatever the data, the witness proves what it says", arguments: 0..<30)
  func proofs(seed: Int) throws {
    var generator = Generator(seed: UInt64(seed))
    let (count, dimension) = (3 + seed % 9, 1 + seed % 4)
    func integer(_ bound: Int) -> Rational { Rational(Int(generator.uniform() * Double(bound))) }
    let points = (0..<count).map { _ in (0..<dimension).map { _ in integer(6) } }
    let labels = (0..<count).map { _ in integer(3) }
    #expect(isProof(try MonotoneWitness(points: points, labels: labels), points, labels))
    // Labels that rise along the first axis.
    let rising = points.map { $0[0] * 2 - 1 }
    let witness = try MonotoneWitness(points: points, labels: rising)
    if case .contradiction = witness { Issue.record("labels that rise along an axis have a direction") }
    #expect(isProof(witness, points, rising))
  }

  @Test("witnesses of nothing, or of what does not fit together, are refused")
  func refusedWitnesses() {
    #expect(throws: TheoryError.self) { try MonotoneWitness(points: [], labels: []) }
    #expect(throws: TheoryError.self) { try MonotoneWitness(points: [[1], [2, 3]], labels: [0, 1]) }
    #expect(throws: TheoryError.self) { try MonotoneWitness(points: [[1]], labels: [0, 1]) }
    #expect(throws: TheoryError.self) {
      try MonotoneWitness(
        points: (0..<400).map { [Rational($0)] }, labels: (0..<400).map { Rational($0 % 2) })
    }
  }

  @Test("a network of width two has no peak in the middle of a square", arguments: 0..<40)
  func noPeaks(seed: Int) throws {
    var generator = Generator(seed: UInt64(seed))
    let maps = try ([2] + [Int](repeating: 2, count: 1 + seed % 5)).map { inputs in
      try AffineMap(
        weights: (0..<(2 * inputs)).map { _ in try Rational(generator.normal()) },
        bias: (0..<2).map { _ in try Rational(generator.normal()) })
    }
    let last = try AffineMap(weights: [try Rational(generator.normal()), 1], bias: [0])
    let range = try BorderRange(ExactNetwork(maps + [last]), radius: 2)
    #expect(range.holdsMiddle)
  }

  @Test("the peak needs one unit more than there are inputs, and is exact", arguments: 1...4)
  func peaks(inputs: Int) throws {
    let peak = try ExactNetwork.peak(inputs: inputs, bound: 2)
    #expect(peak.widths.allSatisfy { $0 == inputs + 1 } && peak.depth == (1 << inputs) - 1)
    var generator = Generator(seed: 1)
    for _ in 0..<20 {
      let x = try (0..<inputs).map { _ in try Rational(generator.uniform() * 4 - 2) }
      #expect(try peak(x) == [x.reduce(1) { $0 - $1.magnitude }])
    }
    if inputs == 2 {
      let range = try BorderRange(peak)
      #expect(!range.holdsMiddle && range.middle == 1 && range.upper == 0 && range.lower == -1)
    }
    #expect(throws: TheoryError.self) { try ExactNetwork.peak(inputs: 0, bound: 2) }
    #expect(throws: TheoryError.self) { try ExactNetwork.peak(inputs: 2, bound: 0) }
    #expect(throws: TheoryError.self) { try BorderRange(peak, radius: -1) }
  }

  @Test(
    "the least width for x², by depth",
    arguments: [
      (1e-4, 1, 35), (1e-4, 2, 5), (1e-4, 3, 3), (1e-4, 5, 2), (1e-6, 1, 353), (1e-6, 2, 18), (1e-6, 3, 7),
      (1e-6, 5, 3), (1, 4, 0),
    ])
  func squareWidths(error: Double, depth: Int, width: Int) throws {
    #expect(try squareWidth(error: Rational(error), depth: depth) == width)
  }

  @Test("a budget is used as far as equal widths allow", arguments: [1, 2, 3, 8])
  func budgets(depth: Int) throws {
    func count(_ w: Int) -> Int { 3 * w + (depth - 1) * w * (w + 1) + (w + 1) * 2 }
    for budget in [30, 1000, 54321] {
      let width = try widestNetwork(parameters: budget, depth: depth, inputs: 2, outputs: 2)
      if let width {
        #expect(count(width) <= budget && count(width + 1) > budget)
      } else {
        #expect(count(1) > budget)
      }
    }
    #expect(throws: TheoryError.self) { try widestNetwork(parameters: 0, depth: 1, inputs: 1, outputs: 1) }
  }
}
