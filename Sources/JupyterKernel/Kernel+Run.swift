extension Kernel {
  /// Serves the clients until one of them asks the kernel to shut down. Blocks.
  /// - Throws: `KernelError` if the kernel cannot start: one line for the person who started it.
  public func run() throws {
    throw KernelError("not yet")
  }
}
