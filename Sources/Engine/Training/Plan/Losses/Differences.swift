/// A loss that is the mean of a function of the differences between predictions and targets.
protocol DifferenceLoss: PlanLoss {
  /// The function and its derivative at a difference.
  func part<T: Scalar>(_ d: T) -> (value: T, slope: T)
}

extension DifferenceLoss {
  @inline(__always)
  fileprivate func mean<T: Scalar>(
    _ prediction: UnsafePointer<T>, _ target: UnsafePointer<T>, _ gradient: UnsafeMutablePointer<T>,
    _ block: RowBlock
  ) -> Double {
    let count = block.rows * block.columns
    let factor = T(1 / Double(count))
    var sum = 0.0
    for i in 0..<count {
      let (value, slope) = part(prediction[i] - target[i])
      gradient[i] = factor * slope
      sum += Double(value)
    }
    return sum / Double(count)
  }
}

/// d².
struct Squares: DifferenceLoss {
  @inline(__always) func part<T: Scalar>(_ d: T) -> (value: T, slope: T) { (d * d, 2 * d) }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func value<T: Scalar>(
    _ prediction: UnsafePointer<T>, target: UnsafePointer<T>, gradient: UnsafeMutablePointer<T>,
    _ block: RowBlock
  ) -> Double { mean(prediction, target, gradient, block) }
}

/// |d|; the derivative at 0 is 0.
struct AbsoluteValues: DifferenceLoss {
  @inline(__always) func part<T: Scalar>(_ d: T) -> (value: T, slope: T) {
    (abs(d), d > 0 ? 1 : (d < 0 ? -1 : d))
  }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func value<T: Scalar>(
    _ prediction: UnsafePointer<T>, target: UnsafePointer<T>, gradient: UnsafeMutablePointer<T>,
    _ block: RowBlock
  ) -> Double { mean(prediction, target, gradient, block) }
}

/// d²/2 as far as δ, and δ (|d| − δ/2) beyond.
struct HuberPieces: DifferenceLoss {
  let delta: Double

  @inline(__always) func part<T: Scalar>(_ d: T) -> (value: T, slope: T) {
    let limit = T(delta)
    let near = d > limit ? limit : (d < -limit ? -limit : d)
    return (near * near / 2 + limit * (abs(d) - abs(near)), near)
  }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func value<T: Scalar>(
    _ prediction: UnsafePointer<T>, target: UnsafePointer<T>, gradient: UnsafeMutablePointer<T>,
    _ block: RowBlock
  ) -> Double { mean(prediction, target, gradient, block) }
}
