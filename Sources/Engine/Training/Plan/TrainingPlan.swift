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
    ]
    memory = PlanMemory(regions: regions)
    values = memory.next(regions[0])
    gradients = memory.next(regions[1])
    slots = memory.next(regions[2])
    activations = memory.next(regions[3])
    deltas = (memory.next(regions[4]), memory.next(regions[5]))
    input = memory.next(regions[6])
    target = memory.next(regions[7])
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
        k: stage.inputs)
      let y = activations + stage.output
      stage.activation.forward(
        z, bias: stage.bias.map { UnsafePointer(values + $0) }, into: y,
        RowBlock(rows: rows, columns: stage.outputs))
      x = UnsafePointer(y)
    }
  }

  private func backward(_ input: UnsafePointer<T>, rows: Int) {
    var (delta, next) = deltas
    for (index, stage) in layout.stages.enumerated().reversed() {
      stage.activation.backward(
        delta, argument: activations + stage.argument, value: activations + stage.output,
        biasGradient: stage.bias.map { gradients + $0 }, RowBlock(rows: rows, columns: stage.outputs))
      let x = index == 0 ? input : UnsafePointer(activations + layout.stages[index - 1].output)
      T.multiplyMatrices(
        delta, transposed: true, x, transposed: false, into: gradients + stage.weight, m: stage.outputs,
        n: stage.inputs, k: rows)
      if index > 0 {
        T.multiplyMatrices(
          delta, transposed: false, values + stage.weight, transposed: false, into: next, m: rows,
          n: stage.inputs, k: stage.outputs)
        (delta, next) = (next, delta)
      }
    }
  }

  /// Whether all gradients are finite.
  var hasFiniteGradients: Bool {
    // 0 times a number is 0, or NaN if the number is not finite. Four sums, to be kept in a vector.
    var (a, b, c, d): (T, T, T, T) = (0, 0, 0, 0)
    var i = 0
    while i + 4 <= layout.parameterCount {
      a += gradients[i] * 0
      b += gradients[i + 1] * 0
      c += gradients[i + 2] * 0
      d += gradients[i + 3] * 0
      i += 4
    }
    while i < layout.parameterCount {
      a += gradients[i] * 0
      i += 1
    }
    return (a + b + c + d) == 0
  }

  /// Changes the parameters along the gradients. `number` counts the optimiser's steps from 1.
  func update(number: Int, learningRate: Double) {
    rule.update(
      values, gradient: gradients, slots: slots, count: layout.parameterCount, step: number,
      learningRate: learningRate)
  }
}
