import Glibc

/// Why a kernel could not start or had to end: one line for the person who started it.
public struct KernelError: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String

  init(_ description: String) {
    self.description = description
  }

  /// The wording of the C library's last error.
  static func systemReason() -> String {
    String(cString: strerror(errno))
  }
}
