import Interpreter
import JupyterKernel

/// A cell of the kernel as the language writes to it.
final class CellOutput: Output {
  private let cell: Cell

  init(_ cell: Cell) { self.cell = cell }

  func write(_ text: String, to stream: OutputStream) {
    cell.write(text, to: stream == .standard ? .stdout : .stderr)
  }

  func show(_ display: Display, id: String?) { cell.display(MIMEBundle(display), id: id) }

  func update(_ display: Display, id: String) { cell.update(MIMEBundle(display), id: id) }

  func clear(wait: Bool) { cell.clearOutput(wait: wait) }

  func setNextInput(_ code: String, replacingThisCell: Bool) {
    cell.setNextInput(code, replacingThisCell: replacingThisCell)
  }

  func readLine(prompt: String, isPassword: Bool) throws -> String {
    try cell.readLine(prompt: prompt, password: isPassword)
  }

  var comms: (any WidgetComms)? { CellComms(cell: cell) }

  var showsPictures: Bool { true }

  var isInterrupted: Bool { cell.isInterrupted }

  var interruption: @Sendable () -> Bool {
    let cell = cell
    return { cell.isInterrupted }
  }
}
