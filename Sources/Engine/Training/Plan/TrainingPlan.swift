/// The training of a chain of layers, worked out once: every buffer has its place, and a step is a fixed
/// sequence of stages, without allocation.
final class TrainingPlan<T: Scalar> {
  let layout: PlanLayout
  let memory: PlanMemory<T>
  private let loss: any PlanLoss
  private let rule: UpdateRule

  init(_ layout: PlanLayout, loss: any PlanLoss, rule: UpdateRule) {
    self.layout = layout
    self.loss = loss
    self.rule = rule
    memory = PlanMemory(layout, slotCount: rule.slotCount)
  }

  /// The last outputs, before the loss.
  var prediction: UnsafePointer<T> {
    UnsafePointer(memory.buffers + (layout.stages.last?.output ?? 0))
  }

  /// The loss of a batch, and the gradients of all parameters. Changes no parameter but those that layers keep; nor these
  /// if the work is to stop, which is thrown. `generator` is where layers that are random draw from.
  func differentiate(
    _ input: UnsafePointer<T>, target: UnsafePointer<T>, rows: Int, generator: Generator
  ) throws -> Double {
    copyStatistics(from: memory.kept, to: memory.earlierStatistics)
    do {
      let value = try passes(input, target: target, rows: rows, generator: generator)
      try Interruption.check()
      return value
    } catch  where Interruption.isDue {
      copyStatistics(from: memory.earlierStatistics, to: memory.kept)
      throw EngineError.interrupted
    }
  }

  private func copyStatistics(from source: UnsafeMutablePointer<T>, to target: UnsafeMutablePointer<T>) {
    for range in layout.statistics {
      (target + range.lowerBound).update(from: source + range.lowerBound, count: range.count)
    }
  }

  /// The way there and the way back.
  private func passes(
    _ input: UnsafePointer<T>, target: UnsafePointer<T>, rows: Int, generator: Generator
  ) throws -> Double {
    var pass = PlanPass(rows: rows, memory: memory, generator: generator)
    var x = input
    for placed in layout.stages {
      let y = memory.buffers + placed.output
      try placed.stage.forward(x, into: y, &pass)
      x = UnsafePointer(y)
    }
    var deltas = PlanDeltas(memory)
    let block = RowBlock(rows: rows, columns: layout.outputs)
    let value = try loss.value(x, target: target, gradient: deltas.current, block)
    for index in stride(from: layout.stages.count - 1, through: layout.firstTrained, by: -1) {
      let placed = layout.stages[index]
      let x = index == 0 ? input : UnsafePointer(memory.buffers + layout.stages[index - 1].output)
      deltas.isWanted = index > layout.firstTrained
      placed.stage.backward(&deltas, input: x, output: memory.buffers + placed.output, pass)
    }
    return value
  }

  /// Whether all gradients are finite.
  var hasFiniteGradients: Bool { T.allFinite(memory.gradients, count: layout.trainedCount) }

  /// Changes the parameters along the gradients. `number` counts the optimiser's steps from 1.
  func update(number: Int, learningRate: Double) {
    rule.update(
      memory.values, gradient: memory.gradients, slots: memory.slots, count: layout.trainedCount,
      step: number, learningRate: learningRate)
  }
}
