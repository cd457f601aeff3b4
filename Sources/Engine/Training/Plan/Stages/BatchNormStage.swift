/// `y = w x̂ + b`, where x̂ is x with each column of the batch brought to mean 0 and variance 1; see `BatchNorm1d`.
struct BatchNormStage: PlanStage {
  let outputs: Int
  private let weight: ParameterPlace
  private let bias: ParameterPlace
  private let runningMean: ParameterPlace
  private let runningVariance: ParameterPlace
  private let epsilon: Double
  private let momentum: Double
  /// Where each column's mean, the inverse of its standard deviation, and two sums over its gradient lie.
  private let columns: Int
  private let layer: String

  init?(_ layers: inout ArraySlice<any Layer>, inputs: Int, in layout: inout PlanLayout) {
    guard let layer = layers.first as? BatchNorm1d, layer.features == inputs else { return nil }
    layers.removeFirst()
    outputs = inputs
    weight = layout.place(layer.weight)
    bias = layout.place(layer.bias)
    runningMean = layout.placeStatistic(layer.runningMean)
    runningVariance = layout.placeStatistic(layer.runningVariance)
    epsilon = layer.epsilon
    momentum = layer.momentum
    columns = layout.takeBuffer(4 * inputs)
    self.layer = layer.description
  }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func forward<T: Scalar>(
    _ x: UnsafePointer<T>, into y: UnsafeMutablePointer<T>, _ pass: inout PlanPass<T>
  ) throws {
    let (rows, width) = (pass.rows, outputs)
    guard rows > 1 else { throw EngineError(tooFewRows: rows, for: layer) }
    let mean = pass.buffer(columns)
    let inverse = mean + width
    let count = T(rows)
    mean.update(repeating: 0, count: width)
    inverse.update(repeating: 0, count: width)
    for row in 0..<rows {
      let x = x + row * width
      for i in 0..<width { mean[i] += x[i] }
    }
    for i in 0..<width { mean[i] /= count }
    for row in 0..<rows {
      let x = x + row * width
      for i in 0..<width { inverse[i] += (x[i] - mean[i]) * (x[i] - mean[i]) }
    }
    let (keep, take) = (T(1 - momentum), T(momentum))
    let unbiased = T(Double(rows) / Double(rows - 1))
    let (means, variances) = (pass.value(runningMean), pass.value(runningVariance))
    for i in 0..<width {
      let variance = inverse[i] / count
      means[i] = means[i] * keep + mean[i] * take
      variances[i] = variances[i] * keep + variance * unbiased * take
      inverse[i] = 1 / (variance + T(epsilon)).squareRoot()
    }
    let (w, b) = (pass.value(weight), pass.value(bias))
    for row in 0..<rows {
      let (x, y) = (x + row * width, y + row * width)
      for i in 0..<width { y[i] = (x[i] - mean[i]) * inverse[i] * w[i] + b[i] }
    }
  }

  /// The gradient at x is w (g − mean(g) − x̂ mean(g x̂)) / √(variance + ε).
  @specialized(where T == Float)
  @specialized(where T == Double)
  func backward<T: Scalar>(
    _ deltas: inout PlanDeltas<T>, input x: UnsafePointer<T>, output y: UnsafePointer<T>,
    _ pass: borrowing PlanPass<T>
  ) {
    let (rows, width) = (pass.rows, outputs)
    let mean = pass.buffer(columns)
    let (inverse, along, level) = (mean + width, mean + 2 * width, mean + 3 * width)
    along.update(repeating: 0, count: 2 * width)
    for row in 0..<rows {
      let (x, g) = (x + row * width, deltas.current + row * width)
      for i in 0..<width { along[i] += g[i] * (x[i] - mean[i]) }
      for i in 0..<width { level[i] += g[i] }
    }
    for i in 0..<width { along[i] *= inverse[i] }
    pass.gradient(weight)?.update(from: along, count: width)
    pass.gradient(bias)?.update(from: level, count: width)
    guard deltas.isWanted else { return }
    let (w, factor) = (pass.value(weight), T(1 / Double(rows)))
    for i in 0..<width {
      along[i] *= inverse[i] * factor
      level[i] *= factor
    }
    for row in 0..<rows {
      let (x, g) = (x + row * width, deltas.current + row * width)
      for i in 0..<width { g[i] = w[i] * inverse[i] * (g[i] - level[i] - (x[i] - mean[i]) * along[i]) }
    }
  }
}
