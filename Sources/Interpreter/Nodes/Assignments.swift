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
      global.function.pointee = inside.pointee.needsPreparation || !function.captured.isEmpty ? nil : inside
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

/// `x += …` and its kin, in place.
final class UpdateNode: StatementNode {
  let place: Place
  let operation: BinaryOperator
  let value: Child

  init(_ place: Place, _ operation: BinaryOperator, _ value: Node, _ span: Span) {
    self.place = place
    self.operation = operation
    self.value = Child(value)
    super.init(span)
  }

  override func run(_ frame: Frame) throws -> Flow {
    let value = try self.value.evaluate(frame)
    let current = place.pointer(frame)
    let result =
      switch operation {
      case .add: combined(Addition.self, current.pointee, value)
      case .subtract: combined(Subtraction.self, current.pointee, value)
      case .multiply: combined(Multiplication.self, current.pointee, value)
      default: Value?.none
      }
    // A number has taken the place of a number.
    if let result { current.initialize(to: result) } else { try update(current, value) }
    return .next
  }

  @inline(never)
  private func update(_ current: UnsafeMutablePointer<Value>, _ value: Value) throws {
    if case .unset = current.pointee { throw Fault.unset("this variable").at(span) }
    if operation == .add, case .array(let added) = value, case .array(var elements) = current.pointee {
      // The variable lets go, so that the array grows in place.
      current.pointee = .void
      elements += added
      current.pointee = .array(elements)
      return
    }
    current.pointee = try located(span) { try apply(operation, current.pointee, value) }
  }
}

/// `x[i] = …`, `x[i][j] *= …`
final class ElementAssignmentNode: StatementNode {
  let place: Place
  let path: [AccessStep]
  let operation: BinaryOperator?
  let value: Child

  init(_ place: Place, _ path: [AccessStep], _ operation: BinaryOperator?, _ value: Node, _ span: Span) {
    self.place = place
    self.path = path
    self.operation = operation
    self.value = Child(value)
    super.init(span)
  }

  override func run(_ frame: Frame) throws -> Flow {
    let value = try self.value.evaluate(frame)
    if case .void = value { throw nothingToAssign(at: self.value.span) }
    let steps = try path.map { try $0.resolved(frame) }
    try place.pointer(frame).pointee.update(at: steps[...]) { element in
      if let operation {
        try located(span) { element = try apply(operation, element, value) }
      } else {
        element = value
      }
    }
    return .next
  }
}

@inline(never)
private func nothingToAssign(at span: Span) -> any Error {
  Fault(.typeMismatch, "this has no value that could be assigned").at(span)
}
