import Glibc

/// The environment variables of this process.
enum Environment {
  /// The value of a variable, or `nil` if it is not set or empty.
  static subscript(name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
