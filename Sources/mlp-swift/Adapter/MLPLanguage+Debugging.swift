import Interpreter
import JupyterKernel

extension MLPLanguage: Debuggable {
  static func statementLines(of code: String) -> [Int] { Session.statementLines(of: code) }

  func betweenCells(_ body: (any DebuggedProgram) -> Void) {
    session.look { view in body(Program(view: view) { false }) }
  }
}

/// A cell of the kernel as the language's observer.
final class CellObserver: Observer {
  private let cell: Cell

  init(_ cell: Cell) { self.cell = cell }

  var isAttached: Bool { cell.isDebugged }

  func key(of text: String) -> UInt32 { cell.debugKey(of: text) }

  func isInterested(inKey key: UInt32, line: Int) -> Bool { cell.mayBeHeldUp(key: key, line: line) }

  func reach(_ statement: ReachedStatement, _ view: ProgramView) {
    cell.reach(
      key: statement.key, line: statement.line, startsLine: statement.startsLine, depth: statement.depth,
      call: statement.call, program: program(view))
  }

  func fail(_ failure: Failure, at statement: ReachedStatement, _ view: ProgramView) {
    cell.failing(
      failure.cellError, depth: statement.depth, call: statement.call, program: program(view))
  }

  func glance(_ view: ProgramView) {
    if cell.hasDebuggerQuestions { cell.answerDebugger(program(view)) }
  }

  private func program(_ view: ProgramView) -> Program {
    Program(view: view) { [cell] in cell.isInterrupted }
  }
}

/// The program as the kernel's debugger asks for it.
private struct Program: DebuggedProgram {
  let view: ProgramView
  let isCancelled: @Sendable () -> Bool

  var frames: [DebugFrame] {
    view.calls.map {
      DebugFrame(
        name: $0.name, code: $0.cell.text, cellName: $0.cell.name, line: $0.line, column: $0.column)
    }
  }

  func scopes(of frame: Int) throws -> [DebugScope] {
    try view.scopes(ofCall: frame).map {
      DebugScope(name: $0.name, variables: $0.values.map(DebugVariable.init))
    }
  }

  var globals: [DebugVariable] { view.globals.map(DebugVariable.init) }

  func evaluate(_ code: String, in frame: Int) throws -> DebugVariable {
    DebugVariable(try view.evaluate(code, inCall: frame))
  }

  func holds(_ condition: String, in frame: Int) throws -> Bool {
    try view.holds(condition, inCall: frame)
  }

  func display(_ name: String, in frame: Int?) throws -> MIMEBundle? {
    try view.display(ofName: name, inCall: frame, isCancelled: isCancelled).map(MIMEBundle.init)
  }

  func aside<Result>(_ wait: () -> Result) -> Result { view.aside(wait) }

  func copyToGlobals(_ name: String, from frame: Int, as newName: String) throws -> DebugVariable {
    DebugVariable(try view.copy(name, fromCall: frame, as: newName))
  }
}

extension DebugVariable {
  init(_ value: InspectedValue) {
    let inside =
      value.count == 0
      ? nil
      : Children(count: value.count, isIndexed: value.isIndexed) {
        value.elements($0).map(DebugVariable.init)
      }
    self.init(name: value.name, value: value.text, type: value.type, children: inside)
  }
}
