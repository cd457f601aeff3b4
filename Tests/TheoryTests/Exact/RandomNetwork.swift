import Engine

@testable import Theory

/// A network with random weights of few bits, so that units meet and cancel as in constructions, or of many.
func randomNetwork(
  _ widths: [Int], bits: Int, activation: any Layer = ReLU(), seed: UInt64
) throws -> Sequential {
  var generator = Generator(seed: seed)
  var layers: [any Layer] = []
  for (index, (inputs, outputs)) in zip(widths, widths.dropFirst()).enumerated() {
    func numbers(_ count: Int) throws -> [Double] {
      let scale = Double(1 << bits)
      return try Tensor.uniform([count], low: -2, high: 2, dtype: .float64, from: &generator).doubles.map {
        ($0 * scale).rounded() / scale
      }
    }
    if index > 0 { layers.append(activation) }
    layers.append(
      try Linear(
        weight: Tensor(numbers(inputs * outputs), shape: [outputs, inputs], dtype: .float64),
        bias: Tensor(numbers(outputs), dtype: .float64)))
  }
  return Sequential(layers)
}
