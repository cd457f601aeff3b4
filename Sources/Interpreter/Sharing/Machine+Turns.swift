import Engine

extension Machine {
  /// How long a shell evaluates at least before another one that waits has its turn.
  private static let slice = Duration.milliseconds(2)

  /// Runs `body` while no other shell of the notebook evaluates; between whiles others may, where `body` polls.
  func inTurn<Result>(_ body: () throws -> Result) rethrows -> Result {
    workspace.beginTurn(self)
    turnBegan = .now
    defer { workspace.endTurn() }
    return try body()
  }

  /// Lets the next shell have its turn, if this one has had enough of its own.
  @inline(never)
  func letOthersEvaluate() {
    if turnBegan.duration(to: .now) >= Self.slice { aside {} }
  }

  /// Waits for something outside, with the other shells free to evaluate meanwhile. `body` must touch nothing but
  /// values of its own.
  func aside<Result, Failure>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    guard mayPause else { return try body() }
    let moment = globals.moment
    workspace.endTurn()
    defer {
      workspace.beginTurn(self)
      turnBegan = .now
      takeOver(from: moment)
    }
    return try body()
  }

  /// Runs `body` without letting other shells evaluate meanwhile: for what the engine calls while it has made a change
  /// of its own to a network, as when it takes a derivative with respect to weights.
  func steadily<Result>(_ body: () throws -> Result) rethrows -> Result {
    let outer = mayPause
    mayPause = false
    defer { mayPause = outer }
    return try body()
  }

  /// Leaves to a cell what others have changed while it paused: if it fails, that stays.
  private func takeOver(from moment: Globals.Moment) {
    journal.takeOver(in: cell)
    replaced += globals.takeOver(from: moment, into: &before, declared: declared)
  }

  // MARK: The running cell

  /// To be called before a cell runs: what it changes is noted anew.
  /// - Parameters:
  ///   - before: names and values before the cell was read.
  ///   - declared: the names that it declares.
  func beginCell(before: Globals.Snapshot, declared: Set<Int>) {
    self.before = before
    self.declared = declared
    forgetShown()
    workspace.noteBeginOfCell()
    beginNotes()
  }

  /// Takes back all that the running cell has changed.
  func undoCell() {
    globals.restore(before)
    journal.undo(in: workspace)
  }

  /// To be called when a cell has ended in whichever way.
  func endCell() {
    workspace.noteEndOfCell()
    journal.clear()
    workspace.releaseClaims(of: self)
    before = Globals.Snapshot()
    declared = []
    replaced = []
  }

  /// Notes weights before they change for the first time in a cell, and keeps other cells from changing them.
  func claim(_ parameters: [Parameter]) throws {
    try workspace.claim(parameters, called: "network", for: self)
    journal.record(parameters)
  }

  /// The same for what an optimiser remembers.
  func claim(_ optimiser: Optimiser) throws {
    try workspace.claim([optimiser], called: "optimiser", for: self)
    journal.record(optimiser)
  }
}
