import ArgumentParser
import Glibc
import Interpreter
import JupyterKernel
import Logging

/// `mlp-swift kernel -f FILE`: what Jupyter starts.
struct KernelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernel", abstract: "Serve a Jupyter client; Jupyter calls this itself.")

  @Option(name: .customShort("f"), help: "The connection file that the client wrote.")
  var connectionFile: String

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp(
      "What a client adds, as `jupyter run` adds its scripts: not heeded.", visibility: .hidden))
  var added: [String] = []

  /// What functions may take of the stack of the calling thread, one that evaluates: as much on every system that grants
  /// it, and not more than there is.
  static var stackSize: Int { min(48 << 20, DeepThread.stackSize ?? 0) }

  /// Where the cells of all sessions are kept: beside the user's other Jupyter data, or where `MLP_SWIFT_HISTORY`
  /// says; nowhere if it says `off`.
  private static var historyFile: String? {
    switch Environment["MLP_SWIFT_HISTORY"] {
    case "off": nil
    case let path?: try? FileSystem.absolute(path)
    case nil: (try? KernelspecLocation.userDataFolder()).map { $0 + "/mlp-swift/history.sqlite" }
    }
  }

  func run() throws {
    let workspace = Workspace(directory: workingDirectory())
    let kernel = Kernel(
      connectionFile: connectionFile, language: MLPLanguage.info, logger: Logger(label: "mlp-swift"),
      historyFile: Self.historyFile, hasSubshells: true
    ) { MLPLanguage(workspace, stackSize: Self.stackSize) }
    do { try kernel.run() } catch {
      complain("\(error)")
      throw ExitCode.failure
    }
    // A cell that does not listen may still be running on its thread: it must not hold the process back.
    fflush(nil)
    _exit(EXIT_SUCCESS)
  }
}

/// Writes a line to standard error.
func complain(_ message: String) {
  Terminal.writeError("mlp-swift: \(message)\n")
}

/// The folder that the process was started in: a notebook's own.
func workingDirectory() -> String {
  guard let path = getcwd(nil, 0) else { return "." }
  defer { free(path) }
  return String(cString: path)
}
