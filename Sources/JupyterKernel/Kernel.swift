import JupyterProtocol
import Logging

/// A Jupyter kernel for one language.
///
/// ```swift
/// let kernel = Kernel(connectionFile: path, language: language, logger: logger) { Calculator() }
/// try kernel.run()
/// ```
public struct Kernel: Sendable {
  let connectionFile: String
  let language: LanguageInfo
  let logger: Logger
  let historyFile: String?
  let makeInterpreter: @Sendable () -> any Interpreter
  /// The language, if its cells can be debugged.
  let debuggable: (any Debuggable.Type)?

  /// - Parameters:
  ///   - connectionFile: the path of the file in which the client wrote the ports and the key.
  ///   - language: what the kernel says of itself.
  ///   - logger: for dropped messages and the like; keys and contents are never logged.
  ///   - historyFile: the path of the SQLite file in which the cells of all sessions are kept; it is made when the
  ///     first cell has been answered. Nil to keep them for the session only.
  ///   - makeInterpreter: makes the language; called once, on the evaluation thread, after the sockets are
  ///     bound. The kernel has a debugger if its type is `Debuggable`.
  public init<Language: Interpreter>(
    connectionFile: String, language: LanguageInfo, logger: Logger, historyFile: String? = nil,
    makeInterpreter: @escaping @Sendable () -> Language
  ) {
    self.connectionFile = connectionFile
    self.language = language
    self.logger = logger
    self.historyFile = historyFile
    self.makeInterpreter = makeInterpreter
    debuggable = Language.self as? any Debuggable.Type
  }
}
