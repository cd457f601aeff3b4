/// How a training went, step by step and epoch by epoch.
public struct History: Sendable, Equatable {
  /// The loss on each step's batch, before the step.
  public internal(set) var losses: [Double] = []
  /// The mean loss over each epoch's rows, as they were seen.
  public internal(set) var epochLosses: [Double] = []
  /// The part of each epoch's rows that were classified rightly, as they were seen; empty unless the data are
  /// classes.
  public internal(set) var epochAccuracies: [Double] = []
  /// The loss on the validation set after each epoch; empty without one.
  public internal(set) var validationLosses: [Double] = []
  /// The accuracy on the validation set after each epoch; empty without one, or without classes.
  public internal(set) var validationAccuracies: [Double] = []
  /// The learning rate in the last step of each epoch.
  public internal(set) var learningRates: [Double] = []
  /// Whether early stopping ended the training.
  public internal(set) var isStoppedEarly = false
  /// The epoch, counted from 1, whose weights early stopping gave the network at the end; `nil` if it did not.
  public internal(set) var restoredEpoch: Int?
  /// The best epoch so far; `nil` without early stopping.
  var best: BestEpoch?
  /// How long the training took, in seconds.
  public internal(set) var seconds = 0.0
  /// How many steps there are in all, whether they were all done or not.
  public internal(set) var totalSteps = 0
  /// How many steps make an epoch.
  public internal(set) var stepsPerEpoch = 0
  /// The sums over the rows of the epoch that has begun.
  var running = RunningEpoch()

  /// Creates a history in which nothing has happened yet.
  public init() {}

  /// How many steps were done.
  public var steps: Int { losses.count }
  /// How many epochs were done whole.
  public var epochs: Int { epochLosses.count }
  /// Whether all steps were done, or early stopping found the rest unnecessary.
  public var isComplete: Bool { isStoppedEarly || steps >= totalSteps }
  /// The loss on the last batch; `nil` before the first step.
  public var lastLoss: Double? { losses.last }
}

/// What is added up over the batches of an epoch.
struct RunningEpoch: Sendable, Equatable {
  var loss = 0.0
  var correct = 0
  var rows = 0
}
