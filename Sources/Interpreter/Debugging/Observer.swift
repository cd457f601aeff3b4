/// Whoever looks on while cells are run, and may hold them up: a debugger.
///
/// Every call comes from the thread that evaluates. While one is answered the program stands still, and may be looked
/// at through the view that is given.
public protocol Observer: AnyObject {
  /// Whether the statements of the next cell are to be announced: asked when it begins.
  var isAttached: Bool { get }

  /// The number by which the statements of a text are told from those of others.
  func key(of text: String) -> UInt32

  /// Whether it matters that a statement is reached. Asked before each of them, so it must be cheap.
  func isInterested(inKey key: UInt32, line: Int) -> Bool

  /// A statement is about to be run, or a loop to begin its next pass, if another one follows. To hold it up is not to
  /// return.
  func reach(_ statement: ReachedStatement, _ view: ProgramView)

  /// The cell is about to fail where it stands, its calls still under way. Called once for a failure.
  func fail(_ failure: Failure, at statement: ReachedStatement, _ view: ProgramView)

  /// A moment at which the program may be looked at; comes often while a cell runs.
  func glance(_ view: ProgramView)
}

/// A statement that is about to be run.
public struct ReachedStatement {
  /// The text that it stands in, by its key.
  public let key: UInt32
  /// Its line, counted from 1.
  public let line: Int
  /// Whether it is the first statement of its function on this line, or a loop that has come back to it.
  public let startsLine: Bool
  /// How many calls are under way, the cell counted as one.
  public let depth: Int
  /// The number of the call that it belongs to: no other call of the cell has it.
  public let call: Int
}
