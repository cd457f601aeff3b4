import Testing

@testable import Engine

@Suite struct BroadcastTests {
  /// Broadcasting as its definition reads: number by number, index by index.
  static func naive(
    _ a: Tensor, _ b: Tensor, _ operation: (Double, Double) -> Double
  ) throws -> Tensor {
    let rank = max(a.rank, b.rank)
    let shapeA = [Int](repeating: 1, count: rank - a.rank) + a.shape
    let shapeB = [Int](repeating: 1, count: rank - b.rank) + b.shape
    let shape = zip(shapeA, shapeB).map { $0 == 1 ? $1 : $0 }
    let (valuesA, valuesB) = (a.doubles, b.doubles)
    func place(_ index: [Int], _ shape: [Int]) -> Int {
      zip(index, shape).reduce(0) { $0 * $1.1 + ($1.1 == 1 ? 0 : $1.0) }
    }
    let values = (0..<shape.reduce(1, *)).map { flat -> Double in
      var rest = flat
      var index = [Int](repeating: 0, count: rank)
      for i in shape.indices.reversed() {
        index[i] = rest % shape[i]
        rest /= shape[i]
      }
      return operation(valuesA[place(index, shapeA)], valuesB[place(index, shapeB)])
    }
    return try Tensor(values, shape: shape, dtype: .float64)
  }

  @Test("random shapes broadcast as the definition says")
  func againstOracle() throws {
    var generator = Generator(seed: 11)
    for _ in 0..<300 {
      let rank = Int.random(in: 0...4, using: &generator)
      let full = (0..<rank).map { _ in Int.random(in: 0...3, using: &generator) }
      func part() -> [Int] {
        full.dropFirst(Int.random(in: 0...rank, using: &generator))
          .map { Bool.random(using: &generator) ? $0 : 1 }
      }
      let a = try Tensor.normal(part(), dtype: .float64, from: &generator)
      let b = try Tensor.normal(part(), dtype: .float64, from: &generator)
      #expect(try a - b == Self.naive(a, b, -))
      #expect(try a * b == Self.naive(a, b, *))
      #expect(try Tensor.less(a, b) == Self.naive(a, b) { $0 < $1 ? 1 : 0 })
    }
  }

  @Test("shapes that do not fit are named, with the lengths that differ")
  func mismatch() throws {
    let (a, b) = (try Tensor.zeros([3, 2]), try Tensor.zeros([3]))
    #expect(
      message { _ = try a + b }
        == "Shapes [3, 2] and [3] do not fit for `+`: 2 against 3 in axis -1.\nAligned at the right, two lengths must be equal or one of them 1."
    )
    #expect(message { _ = try b.broadcast(to: [2]) }.contains("do not fit"))
    #expect(message { _ = try a.broadcast(to: [1, 2]) } == "Shape [3, 2] does not broadcast to [1, 2].")
  }

  @Test("single with double precision gives double precision")
  func promotion() throws {
    let (a, b) = (Tensor([0.5, 0.25]), Tensor([0.1, 0.2], dtype: .float64))
    #expect(try (a + b).dtype == .float64)
    #expect(try (b - a).doubles == [0.1 - 0.5, 0.2 - 0.25])
    #expect(try (a + a).dtype == .float32)
    // The gradient comes back in each operand's own type.
    let gradients = try gradient(at: [a, b]) { try ($0[0] * $0[1]).sum() }
    #expect(gradients.map(\.dtype) == [.float32, .float64])
  }
}
