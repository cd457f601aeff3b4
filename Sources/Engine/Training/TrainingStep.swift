/// What is known after a step of training.
public struct TrainingStep: Sendable, Equatable {
  /// The step's number, from 1.
  public let step: Int
  /// How many steps there are in all.
  public let totalSteps: Int
  /// The epoch's number, from 1.
  public let epoch: Int
  /// How many epochs there are in all.
  public let totalEpochs: Int
  /// The loss on the step's batch, before the step.
  public let loss: Double

  /// Whether the step completes its epoch.
  public let isEndOfEpoch: Bool
}
