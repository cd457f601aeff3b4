import Engine
import Foundation
import Testing

@testable import Theory

/// Functions that `golden/pieces.py` found with Python's fractions, by another method.
@Suite("Piecewise linear functions against fractions in Python")
struct GoldenPiecesTests {
  struct Case: Decodable {
    struct Map: Decodable {
      let weight: [[Double]]
      let bias: [Double]
    }

    let activation: String
    /// Whether each activation but the first, with the map before it, is a residual block.
    let residual: Bool
    let lower: String
    let upper: String
    let layers: [Map]
    let knots: [[String]]
    let slopes: [String]
    let l1ToPrevious: String
    let supToPrevious: String

    func pieces() throws -> PiecewiseLinear {
      let activations: [String: any Layer] = [
        "ReLU": ReLU(), "LeakyReLU": LeakyReLU(slope: 0.25), "HardTanh": HardTanh(),
        "HardSigmoid": HardSigmoid(),
      ]
      let bend = try #require(activations[activation])
      var network: [any Layer] = []
      for (index, map) in layers.enumerated() {
        let shape = [map.bias.count, map.weight[0].count]
        let linear = try Linear(
          weight: Tensor(map.weight.flatMap(\.self), shape: shape, dtype: .float64),
          bias: Tensor(map.bias, dtype: .float64))
        if index == layers.count - 1 {
          network.append(linear)
        } else if residual, index > 0 {
          network.append(Residual(Sequential([linear, bend])))
        } else {
          network += [linear, bend]
        }
      }
      return try PiecewiseLinear(
        ExactNetwork(Sequential(network)), from: Rational(parsing: lower), to: Rational(parsing: upper))
    }
  }

  private func read() throws -> [Case] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("golden/pieces.json")
    return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
  }

  @Test("knots, slopes and distances are the same fractions")
  func fractions() throws {
    let cases = try read()
    var previous = try #require(cases.last).pieces()
    for golden in cases {
      let f = try golden.pieces()
      #expect(f.knots.map { ["\($0.x)", "\($0.y)"] } == golden.knots)
      #expect(f.slopes.map(\.description) == golden.slopes)
      #expect(try f.l1Distance(to: previous).description == golden.l1ToPrevious)
      #expect(try f.supDistance(to: previous).description == golden.supToPrevious)
      previous = f
    }
  }
}
