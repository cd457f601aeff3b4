import Dispatch
import Subprocess
import Synchronization

/// Runs gnuplot on a script.
struct Gnuplot: Sendable {
  /// The program: a name to look up on PATH, or a path.
  var program = "gnuplot"
  var timeLimit = Duration.seconds(30)

  private static let pollInterval = Duration.milliseconds(20)
  /// More than any picture of ours; a runaway answer must not fill the memory.
  private static let answerLimit = 64 << 20

  /// What gnuplot prints when given a script on its standard input.
  ///
  /// gnuplot gets no initialisation file, no terminal and no environment but a UTF-8 locale. It is killed when the caller's task is cancelled, when `isCancelled` says so (asked every 20 ms), and
  /// at the time limit.
  func answer(
    to script: [UInt8], isCancelled: @escaping @Sendable () -> Bool
  ) async throws(FigureError) -> String {
    if isCancelled() { throw .cancelled }
    do {
      return try await withThrowingTaskGroup(of: String.self) { group in
        defer { group.cancelAll() }
        group.addTask { try await run(script) }
        group.addTask { throw try await reasonToStop(isCancelled) }
        // The first to end decides; leaving the group cancels the other, and so ends gnuplot.
        guard let first = try await group.next() else { throw FigureError.cancelled }
        return first
      }
    } catch let error as FigureError {
      throw error
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .gnuplotNotFound
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      throw .unexpectedAnswer("more than \(Gnuplot.answerLimit >> 20) MB")
    } catch is CancellationError {
      throw .cancelled
    } catch {
      throw .gnuplotFailed(message: "\(error)")
    }
  }

  /// The same for callers without concurrency: blocks the calling thread, whichever it is.
  func answerBlocking(
    to script: [UInt8], isCancelled: @escaping @Sendable () -> Bool
  ) throws(FigureError) -> String {
    let answer = Answer()
    Task.detached(executorPreference: WaitedForExecutor.shared) {
      do throws(FigureError) {
        let text = try await self.answer(to: script, isCancelled: isCancelled)
        answer.result.withLock { $0 = .success(text) }
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
    let result = Mutex<Result<String, FigureError>?>(nil)
  }

  private func run(_ script: [UInt8]) async throws -> String {
    let result = try await Subprocess.run(
      program.contains("/") ? .path(.init(program)) : .name(program),
      arguments: ["-d"],
      environment: .custom(["LC_ALL": "C.UTF-8"]),
      input: .fileDescriptor(
        .init(rawValue: try MemoryFile.holding(script)), closeAfterSpawningProcess: true),
      output: .string(limit: Gnuplot.answerLimit),
      error: .string(limit: 1 << 20))
    guard result.terminationStatus.isSuccess else {
      let words = result.standardError.split(whereSeparator: \.isNewline)
        .map { String($0.drop { $0.isWhitespace }) }.filter { !$0.isEmpty && $0 != "^" }
      throw FigureError.gnuplotFailed(
        message: words.isEmpty ? "nothing (\(result.terminationStatus))" : words.joined(separator: " "))
    }
    return result.standardOutput
  }

  private func reasonToStop(_ isCancelled: @Sendable () -> Bool) async throws -> FigureError {
    let clock = ContinuousClock()
    let end = clock.now + timeLimit
    while clock.now < end {
      if isCancelled() { return .cancelled }
      try await Task.sleep(for: Gnuplot.pollInterval)
    }
    return .gnuplotTimedOut(seconds: Int(timeLimit.components.seconds))
  }
}
