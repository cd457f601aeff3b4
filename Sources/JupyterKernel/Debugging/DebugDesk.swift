import JupyterProtocol
import Synchronization

/// What the thread that owns the sockets and those that evaluate share about debugging: what is to be stopped at, what
/// stands still, and the questions that wait for an answer.
final class DebugDesk: Sendable {
  /// A question about values, which only a thread that evaluates can answer.
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

  struct State: Sendable {
    var files: CellFiles
    var isStarted = false
    var isAttached = false
    var breakpoints = Breakpoints()
    var stopsAtErrors = false
    /// The shells, by their numbers; of some there is nothing to say.
    var threads: [Int: DebugThread.State] = [:]
    var lastStop = 0
    var references = References()
    /// Under whose header events are sent: the latest request.
    var parent: Request?

    /// Where a cell might be held up: a bit for each remainder of `DebugDesk.bit`.
    var interest: UInt64 {
      guard isAttached else { return 0 }
      return threads.values.allSatisfy { $0.stepping == .freely } ? breakpoints.interest : .max
    }

    /// The shells whose cells are held up, in the order in which they stopped.
    var stopped: [(thread: Int, stop: Stop)] {
      threads.compactMap { thread, state in state.stop.map { (thread, $0) } }
        .sorted { $0.1.number < $1.1.number }
    }
  }

  /// Questions to one shell that may wait.
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
        asked.store(state.threads.values.contains { !$0.questions.isEmpty }, ordering: .relaxed)
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

  /// Forgets all that a client has asked for, and lets the cells that are held up go on.
  func detach() {
    withState { state in
      state.isStarted = false
      state.isAttached = false
      state.breakpoints = Breakpoints()
      state.stopsAtErrors = false
      for thread in state.threads.keys { state.threads[thread]?.goOn(.freely) }
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

  // MARK: Questions

  /// Whether questions wait for any shell. Cheap.
  var hasQuestions: Bool { asked.load(ordering: .relaxed) }

  /// What is to be done about a question.
  enum Reception {
    case refused
    /// Whoever asks has to wake the thread that is asked.
    case taken(isCallNeeded: Bool)
  }

  func ask(_ question: Question, of thread: Int) -> Reception {
    DebugThread(desk: self, id: thread).withState { state in
      guard state.questions.count < Self.questionLimit else { return .refused }
      state.questions.append(question)
      defer { state.isCalled = true }
      return .taken(isCallNeeded: !state.isCalled)
    }
  }

  // MARK: Sending

  func reply(_ outcome: Result<JSON.Object, ContentError>, to asked: DebugRequest, _ request: Request) {
    let content = DebugReply(
      sequence: nextSequence(), requestSequence: asked.sequence, command: asked.command, outcome: outcome)
    outlet.reply(content, to: request)
  }

  /// Answers a question. The request that it came with has been dealt with then.
  func close(_ question: Question, _ outcome: Result<JSON.Object, ContentError>) {
    reply(outcome, to: question.asked, question.request)
    outlet.publish(Status(.idle), parent: question.request)
  }

  /// Tells every front end what happens.
  func tell(_ event: String, _ body: JSON.Object = [:]) {
    let parent = withState { $0.parent }
    outlet.publish(DebugEvent(sequence: nextSequence(), event: event, body: body), parent: parent)
  }

  private func nextSequence() -> Int { sequence.add(1, ordering: .relaxed).newValue }
}
