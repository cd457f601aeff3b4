/// The cell that a shell is running, for the threads that may have to stop it; and how the shell comes to its end.
final class RunningCell: Sendable {
  private struct State: Sendable {
    var isServing = false
    var cell: Cell?
    /// Whether an interrupt came for a request whose cell had not begun.
    var isInterruptDue = false
    /// Whether no cell is to run any more.
    var isStopped = false
    var isEndWanted = false
    var isOver = false
  }

  private let state = Monitor(State())
  private let wakeUp: WakeUp

  init(wakeUp: WakeUp) {
    self.wakeUp = wakeUp
  }

  /// Notes that a request is being served. From here on an interrupt is meant for it.
  func beginRequest() {
    state.withLock { $0.isServing = true }
  }

  func endRequest() {
    state.withLock { state in
      state.isServing = false
      state.isInterruptDue = false
    }
  }

  func begin(_ cell: Cell) {
    let isInterruptDue = state.withLock { state in
      state.cell = cell
      return state.isInterruptDue || state.isStopped
    }
    if isInterruptDue { cell.interrupt() }
  }

  func end() {
    state.withLock { $0.cell = nil }
  }

  /// Asks the cell to stop, if one is being run; the next one is not affected.
  func interrupt() {
    let cell = state.withLock { state in
      state.isInterruptDue = state.isServing
      return state.cell
    }
    cell?.interrupt()
  }

  /// Asks the cell to stop, and every later one.
  func stop() {
    state.withLock { $0.isStopped = true }
    interrupt()
  }

  /// Notes that a client asked on shell for the kernel to end, and that its turn has come.
  func requestEnd() {
    state.withLock { $0.isEndWanted = true }
    wakeUp.signal()
  }

  var isEndWanted: Bool { state.withLock { $0.isEndWanted } }

  /// Notes that the evaluation thread has come to its end.
  func evaluationIsOver() {
    state.withLock { $0.isOver = true }
    wakeUp.signal()
  }

  var isEvaluationOver: Bool { state.withLock { $0.isOver } }
}
