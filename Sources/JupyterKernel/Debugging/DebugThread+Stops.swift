import JupyterProtocol

extension DebugDesk {
  /// The one thread that a client sees: that on which cells run.
  static let threadID = 1

  /// A statement that a cell is about to run.
  struct Place {
    let key: UInt32
    let line: Int
    let startsLine: Bool
    let position: Stepping.Position
  }

  /// Holds the cell up where somebody wants that. Returns when it is to go on, or was interrupted.
  func reach(_ place: Place, _ cell: Cell, _ program: any DebuggedProgram) {
    let (reason, hit) = withState { state -> (String?, [Breakpoint]) in
      guard state.isAttached else { return (nil, []) }
      let hit = place.startsLine ? state.breakpoints.hit(in: place.key, line: place.line) : []
      return (state.stepping.reasonToStop(at: place.position, startsLine: place.startsLine), hit)
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
    guard withState({ $0.isAttached && $0.stopsAtErrors }) else { return }
    hold(
      cell, at: position, error: error,
      ["reason": "exception", "description": .string(error.name), "text": .string(error.message)], program)
  }

  /// What ends the wait of a cell that is held up.
  private enum Turn {
    case question(Question)
    case goOn
  }

  private func hold(
    _ cell: Cell, at position: Stepping.Position, error: CellError? = nil, _ event: JSON.Object,
    _ program: any DebuggedProgram
  ) {
    // What was printed before the stop is to be seen while the cell is held up.
    cell.flush()
    let stop = withState { state in
      state.lastStop += 1
      let stop = Stop(number: state.lastStop, position: position, error: error)
      state.stop = stop
      state.goesOn = false
      state.stepping = .freely
      state.references.forget()
      return stop
    }
    var body = event
    body["threadId"] = .integer(Self.threadID)
    body["allThreadsStopped"] = true
    tell("stopped", body)

    var inspector = Inspector(self, program, stop: stop)
    while case .question(let question) = program.aside({ nextTurn(of: cell) }) {
      inspector.answer(question)
    }
    let isWatched = withState { state in
      state.stop = nil
      state.references.forget()
      return state.isStarted
    }
    if isWatched {
      tell("continued", ["threadId": .integer(Self.threadID), "allThreadsContinued": true])
    }
  }

  private func nextTurn(of cell: Cell) -> Turn {
    wait { state in
      if cell.isInterrupted { return .goOn }
      // What was asked before the cell was told to go on is answered before it does.
      if let question = state.questions.popFirst() { return .question(question) }
      return state.goesOn ? .goOn : nil
    }
  }

  /// Answers the questions that wait.
  func answerQuestions(_ program: any DebuggedProgram) {
    var inspector = Inspector(self, program, stop: nil)
    while let question = nextQuestion() { inspector.answer(question) }
  }
}
