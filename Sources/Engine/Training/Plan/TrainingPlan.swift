/// The training of a chain of layers, worked out once: every buffer has its place, and a step is a fixed
/// sequence of matrix products and fused loops, without allocation.
final class TrainingPlan<T: Scalar> {
  let layout: PlanLayout
  private let loss: FusedLoss
  private let rule: UpdateRule
  private let memory: PlanMemory<T>
  let values: UnsafeMutablePointer<T>
  private let gradients: UnsafeMutablePointer<T>
  let slots: UnsafeMutablePointer<T>
  private let activations: UnsafeMutablePointer<T>
  /// Gradients with respect to the outputs of a stage and the one before it, in turns.
  private let deltas: (UnsafeMutablePointer<T>, UnsafeMutablePointer<T>)
  /// Where a batch's rows are gathered.
  let input: UnsafeMutablePointer<T>
  /// What matrix products need to work with.
  private let workspace: UnsafeMutablePointer<T>
  /// Where a batch's targets are gathered, `outputs` numbers a row at most.
  let target: UnsafeMutablePointer<T>

  init(_ layout: PlanLayout, loss: FusedLoss, rule: UpdateRule) {
    self.layout = layout
    self.loss = loss
    self.rule = rule
    let delta = layout.rows * layout.widest
    let regions = [
      layout.parameterCount, layout.parameterCount, layout.parameterCount * rule.slotCount,
      layout.activationCount, delta, delta, layout.rows * layout.inputs, layout.rows * layout.outputs,
      TrainingPlan.workspaceCount(layout),
    ]
    memory = PlanMemory(regions: regions)
    values = memory.next(regions[0])
    gradients = memory.next(regions[1])
    slots = memory.next(regions[2])
    activations = memory.next(regions[3])
    deltas = (memory.next(regions[4]), memory.next(regions[5]))
    input = memory.next(regions[6])
    target = memory.next(regions[7])
    workspace = memory.next(regions[8])
  }

  /// What the largest of all products needs.
  private static func workspaceCount(_ layout: PlanLayout) -> Int {
    let counts = layout.stages.flatMap { stage in
      [
        T.workspaceCount(m: layout.rows, n: stage.outputs, k: stage.inputs),
        T.workspaceCount(m: stage.outputs, n: stage.inputs, k: layout.rows),
        T.workspaceCount(m: layout.rows, n: stage.inputs, k: stage.outputs),
      ]
    }
    return counts.max() ?? 0
  }

  /// The last outputs, before the loss.
  var prediction: UnsafePointer<T> {
    UnsafePointer(activations + (layout.stages.last?.output ?? 0))
  }

  /// The loss of a batch, and the gradients of all parameters. Changes no parameter.
  func differentiate(_ input: UnsafePointer<T>, target: UnsafePointer<T>, rows: Int) -> Double {
    forward(input, rows: rows)
    let block = RowBlock(rows: rows, columns: layout.outputs)
    let value = loss.value(prediction, target: target, gradient: deltas.0, block)
    backward(input, rows: rows)
    return value
  }

  private func forward(_ input: UnsafePointer<T>, rows: Int) {
    var x = input
    for stage in layout.stages {
      let z = activations + stage.argument
      T.multiplyMatrices(
        x, transposed: false, values + stage.weight, transposed: true, into: z, m: rows, n: stage.outputs,
        k: stage.inputs, workspace: workspace)
      let y = activations + stage.output
      T.activate(
        stage.activation, z, bias: stage.bias.map { UnsafePointer(values + $0) }, into: y,
        RowBlock(rows: rows, columns: stage.outputs))
      x = UnsafePointer(y)
    }
  }

  private func backward(_ input: UnsafePointer<T>, rows: Int) {
    var (delta, next) = deltas
    for index in stride(from: layout.stages.count - 1, through: 0, by: -1) {
      let stage = layout.stages[index]
      T.deactivate(
        stage.activation, delta, argument: activations + stage.argument, value: activations + stage.output,
        biasGradient: stage.bias.map { gradients + $0 }, RowBlock(rows: rows, columns: stage.outputs))
      let x = index == 0 ? input : UnsafePointer(activations + layout.stages[index - 1].output)
      T.multiplyMatrices(
        delta, transposed: true, x, transposed: false, into: gradients + stage.weight, m: stage.outputs,
        n: stage.inputs, k: rows, workspace: workspace)
      if index > 0 {
        T.multiplyMatrices(
          delta, transposed: false, values + stage.weight, transposed: false, into: next, m: rows,
          n: stage.inputs, k: stage.outputs, workspace: workspace)
        (delta, next) = (next, delta)
      }
    }
  }

  /// Whether all gradients are finite.
  var hasFiniteGradients: Bool { T.allFinite(gradients, count: layout.parameterCount) }

  /// Changes the parameters along the gradients. `number` counts the optimiser's steps from 1.
  func update(number: Int, learningRate: Double) {
    rule.update(
      values, gradient: gradients, slots: slots, count: layout.parameterCount, step: number,
      learningRate: learningRate)
  }
}
