import Dispatch
import Subprocess
import Synchronization

/// Another program, which reads something on its standard input and prints its answer: gnuplot, rsvg-convert.
struct Program: Sendable {
  /// A name to look up on PATH, or a path.
  var name: String
  var arguments: [String] = []
  /// Debian's package with the program.
  let package: String
  var timeLimit = Duration.seconds(30)

  /// Draws a script. It is told where the script lies: a file it reads in blocks, its standard input byte by byte.
  static let gnuplot = Program(name: "gnuplot", arguments: ["-d", "/dev/stdin"], package: "gnuplot-nox")

  private static let pollInterval = Duration.milliseconds(20)
  /// More than any picture of ours; a runaway answer must not fill the memory.
  private static let answerLimit = 64 << 20

  /// What the program prints when given `input` on its standard input.
  ///
  /// It gets no terminal and no environment but a UTF-8 locale. It is killed when the caller's task is cancelled,
  /// when `isCancelled` says so (asked every 20 ms), and at the time limit.
  func answer(
    to input: [UInt8], isCancelled: @escaping @Sendable () -> Bool
  ) async throws(FigureError) -> [UInt8] {
    if isCancelled() { throw .cancelled }
    let file = try MemoryFile.holding(input)
    return try await guarded(isCancelled) { try await run(reading: file) }
  }

  /// The same for callers without concurrency: blocks the calling thread, whichever it is.
  func answerBlocking(
    to input: [UInt8], isCancelled: @escaping @Sendable () -> Bool
  ) throws(FigureError) -> [UInt8] {
    try Program.blocking { () async throws(FigureError) in
      try await answer(to: input, isCancelled: isCancelled)
    }
  }

  /// Blocks the calling thread until something is done.
  static func blocking(
    _ body: @escaping @Sendable () async throws(FigureError) -> [UInt8]
  ) throws(FigureError) -> [UInt8] {
    let answer = Answer()
    Task.detached(executorPreference: WaitedForExecutor.shared) {
      do throws(FigureError) {
        let bytes = try await body()
        answer.result.withLock { $0 = .success(bytes) }
      } catch {
        answer.result.withLock { $0 = .failure(error) }
      }
      answer.isReady.signal()
    }
    answer.isReady.wait()
    guard let result = answer.result.withLock({ $0 }) else { throw .cancelled }
    return try result.get()
  }

  private final class Answer: Sendable {
    let isReady = DispatchSemaphore(value: 0)
    let result = Mutex<Result<[UInt8], FigureError>?>(nil)
  }

  /// Waits for the end of what `body` has running, within the time limit and as long as nobody cancels it; leaving
  /// `body` by its task's cancellation ends the program.
  func guarded(
    _ isCancelled: @escaping @Sendable () -> Bool, _ body: @escaping @Sendable () async throws -> [UInt8]
  ) async throws(FigureError) -> [UInt8] {
    do {
      return try await withThrowingTaskGroup(of: [UInt8].self) { group in
        defer { group.cancelAll() }
        group.addTask { try await body() }
        group.addTask { throw try await reasonToStop(isCancelled) }
        // The first to end decides; leaving the group cancels the other, and so ends the program.
        guard let first = try await group.next() else { throw FigureError.cancelled }
        return first
      }
    } catch let error as FigureError {
      throw error
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .notFound(program: name, package: package)
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      throw .unexpectedAnswer("more than \(Program.answerLimit >> 20) MB")
    } catch is CancellationError {
      throw .cancelled
    } catch {
      throw .failed(program: name, message: "\(error)")
    }
  }

  /// Runs the program to its end.
  /// - Parameter input: its standard input, which is closed here once the program has it.
  func run(reading input: CInt) async throws -> [UInt8] {
    let result = try await Subprocess.run(
      name.contains("/") ? .path(.init(name)) : .name(name),
      arguments: .init(arguments),
      environment: .custom(["LC_ALL": "C.UTF-8"]),
      input: .fileDescriptor(.init(rawValue: input), closeAfterSpawningProcess: true),
      output: .bytes(limit: Program.answerLimit),
      error: .string(limit: 1 << 20))
    guard result.terminationStatus.isSuccess else {
      let words = result.standardError.split(whereSeparator: \.isNewline)
        .map { String($0.drop { $0.isWhitespace }) }.filter { !$0.isEmpty && $0 != "^" }
      throw FigureError.failed(
        program: name,
        message: words.isEmpty ? "nothing (\(result.terminationStatus))" : words.joined(separator: " "))
    }
    return result.standardOutput
  }

  private func reasonToStop(_ isCancelled: @Sendable () -> Bool) async throws -> FigureError {
    let clock = ContinuousClock()
    let end = clock.now + timeLimit
    while clock.now < end {
      if isCancelled() { return .cancelled }
      try await Task.sleep(for: Program.pollInterval)
    }
    return .timedOut(program: name, seconds: Int(timeLimit.components.seconds))
  }
}
