import Engine
import Glibc
import Testing

@testable import Theory

/// The staircase of sigmoids against its bound and against values computed elsewhere.
struct StaircaseTests {
  /// The largest distance between a function and a network on a fine grid of [0, 1].
  private func error(_ staircase: ShallowNetwork, _ f: (Double) -> Double) throws -> Double {
    let xs = (0...20_000).map { Double($0) / 20_000 }
    let ys = try predict(
      staircase.network(Sigmoid()), Tensor(xs, shape: [xs.count, 1], dtype: .float64)
    ).doubles
    return zip(xs, ys).map { Swift.abs(f($0) - $1) }.max() ?? .nan
  }

  private func sine(_ x: Double) -> Double { sin(2 * .pi * x) }

  /// ω of sin 2πx: the largest change over a distance δ, 2 sin πδ up to a half and 2 beyond.
  private func sineModulus(_ delta: Double) -> Double { delta >= 0.5 ? 2 : 2 * sin(.pi * delta) }

  @Test(
    "The error for a sine is as measured",
    arguments: [(10, 0.19060), (20, 0.09518), (50, 0.03806), (100, 0.01903)])
  func measured(units: Int, expected: Double) throws {
    let found = try error(staircase(units: units) { sine($0) }, sine)
    #expect(Swift.abs(found - expected) < 6e-6, "\(found)")
  }

  @Test("The bound for a sine with ten steps")
  func bound() throws {
    let found = try staircaseBound(units: 10) { sineModulus($0) }
    #expect(Swift.abs(found - 0.622) < 5e-4, "\(found)")
  }

  @Test("No smooth function is farther from its staircase than the bound says")
  func bounded() throws {
    var generator = Generator(seed: 5)
    for _ in 0..<20 {
      let terms = (1...4).map { k in (Double(k), generator.normal(), generator.uniform() * 2 * .pi) }
      let f = { (x: Double) in terms.reduce(0) { $0 + $1.1 * sin($1.0 * 3 * x + $1.2) } }
      // A Lipschitz constant of the sum.
      let slope = terms.reduce(0) { $0 + 3 * $1.0 * Swift.abs($1.1) }
      for (units, sharpness) in [(1, 20.0), (7, 5), (25, 20), (60, 100)] {
        let bound = try staircaseBound(units: units, sharpness: sharpness) { slope * $0 }
        let found = try error(staircase(units: units, sharpness: sharpness, f), f)
        #expect(found <= bound, "\(units) steps of sharpness \(sharpness)")
      }
    }
  }

  @Test("On another range the staircase climbs there")
  func otherRange() throws {
    let network = try staircase(units: 200, on: -2...3, sharpness: 40) { $0 * $0 }.network(Sigmoid())
    let xs = [-2, -1, 0, 0.5, 3.0]
    let ys = try predict(network, Tensor(xs, shape: [xs.count, 1], dtype: .float64)).doubles
    for (x, y) in zip(xs, ys) { #expect(Swift.abs(x * x - y) < 0.1, "\(x)") }
  }

  @Test("A constant is reached exactly")
  func constant() throws {
    #expect(try error(staircase(units: 3) { _ in 0.25 }, { _ in 0.25 }) == 0)
  }

  @Test("What cannot be built is refused with its reason")
  func refusals() {
    #expect(throws: TheoryError("A staircase has at least one unit, but 0 are asked for.")) {
      try staircase(units: 0) { $0 }
    }
    #expect(throws: TheoryError("The sharpness of a staircase is a positive number, but it is -1.0.")) {
      try staircaseBound(units: 3, sharpness: -1) { $0 }
    }
    #expect(
      throws: TheoryError("The function has the value inf at 0.0, so nothing can approximate it there.")
    ) {
      try staircase(units: 3) { 1 / $0 }
    }
    #expect(throws: TheoryError.self) { try staircase(units: 10_000_001) { $0 } }
  }

  @Test("An error of the function itself comes through")
  func functionError() {
    struct Mine: Error {}
    #expect(throws: Mine.self) { try staircase(units: 3) { _ in throw Mine() } }
  }
}
