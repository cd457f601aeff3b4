import Engine

/// What a cell has changed besides the values of names, as it was before: weights, what optimisers remembered, and
/// variables that closures keep. A cell that fails puts it back.
struct Journal {
  private var entries: [ObjectIdentifier: (parameter: Parameter, value: Tensor)] = [:]

  private var boxes: [(box: Box, value: Value, notedIn: Int)] = []
  private var optimisers: [ObjectIdentifier: (optimiser: Optimiser, snapshot: Optimiser.Snapshot)] = [:]
  /// The number of the cell's last training, and the training before its first.
  private var training: (number: Int, earlier: Workspace.Training?)?
  /// Files that the cell imported, with the texts that had been run before.
  private var imports: [(path: String, text: String?)] = []

  /// To be called before the first change; later calls for the same parameters cost next to nothing.
  mutating func record(_ parameters: some Sequence<Parameter>) {
    for parameter in parameters where entries[ObjectIdentifier(parameter)] == nil {
      entries[ObjectIdentifier(parameter)] = (parameter, parameter.value)
    }
  }

  /// To be called before a shared variable changes for the first time in a cell, or for the first time since another
  /// cell changed it.
  mutating func record(_ box: Box, in cell: Int) {
    boxes.append((box, box.value, box.notedIn))
    box.notedIn = cell
  }

  /// Leaves the shared variables that other cells have changed since this one did as they are now.
  mutating func takeOver(in cell: Int) {
    for index in boxes.indices where boxes[index].box.notedIn != cell {
      boxes[index].value = boxes[index].box.value
      boxes[index].notedIn = boxes[index].box.notedIn
    }
  }

  /// To be called before an optimiser is used.
  mutating func record(_ optimiser: Optimiser) {
    guard optimisers[ObjectIdentifier(optimiser)] == nil else { return }
    optimisers[ObjectIdentifier(optimiser)] = (optimiser, optimiser.snapshot)
  }

  /// Notes how a training went.
  mutating func note(_ history: HistoryValue, in workspace: Workspace) {
    let earlier = if let training { training.earlier } else { workspace.lastTraining }
    let number = (workspace.lastTraining?.number ?? 0) + 1
    workspace.lastTraining = .init(number: number, history: history)
    training = (number, earlier)
  }

  /// Notes that a file has been run to its end.
  mutating func note(_ file: ImportedFile, in workspace: Workspace) {
    imports.append((file.path, workspace.importedTexts[file.path]))
    workspace.importedTexts[file.path] = file.source.text
  }

  mutating func undo(in workspace: Workspace) {
    for entry in entries.values {
      // Cannot fail: a parameter's shape never changes.
      try? entry.parameter.assign(entry.value)
    }
    for entry in boxes {
      entry.box.pointer.pointee = entry.value
      entry.box.notedIn = entry.notedIn
    }
    for entry in optimisers.values { entry.optimiser.restore(entry.snapshot) }
    if let training, workspace.lastTraining?.number == training.number {
      workspace.lastTraining = training.earlier
    }
    for entry in imports.reversed() { workspace.importedTexts[entry.path] = entry.text }
    clear()
  }

  mutating func clear() {
    entries = [:]
    boxes = []
    optimisers = [:]
    training = nil
    imports = []
  }
}
