/// Cross-entropy, with what `CrossEntropy` has in settings: smoothed labels and weights of the classes.
struct SmoothedLabels: PlanLoss {
  private let smoothing: Double
  /// How much each class counts; `nil` for all alike.
  private let weights: [Double]?

  init(_ loss: CrossEntropy) {
    smoothing = loss.labelSmoothing
    weights = loss.weight
  }

  /// Each row's target spreads a mass over the classes: 1 − α, and α over the number of classes on all, times the
  /// classes' weights. The gradient is mass times softmax, less the target, over all rows' weights.
  @specialized(where T == Float)
  @specialized(where T == Double)
  func value<T: Scalar>(
    _ prediction: UnsafePointer<T>, target: UnsafePointer<T>, gradient: UnsafeMutablePointer<T>,
    _ block: RowBlock
  ) throws -> Double {
    let classes = block.columns
    var scale = Double(block.rows)
    if let weights {
      scale = 0
      for row in 0..<block.rows { scale += weights[Int(target[row])] }
      guard scale > 0 else { throw CrossEntropy.noWeights(rows: block.rows) }
    }
    let (sharp, even) = (1 - smoothing, smoothing / Double(classes))
    let evenMass = even * (weights.map { $0.reduce(0, +) } ?? Double(classes))
    // −log softmax is log Σ exp(x − largest) − (x_label − largest); the second part is known first.
    var total = 0.0
    for row in 0..<block.rows {
      let (x, g) = (prediction + row * classes, gradient + row * classes)
      var largest = x[0]
      for i in 1..<max(1, classes) where x[i] > largest { largest = x[i] }
      for i in 0..<classes { g[i] = x[i] - largest }
      let label = Int(target[row])
      total -= sharp * (weights?[label] ?? 1) * Double(g[label])
      if even > 0 {
        for i in 0..<classes { total -= even * (weights?[i] ?? 1) * Double(g[i]) }
      }
    }
    T.exponentiate(gradient, count: block.rows * classes)
    for row in 0..<block.rows {
      let (g, label) = (gradient + row * classes, Int(target[row]))
      var sum: T = 0
      for i in 0..<classes { sum += g[i] }
      let peak = sharp * (weights?[label] ?? 1)
      total += (peak + evenMass) * Double(T.log(sum))
      let factor = T((peak + evenMass) / scale) / sum
      for i in 0..<classes { g[i] *= factor }
      g[label] -= T(peak / scale)
      if even > 0 {
        for i in 0..<classes { g[i] -= T(even * (weights?[i] ?? 1) / scale) }
      }
    }
    return total / scale
  }
}
