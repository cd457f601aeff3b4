import Engine

/// Looks at the gradient flow every few steps of a training, which goes on as if nobody had looked.
struct FlowRecording {
  private(set) var record: GradientFlowRecord
  private let net: any Layer
  private let loss: any Loss
  /// The rows that are looked at, the same at every step, so that entries differ by the weights alone.
  private let batch: Dataset
  private let machine: Machine

  /// As many rows are looked at, unless the data have fewer: enough for a mean, and quick.
  static let rows = 256

  /// Begins to record, or goes on with what a continued training recorded; nil where nothing is to be recorded.
  ///
  /// The rows follow from the training's seed, so that a continued one looks at the same.
  init?(
    _ call: Call, resuming resumed: HistoryValue?, net: any Layer, data: Dataset, loss: any Loss, seed: UInt64
  ) throws {
    let earlier = resumed?.recordedFlow
    guard call.has("gradientFlowEvery") || earlier != nil else { return nil }
    if call.has("gradientFlowEvery") {
      let every = try call.integer("gradientFlowEvery", atLeast: 1)
      guard earlier.map({ $0.every == every }) ?? true else {
        throw Fault(
          .invalidValue,
          "the training to resume records its gradient flow every \(count(earlier?.every ?? 0, "step")), but `gradientFlowEvery` is \(every)",
          help: ["leave `gradientFlowEvery:` out: the history goes on with its own"]
        ).about("gradientFlowEvery", of: call)
      }
      record = try earlier ?? GradientFlowRecord(every: every)
    } else if let earlier {
      record = earlier
    } else {
      return nil
    }
    var generator = Generator(seed: seed)
    batch =
      data.count <= Self.rows
      ? data : try data.rows(Array(generator.permutation(data.count).prefix(Self.rows)))
    (self.net, self.loss, self.machine) = (net, loss, call.machine)
  }

  /// Notes the flow where the training begins, unless it goes on with a record that has begun.
  mutating func begin(after step: Int) throws {
    guard record.entries.isEmpty else { return }
    try leavingRandomNumbers { try record.note(step: step, net: net, batch: batch, loss: loss) }
  }

  /// Notes the flow after a step, if it is its turn.
  mutating func note(_ step: TrainingStep) throws {
    guard step.step > record.entries.last?.step ?? -1 else { return }
    try leavingRandomNumbers { try record.note(step, net: net, batch: batch, loss: loss) }
  }

  /// A layer that is a function of the notebook's may draw random numbers, which must then be left to the training.
  private func leavingRandomNumbers(_ body: () throws -> Void) throws {
    let generator = machine.generator
    defer { machine.generator = generator }
    try body()
  }
}
