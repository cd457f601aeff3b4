import Engine
import Testing

@testable import Theory

@Suite("Memorisation by width two")
struct MemorisationTests {
  @Test("the string of maxima and minima, as computed by hand")
  func byHand() throws {
    let values: [Rational] = [0, 1, 0, 2, 2]
    let found = try Memorisation(points: (0..<5).map { [Rational($0)] }, values: values)
    #expect(
      found.lines == [
        .init(sign: 1, slope: 1, offset: 0), .init(sign: -1, slope: -1, offset: 2),
        .init(sign: 1, slope: 2, offset: -4), .init(sign: -1, slope: 0, offset: 2),
      ])
    let between = try (0..<4).map { try found.network([Rational($0) + .half])[0] }
    #expect(between == [.half, .half, 1, 2])
    #expect(found.projected.gap == Rational(reducing: 1, over: 4) && found.network.widths == [2, 2, 2, 2])
  }

  @Test(
    "random data sets are memorised exactly, at most one layer less than points",
    arguments: [(2, 2, 1), (7, 3, 2), (40, 10, 20), (60, 2, 5), (120, 10, 3)])
  func random(n: Int, classes: Int, dimension: Int) throws {
    var generator = Generator(seed: UInt64(n * 31 + dimension))
    let coordinates = try Tensor.uniform(
      [n * dimension], low: -1, high: 1, dtype: .float32, from: &generator
    ).doubles
    let points = try (0..<n).map { i in
      try (0..<dimension).map { try Rational(coordinates[i * dimension + $0]) }
    }
    let values = (0..<n).map { Rational(($0 * 7919) % classes) }
    let found = try Memorisation(points: points, values: values)
    #expect(found.depth <= n - 1 && found.depth <= 2 * n + 4 * classes - 1)
    #expect(found.network.widths.allSatisfy { $0 == 2 })
    for (point, value) in zip(points, values) { #expect(try found.network(point) == [value]) }
  }

  @Test("any values can be memorised, the same everywhere by no layer at all")
  func values() throws {
    let constant = try Memorisation(points: [[1, 2], [3, 4]], values: [5, 5])
    #expect(constant.depth == 0)
    #expect(try constant.network([7, 7]) == [5])
    let single = try Memorisation(points: [[1]], values: [Rational(reducing: 1, over: 3)])
    #expect(single.projected.gap == 1)
    #expect(try single.network([0]) == [Rational(reducing: 1, over: 3)])
    let repeated = try Memorisation(points: [[1], [2], [1]], values: [0, 1, 0])
    #expect(repeated.depth == 1)
  }

  @Test("integer data gives integer weights, which Float64 holds")
  func rounding() throws {
    let points: [[Rational]] = [[0, 0], [0, 1], [1, 0], [1, 1]]
    let found = try Memorisation(points: points, values: [0, 1, 1, 0])
    #expect(found.network.fitsFloat64)
    let net = try found.network.network()
    let outputs = try net(Tensor([0, 0, 0, 1, 1, 0, 1, 1], shape: [4, 2], dtype: .float64)).doubles
    #expect(outputs == [0, 1, 1, 0])
  }

  @Test("data that no function fits, and no data, are answered clearly")
  func refused() {
    func message(_ points: [[Rational]], _ values: [Rational]) -> String {
      do {
        _ = try Memorisation(points: points, values: values)
        return "no error"
      } catch { return "\(error)" }
    }
    #expect(message([], []) == "There are no points to memorise.")
    #expect(
      message([[1, 2], [0, 0], [1, 2]], [0, 0, 1])
        == "Points 0 and 2 are the same, but their labels are 0 and 1: no function takes both values there.")
    #expect(message([[1]], []) == "Each point needs a label, but there are 1 points and 0 labels.")
    #expect(
      message([[1], [1, 2]], [0, 0]).hasPrefix("The points must all have the same number of coordinates"))
    #expect(message([[]], [0]).hasPrefix("The points must all have the same number of coordinates"))
  }

  @Test("a network of width one is monotone: it cannot go up and down", arguments: 0..<20)
  func widthOne(seed: Int) throws {
    let net = try randomNetwork([1, 1, 1, 1, 1], bits: 4, seed: UInt64(seed))
    let slopes = try PiecewiseLinear(ExactNetwork(net), from: -5, to: 5).slopes.map(\.signum)
    #expect(Set(slopes).subtracting([0]).count <= 1)
  }

  @Test(
    "two labels are told apart exactly, with a layer for each run but one",
    arguments: [(1, 1), (2, 1), (3, 2), (4, 1), (9, 3), (40, 8), (80, 2)])
  func runs(n: Int, dimension: Int) throws {
    var generator = Generator(seed: UInt64(n))
    let coordinates = try Tensor.uniform(
      [n * dimension], low: -1, high: 1, dtype: .float32, from: &generator
    ).doubles
    let points = try (0..<n).map { i in
      try (0..<dimension).map { try Rational(coordinates[i * dimension + $0]) }
    }
    // Runs of different lengths; the labels need not be 0 and 1.
    let labels = (0..<n).map { $0 * $0 % 7 < 3 ? Rational(-2) : Rational(reducing: 5, over: 3) }
    let found = try RunCompression(points: points, labels: labels)
    for (point, label) in zip(points, labels) { #expect(try found.network(point) == [label]) }
    let runs = found.runs.count
    #expect(found.depth == (runs == 1 ? 0 : max(2, runs - 1)))
    #expect(found.network.widths.allSatisfy { $0 <= 2 })
    #expect(found.depth <= 2 * n + 4 * Set(labels).count - 1)
  }

  @Test("more than two labels are not compressed")
  func manyLabels() {
    #expect(throws: TheoryError.self) { try RunCompression(points: [[1], [2], [3]], labels: [0, 1, 2]) }
  }
}
