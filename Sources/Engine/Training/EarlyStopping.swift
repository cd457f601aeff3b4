/// Ends a training when the loss on the validation set no longer improves, and gives the network the weights of
/// its best epoch; those also when the training runs to its end.
public struct EarlyStopping: Sendable, Equatable {
  /// How many epochs in a row may bring no improvement before the training ends.
  public let patience: Int
  /// How much lower than the lowest loss so far a loss must be to count as an improvement.
  public let minDelta: Double

  /// Creates the rule. Throws when a setting is out of range.
  public init(patience: Int, minDelta: Double = 0) throws {
    guard patience > 0 else {
      throw EngineError(.value, "`patience` is at least 1 epoch, but it is \(patience).")
    }
    guard minDelta.isFinite, minDelta >= 0 else {
      throw EngineError(.value, "`minDelta` is a number from 0 up, but it is \(minDelta).")
    }
    self.patience = patience
    self.minDelta = minDelta
  }

  /// Notes the network after an epoch, whose validation loss is the history's last, if it is the best so far; and
  /// whether to stop.
  func note(_ net: any Layer, in history: inout History) {
    guard let loss = history.validationLosses.last else { return }
    if loss < (history.best?.loss ?? .infinity) - minDelta {
      history.best = BestEpoch(epoch: history.epochs, loss: loss, weights: net.parameters.map(\.value))
    }
    history.isStoppedEarly = history.epochs - (history.best?.epoch ?? 0) >= patience
  }

  /// Gives the network the weights of its best epoch.
  func restore(_ net: any Layer, _ history: inout History) throws {
    guard let best = history.best else { return }
    for (parameter, value) in zip(net.parameters, best.weights) { try parameter.assign(value) }
    history.restoredEpoch = best.epoch
  }
}

/// The epoch with the lowest validation loss, and the network's weights after it.
struct BestEpoch: Sendable, Equatable {
  /// Counted from 1.
  let epoch: Int
  let loss: Double
  let weights: [Tensor]
}
