import Dispatch

/// Holds a thread up at one place until a test lets it go on.
final class Relay: Sendable {
  private let arrival = DispatchSemaphore(value: 0)
  private let departure = DispatchSemaphore(value: 0)

  /// Tells the test that the thread has come here, and waits for its word.
  func pause() {
    arrival.signal()
    departure.wait()
  }

  /// Waits until the thread pauses.
  func awaitPause() { arrival.wait() }

  func goOn() { departure.signal() }
}
