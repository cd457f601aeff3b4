import JupyterProtocol
import Synchronization

/// What the thread that owns the sockets and the one that evaluates share about debugging: what is to be stopped at,
/// what stands still, and the questions that wait for an answer.
final class DebugDesk: Sendable {
  /// A question about values, which only the evaluation thread can answer.
  struct Question: Sendable {
    let request: Request
    let asked: DebugRequest
  }

  /// A cell that is held up.
  struct Stop: Sendable, Equatable {
    /// No two stops have the same.
    let number: Int
    let position: Stepping.Position
    /// How the cell is about to fail; nil if it is not.
    var error: CellError?
  }

  /// Whether a cell runs, and whether it can be held up.
  enum Running: Sendable {
    case nothing
    case watched
    /// It began before a debugger was attached.
    case unwatched
  }

  struct State: Sendable {
    var files: CellFiles
    var isStarted = false
    var isAttached = false
    var breakpoints = Breakpoints()
    var stopsAtErrors = false
    var stepping = Stepping.freely
    var running = Running.nothing
    var stop: Stop?
    var lastStop = 0
    /// Whether the cell that is held up is to go on.
    var goesOn = false
    var questions: ArraySlice<Question> = []
    /// Whether the evaluation thread has been woken for them.
    var isCalled = false
    var references = References()
    /// Under whose header events are sent: the latest request.
    var parent: Request?
  }

  /// Questions that may wait.
  static let questionLimit = 1_000

  let state: Monitor<State>
  let outlet: Outlet
  private let language: any Debuggable.Type
  /// The same as in the state, for threads that ask often.
  private let attached = Atomic<Bool>(false)
  private let asked = Atomic<Bool>(false)
  private let sequence = Atomic<Int>(0)

  init(_ language: any Debuggable.Type, fileExtension: String, outlet: Outlet) {
    self.language = language
    self.outlet = outlet
    state = Monitor(State(files: CellFiles(suffix: fileExtension)))
  }

  // MARK: Being attached

  /// Whether cells are to be watched. Cheap.
  var isAttached: Bool { attached.load(ordering: .relaxed) }

  func attach() {
    state.withLock { $0.isAttached = true }
    attached.store(true, ordering: .relaxed)
  }

  /// Forgets all that a client has asked for, and lets a cell that is held up go on.
  func detach() {
    attached.store(false, ordering: .relaxed)
    state.withLock { state in
      state.isStarted = false
      state.isAttached = false
      state.breakpoints = Breakpoints()
      state.stopsAtErrors = false
      state.stepping = .freely
    }
  }

  // MARK: Cells

  /// Remembers the text of a cell, and settles the breakpoints that wait for it.
  func know(_ code: String) -> UInt32 {
    let (key, isNew) = state.withLock { $0.files.insert(code) }
    if isNew {
      let lines = lines(of: code)
      state.withLock { $0.breakpoints.settle(in: key, on: lines) }
    }
    return key
  }

  /// The lines on which statements begin.
  func lines(of code: String) -> [Int] { language.statementLines(of: code) }

  func begin() {
    state.withLock { $0.running = $0.isAttached ? .watched : .unwatched }
  }

  func end() {
    state.withLock { state in
      state.running = .nothing
      // A step ends with its cell; a client that asked for a pause is still to get it.
      if state.stepping != .pausing { state.stepping = .freely }
    }
  }

  /// Lets a cell that is held up look again whether it was interrupted.
  func notify() {
    state.withLock { _ in }
  }

  // MARK: Questions

  /// Whether questions wait. Cheap.
  var hasQuestions: Bool { asked.load(ordering: .relaxed) }

  /// What is to be done about a question.
  enum Reception {
    case refused
    /// Whoever asks has to wake the evaluation thread.
    case taken(isCallNeeded: Bool)
  }

  func ask(_ question: Question) -> Reception {
    let reception = state.withLock { state -> Reception in
      guard state.questions.count < Self.questionLimit else { return .refused }
      state.questions.append(question)
      defer { state.isCalled = true }
      return .taken(isCallNeeded: !state.isCalled)
    }
    if case .taken = reception { asked.store(true, ordering: .relaxed) }
    return reception
  }

  /// Notes that the evaluation thread has heeded the call.
  func heed() {
    state.withLock { $0.isCalled = false }
  }

  func nextQuestion() -> Question? {
    state.withLock { state in
      let question = state.questions.popFirst()
      if state.questions.isEmpty { asked.store(false, ordering: .relaxed) }
      return question
    }
  }

  // MARK: Sending

  func reply(_ outcome: Result<JSON.Object, ContentError>, to asked: DebugRequest, _ request: Request) {
    let content = DebugReply(
      sequence: nextSequence(), requestSequence: asked.sequence, command: asked.command, outcome: outcome)
    outlet.reply(content, to: request)
  }

  /// Tells every front end what happens.
  func tell(_ event: String, _ body: JSON.Object = [:]) {
    let parent = state.withLock { $0.parent }
    outlet.publish(DebugEvent(sequence: nextSequence(), event: event, body: body), parent: parent)
  }

  private func nextSequence() -> Int { sequence.add(1, ordering: .relaxed).newValue }
}
