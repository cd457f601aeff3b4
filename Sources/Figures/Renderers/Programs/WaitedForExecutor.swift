import Dispatch

/// Runs tasks that a blocked thread waits for.
///
/// Not on the threads that Swift's tasks share: there are as many as processors, and if all of them are blocked in
/// waiting, none is left to do what they wait for. A serial queue of Dispatch always gets a thread (a concurrent one
/// would share those few).
final class WaitedForExecutor: TaskExecutor {
  static let shared = WaitedForExecutor()

  private let queue = DispatchQueue(label: "figures.gnuplot")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
