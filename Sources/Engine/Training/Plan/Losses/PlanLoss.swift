/// A loss that a training plan computes together with its gradient.
protocol PlanLoss: Sendable {
  /// The mean loss of predictions, whose gradient with respect to them is written.
  ///
  /// For cross-entropy the targets are one valid class number per row, otherwise as many numbers as predicted. Throws
  /// what the loss would throw in training.
  func value<T: Scalar>(
    _ prediction: UnsafePointer<T>, target: UnsafePointer<T>, gradient: UnsafeMutablePointer<T>,
    _ block: RowBlock
  ) throws -> Double
}

/// The form of a loss for plans; `nil` if there is none, as for a user's function.
func planLoss(_ loss: any Loss) -> (any PlanLoss)? {
  switch loss {
  case is MeanSquaredError: Squares()
  case is MeanAbsoluteError: AbsoluteValues()
  case let loss as HuberLoss: HuberPieces(delta: loss.delta)
  case let loss as BinaryCrossEntropy: BinaryLogits(weights: loss.positiveWeight ?? [1])
  case let loss as CrossEntropy: SmoothedLabels(loss)
  default: nil
  }
}
