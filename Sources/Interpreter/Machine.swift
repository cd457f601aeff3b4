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

  private let stack: UnsafeMutablePointer<Value>
  private var top: UnsafeMutablePointer<Value>
  private let stackEnd: UnsafeMutablePointer<Value>
  /// Calls stop when the thread's own stack has grown down to this address.
  private var nativeLimit: UInt = 0
  private var stepsToPoll = Machine.pollInterval

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
    top = stack
    stackEnd = stack + Self.capacity
  }

  deinit { stack.deallocate() }

  // MARK: Frames

  /// Runs `body` in a fresh frame of `size` unset slots.
  func withFrame<Result>(_ size: Int, _ body: (Frame) throws -> Result) throws -> Result {
    try reserve(size)
    let base = top
    base.initialize(repeating: .unset, count: size)
    top = base + size
    defer { pop(to: base) }
    return try body(Frame(slots: base, globals: globals.values, machine: self))
  }

  /// Calls a function whose arguments, one for each parameter, lie on top of the stack; consumes them.
  ///
  /// An argument that is `.unset` takes its default.
  func invoke(_ function: FunctionValue) throws -> Value {
    let code = function.code
    let base = top - code.parameters.count
    let extra = code.frameSize - code.parameters.count
    defer { pop(to: base) }
    try reserve(extra)
    top.initialize(repeating: .unset, count: extra)
    top += extra
    let frame = Frame(slots: base, globals: globals.values, machine: self)
    for (slot, value) in zip(code.captureSlots, function.captures) { base[slot] = value }
    for (slot, parameter) in code.parameters.enumerated() {
      if let defaultValue = parameter.defaultValue, case .unset = base[slot] {
        base[slot] = try defaultValue.evaluate(frame)
      }
    }
    return try code.body.evaluate(frame)
  }

  func push(_ value: Value) throws {
    guard top < stackEnd else { throw Fault.recursion }
    top.initialize(to: value)
    top += 1
  }

  /// A mark to which `pop(to:)` returns.
  var mark: UnsafeMutablePointer<Value> { top }

  func pop(to mark: UnsafeMutablePointer<Value>) {
    guard top > mark else { return }
    mark.deinitialize(count: top - mark)
    top = mark
  }

  private func reserve(_ size: Int) throws {
    var here = 0
    let address = withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
    guard stackEnd - top >= size, address > nativeLimit else { throw Fault.recursion }
    try poll()
  }

  /// Notes how deep the calling thread's stack may grow from here, so that recursion ends in a fault and never
  /// in a crash.
  func adoptThread(stackSize: Int) {
    var here = 0
    let address = withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
    let usable = UInt(max(stackSize, 0)) - min(Self.nativeReserve, UInt(max(stackSize, 0)))
    nativeLimit = address - min(usable, address)
  }

  // MARK: Output

  /// Shows a value as a cell's result is shown.
  func show(_ value: Value) throws {
    guard let output, let display = try value.display(isCancelled: output.interruption) else { return }
    output.show(display, id: nil)
    if let note = display.note { output.write(note + "\n", to: .error) }
  }

  // MARK: Interrupts

  /// Called at every turn of a loop and every call: throws when the cell was asked to stop.
  @inline(__always)
  func poll() throws {
    stepsToPoll -= 1
    if stepsToPoll <= 0 { try pollNow() }
  }

  /// As `poll`, but looks at once: for the steps of long work.
  func pollNow() throws {
    stepsToPoll = Self.pollInterval
    if let output, output.isInterrupted { throw Fault.interrupted }
  }
}

extension Fault {
  static let recursion = Fault(
    .recursionLimit, "the calls are nested too deeply",
    help: ["does the function call itself without an end?"])
}

/// The slots of one running function, the notebook's names, and the machine.
///
/// Slot numbers come from lowering alone, which counts them: a frame is always as large as its function asks.
struct Frame {
  let slots: UnsafeMutablePointer<Value>
  let globals: UnsafeMutablePointer<Value>
  unowned(unsafe) let machine: Machine
}
