/// Steps of training by the reverse-mode tape: for any network and any loss.
struct TapeStepper {
  let run: TrainingRun
  let parameters: [Parameter]
  let features: Tensor
  let targets: Tensor

  init(_ run: TrainingRun) {
    self.run = run
    parameters = run.net.parameters.filter(\.isTrainable)
    // In the type of the parameters: mixed types would compute everything in double precision.
    let dtype = parameters.first?.value.dtype ?? run.data.features.dtype
    features = run.data.features.converted(to: dtype)
    targets = run.data.targets.converted(to: dtype)
  }

  /// Changes the weights by the gradients on some rows. `number` counts the steps from 0. If the work is to stop,
  /// nothing is changed.
  func step(rows: [Int], number: Int) throws -> StepResult {
    let statistics = run.net.parameters.filter { !$0.isTrainable }.map { ($0, $0.value) }
    do { return try change(rows, number) } catch  where Interruption.isDue {
      for (parameter, value) in statistics { try parameter.assign(value) }
      throw EngineError.interrupted
    }
  }

  private func change(_ rows: [Int], _ number: Int) throws -> StepResult {
    let x = try features.gathering(rows)
    let target = try targets.gathering(rows)
    let pass = Pass(isTraining: true, generator: BatchSchedule.generator(seed: run.seed, step: number))
    /// The first outputs, those of the weights before the step.
    var outputs: Tensor?
    func evaluate() throws -> (value: Tensor, gradients: [Tensor]) {
      let (value, gradients) = try valueAndGradient(at: parameters) {
        let prediction = try run.net.forward(x, pass)
        outputs = outputs ?? prediction.detached
        return try run.loss(prediction, target)
      }
      try Interruption.check()
      let loss = try value.item()
      guard loss.isFinite, gradients.allSatisfy(\.isFinite) else { throw run.divergence(loss, step: number) }
      return (value, try run.clipping?(gradients) ?? gradients)
    }
    let loss: Double
    if run.optimizer.quasiNewton == nil {
      let (value, gradients) = try evaluate()
      loss = try value.item()
      try run.optimizer.step(parameters, gradients: gradients)
    } else {
      loss = try run.optimizer.minimise(parameters, of: evaluate)
    }
    return StepResult(loss: loss, correct: try outputs.map { try correct($0, rows) } ?? 0)
  }

  private func correct(_ outputs: Tensor, _ rows: [Int]) throws -> Int {
    guard run.data.isClassification else { return 0 }
    return try correctCount(outputs, run.data.rows(rows), isProbability: run.net.endsInSigmoid)
  }
}

extension TrainingRun {
  /// The error for a step whose loss or gradient is infinite or NaN.
  func divergence(_ loss: Double, step: Int) -> EngineError {
    let largest = (try? data.features.abs().max().item()) ?? 0
    let what =
      loss.isFinite
      ? "the gradient is no longer finite" : "the loss became \(loss.isNaN ? "NaN" : loss.formatted)"
    let hint =
      if largest > 100 {
        "The features reach \(largest.formatted): standardise them, or lower the learning rate (\(optimizer.learningRate))."
      } else if step == 0 {
        "No weight had changed yet: look at the loss function, the features and the first weights."
      } else {
        "The learning rate \(optimizer.learningRate) is probably too high: try a tenth of it."
      }
    return EngineError(
      .divergence,
      "Training stopped at step \(step + 1) (epoch \(step / schedule.stepsPerEpoch + 1)): \(what). The weights are those before that step.",
      hint: hint)
  }
}
