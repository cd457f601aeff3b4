/// A line of requests that are answered one after the other: the main shell, or a subshell beside it.
final class Shell: Sendable {
  /// By which requests name it; nil for the main shell.
  let id: String?
  /// By which a debugger names it; no two shells of a kernel have the same.
  let number: Int
  let queue: RequestQueue
  let running: RunningCell

  init(id: String?, number: Int, room: RequestRoom, wakeUp: WakeUp) {
    self.id = id
    self.number = number
    queue = RequestQueue(room: room, wakeUp: wakeUp)
    running = RunningCell(wakeUp: wakeUp)
  }

  /// What a debugger calls it: a subshell as ipykernel does.
  var name: String { id.map { "subshell-\($0)" } ?? "cells" }

  /// Brings its evaluation to an end: what runs is interrupted, and nothing that waits is begun.
  /// - Returns: the requests that waited.
  @discardableResult
  func close() -> [Request] {
    let left = queue.close()
    running.stop()
    return left
  }
}
