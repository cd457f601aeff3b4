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
  let makeInterpreter: @Sendable () -> any Interpreter

  /// - Parameters:
  ///   - connectionFile: the path of the file in which the client wrote the ports and the key.
  ///   - language: what the kernel says of itself.
  ///   - logger: for dropped messages and the like; keys and contents are never logged.
  ///   - makeInterpreter: makes the language; called once, on the evaluation thread, after the sockets are
  ///     bound.
  public init(
    connectionFile: String, language: LanguageInfo, logger: Logger,
    makeInterpreter: @escaping @Sendable () -> any Interpreter
  ) {
    self.connectionFile = connectionFile
    self.language = language
    self.logger = logger
    self.makeInterpreter = makeInterpreter
  }
}
