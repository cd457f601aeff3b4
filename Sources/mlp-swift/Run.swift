import ArgumentParser
import Glibc
import Interpreter
import JupyterKernel

/// `mlp-swift run FILE`: evaluates a script.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Evaluate a script.",
    discussion:
      """
      Prints what the script prints, and the value of its last expression. Exits with 1 if it fails. The files \
      that it loads, saves and imports are named as seen from its own folder.
      """)

  @Argument(help: "The script; - for standard input.")
  var file: String

  func run() throws {
    let text: String
    do { text = try FileSystem.text(of: file) } catch {
      complain("\(error)")
      throw ExitCode.failure
    }
    // On a stack as deep as the kernel's: a script ends in the same way there and here.
    let directory = file == "-" ? workingDirectory() : try folder(of: file)
    let file = file
    let thread = try DeepThread { Self.finish(text, file: file, directory: directory) }
    thread.join()
  }

  /// The folder that a file lies in.
  private func folder(of file: String) throws -> String {
    let path = try FileSystem.absolute(file)
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    return folder.isEmpty ? "/" : folder
  }

  /// Runs the script and ends the process.
  private static func finish(_ text: String, file: String, directory: String) {
    let output = TerminalOutput()
    let session = Session(directory: directory, stackSize: KernelCommand.stackSize)
    switch session.run(text, name: file == "-" ? "standard input" : file, output: output) {
    case .finished(let display):
      if let display { output.show(display, id: nil) }
      // A full disk, say: whoever reads the exit code must know that not all was written.
      if !Terminal.finish() {
        complain("the output could not be written: \(SystemError.last)")
        Glibc.exit(EXIT_FAILURE)
      }
      Glibc.exit(EXIT_SUCCESS)
    case .failed(let failure), .interrupted(let failure):
      Terminal.writeError(failure.report(colour: isatty(STDERR_FILENO) == 1) + "\n")
      Glibc.exit(EXIT_FAILURE)
    }
  }
}

/// A script's output on a terminal: text alone.
private final class TerminalOutput: Output {
  func write(_ text: String, to stream: OutputStream) {
    stream == .standard ? Terminal.write(text) : Terminal.writeError(text)
  }

  func show(_ display: Display, id: String?) {
    // What will be updated later is drawn on a screen, not in a file.
    if id == nil { Terminal.write(display.text + "\n") }
  }

  func update(_ display: Display, id: String) {}

  func clear(wait: Bool) {}

  func readLine(prompt: String, isPassword: Bool) throws -> String {
    Terminal.write(prompt)
    fflush(nil)
    guard let line = isPassword ? Terminal.readHiddenLine() : Swift.readLine() else { throw EndOfInput() }
    return line
  }

  var canUpdate: Bool { false }

  var showsPictures: Bool { false }

  var isInterrupted: Bool { false }

  var interruption: @Sendable () -> Bool { { false } }
}

/// A question behind the last line of standard input.
private struct EndOfInput: Error, CustomStringConvertible {
  let description = "standard input ends before this question is answered"
}
