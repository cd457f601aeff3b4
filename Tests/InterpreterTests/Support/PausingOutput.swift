@testable import Interpreter

/// Whenever the cell asks for input, something else happens first: in a shell that pauses for a person, others can be
/// used meanwhile.
final class PausingOutput: Output {
  var printed = ""
  private let pause: () -> Void

  init(_ pause: @escaping () -> Void) { self.pause = pause }

  func write(_ text: String, to stream: OutputStream) { printed += text }
  func show(_ display: Display, id: String?) {}
  func update(_ display: Display, id: String) {}
  func clear(wait: Bool) {}

  func readLine(prompt: String, isPassword: Bool) throws -> String {
    pause()
    return ""
  }

  var showsPictures: Bool { false }
  var isInterrupted: Bool { false }
  var interruption: @Sendable () -> Bool { { false } }
}

extension Notebook {
  /// The text of the value of a cell that pauses where it says `input()`; the message of its failure if it has none.
  @discardableResult
  func value(_ code: String, pausing pause: @escaping () -> Void) -> String {
    switch session.run(code, name: "Cell", output: PausingOutput(pause)) {
    case .finished(let display): display?.text ?? "(nothing)"
    case .failed(let failure), .interrupted(let failure): failure.message
    }
  }

  /// Another shell of the same notebook.
  func makeShell() -> Notebook { Notebook(in: session.machine.workspace) }
}
