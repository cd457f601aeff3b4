import Dispatch
import Glibc
import Synchronization
import Testing

/// Runs a test's body on a thread of its own, as the kernel runs cells.
///
/// Drawing waits for gnuplot, which Swift tasks serve: on a thread of theirs it could wait for itself. What is
/// expected of the result is to be said outside, where the running test is known.
func onOwnThread<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    do { try startThread { continuation.resume(returning: body()) } } catch {
      continuation.resume(throwing: error)
    }
  }
}

/// What runs on a thread of its own, beside the test.
final class Beside<Result: Sendable>: Sendable {
  private let result = Mutex<Result?>(nil)
  private let end = DispatchSemaphore(value: 0)

  init(_ body: @escaping @Sendable () -> Result) throws {
    try startThread { [self] in
      let result = body()
      self.result.withLock { $0 = result }
      end.signal()
    }
  }

  /// Its result, which is waited for; to be asked for once.
  var value: Result {
    get throws {
      end.wait()
      return try #require(result.withLock { $0 })
    }
  }
}

private func startThread(_ body: @escaping @Sendable () -> Void) throws {
  let work = Unmanaged.passRetained(Work(body))
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  pthread_attr_setstacksize(&attributes, 64 << 20)
  pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  defer { pthread_attr_destroy(&attributes) }
  var thread = pthread_t()
  let status = pthread_create(
    &thread, &attributes,
    { argument in
      if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run() }
      return nil
    }, work.toOpaque())
  if status != 0 {
    work.release()
    throw NoThread(status: status)
  }
}

private struct NoThread: Error { let status: Int32 }

private final class Work: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
