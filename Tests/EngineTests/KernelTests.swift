import CKernels
import Foundation
import Testing

@testable import Engine

@Suite struct KernelTests {
  /// Sizes around the borders of tiles (12 rows, 16 and 32 columns), panels and blocks (256 deep, 512 wide).
  static let sizes = [
    (1, 1, 1), (12, 32, 8), (13, 33, 9), (11, 31, 7), (64, 16, 2), (5, 1, 300), (1, 513, 3), (97, 129, 257),
    (50, 600, 20), (30, 10, 0), (192, 128, 512),
  ]

  @Test(
    "the product of our own agrees with the definition, for every transposition",
    .enabled(if: ckernels_can_sgemm()), arguments: sizes)
  func product(_ m: Int, _ n: Int, _ k: Int) {
    var generator = Generator(seed: 1)
    let a = generator.normals(m * k).map(Float.init)
    let b = generator.normals(k * n).map(Float.init)
    for (transposeA, transposeB) in [(false, false), (true, false), (false, true), (true, true)] {
      var c = [Float](repeating: .nan, count: m * n)
      var workspace = [Float](repeating: .nan, count: ckernels_sgemm_workspace(1, m, n, k))
      ckernels_sgemm(1, transposeA, transposeB, m, n, k, a, b, &c, &workspace, ckernels_wish())
      var worst: Float = 0
      for i in stride(from: 0, to: m, by: max(1, m / 7)) {
        for j in stride(from: 0, to: n, by: max(1, n / 11)) {
          let sum = (0..<k).reduce(Float(0)) { sum, p in
            sum + a[transposeA ? p * m + i : i * k + p] * b[transposeB ? j * k + p : p * n + j]
          }
          worst = max(worst, abs(c[i * n + j] - sum))
        }
      }
      #expect(worst < 1e-6 * Float(k + 10))
      #expect(!c.contains { !$0.isFinite })
    }
  }

  @Test(
    "threads that share a product change no bit of it, also when several products are asked for at once",
    .enabled(if: ckernels_can_sgemm()), arguments: sizes)
  func threads(_ m: Int, _ n: Int, _ k: Int) {
    var generator = Generator(seed: 1)
    let a = generator.normals(m * k).map(Float.init)
    let b = generator.normals(k * n).map(Float.init)
    for (transposeA, transposeB) in [(false, false), (true, false), (false, true), (true, true)] {
      let results = [1, 2, 3, 16].map { threads in
        var c = [Float](repeating: .nan, count: m * n)
        var workspace = [Float](repeating: .nan, count: ckernels_sgemm_workspace(threads, m, n, k))
        ckernels_sgemm(threads, transposeA, transposeB, m, n, k, a, b, &c, &workspace, ckernels_wish())
        return c
      }
      #expect(results.dropFirst().allSatisfy { $0 == results[0] })
    }
  }

  @Test("small products stay on one thread")
  func smallProducts() { #expect(ckernels_sgemm_threads(128, 128, 128) == 1) }

  @Test("a large update shared by threads is that of its parts, to the bit")
  func sharedUpdate() {
    var generator = Generator(seed: 2)
    let count = (1 << 18) + 77
    let gradient = generator.normals(count).map(Float.init)
    let start = generator.normals(count).map(Float.init)
    let settings = ckernels_adam_settings(
      keep1: 0.9, take1: 0.1, keep2: 0.999, take2: 0.001, epsilon: 1e-8, step_size: 0.01,
      root_correction: 1.1,
      decay: 0.1, shrink: 1)
    func update(_ length: Int) -> [[Float]] {
      var (x, m, v) = (start, [Float](repeating: 0, count: count), [Float](repeating: 0, count: count))
      x.withUnsafeMutableBufferPointer { x in
        m.withUnsafeMutableBufferPointer { m in
          v.withUnsafeMutableBufferPointer { v in
            gradient.withUnsafeBufferPointer { g in
              guard let x = x.baseAddress, let m = m.baseAddress, let v = v.baseAddress, let g = g.baseAddress
              else { return }
              for i in stride(from: 0, to: count, by: length) {
                ckernels_adam(settings, x + i, g + i, m + i, v + i, min(length, count - i))
              }
            }
          }
        }
      }
      return [x, m, v]
    }
    #expect(update(count) == update(4096))
  }

  @Test("exponential, tanh and sigmoid are within a few units in the last place")
  func accuracy() {
    let x = (-1700...1700).map { Float($0) / 20 }
    func worst(_ y: [Float], _ exact: (Double) -> Double) -> Double {
      zip(x, y).map { x, y in
        let exact = exact(Double(x))
        return abs(Double(y) - exact) / Double(Float(abs(exact)).ulp)
      }.max() ?? .infinity
    }
    var y = x
    ckernels_exp(&y, y.count)
    #expect(worst(y, exp) < 2)
    var z = x
    ckernels_bias_activation(ckernels_tanh, 0, &z, &y, nil, 1, y.count)
    #expect(worst(y, tanh) < 2)
    ckernels_bias_activation(ckernels_sigmoid, 0, &z, &y, nil, 1, y.count)
    #expect(worst(y) { 1 / (1 + exp(-$0)) } < 4)
    y = x
    ckernels_erf(&y, y.count)
    #expect(worst(y, erf) < 3)
  }

  @Test("what is kept by many counters at once is what the generator decides one by one")
  func kept() {
    for count in [1, 2, 7, 64, 1001] {
      var (one, all) = (Generator(seed: 9, stream: 1 << 61 | 5), Generator(seed: 9, stream: 1 << 61 | 5))
      // The second time from the middle of a counter, or from the first, whichever it was not before.
      for _ in 0..<2 {
        var factors = [Float](repeating: -1, count: count)
        Float.drawKept(&factors, count: count, probability: 0.7, from: &all)
        #expect(factors == (0..<count).map { _ in one.uniform() < 0.7 ? Float(1 / 0.7) : 0 })
        #expect(one.uniform() == all.uniform())
      }
    }
  }

  @Test("infinities and NaN come out as they should")
  func specials() {
    var y: [Float] = [.infinity, -.infinity, .nan, 200, -200]
    ckernels_exp(&y, y.count)
    #expect(y[0] == .infinity && y[1] == 0 && y[2].isNaN && y[3] == .infinity && y[4] == 0)
    var z: [Float] = [.infinity, -.infinity, .nan]
    ckernels_bias_activation(ckernels_tanh, 0, &z, &y, nil, 1, 3)
    #expect(y[0] == 1 && y[1] == -1 && y[2].isNaN)
    ckernels_erf(&z, 3)
    #expect(z[0] == 1 && z[1] == -1 && z[2].isNaN)
    #expect(!ckernels_all_finite([0, .nan], 2) && !ckernels_all_finite([-.infinity], 1))
    #expect(ckernels_all_finite([0, -.greatestFiniteMagnitude], 2))
  }
}
