/// Trains a network: for each batch of rows, its loss and a step of the optimiser.
///
/// - Parameters:
///   - data: the rows to train on.
///   - epochs: how often each row is seen.
///   - batch: how many rows a step sees; `nil` for all. The last batch of an epoch has what is left over.
///   - shuffle: whether each epoch has an order of its own, which follows from the seed.
///   - validation: rows to measure loss and accuracy on after each epoch.
///   - schedule: the learning rate of each epoch or step; without one it is the optimiser's.
///   - clipping: limits to the gradients of each step.
///   - earlyStopping: ends the training when the validation loss no longer improves, and brings back the best
///     weights.
///   - history: where the course of the training is noted, step by step. A history that already has steps of
///     the same training is continued, to the same result as if there had been no break; with more epochs than
///     before also one that was complete.
///   - onStep: called after each step. What it throws ends the training there: weights and history keep what
///     was done.
///
/// Throws before anything has changed when network, data and loss do not fit each other; and during the training
/// when the loss is no longer finite, with the weights as they were before that step.
public func train(
  _ net: any Layer, on data: Dataset, loss: any Loss, optimizer: Optimiser, epochs: Int, batch: Int? = nil,
  shuffle: Bool = true, seed: UInt64 = 0, validation: Dataset? = nil, schedule: Schedule? = nil,
  clipping: GradientClipping? = nil, earlyStopping: EarlyStopping? = nil,
  history: inout History,
  onStep: (TrainingStep) throws -> Void = { _ in }
) throws {
  let batches = try BatchSchedule(
    rows: data.count, batch: batch, epochs: epochs, seed: shuffle ? seed : nil)
  let run = TrainingRun(
    net: net, data: data, validation: validation, loss: loss, optimizer: optimizer, schedule: batches,
    seed: seed, rates: schedule, clipping: clipping, stopping: earlyStopping)
  try run.check()
  try run.run(&history, onStep: onStep)
}

/// Trains a network and returns how it went; see `train` with a history, which survives an interruption.
@discardableResult
public func train(
  _ net: any Layer, on data: Dataset, loss: any Loss, optimizer: Optimiser, epochs: Int, batch: Int? = nil,
  shuffle: Bool = true, seed: UInt64 = 0, validation: Dataset? = nil, schedule: Schedule? = nil,
  clipping: GradientClipping? = nil, earlyStopping: EarlyStopping? = nil,
  onStep: (TrainingStep) throws -> Void = { _ in }
) throws -> History {
  var history = History()
  try train(
    net, on: data, loss: loss, optimizer: optimizer, epochs: epochs, batch: batch, shuffle: shuffle,
    seed: seed, validation: validation, schedule: schedule, clipping: clipping, earlyStopping: earlyStopping,
    history: &history, onStep: onStep)
  return history
}
