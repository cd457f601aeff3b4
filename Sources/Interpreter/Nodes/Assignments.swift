import Language

/// `let x = …`, `var (a, b) = …`, and the name of a `func`.
final class DeclarationNode: Node {
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
    return .next(.void)
  }
}

/// Makes the boxes of shared functions before their bodies refer to each other.
final class ShareNode: Node {
  let slots: [Int]

  init(_ slots: [Int], _ span: Span) {
    self.slots = slots
    super.init(span)
  }

  override func run(_ frame: Frame) -> Flow {
    for slot in slots { frame.slots[slot] = .box(Box(.unset)) }
    return .next(.void)
  }
}

/// A function's name gets its value; a shared one keeps the box that others may have captured.
final class FunctionDeclarationNode: Node {
  let place: Place
  let function: FunctionNode

  init(_ place: Place, _ function: FunctionNode, _ span: Span) {
    self.place = place
    self.function = function
    super.init(span)
  }

  override func run(_ frame: Frame) -> Flow {
    let value = function.evaluate(frame)
    place.update(frame) { $0 = value }
    return .next(.void)
  }
}

/// `x = …`, `x += …`, `x[i] = …`, `x[i][j] *= …`.
final class AssignmentNode: Node {
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
    if case .void = value {
      throw Fault(.typeMismatch, "this has no value that could be assigned").at(self.value.span)
    }
    if path.isEmpty {
      try place.update(frame) { current in
        guard let operation else {
          current = value
          return
        }
        if case .int(let a) = current, case .int(let b) = value, operation == .add {
          let (sum, overflow) = a.addingReportingOverflow(b)
          if !overflow {
            current = .int(sum)
            return
          }
        } else if case .double(let a) = current, case .double(let b) = value, operation == .add {
          current = .double(a + b)
          return
        }
        try located(span) { current = try apply(operation, current, value) }
      }
      return .next(.void)
    }
    let steps = try path.map { try $0.resolved(frame) }
    try place.update(frame) { current in
      try current.update(at: steps[...]) { element in
        if let operation {
          try located(span) { element = try apply(operation, element, value) }
        } else {
          element = value
        }
      }
    }
    return .next(.void)
  }
}
