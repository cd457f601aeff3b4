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

    /// Where a cell might be held up: a bit for each remainder of `DebugDesk.bit`.
    var interest: UInt64 {
      guard isAttached else { return 0 }
      return stepping == .freely ? breakpoints.interest : .max
    }
  }

  /// Questions that may wait.
  static let questionLimit = 1_000

  private let state: Monitor<State>
  let outlet: Outlet
  private let language: any Debuggable.Type
  // Of the state, what the evaluation thread asks often.
  private let attached = Atomic<Bool>(false)
  private let asked = Atomic<Bool>(false)
  private let interest = Atomic<UInt64>(0)
  private let sequence = Atomic<Int>(0)

  init(_ language: any Debuggable.Type, fileExtension: String, outlet: Outlet) {
    self.language = language
    self.outlet = outlet
    state = Monitor(State(files: CellFiles(suffix: fileExtension)))
  }

  /// Reads or changes the state.
  func withState<Result>(_ body: (inout State) -> Result) -> Result {
    state.withLock { state in
      defer {
        attached.store(state.isAttached, ordering: .relaxed)
        asked.store(!state.questions.isEmpty, ordering: .relaxed)
        interest.store(state.interest, ordering: .relaxed)
      }
      return body(&state)
    }
  }

  /// Sleeps until `body` gives a value; it is asked again after every change of the state.
  func wait<Result>(until body: (inout State) -> Result?) -> Result { state.wait(until: body) }

  // MARK: Being attached

  /// Whether cells are to be watched. Cheap.
  var isAttached: Bool { attached.load(ordering: .relaxed) }

  /// Whether a cell might be held up at a statement. Cheap.
  func isOfInterest(key: UInt32, line: Int) -> Bool {
    interest.load(ordering: .relaxed) & Breakpoints.bit(key: key, line: line) != 0
  }

  func attach() {
    withState { $0.isAttached = true }
  }

  /// Forgets all that a client has asked for, and lets a cell that is held up go on.
  func detach() {
    withState { state in
      state.isStarted = false
      state.isAttached = false
      state.breakpoints = Breakpoints()
      state.stopsAtErrors = false
      state.stepping = .freely
      state.goesOn = true
    }
  }

  // MARK: Cells

  /// Remembers the text of a cell, and settles the breakpoints that wait for it.
  func know(_ code: String) -> UInt32 {
    guard code.utf8.count <= CellFiles.cellLimit else { return CellFiles.key(of: code) }
    let (key, isNew) = withState { $0.files.insert(code) }
    if isNew {
      let lines = lines(of: code)
      withState { $0.breakpoints.settle(in: key, on: lines) }
    }
    return key
  }

  /// The lines on which statements begin.
  func lines(of code: String) -> [Int] { language.statementLines(of: code) }

  func begin() {
    withState { $0.running = $0.isAttached ? .watched : .unwatched }
  }

  func end() {
    withState { state in
      state.running = .nothing
      // A step ends with its cell; a client that asked for a pause is still to get it.
      if state.stepping != .pausing { state.stepping = .freely }
    }
  }

  /// Lets a cell that is held up look again whether it was interrupted.
  func notify() {
    withState { _ in }
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
    withState { state in
      guard state.questions.count < Self.questionLimit else { return .refused }
      state.questions.append(question)
      defer { state.isCalled = true }
      return .taken(isCallNeeded: !state.isCalled)
    }
  }

  /// Notes that the evaluation thread has heeded the call.
  func heed() {
    withState { $0.isCalled = false }
  }

  func nextQuestion() -> Question? {
    withState { $0.questions.popFirst() }
  }

  // MARK: Sending

  func reply(_ outcome: Result<JSON.Object, ContentError>, to asked: DebugRequest, _ request: Request) {
    let content = DebugReply(
      sequence: nextSequence(), requestSequence: asked.sequence, command: asked.command, outcome: outcome)
    outlet.reply(content, to: request)
  }

  /// Tells every front end what happens.
  func tell(_ event: String, _ body: JSON.Object = [:]) {
    let parent = withState { $0.parent }
    outlet.publish(DebugEvent(sequence: nextSequence(), event: event, body: body), parent: parent)
  }

  private func nextSequence() -> Int { sequence.add(1, ordering: .relaxed).newValue }
}
