/// The gradient flow at several steps of a training, always on the same batch.
///
///     var record = GradientFlowRecord(every: 10)
///     try train(net, on: data, …) { step in
///       try record.note(step, net: net, batch: batch, loss: loss)
///     }
public struct GradientFlowRecord {
  /// How many steps lie between two entries.
  public let every: Int
  /// The steps looked at, counted from 1, with what flowed after each of them.
  public private(set) var entries: [(step: Int, flow: GradientFlow)] = []

  /// Creates an empty record. Throws unless `every` is at least 1.
  public init(every: Int) throws {
    guard every >= 1 else {
      throw EngineError(.value, "Gradients are recorded every 1 or more steps, but `every` is \(every).")
    }
    self.every = every
  }

  /// No training records more entries, so that a record never fills the memory.
  public static let limit = 10_000

  /// Looks at the gradient flow if the step's number asks for it. Made for the callback of `train`.
  ///
  /// Throws, at the first step already, when the training is so long that there would be more than `limit` entries.
  public mutating func note(
    _ step: TrainingStep, net: any Layer, batch: Dataset, loss: any Loss
  ) throws {
    let (least, rest) = step.totalSteps.quotientAndRemainder(dividingBy: Self.limit)
    guard step.totalSteps / every <= Self.limit else {
      throw EngineError(
        .size,
        "A record holds the gradient flow at up to \(Self.limit) steps, but at every \(every) of \(step.totalSteps) there are \(step.totalSteps / every).",
        hint: "Record it every \(rest == 0 ? least : least + 1) steps or less often.")
    }
    guard step.step % every == 0 else { return }
    try note(step: step.step, net: net, batch: batch, loss: loss)
  }

  /// Looks at the gradient flow now; step 0 is before training.
  public mutating func note(step: Int, net: any Layer, batch: Dataset, loss: any Loss) throws {
    entries.append((step, try gradientFlow(net, on: batch, loss: loss)))
  }
}
