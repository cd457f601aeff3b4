import Glibc

/// Why a call to the system failed, as `errno` has it.
struct SystemError: Error, Equatable, CustomStringConvertible {
  let code: Int32

  /// The error of the call that failed last on this thread.
  static var last: SystemError { SystemError(code: errno) }

  /// The system's own words, such as "Permission denied".
  var description: String { String(cString: strerror(code)) }

  /// Runs a system call until no signal interrupts it.
  ///
  /// - Throws: a `SystemError` if the call answers with a negative number.
  @discardableResult
  static func check<Result: SignedInteger>(_ call: () -> Result) throws(SystemError) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw .last }
    }
  }
}
