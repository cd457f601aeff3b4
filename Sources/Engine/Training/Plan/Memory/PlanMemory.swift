/// All memory of a training plan, in one piece that is taken once and begins with zeros.
final class PlanMemory<T: Scalar> {
  private let all: ZeroedMemory
  /// The trained parameters.
  let values: UnsafeMutablePointer<T>
  /// Their gradients.
  let gradients: UnsafeMutablePointer<T>
  /// What the optimiser remembers, slot after slot.
  let slots: UnsafeMutablePointer<T>
  /// The parameters that are not trained.
  let kept: UnsafeMutablePointer<T>
  /// The stages' outputs and notes.
  let buffers: UnsafeMutablePointer<T>
  /// Gradients with respect to the outputs of a stage and the one before it, in turns.
  let deltas: (UnsafeMutablePointer<T>, UnsafeMutablePointer<T>)
  /// Where a batch's rows are gathered.
  let input: UnsafeMutablePointer<T>
  /// Where a batch's targets are gathered, `outputs` numbers a row at most.
  let target: UnsafeMutablePointer<T>
  /// What matrix products need to work with.
  let workspace: UnsafeMutablePointer<T>
  /// The statistics among `kept` as they were before a step, each at its place there.
  let earlierStatistics: UnsafeMutablePointer<T>

  /// Takes the memory for a layout and an optimiser with so many slots.
  init(_ layout: PlanLayout, slotCount: Int) {
    let delta = layout.rows * layout.widest
    let workspaceCounts = layout.stages.map { $0.stage.workspaceCount(for: T.self, rows: layout.rows) }
    let lengths = [
      layout.trainedCount, layout.trainedCount, layout.trainedCount * slotCount, layout.keptCount,
      layout.bufferCount, delta, delta, layout.rows * layout.inputs, layout.rows * layout.outputs,
      workspaceCounts.max() ?? 0, layout.statistics.isEmpty ? 0 : layout.keptCount,
    ]
    var offsets: [Int] = []
    var count = 0
    for length in lengths {
      offsets.append(count)
      count = PlanLayout.aligned(count + length)
    }
    all = ZeroedMemory(byteCount: count * MemoryLayout<T>.stride)
    // All bits of the number 0 are zeros.
    let numbers = all.start.bindMemory(to: T.self, capacity: max(1, count))
    values = numbers + offsets[0]
    gradients = numbers + offsets[1]
    slots = numbers + offsets[2]
    kept = numbers + offsets[3]
    buffers = numbers + offsets[4]
    deltas = (numbers + offsets[5], numbers + offsets[6])
    input = numbers + offsets[7]
    target = numbers + offsets[8]
    workspace = numbers + offsets[9]
    earlierStatistics = numbers + offsets[10]
  }
}
