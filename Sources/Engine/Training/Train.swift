/// Trains a network: for each batch of rows, its loss and a step of the optimiser.
///
/// - Parameters:
///   - data: the rows to train on.
///   - epochs: how often each row is seen.
///   - batch: how many rows a step sees; `nil` for all. The last batch of an epoch has what is left over.
///   - shuffle: whether each epoch has an order of its own, which follows from the seed.
///   - validation: rows to measure loss and accuracy on after each epoch.
///   - schedule: the learning rate of each epoch; without one it is the optimiser's.
///   - history: where the course of the training is noted, step by step. A history that already has steps of
///     the same training is continued, to the same result as if there had been no break.
///   - onStep: called after each step. What it throws ends the training there: weights and history keep what
///     was done.
///
/// Throws before anything has changed when network, data and loss do not fit each other; and during the training
/// when the loss is no longer finite, with the weights as they were before that step.
public func train(
  _ net: any Layer, on data: Dataset, loss: any Loss, optimizer: Optimiser, epochs: Int, batch: Int? = nil,
  shuffle: Bool = true, seed: UInt64 = 0, validation: Dataset? = nil, schedule: Schedule? = nil,
  history: inout History,
  onStep: (TrainingStep) throws -> Void = { _ in }
) throws {
  let batches = try BatchSchedule(
    rows: data.count, batch: batch, epochs: epochs, seed: shuffle ? seed : nil)
  let run = TrainingRun(
    net: net, data: data, validation: validation, loss: loss, optimizer: optimizer, schedule: batches,
    seed: seed, rates: schedule)
  try run.check()
  try run.run(&history, onStep: onStep)
}

/// Trains a network and returns how it went; see `train` with a history, which survives an interruption.
@discardableResult
public func train(
  _ net: any Layer, on data: Dataset, loss: any Loss, optimizer: Optimiser, epochs: Int, batch: Int? = nil,
  shuffle: Bool = true, seed: UInt64 = 0, validation: Dataset? = nil, schedule: Schedule? = nil,
  onStep: (TrainingStep) throws -> Void = { _ in }
) throws -> History {
  var history = History()
  try train(
    net, on: data, loss: loss, optimizer: optimizer, epochs: epochs, batch: batch, shuffle: shuffle,
    seed: seed, validation: validation, schedule: schedule, history: &history, onStep: onStep)
  return history
}
