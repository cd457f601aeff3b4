/// Binary cross-entropy of logits: (1 − t) x + (1 + (w − 1) t) log(1 + e⁻ˣ), with a weight w for the ones.
struct BinaryLogits: PlanLoss {
  /// One weight for all, or one for each column.
  let weights: [Double]

  @specialized(where T == Float)
  @specialized(where T == Double)
  func value<T: Scalar>(
    _ prediction: UnsafePointer<T>, target: UnsafePointer<T>, gradient: UnsafeMutablePointer<T>,
    _ block: RowBlock
  ) -> Double {
    let factor = T(1 / Double(block.rows * block.columns))
    var sum = 0.0
    for row in 0..<block.rows {
      let offset = row * block.columns
      let (x, t, g) = (prediction + offset, target + offset, gradient + offset)
      for i in 0..<block.columns {
        let share = T(weights[weights.count == 1 ? 0 : i] - 1) * t[i] + 1
        g[i] = factor * ((1 - t[i]) - share * Logistic().value(-x[i]))
        sum += Double((1 - t[i]) * x[i] + share * SoftPlus().value(-x[i]))
      }
    }
    return sum / Double(block.rows * block.columns)
  }
}
