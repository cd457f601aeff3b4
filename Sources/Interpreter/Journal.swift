import Engine

/// The weights that a cell has changed, and what its optimisers remembered, as they were before: a cell that fails
/// puts them back.
struct Journal {
  private var entries: [ObjectIdentifier: (parameter: Parameter, value: Tensor)] = [:]

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
    for entry in optimisers.values { entry.optimiser.restore(entry.snapshot) }
    lastHistory = earlierHistory
    clear()
  }

  mutating func clear() {
    entries = [:]
    optimisers = [:]
    earlierHistory = lastHistory
  }
}
