/// What a language that is `Debuggable` does while it runs a cell.
extension Cell {
  /// Whether the statements of this cell are to be announced by `reach`: asked once, when it begins.
  public var isDebugged: Bool { debugger?.isAttached ?? false }

  /// The number by which the statements of a cell's text are told from those of others.
  public func debugKey(of code: String) -> UInt32 { debugger?.desk.know(code) ?? CellFiles.key(of: code) }

  /// Whether the cell might be held up at a statement. Cheap: one relaxed load. Where it does not hold, `reach` would do
  /// nothing.
  public func mayBeHeldUp(key: UInt32, line: Int) -> Bool {
    debugger?.desk.isOfInterest(key: key, line: line) ?? false
  }

  /// Announces a statement before it is run, and holds the cell up there if that is wanted.
  ///
  /// Returns when the cell is to go on. It may have been interrupted in the meantime: `checkInterruption` then throws.
  /// - Parameters:
  ///   - key: of the text in which the statement stands, by `debugKey`.
  ///   - line: on which it begins, counted from 1.
  ///   - startsLine: whether it is the first statement of its function on its line, or a loop that comes back to it.
  ///   - depth: how many calls are under way, the cell counted as one.
  ///   - call: a number that only the call has to which the statement belongs.
  ///   - program: what can be seen while the cell is held up.
  public func reach(
    key: UInt32, line: Int, startsLine: Bool, depth: Int, call: Int, program: any DebuggedProgram
  ) {
    let position = Stepping.Position(call: call, depth: depth)
    debugger?.reach(
      DebugThread.Place(key: key, line: line, startsLine: startsLine, position: position), self, program)
  }

  /// Announces, before its calls are left, that the cell is about to fail; holds it up there if that is wanted.
  /// - Parameters:
  ///   - depth, call: where it fails, as in `reach`.
  public func failing(_ error: CellError, depth: Int, call: Int, program: any DebuggedProgram) {
    debugger?.fail(error, at: Stepping.Position(call: call, depth: depth), self, program)
  }

  /// Whether a debugger has questions. Cheap: one relaxed load.
  public var hasDebuggerQuestions: Bool { debugger?.hasQuestions ?? false }

  /// Answers what a debugger asks while the cell goes on.
  public func answerDebugger(_ program: any DebuggedProgram) { debugger?.answerQuestions(program) }
}
