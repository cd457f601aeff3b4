import Glibc

/// Notices that the process that started the kernel has ended: nobody is left to stop the kernel then.
///
/// jupyter_client writes its own process id into `JPY_PARENT_PID`; the kernel's parent may be a wrapper instead.
/// Without the variable the parent itself is watched. A kernel that `init` has adopted already, as `nohup … &`
/// does it, is meant to go on alone.
struct ParentWatch {
  private enum Target {
    case named(pid_t)
    case parent(pid_t)
  }

  /// How often it is looked, in milliseconds.
  private static let interval = 1_000

  private let target: Target?
  private var next = Moment.now

  /// - Parameter variable: the value of `JPY_PARENT_PID`.
  init(variable: String?) {
    if let variable, let id = pid_t(variable), id > 1, ParentWatch.exists(id) {
      target = .named(id)
    } else {
      let parent = getppid()
      target = parent > 1 ? .parent(parent) : nil
    }
  }

  /// When to look next; nil if there is nobody to watch.
  var nextTurn: Moment? { target == nil ? nil : next }

  /// Whether it is time to look, and the parent has ended.
  mutating func isParentGone() -> Bool {
    guard let target, next <= .now else { return false }
    next = .now + ParentWatch.interval
    switch target {
    case .named(let id): return !ParentWatch.exists(id)
    case .parent(let id): return getppid() != id
    }
  }

  /// A process that exists and belongs to someone else cannot be signalled, but exists.
  private static func exists(_ id: pid_t) -> Bool {
    kill(id, 0) == 0 || errno != ESRCH
  }
}
