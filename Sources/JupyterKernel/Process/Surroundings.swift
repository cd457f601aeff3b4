import Glibc

/// What happens to the process that the kernel is alone in. A kernel that runs inside a program of another purpose,
/// as in a test, has none.
struct Surroundings {
  enum Event {
    /// Ctrl-C in the terminal: the cell is to stop.
    case interrupt
    /// The kernel is to end.
    case end(reason: String)
  }

  private var parent: ParentWatch

  init(waking wakeUp: WakeUp) {
    Signals.install(waking: wakeUp)
    parent = ParentWatch(variable: getenv("JPY_PARENT_PID").map { String(cString: $0) })
  }

  /// When to ask for the next event even if no signal comes.
  var nextTurn: Moment? { parent.nextTurn }

  mutating func nextEvent() -> Event? {
    if Signals.takeTermination() { return .end(reason: "SIGTERM") }
    if Signals.takeInterrupt() { return .interrupt }
    if parent.isParentGone() { return .end(reason: "the process that started the kernel has ended") }
    return nil
  }
}
