/// A line of requests that are answered one after the other: the main shell, or a subshell beside it.
final class Shell: Sendable {
  /// By which requests name it; nil for the main shell.
  let id: String?
  let queue: RequestQueue
  let running: RunningCell

  init(id: String?, wakeUp: WakeUp) {
    self.id = id
    queue = RequestQueue(wakeUp: wakeUp)
    running = RunningCell(wakeUp: wakeUp)
  }

  /// Brings its evaluation to an end: what runs is interrupted, and nothing that waits is begun.
  /// - Returns: the requests that waited.
  @discardableResult
  func close() -> [Request] {
    let left = queue.close()
    running.stop()
    return left
  }
}
