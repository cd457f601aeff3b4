import Language

/// A statement at which a debugger may hold the program up. Made only while one watches; without one it costs nothing
/// but the step to the statement itself.
final class PausePoint: Node {
  /// Where a statement stands, and what can be seen from there. One for all the calls that come to it.
  final class Place {
    let source: Source
    let key: UInt32
    /// Counted from 1.
    let line: Int
    /// In Unicode scalars, counted from 1.
    let column: Int
    let startsLine: Bool
    /// The variables in scope, those of inner blocks last.
    let variables: [VisibleVariable]

    init(
      _ statement: Statement, in source: Source, key: UInt32, startsLine: Bool, variables: [VisibleVariable]
    ) {
      self.source = source
      self.key = key
      line = source.line(at: statement.span.start) + 1
      column = source.column(at: statement.span.start) + 1
      self.startsLine = startsLine
      self.variables = variables
    }
  }

  private let place: Place
  let statement: Child

  init(_ statement: Node, _ place: Place) {
    self.statement = Child(statement)
    self.place = place
    super.init(statement.span)
  }

  override var leaves: Bool { statement.node.leaves }

  override var last: Node { PausePoint(statement.node.last, place) }

  override func evaluate(_ frame: Frame) throws -> Value {
    guard let tracker = frame.machine.tracker else { return try statement.evaluate(frame) }
    try tracker.reach(place)
    do { return try statement.evaluate(frame) } catch { throw tracker.failing(error) }
  }

  override func run(_ frame: Frame) throws -> Flow {
    guard let tracker = frame.machine.tracker else { return try statement.run(frame) }
    try tracker.reach(place)
    do { return try statement.run(frame) } catch { throw tracker.failing(error) }
  }
}

/// The body of a loop, after each pass of which a debugger may hold the program up at the loop's header: there it is
/// decided whether another pass follows. Before the first one the loop itself is a statement that is reached.
final class LoopPass: Node {
  private let body: Child
  private let header: PausePoint.Place

  init(_ body: Node, backTo header: PausePoint.Place) {
    self.body = Child(body)
    self.header = header
    super.init(body.span)
  }

  override func run(_ frame: Frame) throws -> Flow {
    switch try body.run(frame) {
    case .next, .continueLoop:
      try frame.machine.tracker?.reach(header)
      return .next
    case .breakLoop: return .breakLoop
    case .returned: return .returned
    }
  }
}

/// The body of a function whose calls a debugger follows.
final class TrackedBody: Node {
  private let body: Child
  private let name: String
  private let source: Source
  private let captured: [VisibleVariable]

  init(_ body: Node, of code: FunctionCode, captured: [VisibleVariable]) {
    self.body = Child(body)
    name = code.name
    source = code.source
    self.captured = captured
    super.init(body.span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    guard let tracker = frame.machine.tracker else { return try body.evaluate(frame) }
    return try tracker.following(name, source, captured, frame) { try body.evaluate(frame) }
  }
}

/// A variable of a function, as a debugger finds it.
struct VisibleVariable {
  let name: String
  let slot: Int
  let isConstant: Bool

  init(_ name: String, _ variable: Variable) {
    self.name = name
    slot = variable.slot
    isConstant = variable.isConstant
  }

  /// Its value in a frame; nil while it has none.
  func value(in frame: Frame) -> Value? {
    let value = if case .box(let box) = frame.slots[slot] { box.value } else { frame.slots[slot] }
    if case .unset = value { return nil }
    return value
  }
}
