import Language

/// `let x = …`, `var (a, b) = …`, and the name of a `func`.
final class DeclarationNode: StatementNode {
  let target: Target
  let value: Child

  init(_ target: Target, _ value: Node, _ span: Span) {
    self.target = target
    self.value = Child(value)
    super.init(span)
  }

  override func run(_ frame: Frame) throws -> Flow {
    let value = try self.value.evaluate(frame)
    if case .void = value {
      throw Fault(.typeMismatch, "this has no value that a name could stand for").at(self.value.span)
    }
    try target.declare(value, frame)
    return .next
  }
}

/// Makes the boxes of shared functions before their bodies refer to each other.
final class ShareNode: StatementNode {
  let slots: [Int]

  init(_ slots: [Int], _ span: Span) {
    self.slots = slots
    super.init(span)
  }

  override func run(_ frame: Frame) -> Flow {
    for slot in slots { frame.slots[slot] = .box(Box(.unset)) }
    return .next
  }
}

/// A function's name gets its value; a shared one keeps the box that others may have captured.
final class FunctionDeclarationNode: StatementNode {
  let place: Place
  let function: FunctionNode

  init(_ place: Place, _ function: FunctionNode, _ span: Span) {
    self.place = place
    self.function = function
    super.init(span)
  }

  override func run(_ frame: Frame) -> Flow {
    let value = function.evaluate(frame)
    place.pointer(frame).pointee = value
    if case .global(let global) = place {
      let inside = function.code.inside
      global.function.pointee = inside.pointee.hasDefaults || !function.captured.isEmpty ? nil : inside
    }
    return .next
  }
}

/// `x = …`
final class AssignmentNode: StatementNode {
  let place: Place
  let value: Child

  init(_ place: Place, _ value: Node, _ span: Span) {
    self.place = place
    self.value = Child(value)
    super.init(span)
  }

  override func run(_ frame: Frame) throws -> Flow {
    let value = try self.value.evaluate(frame)
    if case .void = value { throw nothingToAssign(at: self.value.span) }
    place.pointer(frame).replace(with: value)
    return .next
  }
}

/// `x += …` and its kin, in place. As with `BinaryNode`, the subclasses are for numbers.
class UpdateNode: StatementNode {
  let place: Place
  /// Reads the variable.
  let current: Child
  let operation: BinaryOperator
  let value: Child

  init(_ place: Place, _ current: Node, _ operation: BinaryOperator, _ value: Node, _ span: Span) {
    self.place = place
    self.current = Child(current)
    self.operation = operation
    self.value = Child(value)
    super.init(span)
  }

  /// The node for an operation.
  static func make(_ place: Place, _ current: Node, _ operation: BinaryOperator, _ value: Node, _ span: Span)
    -> Node
  {
    switch operation {
    case .add: IncreaseNode(place, current, operation, value, span)
    case .subtract: DecreaseNode(place, current, operation, value, span)
    case .multiply: ScalingNode(place, current, operation, value, span)
    default: UpdateNode(place, current, operation, value, span)
    }
  }

  /// `x = x + y` is `x += y`, where it does not matter which of the two is read first; nil for anything else.
  static func make(_ place: Place, whoseValueIsIn value: Node) -> Node? {
    guard let binary = value as? BinaryNode, binary.operation != .compose, binary.right.node.isQuiet,
      place.isRead(by: binary.left.node)
    else { return nil }
    return make(place, binary.left.node, binary.operation, binary.right.node, binary.span)
  }

  override func run(_ frame: Frame) throws -> Flow {
    let value = try self.value.evaluate(frame)
    try update(value, frame)
    return .next
  }

  @inline(__always)
  final func run<Operation: NumberOperation>(_ frame: Frame, as operation: Operation.Type) throws -> Flow {
    let value = try self.value.evaluate(frame)
    let current = place.pointer(frame)
    if let result = operation.of(current.pointee, value) {
      // A number takes the place of a number: there is nothing to destroy.
      current.initialize(to: result)
    } else {
      try update(value, frame)
    }
    return .next
  }

  @inline(never)
  fileprivate final func update(_ value: Value, _ frame: Frame) throws {
    if operation == .add, try place.pointer(frame).pointee.grow(by: value, at: span) {
      if value.isLong { try frame.machine.pollNow() }
      return
    }
    let current = try self.current.evaluate(frame)
    let result = try located(span) { try frame.atLength { try apply(operation, current, value) } }
    place.pointer(frame).pointee = result
  }
}

final class IncreaseNode: UpdateNode {
  override func run(_ frame: Frame) throws -> Flow { try run(frame, as: Addition.self) }
}

final class DecreaseNode: UpdateNode {
  override func run(_ frame: Frame) throws -> Flow { try run(frame, as: Subtraction.self) }
}

final class ScalingNode: UpdateNode {
  override func run(_ frame: Frame) throws -> Flow { try run(frame, as: Multiplication.self) }
}

@inline(never)
func nothingToAssign(at span: Span) -> any Error {
  Fault(.typeMismatch, "this has no value that could be assigned").at(span)
}
