import JupyterProtocol

extension DebugSession {
  /// The threads of a client: the main shell, and the subshells.
  var threads: JSON.Object {
    ["threads": .array(shells.all.map { ["id": .integer($0.number), "name": .string($0.name)] })]
  }

  /// The shell that is held up of which a client speaks: the one that it names, or the first to have stopped.
  func stoppedThread(_ asked: DebugRequest) throws(ContentError) -> (thread: Int, stop: DebugDesk.Stop) {
    let stopped = desk.withState { $0.stopped }
    guard let named = try asked.optionalInteger("threadId") else {
      guard let first = stopped.first else { throw ContentError("\(asked.command): nothing is stopped") }
      return first
    }
    guard let found = stopped.first(where: { $0.thread == named }) else {
      throw ContentError("\(asked.command): thread \(named) is not stopped")
    }
    return found
  }

  /// The shell that can answer a question about values: the one in whose stop it means something. What means something
  /// everywhere is answered by one that is held up, since others may be busy; by the main one if none is.
  ///
  /// - Returns: nil if the calls of a shell are asked for that is not held up, so that there is nothing to look for.
  func thread(toAnswer asked: DebugRequest) throws(ContentError) -> Int? {
    let number: Int?
    switch asked.command {
    case "stackTrace":
      let named = try asked.optionalInteger("threadId")
      return desk.withState { state in
        state.stopped.first { named == nil || $0.thread == named }?.thread
      }
    case "variables":
      let reference = try asked.integer("variablesReference")
      number = desk.withState { $0.references[reference]?.root.stop }
    case "copyToGlobals": number = FrameID(try asked.integer("srcFrameId")).stop
    default: number = try asked.optionalInteger("frameId").map { FrameID($0).stop }
    }
    return desk.withState { state in
      let stopped = state.stopped
      return (stopped.first { $0.stop.number == number } ?? stopped.first)?.thread ?? DebugThread.main
    }
  }
}
