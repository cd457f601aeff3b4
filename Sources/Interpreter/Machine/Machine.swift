import Engine
import Language

/// What runs a cell's nodes: the stack of frames, the interrupt poll, the output and the random numbers.
///
/// Belongs to one session and is used by the one thread that evaluates it, while it holds the workspace's baton.
public final class Machine {
  /// What this shell has in common with the others.
  let workspace: Workspace
  /// The values of the notebook's names.
  let globals: Globals
  let library: Library
  /// Where the running cell writes; nil between cells.
  var output: (any Output)?
  /// The wish that the running cell stop, as the engine's loops ask for it; nil between cells.
  var interruption: Interruption?
  /// The random numbers of everything that takes no seed of its own; `seed(n)` starts them afresh.
  var generator: Generator
  /// The pass through a network that a function of the language takes part in as a layer; nil outside of one.
  var pass: Pass?
  /// What a failing cell must undo besides the values of names: the weights of networks it trained.
  var journal = Journal()
  /// Whoever looks on while the cell runs, and whether it is being told something right now.
  var observer: (any Observer)?
  var isObserved = false
  /// Follows the calls of a cell whose statements are announced; nil for all others.
  var tracker: Tracker?
  /// What names meant before a debugger changed them, until the cell has ended.
  var kept: [Globals.Snapshot] = []
  /// Names and values as they would be without the running cell.
  var before = Globals.Snapshot()
  /// The names that the running cell declares.
  var declared: Set<Int> = []
  /// The ids under which the running cell shows something.
  private var shownIDs: Set<String> = []
  /// Functions that other shells have replaced since the cell began, which may still be running here.
  var replaced: [Value] = []
  /// When this shell's turn to evaluate began.
  var turnBegan = ContinuousClock.now
  /// Whether other shells may have a turn when this one polls.
  var mayPause = true

  /// The stack of frames and the poll for interrupts.
  private let stack: UnsafeMutablePointer<Value>
  private let state: UnsafeMutablePointer<EvaluationState>

  private static let pollInterval = 1024
  private static let capacity = 1 << 20
  /// What a call may need of the thread's stack before it can be checked again.
  private static let nativeReserve: UInt = 1 << 20

  init(_ workspace: Workspace) {
    self.workspace = workspace
    globals = workspace.globals
    library = workspace.library
    generator = Generator(seed: 0, stream: workspace.nextStream())
    stack = .allocate(capacity: Self.capacity)
    state = .allocate(capacity: 1)
    state.initialize(to: EvaluationState(machine: self, top: stack, end: stack + Self.capacity))
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
    stack.deallocate()
  }

  // MARK: Frames

  /// Runs `body` in a fresh frame of `size` unset slots.
  func withFrame<Result>(_ size: Int, _ body: (Frame) throws -> Result) throws -> Result {
    let base = state.pointee.top
    defer { state.pop(to: base) }
    try state.require(size)
    state.fill(to: base + size)
    return try body(Frame(slots: base, state: state))
  }

  /// The folder that file names are relative to.
  var directory: String { workspace.directory }

  /// The number of the running cell.
  var cell: Int { state.pointee.cell }

  /// From here on shared variables are noted anew when they change.
  func beginNotes() { state.pointee.cell = workspace.nextCell() }

  /// The frame in which the library calls functions of the language.
  var frame: Frame { Frame(slots: state.pointee.top, state: state) }

  /// Notes how deep the calling thread's stack may grow from here, so that recursion ends in a fault and never
  /// in a crash.
  func adoptThread(stackSize: Int) {
    var here = 0
    let address = withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
    let usable = UInt(max(stackSize, 0)) - min(Self.nativeReserve, UInt(max(stackSize, 0)))
    state.pointee.nativeLimit = address - min(usable, address)
  }

  // MARK: Output

  /// Shows a value as a cell's result is shown.
  /// - Parameter id: under which it takes the place of what the cell has shown before.
  func show(_ value: Value, id: String? = nil) throws {
    guard let output, let display = try value.display(isCancelled: output.interruption) else { return }
    for (number, part) in display.parts.enumerated() {
      let id = output.canUpdate ? id.map { number == 0 ? $0 : "\($0) \(number)" } : nil
      if let id, !shownIDs.insert(id).inserted {
        output.update(part, id: id)
      } else {
        part.show(on: output, id: id)
      }
    }
  }

  /// Removes what the cell has shown and printed; with `wait`, when it shows or prints more.
  func clearOutput(wait: Bool) {
    forgetShown()
    output?.clear(wait: wait)
  }

  /// Has the next display under each id be a new one.
  func forgetShown() { shownIDs = [] }

  // MARK: Interrupts

  /// Throws when the cell was asked to stop. It looks at once, which `Frame.poll` does only every thousandth time:
  /// for the steps of long work.
  @inline(never)
  func pollNow() throws {
    state.pointee.stepsToPoll = Self.pollInterval
    if workspace.baton.isWanted { letOthersEvaluate() }
    if let output, output.isInterrupted { throw Fault.interrupted }
    if observer != nil { glance() }
  }
}
