import Glibc

/// Wakes a thread that sleeps in a poll, from any other thread or from a signal handler.
final class WakeUp: Sendable {
  /// Readable when there was a `signal` since the last `clear`.
  let descriptor: Int32
  /// The end of the pipe that a signal handler may write to.
  let writingEnd: Int32

  init() throws(KernelError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw KernelError("no pipe to wake the kernel's threads: \(KernelError.systemReason())")
    }
    (descriptor, writingEnd) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit {
    close(descriptor)
    close(writingEnd)
  }

  func signal() {
    WakeUp.signal(writingEnd)
  }

  /// Safe in a signal handler. A full pipe wakes as well as one byte more, so the result does not matter.
  static func signal(_ writingEnd: Int32) {
    var byte: UInt8 = 1
    write(writingEnd, &byte, 1)
  }

  func clear() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(descriptor, &bytes, bytes.count) == bytes.count {}
  }
}
