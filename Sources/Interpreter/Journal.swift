import Engine

/// The weights that a cell has changed, as they were before: a cell that fails puts them back.
struct Journal {
  private var entries: [ObjectIdentifier: (parameter: Parameter, value: Tensor)] = [:]

  /// To be called before the first change; later calls for the same parameters cost next to nothing.
  mutating func record(_ parameters: some Sequence<Parameter>) {
    for parameter in parameters where entries[ObjectIdentifier(parameter)] == nil {
      entries[ObjectIdentifier(parameter)] = (parameter, parameter.value)
    }
  }

  mutating func undo() {
    for entry in entries.values {
      // Cannot fail: a parameter's shape never changes.
      try? entry.parameter.assign(entry.value)
    }
    entries = [:]
  }

  mutating func clear() { entries = [:] }
}
