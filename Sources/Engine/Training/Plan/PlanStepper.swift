/// Steps of training by a plan, for the networks that have one.
///
/// The plan has the parameters' numbers, and what the optimiser remembers, until `finish`; a parameter that is
/// read or changed meanwhile reads and changes the plan's.
final class PlanStepper<T: Scalar> {
  private let run: TrainingRun
  private let plan: TrainingPlan<T>
  private let features: [T]
  private let targets: [T]
  private let targetWidth: Int
  private var optimizerSteps: Int
  /// How many of the plan's parameters are lent to it.
  private var lentCount = 0

  /// Throws an error of the kind `interrupted`, with everything left where it was, if the work is to stop.
  init(_ run: TrainingRun, _ plan: TrainingPlan<T>, steps: Int) throws {
    self.run = run
    self.plan = plan
    features = T.numbers(of: run.data.features)
    targets = T.numbers(of: run.data.targets)
    targetWidth = targets.count / run.data.count
    optimizerSteps = steps
    do { try borrow() } catch {
      finish()
      throw error
    }
  }

  /// Changes the weights by the gradients on a range of the epoch's order.
  func step(order: [Int]?, range: Range<Int>, number: Int) throws -> StepResult {
    let rows = range.count
    return try features.withUnsafeBufferPointer { features in
      try targets.withUnsafeBufferPointer { targets in
        guard let features = features.baseAddress, let targets = targets.baseAddress else {
          return StepResult(loss: 0, correct: 0)
        }
        let width = plan.layout.inputs
        var (x, target) = (features + range.lowerBound * width, targets + range.lowerBound * targetWidth)
        if let order {
          gather(order, range, from: features, width, into: plan.memory.input)
          gather(order, range, from: targets, targetWidth, into: plan.memory.target)
          (x, target) = (UnsafePointer(plan.memory.input), UnsafePointer(plan.memory.target))
        }
        let loss = try plan.differentiate(
          x, target: target, rows: rows, generator: BatchSchedule.generator(seed: run.seed, step: number))
        guard loss.isFinite, plan.hasFiniteGradients else { throw run.divergence(loss, step: number) }
        let correct = correctCount(target, rows: rows)
        optimizerSteps += 1
        plan.update(number: optimizerSteps, learningRate: run.optimizer.learningRate)
        return StepResult(loss: loss, correct: correct)
      }
    }
  }

  private func gather(
    _ order: [Int], _ range: Range<Int>, from source: UnsafePointer<T>, _ width: Int,
    into target: UnsafeMutablePointer<T>
  ) {
    for (row, i) in range.enumerated() {
      (target + row * width).update(from: source + order[i] * width, count: width)
    }
  }

  /// How many rows are classified rightly; 0 unless the data are classes.
  private func correctCount(_ target: UnsafePointer<T>, rows: Int) -> Int {
    guard run.data.isClassification else { return 0 }
    let (width, outputs) = (plan.layout.outputs, plan.prediction)
    let threshold: T = run.net.endsInSigmoid ? 0.5 : 0
    var correct = 0
    for row in 0..<rows {
      let x = outputs + row * width
      var label = 0
      if width == 1 {
        label = x[0] > threshold ? 1 : 0
      } else {
        for i in 1..<width where x[i] > x[label] { label = i }
      }
      if T(label) == target[row] { correct += 1 }
    }
    return correct
  }

  /// Takes over parameters and the optimiser's memory.
  private func borrow() throws {
    for slot in plan.layout.slots {
      let (parameter, at) = (slot.parameter, numbers(of: slot))
      let (shape, length) = (parameter.value.shape, parameter.value.count)
      // Both keep the plan, and with it the memory, for as long as the parameter is lent.
      let write: (Tensor) -> Void = { [plan] value in
        withExtendedLifetime(plan) { T.numbers(of: value).reading { at.update(from: $0, count: length) } }
      }
      T.numbers(of: parameter.value).reading { copy($0, to: at, count: length) }
      if slot.place.isTrained {
        let memory = run.optimizer.memories[ObjectIdentifier(parameter)] ?? newMemory(of: parameter)
        T.numbers(of: Tensor(memory.slots, shape: [memory.slots.count])).reading { numbers in
          forEachRemembered(slot) { k, at in copy(numbers + k * length, to: at, count: length) }
        }
        try Interruption.check()
        // Kept from now on, if it is new: `finish` needs it.
        run.optimizer.memories[ObjectIdentifier(parameter)] = memory
      }
      try Interruption.check()
      lentCount += 1
      parameter.lend(
        to: Parameter.Borrower(
          read: { [plan] in
            withExtendedLifetime(plan) {
              Tensor(T.storage(Array(UnsafeBufferPointer(start: at, count: length))), shape: shape)
            }
          },
          write: write,
          giveBack: { [plan] storage in
            withExtendedLifetime(plan) { T.write(at, count: length, to: &storage, at: 0) }
          }))
    }
  }

  /// What an optimiser remembers that has not seen a parameter yet. Worth nothing if the work is to stop.
  private func newMemory(of parameter: Parameter) -> Optimiser.Memory {
    let (start, count) = (
      T(run.optimizer.rule.slotStart), run.optimizer.rule.slotCount * parameter.value.count
    )
    let slots = [T].filled(count) { numbers in
      Interruption.forEachPiece(of: count) { piece in
        (numbers + piece.lowerBound).update(repeating: start, count: piece.count)
      }
    }
    return Optimiser.Memory(parameter: parameter, slots: T.storage(slots))
  }

  /// Copies numbers, unless the work is to stop.
  private func copy(_ source: UnsafePointer<T>, to target: UnsafeMutablePointer<T>, count: Int) {
    Interruption.forEachPiece(of: count) { piece in
      (target + piece.lowerBound).update(from: source + piece.lowerBound, count: piece.count)
    }
  }

  /// Gives parameters and the optimiser's memory back, to where they were: no memory is taken for them, which of a large
  /// network would cost more time than whoever interrupts the training is to wait.
  func finish() {
    for slot in plan.layout.slots.prefix(lentCount) {
      slot.parameter.takeBack()
      guard slot.place.isTrained else { continue }
      let length = slot.parameter.value.count
      var memory = run.optimizer.memory(of: slot.parameter)
      // Out of the dictionary while it is written to, so that it is not copied.
      run.optimizer.memories[ObjectIdentifier(slot.parameter)] = nil
      memory.steps = optimizerSteps
      forEachRemembered(slot) { k, at in T.write(at, count: length, to: &memory.slots, at: k * length) }
      run.optimizer.memories[ObjectIdentifier(slot.parameter)] = memory
    }
  }

  /// Where the plan has a parameter's numbers.
  private func numbers(of slot: PlanLayout.Slot) -> UnsafeMutablePointer<T> {
    (slot.place.isTrained ? plan.memory.values : plan.memory.kept) + slot.place.offset
  }

  /// Calls `body` with the number of each of the optimiser's slots, and where the plan has it for a parameter.
  private func forEachRemembered(_ slot: PlanLayout.Slot, _ body: (Int, UnsafeMutablePointer<T>) -> Void) {
    for k in 0..<run.optimizer.rule.slotCount {
      body(k, plan.memory.slots + k * plan.layout.trainedCount + slot.place.offset)
    }
  }
}
