import Language

/// The slots of one running function, and what the evaluation is working with.
///
/// Passed in registers. Slot numbers come from lowering alone, which counts them: a frame is always as large as
/// its function asks.
struct Frame {
  let slots: UnsafeMutablePointer<Value>
  let state: UnsafeMutablePointer<EvaluationState>

  var machine: Machine { state.pointee.machine }

  /// Called at every turn of a loop and every call: throws when the cell was asked to stop.
  @inline(__always)
  func poll() throws {
    state.pointee.stepsToPoll &-= 1
    if state.pointee.stepsToPoll <= 0 { try machine.pollNow() }
  }

  /// Does something that may take long, as an operation between large tensors does, and has the next `poll` look. When the
  /// cell was asked to stop in the meantime, the result is perhaps half done, and this throws.
  @inline(__always)
  func atLength<Result>(_ body: () throws -> Result) throws -> Result {
    state.pointee.stepsToPoll = 0
    let result = try body()
    if let interruption = machine.interruption, interruption.isWanted() { throw Fault.interrupted }
    return result
  }
}

/// What changes at almost every step of an evaluation.
///
/// Lies behind a pointer, not in the machine: there every access would be checked and counted anew.
struct EvaluationState {
  /// The owner of this state.
  unowned(unsafe) let machine: Machine
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

  /// Throws where a frame of some size would be too much for either stack.
  @inline(__always)
  func require(_ size: Int) throws {
    var here = 0
    // Unprotected: nothing is written through the pointer, so nothing needs to be guarded.
    let address = _withUnprotectedUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
    guard pointee.top + size <= pointee.end, address > pointee.nativeLimit else { throw tooDeep }
  }

  @inline(never)
  private var tooDeep: any Error { Fault.recursion }

  /// Puts a value on the stack, where `require` has found room.
  @inline(__always)
  func push(_ value: consuming Value) {
    pointee.top.initialize(to: value)
    pointee.top += 1
  }

  /// Unset slots up to the end of a frame.
  @inline(__always)
  func fill(to end: UnsafeMutablePointer<Value>) {
    while pointee.top < end { push(.unset) }
  }

  /// Removes what was put on the stack since `mark`.
  @inline(__always)
  func pop(to mark: UnsafeMutablePointer<Value>) {
    var top = pointee.top
    while top > mark {
      top -= 1
      if !top.pointee.isPlain { top.deinitialize(count: 1) }
    }
    pointee.top = mark
  }
}

extension Frame {
  /// Calls a function.
  ///
  /// - Parameters:
  ///   - closure: whose captured values and defaults the frame is given first, if it has any; it must stay during
  ///     the call. nil for a function without.
  ///   - caller: what knows the place of the call; nil where the library calls on the user's behalf.
  ///   - pushArguments: puts one value for each parameter on the stack; one that is `.unset` takes its default.
  @inline(__always)
  func call(
    _ function: UnsafeMutablePointer<FunctionCode.Inside>, of closure: FunctionValue?, from caller: Node?,
    _ pushArguments: (UnsafeMutablePointer<EvaluationState>) throws -> Void
  ) throws -> Value {
    let base = state.pointee.top
    let size = function.pointee.frameSize
    do { try state.require(size) } catch { throw left(function, error, caller) }
    do { try pushArguments(state) } catch {
      state.pop(to: base)
      throw error
    }
    state.fill(to: base + size)
    do {
      try poll()
      let frame = Frame(slots: base, state: state)
      if let closure {
        closure.lend(to: frame)
        if function.pointee.hasDefaults { try closure.fillDefaults(frame) }
      }
      let result = try function.pointee.body._withUnsafeGuaranteedRef { try $0.evaluate(frame) }
      if let closure { closure.takeBack(from: frame) }
      state.pop(to: base)
      return result
    } catch {
      if let closure { closure.takeBack(from: Frame(slots: base, state: state)) }
      state.pop(to: base)
      throw left(function, error, caller)
    }
  }

  @inline(never)
  private func left(
    _ function: UnsafeMutablePointer<FunctionCode.Inside>, _ error: any Error, _ caller: Node?
  ) -> any Error {
    Fault(error).leaving(function.pointee.code.takeUnretainedValue(), at: caller?.span)
  }
}

extension Fault {
  static let recursion = Fault(
    .recursionLimit, "the calls are nested too deeply",
    help: ["does the function call itself without an end?"])
}
