import Engine
import Testing

@testable import Theory

@Suite("Exact networks")
struct ExactNetworkTests {
  @Test("exact values agree with Float64 within its rounding", arguments: [1, 4, 20])
  func values(bits: Int) throws {
    for seed in 0..<20 {
      let net = try randomNetwork([3, 6, 5, 2], bits: bits, seed: UInt64(seed))
      let exact = try ExactNetwork(net)
      let x = [0.25, -1.5, Double(seed) / 7]
      let values = try exact(x.map { try Rational($0) })
      let floats = try net(Tensor(x, shape: [1, 3], dtype: .float64)).doubles
      for (value, float) in zip(values, floats) {
        #expect(abs(value.double - float) <= 1e-12 * max(1, abs(float)))
      }
      // With weights of few bits Float64 does not round at all.
      if bits == 1, seed.isMultiple(of: 7) { #expect(values.map(\.double) == floats) }
    }
  }

  @Test(
    "every activation of straight pieces is computed as it is defined",
    arguments: [
      ("LeakyReLU", [-2.0, -1, 0, 1, 2], ["-1/2", "-1/4", "0", "1", "2"]),
      ("HardTanh", [-2, -1, 0.5, 1, 2], ["-1", "-1", "1/2", "1", "1"]),
      ("HardSigmoid", [-4, -3, 0, 1, 3], ["0", "0", "1/2", "2/3", "1"]),
      ("ReLU", [-4, 0, 1, 2, 3], ["0", "0", "1", "2", "3"]),
    ])
  func activations(name: String, places: [Double], expected: [String]) throws {
    let layers: [String: any Layer] = [
      "LeakyReLU": LeakyReLU(slope: 0.25), "HardTanh": HardTanh(), "HardSigmoid": HardSigmoid(),
      "ReLU": ReLU(),
    ]
    let one = try Tensor([1], shape: [1, 1], dtype: .float64)
    let net = Sequential([try Linear(weight: one), try #require(layers[name])])
    let exact = try ExactNetwork(net)
    for (place, value) in zip(places, expected) { #expect("\(try exact([Rational(place)])[0])" == value) }
  }

  @Test("residual blocks, also one in another, add their input")
  func residual() throws {
    for seed in 0..<10 {
      let inner = Residual(try randomNetwork([2, 3, 2], bits: 3, seed: UInt64(seed)))
      let outer = Residual(Sequential([try randomNetwork([2, 2], bits: 3, seed: 50), ReLU(), inner]))
      let net = Sequential([outer, try randomNetwork([2, 1], bits: 3, seed: 60)])
      let x = [0.5, -0.75]
      let value = try ExactNetwork(net)(x.map { try Rational($0) })[0]
      #expect(value.double == (try net(Tensor(x, shape: [1, 2], dtype: .float64)).item()))
    }
  }

  @Test("the slope of a leaky ReLU has the precision of its network")
  func slopes() throws {
    let weight = try Tensor([1], shape: [1, 1], dtype: .float32)
    let exact = try ExactNetwork(Sequential([Linear(weight: weight), LeakyReLU(slope: 0.01)]))
    #expect(try exact([-1])[0] == -(try Rational(Double(Float(0.01)))))
  }

  @Test("what has no exact meaning is named")
  func refused() throws {
    var generator = Generator(seed: 0)
    func message(_ layers: [any Layer]) -> String {
      do {
        _ = try ExactNetwork(Sequential(layers))
        return "no error"
      } catch { return "\(error)" }
    }
    let linear = try Linear(2, 2, from: &generator)
    #expect(message([linear, Tanh()]) == "`Tanh()` cannot be computed exactly.")
    #expect(message([ReLU()]) == "`ReLU()` has no layer that says how many numbers it takes.")
    #expect(
      message([linear, try Linear(3, 1, from: &generator)])
        == "`Linear(3, 1)` takes 3 numbers, but the layer before it gives 2.")
    let nan = try Linear(weight: Tensor([.nan], shape: [1, 1], dtype: .float64))
    #expect(message([nan]).hasPrefix("`Linear(1, 1, bias: false)` has the weight nan"))
    #expect(throws: TheoryError("The network takes 2 numbers, but 1 is given.")) {
      try ExactNetwork(Sequential([linear]))([1])
    }
  }
}
