import Glibc

/// A thread with a stack so large that the language's own limit on recursion comes first, and that values nested many
/// million times, at whose end Swift recurses, fill the memory before it. Unless the system refuses it: how large it has
/// become, what runs there learns from `stackSize`.
public struct DeepThread {
  /// Sizes to try, in bytes: the memory is only reserved, but a limit on the process may forbid even that.
  static let stackSizes = [16 << 30, 2 << 30, 512 << 20, 64 << 20, 8 << 20]

  /// The stack of the calling thread, in bytes; nil if it is no thread of this kind.
  @TaskLocal public static var stackSize: Int?

  private let thread: pthread_t

  /// Starts a thread that runs `body`.
  public init(_ body: @escaping @Sendable () -> Void) throws(KernelError) {
    try self.init(stackSizes: Self.stackSizes, body)
  }

  /// - Parameter stackSizes: the first that the system grants is taken.
  init(stackSizes: [Int], _ body: @escaping @Sendable () -> Void) throws(KernelError) {
    for size in stackSizes {
      let box = Unmanaged.passRetained(Body(stackSize: size, run: body))
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      defer { pthread_attr_destroy(&attributes) }
      pthread_attr_setstacksize(&attributes, size)
      var thread = pthread_t()
      let result = pthread_create(
        &thread, &attributes,
        { argument in
          if let argument {
            let body = Unmanaged<Body>.fromOpaque(argument).takeRetainedValue()
            DeepThread.$stackSize.withValue(body.stackSize, operation: body.run)
          }
          return nil
        }, box.toOpaque())
      if result == 0 {
        self.thread = thread
        return
      }
      box.release()
    }
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
    let stackSize: Int
    let run: @Sendable () -> Void

    init(stackSize: Int, run: @escaping @Sendable () -> Void) {
      self.stackSize = stackSize
      self.run = run
    }
  }
}
