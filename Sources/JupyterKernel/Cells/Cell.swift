import JupyterProtocol
import Synchronization

/// One run of a cell, as the language sees it: where output goes and where input comes from.
///
/// Any thread may use it, also after the cell has ended: what is written later is still shown below this cell.
public final class Cell: Sendable {
  /// The number of the cell: `In [3]`.
  public let executionCount: Int
  /// Whether the front end wants nothing to be shown; all output is then dropped.
  public let isSilent: Bool

  let outlet: Outlet
  let request: Request
  let allowsInput: Bool
  let inputs: InputDesk
  let comms: OpenComms
  let debugger: DebugThread?
  let printed = Monitor(PrintedText())
  private let payloads = Monitor<[JSON]>([])
  private let interrupted = Atomic<Bool>(false)

  init(
    request: Request, executionCount: Int, isSilent: Bool, allowsInput: Bool, outlet: Outlet,
    inputs: InputDesk, comms: OpenComms, debugger: DebugThread? = nil
  ) {
    self.request = request
    self.executionCount = executionCount
    self.isSilent = isSilent
    self.allowsInput = allowsInput
    self.outlet = outlet
    self.inputs = inputs
    self.comms = comms
    self.debugger = debugger
  }

  /// Whether the user asked for the cell to stop. Cheap: one relaxed load.
  public var isInterrupted: Bool {
    interrupted.load(ordering: .relaxed)
  }

  /// - Throws: `Interruption` if the user asked for the cell to stop.
  public func checkInterruption() throws(Interruption) {
    if isInterrupted { throw Interruption() }
  }

  /// Marks the cell as interrupted and wakes it if it sleeps.
  func interrupt() {
    interrupted.store(true, ordering: .relaxed)
    outlet.outbox.notify()
    inputs.notify()
    debugger?.notify()
  }

  /// Opens the front end's pager when the cell has ended.
  /// - Parameter line: the line to scroll to, counted from 0.
  public func page(_ bundle: MIMEBundle, startingAt line: Int = 0) {
    payloads.withLock {
      $0.append(["source": "page", "data": .object(bundle.data), "start": .integer(line)])
    }
  }

  /// Proposes code for the next cell when this one has ended, or in place of this one.
  public func setNextInput(_ code: String, replacingThisCell: Bool = false) {
    payloads.withLock {
      $0.append(["source": "set_next_input", "text": .string(code), "replace": .bool(replacingThisCell)])
    }
  }

  /// Asks a console to end when the cell has, as `exit` and `quit` do. Notebooks pass over it.
  public func askExit() {
    payloads.withLock { $0.append(["source": "ask_exit", "keepkernel": false]) }
  }

  /// What the execute reply carries for the front end.
  var payload: [JSON] {
    payloads.withLock { $0 }
  }
}
