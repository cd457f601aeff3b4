/// The losses that a training plan computes together with their gradient.
enum FusedLoss: Sendable {
  case meanSquares
  case crossEntropy
  case binaryCrossEntropy

  /// The fused form of a loss; `nil` if there is none, as for losses with weights or smoothed labels.
  init?(_ loss: any Loss) {
    switch loss {
    case is MeanSquaredError: self = .meanSquares
    case let loss as CrossEntropy where loss.isPlain: self = .crossEntropy
    case let loss as BinaryCrossEntropy where loss.positiveWeight == nil: self = .binaryCrossEntropy
    default: return nil
    }
  }

  /// The mean loss of predictions, and its gradient with respect to them.
  ///
  /// For cross-entropy the targets are one valid class number per row, otherwise as many numbers as predicted.
  @inline(__always)
  func value<T: Scalar>(
    _ prediction: UnsafePointer<T>, target: UnsafePointer<T>, gradient: UnsafeMutablePointer<T>,
    _ block: RowBlock
  ) -> Double {
    switch self {
    case .meanSquares: FusedLoss.meanSquares(prediction, target, gradient, block)
    case .crossEntropy: FusedLoss.crossEntropy(prediction, target, gradient, block)
    case .binaryCrossEntropy: FusedLoss.binaryCrossEntropy(prediction, target, gradient, block)
    }
  }

  private static func meanSquares<T: Scalar>(
    _ prediction: UnsafePointer<T>, _ target: UnsafePointer<T>, _ gradient: UnsafeMutablePointer<T>,
    _ block: RowBlock
  ) -> Double {
    let count = block.rows * block.columns
    let factor = T(2 / Double(count))
    var sum = 0.0
    for i in 0..<count {
      let distance = prediction[i] - target[i]
      gradient[i] = factor * distance
      sum += Double(distance * distance)
    }
    return sum / Double(count)
  }

  /// The gradient is softmax − target, over the number of rows.
  private static func crossEntropy<T: Scalar>(
    _ prediction: UnsafePointer<T>, _ target: UnsafePointer<T>, _ gradient: UnsafeMutablePointer<T>,
    _ block: RowBlock
  ) -> Double {
    // −log softmax is log Σ exp(x − largest) − (x_label − largest); the second part is known first.
    var total = 0.0
    for row in 0..<block.rows {
      let (x, g) = (prediction + row * block.columns, gradient + row * block.columns)
      var largest = x[0]
      for i in 1..<max(1, block.columns) where x[i] > largest { largest = x[i] }
      for i in 0..<block.columns { g[i] = x[i] - largest }
      total -= Double(g[Int(target[row])])
    }
    T.exponentiate(gradient, count: block.rows * block.columns)
    for row in 0..<block.rows {
      let g = gradient + row * block.columns
      var sum: T = 0
      for i in 0..<block.columns { sum += g[i] }
      total += Double(T.log(sum))
      let factor = 1 / (sum * T(block.rows))
      for i in 0..<block.columns { g[i] *= factor }
      g[Int(target[row])] -= 1 / T(block.rows)
    }
    return total / Double(block.rows)
  }

  private static func binaryCrossEntropy<T: Scalar>(
    _ prediction: UnsafePointer<T>, _ target: UnsafePointer<T>, _ gradient: UnsafeMutablePointer<T>,
    _ block: RowBlock
  ) -> Double {
    let count = block.rows * block.columns
    let factor = T(1 / Double(count))
    var sum = 0.0
    for i in 0..<count {
      gradient[i] = factor * (Logistic().value(prediction[i]) - target[i])
      sum += Double(SoftPlus().value(prediction[i]) - prediction[i] * target[i])
    }
    return sum / Double(count)
  }
}
