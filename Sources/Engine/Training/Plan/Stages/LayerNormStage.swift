/// `y = w x̂ + b`, where x̂ is x with each row brought to mean 0 and variance 1; see `LayerNorm`.
struct LayerNormStage: PlanStage {
  let outputs: Int
  private let weight: ParameterPlace
  private let bias: ParameterPlace
  private let epsilon: Double
  /// Where each row's mean and the inverse of its standard deviation lie, in pairs.
  private let moments: Int
  /// Where the gradients lie if nobody wants them.
  private let sums: Int

  init?(_ layers: inout ArraySlice<any Layer>, inputs: Int, in layout: inout PlanLayout) {
    guard let layer = layers.first as? LayerNorm, layer.features == inputs else { return nil }
    layers.removeFirst()
    outputs = inputs
    weight = layout.place(layer.weight)
    bias = layout.place(layer.bias)
    epsilon = layer.epsilon
    moments = layout.takeBuffer(2 * layout.rows)
    sums = layout.takeBuffer(2 * inputs)
  }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func forward<T: Scalar>(
    _ x: UnsafePointer<T>, into y: UnsafeMutablePointer<T>, _ pass: inout PlanPass<T>
  ) {
    let width = outputs
    let (w, b, moments) = (pass.value(weight), pass.value(bias), pass.buffer(moments))
    let count = T(width)
    for row in 0..<pass.rows {
      let (x, y) = (x + row * width, y + row * width)
      let mean = Lanes.sum(count: width) { x[$0] } / count
      let variance = Lanes.sum(count: width) { (x[$0] - mean) * (x[$0] - mean) } / count
      let inverse = 1 / (variance + T(epsilon)).squareRoot()
      (moments[2 * row], moments[2 * row + 1]) = (mean, inverse)
      for i in 0..<width { y[i] = (x[i] - mean) * inverse * w[i] + b[i] }
    }
  }

  /// With h = g w, the gradient at x is (h − mean(h) − x̂ mean(h x̂)) / √(variance + ε).
  @specialized(where T == Float)
  @specialized(where T == Double)
  func backward<T: Scalar>(
    _ deltas: inout PlanDeltas<T>, input x: UnsafePointer<T>, output y: UnsafePointer<T>,
    _ pass: borrowing PlanPass<T>
  ) {
    let width = outputs
    let (w, moments) = (pass.value(weight), pass.buffer(moments))
    let weightGradient = pass.gradient(weight) ?? pass.buffer(sums)
    let biasGradient = pass.gradient(bias) ?? pass.buffer(sums) + width
    weightGradient.update(repeating: 0, count: width)
    biasGradient.update(repeating: 0, count: width)
    let factor = 1 / T(width)
    for row in 0..<pass.rows {
      let (x, g) = (x + row * width, deltas.current + row * width)
      let (mean, inverse) = (moments[2 * row], moments[2 * row + 1])
      for i in 0..<width { weightGradient[i] += g[i] * (x[i] - mean) * inverse }
      for i in 0..<width { biasGradient[i] += g[i] }
      guard deltas.isWanted else { continue }
      for i in 0..<width { g[i] *= w[i] }
      let level = Lanes.sum(count: width) { g[$0] } * factor
      let along = Lanes.sum(count: width) { g[$0] * (x[$0] - mean) } * factor * inverse * inverse
      for i in 0..<width { g[i] = (g[i] - level - (x[i] - mean) * along) * inverse }
    }
  }
}
