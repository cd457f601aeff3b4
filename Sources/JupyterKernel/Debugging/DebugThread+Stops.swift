import JupyterProtocol

extension DebugThread {
  /// A statement that a cell is about to run.
  struct Place {
    let key: UInt32
    let line: Int
    let startsLine: Bool
    let position: Stepping.Position
  }

  /// Holds the cell up where somebody wants that. Returns when it is to go on, or was interrupted.
  func reach(_ place: Place, _ cell: Cell, _ program: any DebuggedProgram) {
    let (reason, hit) = desk.withState { state -> (String?, [Breakpoint]) in
      guard state.isAttached else { return (nil, []) }
      let hit = place.startsLine ? state.breakpoints.hit(in: place.key, line: place.line) : []
      let stepping = state.threads[id]?.stepping ?? .freely
      return (stepping.reasonToStop(at: place.position, startsLine: place.startsLine), hit)
    }
    if reason == nil, hit.isEmpty { return }
    var ids: [JSON] = []
    var problem: String?
    for breakpoint in hit {
      do {
        if try breakpoint.condition.map({ try program.holds($0, in: 0) }) ?? true {
          ids.append(.integer(breakpoint.id))
        }
      } catch {
        // Who wrote a condition that cannot be decided is shown the place and the reason.
        ids.append(.integer(breakpoint.id))
        problem = "the condition \(breakpoint.condition ?? "") cannot be decided: \(error)"
      }
    }
    guard let reason = ids.isEmpty ? reason : "breakpoint" else { return }
    var body: JSON.Object = ["reason": .string(reason)]
    if !ids.isEmpty { body["hitBreakpointIds"] = .array(ids) }
    body["text"] = problem.map(JSON.string)
    hold(cell, at: place.position, body, program)
  }

  /// Holds a cell up that is about to fail, if that is wanted.
  func fail(_ error: CellError, at position: Stepping.Position, _ cell: Cell, _ program: any DebuggedProgram)
  {
    guard desk.withState({ $0.isAttached && $0.stopsAtErrors }) else { return }
    hold(
      cell, at: position, error: error,
      ["reason": "exception", "description": .string(error.name), "text": .string(error.message)], program)
  }

  /// What ends the wait of a cell that is held up.
  private enum Turn {
    case question(DebugDesk.Question)
    case goOn
  }

  private func hold(
    _ cell: Cell, at position: Stepping.Position, error: CellError? = nil, _ event: JSON.Object,
    _ program: any DebuggedProgram
  ) {
    // What was printed before the stop is to be seen while the cell is held up.
    cell.flush()
    let stop = desk.withState { state in
      state.lastStop += 1
      let stop = DebugDesk.Stop(number: state.lastStop, position: position, error: error)
      var thread = state.threads[id] ?? State()
      thread.stop = stop
      thread.goesOn = false
      thread.stepping = .freely
      state.threads[id] = thread
      return stop
    }
    var body = event
    body["threadId"] = .integer(id)
    body["allThreadsStopped"] = false
    desk.tell("stopped", body)

    var inspector = Inspector(desk, program, stop: stop)
    while case .question(let question) = program.aside({ nextTurn(of: cell) }) {
      inspector.answer(question)
    }
    let (isWatched, isLast) = desk.withState { state in
      state.threads[id]?.stop = nil
      let isLast = state.stopped.isEmpty
      if isLast { state.references.forget() } else { state.references.forget(stop: stop.number) }
      return (state.isStarted, isLast)
    }
    if isWatched {
      desk.tell("continued", ["threadId": .integer(id), "allThreadsContinued": .bool(isLast)])
    }
  }

  private func nextTurn(of cell: Cell) -> Turn {
    desk.wait { state in
      if cell.isInterrupted { return .goOn }
      // What was asked before the cell was told to go on is answered before it does.
      if let question = state.threads[id]?.questions.popFirst() { return .question(question) }
      return state.threads[id]?.goesOn == true ? .goOn : nil
    }
  }
}
