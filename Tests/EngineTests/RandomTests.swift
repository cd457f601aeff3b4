import Foundation
import Testing

@testable import Engine

@Suite struct RandomTests {
  static let frozenNormals: [UInt64] = [
    13_826_152_223_867_047_575, 13_835_191_311_565_162_221, 13_831_151_741_914_539_469,
  ]
  static let frozenPermutation = [1, 4, 0, 3, 2]

  @Test("Philox gives the words that its authors published")
  func knownAnswers() {
    // From kat_vectors of Random123: philox4x32, 10 rounds.
    #expect(
      Philox.words(at: SIMD4(0, 0, 0, 0), key: SIMD2(0, 0))
        == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    #expect(
      Philox.words(at: SIMD4(repeating: .max), key: SIMD2(repeating: .max))
        == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    #expect(
      Philox.words(
        at: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), key: SIMD2(0xa409_3822, 0x299f_31d0))
        == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test("the stream of a seed is written down, so that no machine may differ")
  func frozenStream() {
    var generator = Generator(seed: 1)
    let normals = generator.normals(3)
    #expect(normals.map(\.bitPattern) == Self.frozenNormals)
    #expect(generator.permutation(5) == Self.frozenPermutation)
  }

  @Test("a copy continues on its own, and streams of one seed differ")
  func values() {
    var a = Generator(seed: 7)
    _ = a.next()
    var b = a
    #expect((0..<9).map { _ in a.next() } == (0..<9).map { _ in b.next() })
    var c = Generator(seed: 7, stream: 1)
    var d = Generator(seed: 7)
    #expect(c.next() != d.next())
  }

  @Test("normal numbers have the moments of the normal distribution")
  func moments() throws {
    var generator = Generator(seed: 3)
    let x = try Tensor.normal([20_000], dtype: .float64, from: &generator)
    #expect(abs(try x.mean().item()) < 0.02)
    #expect(abs(try x.variance().item() - 1) < 0.03)
    #expect(abs(try (x.square().square()).mean().item() - 3) < 0.2)
  }

  @Test("uniform numbers stay below their upper end in both types", arguments: DType.allCases)
  func uniform(_ dtype: DType) throws {
    var generator = Generator(seed: 4)
    let x = try Tensor.uniform([20_000], dtype: dtype, from: &generator)
    #expect(try x.min().item() >= 0)
    #expect(try x.max().item() < 1)
    #expect(abs(try x.mean().item() - 0.5) < 0.01)
  }

  @Test("a permutation has every number once, and every order about as often")
  func permutations() {
    var generator = Generator(seed: 5)
    #expect(generator.permutation(100).sorted() == Array(0..<100))
    #expect(generator.permutation(0) == [])
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 { counts[generator.permutation(3), default: 0] += 1 }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 150 })
  }

  @Test("portable logarithm, sine and cosine agree with the library's")
  func portableMath() {
    for i in 1...1000 {
      let x = Double(i) / 1000
      #expect(abs(PortableMath.log(x) - Foundation.log(x)) <= 4e-16 * max(1, abs(Foundation.log(x))))
      let (sine, cosine) = PortableMath.sineAndCosine(ofTurns: x - 0.001)
      #expect(abs(sine - Foundation.sin(2 * .pi * (x - 0.001))) < 1e-15)
      #expect(abs(cosine - Foundation.cos(2 * .pi * (x - 0.001))) < 1e-15)
    }
    #expect(abs(PortableMath.log(0x1p-53) + 53 * Foundation.log(2)) < 1e-14)
  }

  @Test("a Bernoulli mask has about the asked share of ones, and refuses what is no probability")
  func bernoulli() throws {
    var generator = Generator(seed: 6)
    let mask = try Tensor.bernoulli([10_000], probability: 0.3, from: &generator)
    #expect(abs(try mask.mean().item() - 0.3) < 0.02)
    #expect(Set(mask.doubles) == [0, 1])
    #expect(
      message { _ = try Tensor.bernoulli([2], probability: 1.5, from: &generator) }
        .contains("between 0 and 1, but this one is 1.5"))
  }
}
