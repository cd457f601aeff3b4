import JupyterProtocol

/// A JSON value; the same type as in JupyterProtocol, so that a language imports JupyterKernel alone.
public typealias JSON = JupyterProtocol.JSON
/// A result in several representations; the same type as in JupyterProtocol.
public typealias MIMEBundle = JupyterProtocol.MIMEBundle

/// A language that a kernel can run.
///
/// Every call comes on one thread, in the order of the requests, so a conforming type needs no locks and need not be
/// `Sendable`. Only `execute` is required. A kernel with subshells makes one for each shell; what they share among
/// themselves they guard themselves.
///
/// ```swift
/// struct Shout: Interpreter {
///   mutating func execute(_ code: String, in cell: Cell) throws -> MIMEBundle? {
///     MIMEBundle(text: code.uppercased())
///   }
/// }
/// ```
public protocol Interpreter {
  /// Runs the code of a cell and returns the value to show, or nil to show none.
  ///
  /// Output goes to `cell` as it is made. Long work polls `cell.isInterrupted`, or calls
  /// `cell.checkInterruption()`, every few milliseconds.
  /// - Throws: `CellError` with the wording the user sees; `Interruption` when the user stopped the cell;
  ///   any other error is shown by the name of its type and its description.
  mutating func execute(_ code: String, in cell: Cell) throws -> MIMEBundle?

  /// The value of an expression that the front end asked for beside the cell. Its error does not fail the cell.
  ///
  /// By default the expression is executed as a cell of its own; nothing is shown if it gives no value.
  mutating func evaluate(userExpression: String, in cell: Cell) throws -> MIMEBundle?

  /// What could stand at the cursor.
  /// - Parameter cursor: an offset into `code.unicodeScalars`, never outside of it.
  mutating func complete(_ code: String, at cursor: Int) -> Completion

  /// What is known of the name at the cursor, or nil if nothing is.
  /// - Parameters:
  ///   - cursor: an offset into `code.unicodeScalars`, never outside of it.
  ///   - detail: 0 for a summary, 1 for everything.
  mutating func inspect(_ code: String, at cursor: Int, detail: Int) -> MIMEBundle?

  /// Whether a console should run the code or ask for another line.
  mutating func isComplete(_ code: String) -> Completeness

  /// A front end opened a comm and wants to talk to a target.
  ///
  /// - Parameter cell: as for a cell's code: what is printed and shown goes to where the front end keeps the output of
  ///   this message. It cannot ask for input. An error is printed there; so it is with the two that follow.
  /// - Returns: whether the language has this target. If not, and after an error, the comm is closed again.
  mutating func opened(_ comm: Comm, _ message: Comm.Message, in cell: Cell) throws -> Bool

  /// A front end said something on an open comm, whichever side opened it.
  mutating func received(_ message: Comm.Message, on comm: Comm, in cell: Cell) throws

  /// A front end closed a comm, whichever side opened it.
  mutating func closed(_ comm: Comm, _ message: Comm.Message, in cell: Cell) throws
}

extension Interpreter {
  public mutating func evaluate(userExpression: String, in cell: Cell) throws -> MIMEBundle? {
    try execute(userExpression, in: cell)
  }

  public mutating func complete(_ code: String, at cursor: Int) -> Completion {
    Completion(matches: [], replacing: cursor..<cursor)
  }

  public mutating func inspect(_ code: String, at cursor: Int, detail: Int) -> MIMEBundle? { nil }

  public mutating func isComplete(_ code: String) -> Completeness { .unknown }

  public mutating func opened(_ comm: Comm, _ message: Comm.Message, in cell: Cell) throws -> Bool { false }

  public mutating func received(_ message: Comm.Message, on comm: Comm, in cell: Cell) throws {}

  public mutating func closed(_ comm: Comm, _ message: Comm.Message, in cell: Cell) throws {}
}
