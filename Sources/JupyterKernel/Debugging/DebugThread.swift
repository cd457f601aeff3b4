import JupyterProtocol

/// A shell as the debugger sees it, for the thread that evaluates in it: a line of cells and callbacks of which one at
/// a time can be held up, while those of other shells go on.
///
/// ipykernel's debugger passes over the threads of subshells. But JupyterLab sends what controls say to subshells, and
/// a function that is called by a slider is to be looked into like any other: here all shells are debugged.
struct DebugThread: Sendable {
  let desk: DebugDesk
  /// By which a client names it.
  let id: Int

  /// The main shell's number: front ends take it for granted before they have heard of any other.
  static let main = 1

  /// How a shell stands.
  struct State: Sendable {
    var stepping = Stepping.freely
    var running = Running.nothing
    /// Where its cell is held up; nil if it is not.
    var stop: DebugDesk.Stop?
    /// Whether the cell that is held up is to go on.
    var goesOn = false
    /// What it has been asked and has not answered.
    var questions: ArraySlice<DebugDesk.Question> = []
    /// Whether its thread has been woken for them.
    var isCalled = false

    mutating func goOn(_ stepping: Stepping) {
      self.stepping = stepping
      goesOn = true
    }
  }

  /// Whether a cell runs, and whether it can be held up.
  enum Running: Sendable {
    case nothing
    case watched
    /// It began before a debugger was attached.
    case unwatched
  }

  func withState<Result>(_ body: (inout State) -> Result) -> Result {
    desk.withState { body(&$0.threads[id, default: State()]) }
  }

  // MARK: Cells

  /// Whether cells are to be watched. Cheap.
  var isAttached: Bool { desk.isAttached }

  /// Notes that a cell or a callback begins.
  func begin() {
    let running = isAttached ? Running.watched : .unwatched
    withState { $0.running = running }
  }

  func end() {
    withState { state in
      state.running = .nothing
      // A step ends with its cell; a client that asked for a pause is still to get it.
      if state.stepping != .pausing { state.stepping = .freely }
    }
  }

  /// Notes that the shell has come to its end, and says so to whoever waits for an answer.
  func leave() {
    let left = desk.withState { $0.threads.removeValue(forKey: id)?.questions ?? [] }
    for question in left {
      desk.close(question, .failure(ContentError("\(question.asked.command): the subshell has ended")))
    }
  }

  /// Lets a cell that is held up look again whether it was interrupted.
  func notify() {
    desk.withState { _ in }
  }

  // MARK: Questions

  /// Whether questions wait. Cheap while none does for any shell.
  var hasQuestions: Bool { desk.hasQuestions && withState { !$0.questions.isEmpty } }

  /// Notes that the thread has heeded the call.
  func heed() {
    withState { $0.isCalled = false }
  }

  /// Answers the questions that wait.
  func answerQuestions(_ program: any DebuggedProgram) {
    var inspector = Inspector(desk, program, stop: nil)
    while let question = withState({ $0.questions.popFirst() }) { inspector.answer(question) }
  }
}
