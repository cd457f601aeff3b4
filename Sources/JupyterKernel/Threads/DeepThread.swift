import Glibc

/// A thread with a stack so large that the language's own limit on recursion comes first.
public struct DeepThread {
  /// Sizes to try, in bytes: the memory is only reserved, but a limit on the process may forbid even that.
  private static let stackSizes = [2 << 30, 512 << 20, 64 << 20, 8 << 20]

  private let thread: pthread_t

  /// Starts a thread that runs `body`.
  public init(_ body: @escaping @Sendable () -> Void) throws(KernelError) {
    let box = Unmanaged.passRetained(Body(run: body))
    for size in Self.stackSizes {
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      defer { pthread_attr_destroy(&attributes) }
      pthread_attr_setstacksize(&attributes, size)
      var thread = pthread_t()
      let result = pthread_create(
        &thread, &attributes,
        { argument in
          if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
          return nil
        }, box.toOpaque())
      if result == 0 {
        self.thread = thread
        return
      }
    }
    box.release()
    throw KernelError("no thread to evaluate cells: the system refused a stack of even 8 MB")
  }

  /// Waits for its end.
  public func join() {
    pthread_join(thread, nil)
  }

  /// Leaves it to itself.
  func detach() {
    pthread_detach(thread)
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }
}
