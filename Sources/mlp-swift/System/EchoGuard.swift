import Glibc

/// Has a terminal show again what is typed if a signal ends the process meanwhile: the shell would not see to that.
///
/// There is one at a time, as there is one terminal.
struct EchoGuard {
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// What the handler restores. Written while no handler is installed that reads it, and never freed.
  nonisolated(unsafe) private static let shown = UnsafeMutablePointer<termios>.allocate(capacity: 1)

  private var earlier: [(signal: Int32, action: sigaction)] = []

  init(restoring state: termios) {
    Self.shown.initialize(to: state)
    for signal in Self.signals {
      var action = sigaction()
      // With its usual effect once the handler has returned and the signal is sent again.
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      action.__sigaction_handler.sa_handler = { signal in
        tcsetattr(STDIN_FILENO, TCSANOW, EchoGuard.shown)
        raise(signal)
      }
      var before = sigaction()
      sigaction(signal, nil, &before)
      // What is ignored stays so, and Swift's runtime may want to say where a SIGQUIT found the process.
      guard before.__sigaction_handler.sa_handler == nil else { continue }
      sigaction(signal, &action, nil)
      earlier.append((signal, before))
    }
  }

  /// Leaves signals to whoever had them before.
  func leave() {
    for (signal, action) in earlier {
      var action = action
      sigaction(signal, &action, nil)
    }
  }
}
