/// One training: what trains, on what, and how.
struct TrainingRun {
  let net: any Layer
  let data: Dataset
  let validation: Dataset?
  let loss: any Loss
  let optimizer: Optimiser
  let schedule: BatchSchedule
  let seed: UInt64
  /// The learning rate of each epoch or step, if it changes.
  var rates: Schedule?
  var clipping: GradientClipping?
  var stopping: EarlyStopping?

  /// Throws when network, data and loss do not fit each other.
  func check() throws {
    try check(data)
    if let validation { try check(validation) }
    guard net.parameters.contains(where: \.isTrainable) else {
      throw EngineError(
        .value, "`\(net)` has no parameters to train.", hint: "A network needs a layer such as `Linear`.")
    }
    guard stopping == nil || validation != nil else {
      throw EngineError(
        .value, "Early stopping looks at the loss on a validation set, but there is none.",
        hint: "Give `validation:` rows that the network does not train on, as from `split`.")
    }
    guard optimizer.quasiNewton == nil || schedule.stepsPerEpoch == 1 else {
      throw EngineError(
        .value,
        "L-BFGS takes all \(schedule.rows) rows in each step, but `batch` is \(schedule.batch).",
        hint: "Set `batch: nil`.")
    }
    let length = rates?.unit == .step ? schedule.totalSteps : schedule.epochs
    if let rates, let limit = rates.limit, length > limit {
      throw EngineError(
        .value, "The schedule ends after \(limit) \(rates.unit)s, but the training has \(length).",
        hint:
          "Let the schedule have \(length) \(rates.unit)s, or train for fewer epochs."
      )
    }
  }

  private func check(_ data: Dataset) throws {
    let output = try net.outputShape(for: data.features.shape)
    try loss.check(prediction: output, target: data.targets)
  }

  /// Does the steps that the history has not seen yet; in the fastest way that fits, or a given one.
  func run(
    _ history: inout History, by stepper: Stepper? = nil, onStep: (TrainingStep) throws -> Void
  ) throws {
    guard history.steps == 0 || history.stepsPerEpoch == schedule.stepsPerEpoch else {
      throw EngineError(
        .value,
        "The history has \(history.stepsPerEpoch) steps in an epoch, but this training has \(schedule.stepsPerEpoch).",
        hint: "Continue with the same data and the same `batch`.")
    }
    history.totalSteps = schedule.totalSteps
    history.stepsPerEpoch = schedule.stepsPerEpoch
    let clock = ContinuousClock()
    let begin = clock.now
    let before = history.seconds
    defer { history.seconds = before + (clock.now - begin) / .seconds(1) }

    history.losses.reserveCapacity(min(schedule.totalSteps, 1 << 20))
    let stepper = try stepper ?? Stepper(self)
    defer { stepper.finish() }
    // What an interruption left of an epoch whose last step had been done.
    if history.running.rows > 0, history.steps.isMultiple(of: schedule.stepsPerEpoch) {
      try finishEpoch(&history)
    }
    var order = schedule.order(epoch: history.steps / schedule.stepsPerEpoch)
    while history.steps < schedule.totalSteps, !history.isStoppedEarly {
      let (epoch, batch) = history.steps.quotientAndRemainder(dividingBy: schedule.stepsPerEpoch)
      if batch == 0 { order = schedule.order(epoch: epoch) }
      if let rates {
        optimizer.learningRate = rates.rate(
          at: Schedule.Position(step: history.steps, stepsPerEpoch: schedule.stepsPerEpoch),
          initial: optimizer.initialLearningRate)
      }
      let range = schedule.range(batch: batch)
      let result = try stepper.step(order: order, range: range, number: history.steps)
      note(result, rows: range.count, in: &history)
      let isEndOfEpoch = batch == schedule.stepsPerEpoch - 1
      if isEndOfEpoch { try finishEpoch(&history) }
      try onStep(
        TrainingStep(
          step: history.steps, totalSteps: schedule.totalSteps, epoch: epoch + 1,
          totalEpochs: schedule.epochs, loss: result.loss, isEndOfEpoch: isEndOfEpoch))
    }
    try stopping?.restore(net, &history)
  }

  private func note(_ result: StepResult, rows: Int, in history: inout History) {
    history.losses.append(result.loss)
    history.running.loss += result.loss * Double(rows)
    history.running.correct += result.correct
    history.running.rows += rows
  }

  /// Notes an epoch whose last step has been done. Changes nothing if the work is to stop.
  private func finishEpoch(_ history: inout History) throws {
    let validated = try validation.map { try validate(on: $0) }
    try Interruption.check()
    let rows = Double(history.running.rows)
    history.epochLosses.append(history.running.loss / rows)
    if data.isClassification { history.epochAccuracies.append(Double(history.running.correct) / rows) }
    history.running = RunningEpoch()
    history.learningRates.append(optimizer.learningRate)
    guard let validated else { return }
    history.validationLosses.append(validated.loss)
    if let accuracy = validated.accuracy { history.validationAccuracies.append(accuracy) }
    stopping?.note(net, in: &history)
  }

  private func validate(on data: Dataset) throws -> (loss: Double, accuracy: Double?) {
    let outputs = try predict(net, data.features)
    let value = try loss(outputs, data.targets).item()
    guard data.isClassification else { return (value, nil) }
    let correct = try correctCount(outputs, data, isProbability: net.endsInSigmoid)
    return (value, Double(correct) / Double(data.count))
  }
}

/// What a step found out about its batch before it changed the weights.
struct StepResult {
  let loss: Double
  /// How many rows were classified rightly; 0 unless the data are classes.
  let correct: Int
}
