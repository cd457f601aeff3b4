import Glibc
import Synchronization

/// A program that is started before there is anything for it to do: its answer comes without the time of its start,
/// which takes gnuplot several times as long as drawing a curve.
///
/// After each answer the next one is started, since who has drawn a figure will draw another, as while a slider moves.
/// Each answers once and ends, so nothing is left over for the next. One that is not used for a minute is let go, and
/// all end with this process, by the end of their input.
final class StandbyProgram: Sendable {
  private let program: Program
  private let waitingProgram: Program
  private let order: @Sendable (_ path: String) -> String
  private let patience: Duration
  private let waiting = Mutex<Started?>(nil)

  /// Draws scripts.
  static let gnuplot = StandbyProgram(.gnuplot, waitingWith: ["-d"]) { "load '\($0)'\n" }

  /// - Parameters:
  ///   - program: one that answers to what it finds on its standard input.
  ///   - arguments: those with which it waits for an order there instead.
  ///   - order: what it is then told, so that it answers to the file at `path`.
  init(
    _ program: Program, waitingWith arguments: [String], patience: Duration = .seconds(60),
    order: @escaping @Sendable (_ path: String) -> String
  ) {
    self.program = program
    var waiting = program
    waiting.arguments = arguments
    waitingProgram = waiting
    self.order = order
    self.patience = patience
  }

  /// What the program prints when given `input`; see ``Program/answerBlocking(to:isCancelled:)``.
  func answerBlocking(
    to input: [UInt8], isCancelled: @escaping @Sendable () -> Bool
  ) throws(FigureError) -> [UInt8] {
    if isCancelled() { throw .cancelled }
    defer { start() }
    if let started = take() {
      do { return try answer(of: started, to: input, isCancelled) } catch {
        switch error {
        case .cancelled, .timedOut: throw error
        // What went wrong may have to do with its waiting: one that is started now decides.
        default: break
        }
      }
    }
    return try program.answerBlocking(to: input, isCancelled: isCancelled)
  }

  // MARK: The one that waits

  private struct Started: Sendable {
    /// The other end is its standard input.
    let input: Connection
    let answer: Task<[UInt8], any Error>
  }

  private func take() -> Started? {
    waiting.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
  }

  private func start() {
    let program = waitingProgram
    let new = waiting.withLock { waiting -> Connection? in
      guard waiting == nil, let (input, end) = Connection.pair() else { return nil }
      let answer = Task.detached(executorPreference: WaitedForExecutor.shared) {
        try await program.run(reading: end)
      }
      waiting = Started(input: input, answer: answer)
      return input
    }
    guard let new else { return }
    Task.detached { [self] in
      try? await Task.sleep(for: patience)
      let unused = waiting.withLock { waiting -> Started? in
        guard waiting?.input === new else { return nil }
        defer { waiting = nil }
        return waiting
      }
      unused?.input.close()
    }
  }

  private func answer(
    of started: Started, to input: [UInt8], _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(FigureError) -> [UInt8] {
    // Open until the answer is there: the other process reaches the file through this one's descriptor.
    let file = try MemoryFile.holding(input)
    defer { close(file) }
    started.input.send(order("/proc/\(getpid())/fd/\(file)"))
    started.input.close()
    return try Program.blocking { [program] () async throws(FigureError) in
      try await program.guarded(isCancelled) {
        try await withTaskCancellationHandler {
          try await started.answer.value
        } onCancel: {
          started.answer.cancel()
        }
      }
    }
  }
}

/// Our end of a connection to another program's standard input.
///
/// A socket and not a pipe: when the program has ended, writing into a pipe would raise SIGPIPE, which would end this
/// process too.
private final class Connection: Sendable {
  private let descriptor: CInt

  private init(_ descriptor: CInt) { self.descriptor = descriptor }

  /// A connection and the descriptor of its other end; nil where the process has no more descriptors.
  static func pair() -> (Connection, end: CInt)? {
    var ends: [CInt] = [-1, -1]
    let kind = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    return (Connection(ends[0]), ends[1])
  }

  /// Sends a few words, which always have room; to no avail when the program has ended.
  func send(_ words: String) {
    let bytes = Array(words.utf8)
    _ = Glibc.send(descriptor, bytes, bytes.count, CInt(MSG_NOSIGNAL))
  }

  /// Nothing more will be sent. To be called once.
  func close() { _ = Glibc.close(descriptor) }
}
