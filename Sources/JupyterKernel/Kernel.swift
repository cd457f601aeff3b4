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
  let hasSubshells: Bool
  let makeInterpreter: @Sendable () -> any Interpreter
  /// The language, if its cells can be debugged.
  let debuggable: (any Debuggable.Type)?

  /// The version of the messaging protocol that every kernel of this module speaks, for the `kernel_protocol_version`
  /// of a kernelspec.
  public static let protocolVersion = Header.protocolVersion

  /// - Parameters:
  ///   - connectionFile: the path of the file in which the client wrote the ports and the key.
  ///   - language: what the kernel says of itself.
  ///   - logger: for dropped messages and the like; keys and contents are never logged.
  ///   - historyFile: the path of the SQLite file in which the cells of all sessions are kept; it is made when the
  ///     first cell has been answered. Nil to keep them for the session only.
  ///   - hasSubshells: whether the language can be asked for something while it runs a cell. It then is made once
  ///     more for each subshell that a client wants: the interpreters share their names, and find by themselves an
  ///     order in which they touch them.
  ///   - makeInterpreter: makes the language; called on the thread that evaluates, after the sockets are bound. Called
  ///     once, unless there are subshells; the first is the main shell's. The kernel has a debugger if this type is `Debuggable`.
  public init<Language: Interpreter>(
    connectionFile: String, language: LanguageInfo, logger: Logger, historyFile: String? = nil,
    hasSubshells: Bool = false, makeInterpreter: @escaping @Sendable () -> Language
  ) {
    self.connectionFile = connectionFile
    self.language = language
    self.logger = logger
    self.historyFile = historyFile
    self.hasSubshells = hasSubshells
    self.makeInterpreter = makeInterpreter
    debuggable = Language.self as? any Debuggable.Type
  }
}
