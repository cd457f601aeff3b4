import Engine
import Language

/// What runs a cell's nodes: the stack of frames, the interrupt poll, the output and the random numbers.
///
/// Belongs to one session and is used by the one thread that evaluates it.
public final class Machine {
  /// The values of the notebook's names.
  let globals: Globals
  let library: Library
  /// The folder that file names are relative to.
  let directory: String
  /// Where the running cell writes; nil between cells.
  var output: (any Output)?
  /// The random numbers of everything that takes no seed of its own; `seed(n)` starts them afresh.
  var generator: Generator
  /// The pass through a network that a function of the language takes part in as a layer; nil outside of one.
  var pass: Pass?
  /// What a failing cell must undo besides the values of names: the weights of networks it trained.
  var journal = Journal()
  /// The functions that controls of a front end move.
  var interactions = Interactions()
  /// The files that have been imported, by their place, with the text that was run.
  var importedTexts: [String: String] = [:]

  /// The stack of frames and the poll for interrupts.
  private let stack: UnsafeMutablePointer<Value>
  private let state: UnsafeMutablePointer<EvaluationState>

  private static let pollInterval = 1024
  private static let capacity = 1 << 20
  /// What a call may need of the thread's stack before it can be checked again.
  private static let nativeReserve: UInt = 1 << 20

  init(globals: Globals, library: Library, directory: String) {
    self.globals = globals
    self.library = library
    self.directory = directory
    generator = Generator(seed: 0)
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

  /// To be called before a cell runs: what it changes is noted anew.
  func beginCell() { state.pointee.cell += 1 }

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
  func show(_ value: Value) throws {
    guard let output, let display = try value.display(isCancelled: output.interruption) else { return }
    display.showFirst(on: output)
    output.show(display, id: nil)
  }

  // MARK: Interrupts

  /// Throws when the cell was asked to stop; looks only every thousandth time.
  func poll() throws { try frame.poll() }

  /// As `poll`, but looks at once: for the steps of long work.
  @inline(never)
  func pollNow() throws {
    state.pointee.stepsToPoll = Self.pollInterval
    if let output, output.isInterrupted { throw Fault.interrupted }
  }
}
