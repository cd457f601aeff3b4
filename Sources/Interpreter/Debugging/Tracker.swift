import Language

/// Follows the calls of a running cell for whoever watches it.
final class Tracker {
  /// A call that is under way.
  struct Call {
    let name: String
    let source: Source
    let captured: [VisibleVariable]
    let frame: Frame
    let number: Int
    /// The statement that it has come to; nil before its first.
    var place: PausePoint.Place?
  }

  private let machine: Machine
  private let observer: any Observer
  /// The outermost, which is the cell, first.
  private(set) var calls: [Call] = []
  private var lastNumber = 0
  /// Whether the failure that is on its way out has been told.
  private var isFailureTold = false

  init(_ machine: Machine, _ observer: any Observer) {
    self.machine = machine
    self.observer = observer
  }

  /// Runs the body of a function or cell, in whose course its statements are reached.
  func following<Result>(
    _ name: String, _ source: Source, _ captured: [VisibleVariable], _ frame: Frame,
    _ body: () throws -> Result
  ) rethrows -> Result {
    lastNumber += 1
    calls.append(
      Call(name: name, source: source, captured: captured, frame: frame, number: lastNumber, place: nil))
    defer { calls.removeLast() }
    return try body()
  }

  /// Tells the observer of a statement.
  /// - Throws: if the cell was asked to stop while it was held up.
  func reach(_ place: PausePoint.Place) throws {
    guard !machine.isObserved, let current = calls.indices.last else { return }
    isFailureTold = false
    calls[current].place = place
    guard observer.isInterested(inKey: place.key, line: place.line) else { return }
    let statement = statement(at: place, of: calls[current])
    machine.whileObserved { observer.reach(statement, ProgramView(machine)) }
    if machine.output?.isInterrupted == true { throw Fault.interrupted }
  }

  /// Tells the observer of an error that leaves a statement, unless it has been told further inside.
  func failing(_ error: any Error) -> any Error {
    let fault = Fault(error)
    guard !machine.isObserved, !isFailureTold, fault.code != .interrupted, let call = calls.last,
      let place = call.place
    else { return error }
    isFailureTold = true
    let failure = Failure(fault, in: call.source)
    let statement = statement(at: place, of: call)
    machine.whileObserved { observer.fail(failure, at: statement, ProgramView(machine)) }
    return error
  }

  private func statement(at place: PausePoint.Place, of call: Call) -> ReachedStatement {
    ReachedStatement(
      key: place.key, line: place.line, startsLine: place.startsLine, depth: calls.count, call: call.number)
  }
}

extension Machine {
  /// Lets somebody look on while a cell is run. With a watch, its statements are announced.
  func admit(_ observer: (any Observer)?, _ watch: Watch?) {
    self.observer = observer
    tracker = watch.map { Tracker(self, $0.observer) }
  }

  func dismissObserver() {
    observer = nil
    tracker = nil
    kept = []
  }

  /// Runs the statements of a text in a frame of their own; a debugger that watches follows them as a call.
  func run(_ cell: Lowering.Cell, _ source: Source) throws -> Value {
    try withFrame(cell.frameSize) { frame in
      guard let tracker else { return try cell.body.evaluate(frame) }
      return try tracker.following(source.name, source, [], frame) { try cell.body.evaluate(frame) }
    }
  }

  /// Lets a debugger do its work, in which nothing else is told to it.
  func whileObserved(_ body: () -> Void) {
    isObserved = true
    defer { isObserved = false }
    body()
  }

  /// Lets the observer have a look.
  func glance() {
    guard let observer, !isObserved else { return }
    whileObserved { observer.glance(ProgramView(self)) }
  }
}
