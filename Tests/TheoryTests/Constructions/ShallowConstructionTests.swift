import Engine
import Glibc
import Testing

@testable import Theory

/// Constructions with one hidden layer, and what such layers cannot do.
@Suite("Shallow constructions")
struct ShallowConstructionTests {
  private func largestError(_ network: Sequential, _ f: (Double) -> Double) throws -> Double {
    let xs = (0...5000).map { Double($0) / 5000 }
    let ys = try predict(network, Tensor(xs, shape: [xs.count, 1], dtype: .float64)).doubles
    return zip(xs, ys).map { Swift.abs(f($0) - $1) }.max() ?? .nan
  }

  @Test("every kind of step stays within its bound", arguments: Step.allCases)
  func steps(step: Step) throws {
    let layer: any Layer =
      switch step {
      case .sigmoid: Sigmoid()
      case .tanh: Tanh()
      case .hardSigmoid: HardSigmoid()
      case .hardTanh: HardTanh()
      }
    for (units, sharpness) in [(1, 4.0), (12, 1.5), (30, 20)] {
      let f = { (x: Double) in 3 * sin(5 * x) - 2 }
      let network = try staircase(units: units, sharpness: sharpness, step: step, f).network(layer)
      let bound = try staircaseBound(units: units, sharpness: sharpness, step: step) { 15 * $0 }
      #expect(try largestError(network, f) <= bound)
    }
  }

  @Test("the tail of a step is what other steps are off by", arguments: Step.allCases)
  func tails(step: Step) {
    let (left, right) = step.limits
    for sharpness in [0.3, 1.0, 2.5, 7, 30] {
      let missing = (1...400).reduce(0.0) { sum, j in
        let z = sharpness * (Double(j) - 0.5)
        let value =
          switch step {
          case .sigmoid: 1 / (1 + exp(-z))
          case .tanh: tanh(z)
          case .hardSigmoid: min(1, z / 6 + 0.5)
          case .hardTanh: min(1, z)
          }
        return sum + 2 * (right - value) / (right - left)
      }
      #expect(missing <= step.tail(sharpness: sharpness) + 1e-9, "\(sharpness)")
      #expect(step.tail(sharpness: sharpness) < 2.2 * missing + 1e-9, "\(sharpness)")
    }
  }

  @Test("the product with exp is that of hyperbolic sines", arguments: 1...6)
  func productOfSines(n: Int) throws {
    var generator = Generator(seed: UInt64(n))
    let xs = (0..<n).map { _ in generator.uniform() * 2 - 1 }
    let network = try shallowProduct(n, scale: 0.5, activation: .exp).network(
      Lambda("exp") { x, _ in x.exp() })
    let found = try network(Tensor(xs, shape: [1, n], dtype: .float64)).doubles[0]
    let expected = xs.reduce(1) { $0 * sinh(0.5 * $1) / 0.5 }
    #expect(Swift.abs(found - expected) < 1e-11)
  }

  @Test(
    "the gate of softplus is worst at the corners: 1 − 2 ln cosh λ / λ², about λ²/6",
    arguments: [1.0, 0.1, 0.01])
  func gate(scale: Double) throws {
    let network = try shallowProduct(2, scale: scale, activation: .softplus).network(Softplus())
    let grid = (0...20).map { Double($0) / 10 - 1 }
    let points = grid.flatMap { x in grid.map { [x, $0] } }
    let found = try network(Tensor(points.flatMap(\.self), shape: [points.count, 2], dtype: .float64)).doubles
    let error = zip(points, found).map { Swift.abs($0[0] * $0[1] - $1) }.max() ?? .nan
    #expect(Swift.abs(error - (1 - 2 * log(cosh(scale)) / (scale * scale))) < 1e-10, "\(error)")
  }

  @Test(
    "derivatives of any order agree with differences of the order before",
    arguments: SmoothActivation.allCases)
  func derivatives(activation: SmoothActivation) {
    for order in 0...5 {
      for x in [-0.7, 0.0, 1.1] {
        let h = 1e-5
        let before = activation.derivative(order, at: x - h)
        let slope = (activation.derivative(order, at: x + h) - before) / (2 * h)
        #expect(Swift.abs(activation.derivative(order + 1, at: x) - slope) < 1e-6, "\(order) at \(x)")
      }
    }
  }

  @Test("a product of too many factors, and weights that are no scale, are refused")
  func refusedProducts() {
    #expect(throws: TheoryError.self) { try shallowProduct(17, scale: 1, activation: .exp) }
    #expect(throws: TheoryError.self) { try shallowProduct(2, scale: 0, activation: .exp) }
    #expect(throws: TheoryError.self) { try shallowProduct(16, scale: 1e-30, activation: .exp) }
  }

  @Test("|x| is an eighth away from every quadratic, and no polynomial of its degree is away from itself")
  func polynomials() throws {
    let distance = try PolynomialDistance(degree: 2) { Swift.abs($0) }
    #expect(distance.points.count == 4)
    #expect(distance.bound <= Rational(reducing: 1, over: 8) && distance.bound.double > 0.1249)
    #expect(try PolynomialDistance(degree: 2) { 4 * $0 * $0 - $0 + 0.5 }.bound.double < 1e-14)
    // Chebyshev: x³ is 1/4 away from the quadratics.
    let cube = try PolynomialDistance(degree: 2) { $0 * $0 * $0 }.bound.double
    #expect(Swift.abs(cube - 0.25) < 1e-5)
    #expect(throws: TheoryError.self) { try PolynomialDistance(degree: 21) { $0 } }
    #expect(throws: TheoryError.self) { try PolynomialDistance(degree: 2) { log($0) } }
  }

  @Test("a network whose activation is z² is never nearer than the bound, exactly", arguments: [1, 3, 20])
  func squares(units: Int) throws {
    var generator = Generator(seed: 3)
    func random() throws -> Rational { try Rational(generator.normal()) }
    let rows = try (0..<units).map { _ in (try random(), try random(), try random()) }
    func value(_ x: Rational) -> Rational {
      rows.reduce(.zero) { $0 + $1.0 * ($1.1 * x + $1.2) * ($1.1 * x + $1.2) }
    }
    // Third differences vanish.
    #expect(value(3) - 3 * value(2) + 3 * value(1) - value(0) == 0)
    let target = try PolynomialDistance(degree: 2) { Swift.abs($0) }
    let worst = target.points.map { (value($0.x) - $0.y).magnitude }.max() ?? 0
    #expect(worst >= target.bound)
  }
}
