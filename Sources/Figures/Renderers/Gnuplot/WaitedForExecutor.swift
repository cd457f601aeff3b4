import Dispatch

/// Runs tasks that a blocked thread waits for.
///
/// Not on the threads that Swift's tasks share: there are as many as processors, and if all of them are blocked in
/// waiting, none is left to do what they wait for. A queue of Dispatch makes further threads when some are blocked.
final class WaitedForExecutor: TaskExecutor {
  static let shared = WaitedForExecutor()

  private let queue = DispatchQueue(label: "figures.gnuplot", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
