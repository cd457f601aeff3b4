import Glibc
import Synchronization

/// Signals to the process, taken note of until the kernel's loop looks.
enum Signals {
  // A signal handler may touch nothing but these: lock-free numbers, set up before the first signal.
  private static let interrupts = Atomic<Int>(0)
  private static let terminations = Atomic<Int>(0)
  private static let wakeUpEnd = Atomic<Int32>(-1)

  /// Has SIGINT and SIGTERM noted and the loop woken, and SIGPIPE ignored: a gnuplot or a terminal that has gone
  /// away must not take the kernel with it.
  static func install(waking wakeUp: WakeUp) {
    wakeUpEnd.store(wakeUp.writingEnd, ordering: .sequentiallyConsistent)
    interrupts.store(0, ordering: .sequentiallyConsistent)
    terminations.store(0, ordering: .sequentiallyConsistent)
    signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.sa_flags = SA_RESTART
      action.__sigaction_handler.sa_handler = { Signals.note($0) }
      sigaction(number, &action, nil)
    }
  }

  /// Lets go of the loop's wake-up, which ends with the loop. Later signals are noted and have no effect.
  static func uninstall() {
    wakeUpEnd.store(-1, ordering: .sequentiallyConsistent)
  }

  private static func note(_ number: Int32) {
    let before = errno
    if number == SIGINT {
      interrupts.add(1, ordering: .sequentiallyConsistent)
    } else {
      terminations.add(1, ordering: .sequentiallyConsistent)
    }
    let end = wakeUpEnd.load(ordering: .sequentiallyConsistent)
    if end >= 0 { WakeUp.signal(end) }
    errno = before
  }

  /// Whether a SIGINT came since the last call.
  static func takeInterrupt() -> Bool {
    interrupts.exchange(0, ordering: .sequentiallyConsistent) > 0
  }

  /// Whether a SIGTERM came since the last call.
  static func takeTermination() -> Bool {
    terminations.exchange(0, ordering: .sequentiallyConsistent) > 0
  }
}
