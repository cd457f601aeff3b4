import Language

/// A statement at which a debugger may hold the program up. Made only while one watches; without one it costs nothing
/// but the step to the statement itself.
final class PausePoint: Node {
  /// Where a statement stands, and what can be seen from there.
  struct Place {
    let source: Source
    let key: UInt32
    /// Counted from 1.
    let line: Int
    /// In Unicode scalars, counted from 1.
    let column: Int
    let startsLine: Bool
    /// The variables in scope, those of inner blocks last.
    let variables: [VisibleVariable]
  }

  let place: Place
  private let statement: Child

  init(_ statement: Node, _ place: Place) {
    self.statement = Child(statement)
    self.place = place
    super.init(statement.span)
  }

  override var leaves: Bool { statement.node.leaves }

  override var last: Node { PausePoint(statement.node.last, place) }

  override func evaluate(_ frame: Frame) throws -> Value {
    guard let tracker = frame.machine.tracker else { return try statement.evaluate(frame) }
    try tracker.reach(self)
    do { return try statement.evaluate(frame) } catch { throw tracker.failing(error) }
  }

  override func run(_ frame: Frame) throws -> Flow {
    guard let tracker = frame.machine.tracker else { return try statement.run(frame) }
    try tracker.reach(self)
    do { return try statement.run(frame) } catch { throw tracker.failing(error) }
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
