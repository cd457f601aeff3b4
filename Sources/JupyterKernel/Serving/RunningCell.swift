import JupyterProtocol

/// The cell that is being run, for the threads that may have to stop it; and how the kernel comes to its end.
final class RunningCell: Sendable {
  /// A client's wish that the kernel end.
  struct End: Sendable {
    let request: Request
    let content: ShutdownRequest
  }

  private struct State: Sendable {
    var cell: Cell?
    var end: End?
    var isOver = false
  }

  private let state = Monitor(State())
  private let wakeUp: WakeUp

  init(wakeUp: WakeUp) {
    self.wakeUp = wakeUp
  }

  func begin(_ cell: Cell) {
    state.withLock { $0.cell = cell }
  }

  func end() {
    state.withLock { $0.cell = nil }
  }

  /// Asks the cell to stop, if one is being run; the next one is not affected.
  func interrupt() {
    state.withLock { $0.cell }?.interrupt()
  }

  /// Notes a shutdown request that came on shell, in its turn.
  func endRequested(by request: Request, _ content: ShutdownRequest) {
    state.withLock { $0.end = End(request: request, content: content) }
    wakeUp.signal()
  }

  var requestedEnd: End? { state.withLock { $0.end } }

  /// Notes that the evaluation thread has come to its end.
  func evaluationIsOver() {
    state.withLock { $0.isOver = true }
    wakeUp.signal()
  }

  var isEvaluationOver: Bool { state.withLock { $0.isOver } }
}
