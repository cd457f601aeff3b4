/// The slots of one running function, what the evaluation is working with, and the machine.
///
/// Passed in registers. Slot numbers come from lowering alone, which counts them: a frame is always as large as
/// its function asks.
struct Frame {
  let slots: UnsafeMutablePointer<Value>
  let state: UnsafeMutablePointer<EvaluationState>
  unowned(unsafe) let machine: Machine

  /// The values of the notebook's names.
  var globals: UnsafeMutablePointer<Value> {
    @inline(__always) get { state.pointee.globals }
  }

  /// Called at every turn of a loop and every call: throws when the cell was asked to stop.
  @inline(__always)
  func poll() throws {
    state.pointee.stepsToPoll -= 1
    if state.pointee.stepsToPoll <= 0 { try machine.pollNow() }
  }
}

/// What changes at almost every step of an evaluation.
///
/// Lies behind a pointer, not in the machine: there every access would be checked and counted anew.
struct EvaluationState {
  var globals: UnsafeMutablePointer<Value>
  /// For each of the notebook's names: the inside of the function that it always means, if it does.
  var functions: UnsafeMutablePointer<UnsafeMutablePointer<FunctionCode.Inside>?>
  /// Where the next frame begins.
  var top: UnsafeMutablePointer<Value>
  let end: UnsafeMutablePointer<Value>
  /// Calls stop when the thread's own stack has grown down to this address.
  var nativeLimit: UInt = 0
  var stepsToPoll = 0
  /// The number of the running cell.
  var cell = 0
  /// What a `return` gives, on its way out of the blocks around it.
  var result = Value.void
}

extension UnsafeMutablePointer<EvaluationState> {
  /// The result of the `return` that has just been run.
  @inline(__always)
  func takeResult() -> Value {
    let result = pointee.result
    pointee.result = .void
    return result
  }

  /// Puts an argument on the stack.
  @inline(__always)
  func push(_ value: consuming Value) throws {
    guard pointee.top < pointee.end else { throw Fault.recursion }
    pointee.top.initialize(to: value)
    pointee.top += 1
  }

  /// Removes what was put on the stack since `mark`.
  @inline(__always)
  func pop(to mark: UnsafeMutablePointer<Value>) {
    while pointee.top > mark {
      pointee.top -= 1
      pointee.top.deinitialize(count: 1)
    }
  }

  /// Makes room for unset slots on top of the stack.
  @inline(__always)
  func reserve(_ size: Int) throws {
    var here = 0
    let address = withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
    guard pointee.end - pointee.top >= size, address > pointee.nativeLimit else { throw Fault.recursion }
    for _ in 0..<size {
      pointee.top.initialize(to: .unset)
      pointee.top += 1
    }
  }
}

extension Frame {
  /// Calls a function whose arguments, one for each parameter, lie on top of the stack; consumes them.
  ///
  /// An argument that is `.unset` takes its default.
  @inline(__always)
  func invoke(_ function: FunctionValue) throws -> Value {
    let inside = function.inside
    let base = state.pointee.top - inside.pointee.parameterCount
    defer { state.pop(to: base) }
    let frame = try enter(inside, at: base)
    if inside.pointee.needsPreparation { try function.prepare(frame) }
    return try inside.pointee.body._withUnsafeGuaranteedRef { try $0.finish(frame) }
  }

  /// As `invoke`, for a function without captured values and defaults, whose owner is known to stay.
  @inline(__always)
  func invoke(_ inside: UnsafeMutablePointer<FunctionCode.Inside>) throws -> Value {
    let base = state.pointee.top - inside.pointee.parameterCount
    defer { state.pop(to: base) }
    let frame = try enter(inside, at: base)
    return try inside.pointee.body._withUnsafeGuaranteedRef { try $0.finish(frame) }
  }

  @inline(__always)
  private func enter(
    _ inside: UnsafeMutablePointer<FunctionCode.Inside>, at base: UnsafeMutablePointer<Value>
  ) throws -> Frame {
    try state.reserve(inside.pointee.frameSize - inside.pointee.parameterCount)
    try poll()
    return Frame(slots: base, state: state, machine: machine)
  }
}

extension Fault {
  static let recursion = Fault(
    .recursionLimit, "the calls are nested too deeply",
    help: ["does the function call itself without an end?"])
}
