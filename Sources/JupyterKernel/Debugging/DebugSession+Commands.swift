import JupyterProtocol

extension DebugSession {
  // MARK: What the debugger is

  static let capabilities: JSON.Object = [
    "supportsConfigurationDoneRequest": true, "supportsConditionalBreakpoints": true,
    "supportsEvaluateForHovers": true, "supportsExceptionInfoRequest": true,
    "supportsTerminateRequest": true, "supportTerminateDebuggee": true,
    "supportsDelayedStackTraceLoading": true, "supportsSingleThreadExecutionRequests": true,
    "exceptionBreakpointFilters": [
      [
        "filter": "uncaught", "label": "Errors", "default": false,
        "description": "Stop where an error arises that ends the cell.",
      ]
    ],
  ]

  /// The state of the debugger, as a front end needs it that opens a notebook of a running kernel.
  func info() -> JSON.Object {
    desk.withState { state in
      let breakpoints = state.breakpoints.all.map { key, breakpoints -> JSON in
        let path = state.files.path(key)
        return ["source": .string(path), "breakpoints": .array(breakpoints.map { $0.json(path: path) })]
      }
      return [
        "isStarted": .bool(state.isStarted), "hashMethod": "Murmur2",
        "hashSeed": .integer(Int(CellFiles.hashSeed)), "tmpFilePrefix": .string(state.files.prefix),
        "tmpFileSuffix": .string(state.files.suffix), "breakpoints": .array(breakpoints),
        "stoppedThreads": .array(state.stopped.map { .integer($0.thread) }), "richRendering": true,
        "exceptionPaths": [], "copyToGlobals": true,
      ]
    }
  }

  // MARK: Cells and breakpoints

  func dumpCell(_ asked: DebugRequest) throws(ContentError) -> String {
    let code = try asked.string("code")
    guard code.utf8.count <= CellFiles.cellLimit else {
      throw ContentError(
        "dumpCell: a cell of \(code.utf8.count) bytes is too large to be debugged; the limit is \(CellFiles.cellLimit)"
      )
    }
    let key = desk.know(code)
    return desk.withState { $0.files.path(key) }
  }

  func source(_ asked: DebugRequest) throws(ContentError) -> String {
    let path = try asked.sourcePath()
    let code = desk.withState { state in state.files.key(ofPath: path).flatMap { state.files[$0] } }
    guard let code else { throw ContentError("source: there is no cell \(path) that the kernel knows") }
    return code
  }

  func setBreakpoints(_ asked: DebugRequest) throws(ContentError) -> JSON.Object {
    let path = try asked.sourcePath()
    var wanted: [(line: Int, condition: String?)] = []
    for entry in try asked.list("breakpoints") {
      guard let line = entry["line"]?.integer else {
        throw ContentError("setBreakpoints: a breakpoint has no `line` that is a whole number")
      }
      let condition = entry["condition"]?.string.flatMap { $0.isEmpty ? nil : $0 }
      wanted.append((line, condition))
    }
    guard wanted.count <= Breakpoints.limit else {
      throw ContentError("setBreakpoints: \(wanted.count) breakpoints; \(Breakpoints.limit) are possible")
    }
    let (key, code) = desk.withState { state in
      let key = state.files.key(ofPath: path)
      return (key, key.flatMap { state.files[$0] })
    }
    guard let key else {
      // Of another kernel, or of a file: it cannot be hit here, and the client is told.
      let obstacle = "there is no cell \(path) in this kernel"
      return [
        "breakpoints": .array(
          wanted.map {
            ["verified": false, "line": .integer($0.line), "message": .string(obstacle)]
          })
      ]
    }
    let lines = code.map(desk.lines)
    let set = desk.withState { $0.breakpoints.set(wanted, in: key, lines: lines) }
    return ["breakpoints": .array(set.map { $0.json(path: path) })]
  }

  /// Nothing in a cell can catch an error, so "raised" and "uncaught" are the same.
  func setExceptionBreakpoints(_ asked: DebugRequest) throws(ContentError) -> JSON.Object {
    var stops = false
    for filter in try asked.list("filters") {
      guard let name = filter.string, ["uncaught", "raised"].contains(name) else {
        throw ContentError("setExceptionBreakpoints: no filter `\(filter.string ?? "")`; there is `uncaught`")
      }
      stops = true
    }
    desk.withState { $0.stopsAtErrors = stops }
    return [:]
  }

  // MARK: Going on and stopping

  /// Lets every shell go on that is held up, or one alone if the client asks for that.
  ///
  /// So the protocol has it, and JupyterLab relies on it: it forgets which thread has stopped before it sends `continue`,
  /// and then names another.
  func goOn(_ asked: DebugRequest) throws(ContentError) -> JSON.Object {
    let single = try asked.flag("singleThread") ? try stoppedThread(asked).thread : nil
    return desk.withState { state in
      let stopped = state.stopped
      for (thread, _) in stopped where single == nil || thread == single {
        state.threads[thread]?.goOn(.freely)
      }
      return ["allThreadsContinued": .bool(single == nil || stopped.count == 1)]
    }
  }

  /// Lets one shell go on by a step. The others that are held up go on too, unless the client asks for something else.
  func step(_ asked: DebugRequest, _ stepping: (Stepping.Position) -> Stepping) throws(ContentError) {
    let stepped = try stoppedThread(asked).thread
    let isSingle = try asked.flag("singleThread")
    desk.withState { state in
      for (thread, stop) in state.stopped where thread == stepped || !isSingle {
        state.threads[thread]?.goOn(thread == stepped ? stepping(stop.position) : .freely)
      }
    }
  }

  /// Stops the cell that a shell runs at its next statement; its next cell if none runs.
  func pause(_ asked: DebugRequest) throws(ContentError) {
    let thread = DebugThread(desk: desk, id: try asked.optionalInteger("threadId") ?? DebugThread.main)
    let isPossible = thread.withState { state in
      if case .unwatched = state.running { return false }
      if state.stop == nil { state.stepping = .pausing }
      return true
    }
    guard isPossible else {
      throw ContentError(
        "pause: this cell began before the debugger was attached; cells can be stopped from the next one on")
    }
  }

  func exceptionInfo(_ asked: DebugRequest) throws(ContentError) -> JSON.Object {
    guard let error = try stoppedThread(asked).stop.error else {
      throw ContentError("exceptionInfo: no error has stopped the cell")
    }
    return [
      "exceptionId": .string(error.name), "description": .string(error.message), "breakMode": "unhandled",
      "details": ["stackTrace": .string(error.traceback.joined(separator: "\n"))],
    ]
  }
}
