import Glibc
import Synchronization

/// What a thread must hold to evaluate: it goes from one thread to the next in the order in which they asked.
///
/// `@unchecked Sendable` is safe because `asked` and `served` are only touched between `pthread_mutex_lock` and
/// `unlock` of the one mutex.
final class Baton: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let passed: UnsafeMutablePointer<pthread_cond_t>
  /// How many have asked for the baton, and how many of them have given it back.
  private var asked = 0
  private var served = 0
  private let waiting = Atomic<Int>(0)

  init() {
    mutex = .allocate(capacity: 1)
    passed = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(passed, nil)
  }

  deinit {
    pthread_cond_destroy(passed)
    pthread_mutex_destroy(mutex)
    passed.deallocate()
    mutex.deallocate()
  }

  /// Whether a thread waits for it. Cheap: one relaxed load.
  var isWanted: Bool { waitingCount > 0 }

  /// How many threads wait for it.
  var waitingCount: Int { waiting.load(ordering: .relaxed) }

  /// Sleeps until it is the calling thread's turn, which lasts until it gives the baton back.
  func take() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    let turn = asked
    asked += 1
    guard turn != served else { return }
    waiting.add(1, ordering: .relaxed)
    while turn != served { pthread_cond_wait(passed, mutex) }
    waiting.subtract(1, ordering: .relaxed)
  }

  /// Lets the next thread have it.
  func give() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    served += 1
    if served < asked { pthread_cond_broadcast(passed) }
  }

  /// Runs `body` with the baton in hand.
  func held<Result>(_ body: () throws -> Result) rethrows -> Result {
    take()
    defer { give() }
    return try body()
  }
}
