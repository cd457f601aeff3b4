import CKernels
import Glibc
import Synchronization

extension Interruption {
  /// Does work in which nothing looks for the wish to stop, such as a decomposition by LAPACK, on a thread of its own. When
  /// the work is to stop, the thread is left to itself: it goes on for nobody until it is done. Short work is done by the
  /// thread that calls.
  ///
  /// - Parameter multiplications: how many the work takes, about.
  ///
  /// Throws what the work throws, or an error of the kind `interrupted`.
  static func leavingBehind<Result: Sendable>(
    multiplications: Int, _ work: @escaping @Sendable () throws -> Result
  ) throws -> Result {
    guard current != nil, multiplications > longWork else { return try work() }
    _ = waitsAtExit
    let outcome = Outcome<Result>()
    ownThreads.add(1, ordering: .relaxed)
    let box = Unmanaged.passRetained(
      Work {
        outcome.set(Swift.Result(catching: work))
        ownThreads.subtract(1, ordering: .releasing)
      })
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    guard status == 0 else {
      box.release()
      ownThreads.subtract(1, ordering: .relaxed)
      return try work()
    }
    pthread_detach(thread)
    while true {
      if let result = outcome.value { return try result.get() }
      try check()
      usleep(pause)
    }
  }

  /// From here on work takes longer than somebody who interrupts it would wait.
  private static let longWork = 1 << 24

  /// Microseconds between two looks, little beside what is done on a thread of its own.
  private static let pause: UInt32 = 500

  /// How many threads do such work, for somebody or for nobody.
  private static let ownThreads = Atomic<Int>(0)

  /// Has `exit` wait a while for these threads: OpenBLAS gives its memory back then, and whoever is still at work in it
  /// would crash. A kernel ends by `_exit` and does not wait.
  private static let waitsAtExit: Void = {
    atexit {
      var looks = 20_000
      while ownThreads.load(ordering: .acquiring) > 0, looks > 0 {
        usleep(pause)
        looks -= 1
      }
    }
  }()

  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private final class Outcome<Value: Sendable>: Sendable {
    private let state = Mutex<Result<Value, any Error>?>(nil)

    var value: Result<Value, any Error>? { state.withLock { $0 } }

    func set(_ result: Result<Value, any Error>) { state.withLock { $0 = result } }
  }
}

extension Interruption {
  /// The wish as kernels in C ask for it, which threads of their own do too. To be used while whoever made the wish
  /// waits for the kernel.
  static var kernelWish: ckernels_wish {
    guard let current else { return ckernels_wish(is_due: nil, context: nil) }
    return ckernels_wish(
      is_due: { context in
        context.map { Unmanaged<Interruption>.fromOpaque($0).takeUnretainedValue().isWanted() } ?? false
      }, context: Unmanaged.passUnretained(current).toOpaque())
  }
}
