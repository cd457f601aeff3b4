import Language

final class UnaryNode: Node {
  let operation: UnaryOperator
  let value: Child

  init(_ operation: UnaryOperator, _ value: Node, _ span: Span) {
    self.operation = operation
    self.value = Child(value)
    super.init(span)
  }

  override var isQuiet: Bool { value.node.isQuiet }

  override func evaluate(_ frame: Frame) throws -> Value {
    if operation == .not { return .boolean(try !value.holds(frame)) }
    let value = try self.value.evaluate(frame)
    if operation == .negate, case .double(let number) = value { return .double(-number) }
    return try located(span) {
      try frame.atLength { operation == .negate ? try negated(value) : try apply(.add, .int(0), value) }
    }
  }

  override func holds(_ frame: Frame) throws -> Bool {
    operation == .not ? try !value.holds(frame) : try super.holds(frame)
  }
}

/// `a && b`, `a || b`: the right side is evaluated only where it matters.
final class LogicNode: Node {
  let operation: LogicalOperator
  let left: Child
  let right: Child

  init(_ operation: LogicalOperator, _ left: Node, _ right: Node, _ span: Span) {
    self.operation = operation
    self.left = Child(left)
    self.right = Child(right)
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    guard operation == .coalesce else { return .boolean(try holds(frame)) }
    let value = try left.evaluate(frame)
    if case .null = value { return try right.evaluate(frame) }
    return value
  }

  override func holds(_ frame: Frame) throws -> Bool {
    switch operation {
    case .and: try left.holds(frame) && right.holds(frame)
    case .or: try left.holds(frame) || right.holds(frame)
    case .coalesce: try truth(of: evaluate(frame), at: span)
    }
  }
}
