import Engine

/// What a cell has changed besides the values of names, as it was before: weights, what optimisers remembered, and
/// variables that closures keep. A cell that fails puts it back.
struct Journal {
  private var entries: [ObjectIdentifier: (parameter: Parameter, value: Tensor)] = [:]

  private var boxes: [(box: Box, value: Value)] = []
  private var optimisers: [ObjectIdentifier: (optimiser: Optimiser, snapshot: Optimiser.Snapshot)] = [:]
  /// How the last training went, whether it was interrupted or not; nil before there was one.
  private(set) var lastHistory: HistoryValue?
  /// The same when the running cell began.
  private var earlierHistory: HistoryValue?

  /// To be called before the first change; later calls for the same parameters cost next to nothing.
  mutating func record(_ parameters: some Sequence<Parameter>) {
    for parameter in parameters where entries[ObjectIdentifier(parameter)] == nil {
      entries[ObjectIdentifier(parameter)] = (parameter, parameter.value)
    }
  }

  /// To be called before a shared variable changes for the first time in a cell.
  mutating func record(_ box: Box) { boxes.append((box, box.value)) }

  /// To be called before an optimiser is used.
  mutating func record(_ optimiser: Optimiser) {
    guard optimisers[ObjectIdentifier(optimiser)] == nil else { return }
    optimisers[ObjectIdentifier(optimiser)] = (optimiser, optimiser.snapshot)
  }

  /// Notes how a training went.
  mutating func note(_ history: HistoryValue) { lastHistory = history }

  mutating func undo() {
    for entry in entries.values {
      // Cannot fail: a parameter's shape never changes.
      try? entry.parameter.assign(entry.value)
    }
    for entry in boxes { entry.box.pointer.pointee = entry.value }
    for entry in optimisers.values { entry.optimiser.restore(entry.snapshot) }
    lastHistory = earlierHistory
    clear()
  }

  mutating func clear() {
    entries = [:]
    boxes = []
    optimisers = [:]
    earlierHistory = lastHistory
  }
}
