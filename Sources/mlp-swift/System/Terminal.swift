import Glibc

/// The process's own standard streams.
enum Terminal {
  /// Writes to standard output, buffered.
  static func write(_ text: String) { print(text, terminator: "") }

  /// Writes what is still held back; false where some of the output could not be written.
  static func finish() -> Bool { fflush(nil) == 0 }

  /// A line of standard input, which a terminal does not show while it is typed; nil at the end.
  static func readHiddenLine() -> String? {
    var shown = termios()
    guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return readLine() }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    let guardian = EchoGuard(restoring: shown)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
      guardian.leave()
      write("\n")
    }
    return readLine()
  }

  /// Writes to standard error at once, behind what standard output still holds.
  static func writeError(_ text: String) {
    fflush(nil)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      // Nobody reads: there is nowhere left to complain.
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }
}
