import Language

/// Statements in a row; the value is that of the last one.
final class BlockNode: Node {
  let statements: Children

  init(_ statements: [Node], _ span: Span) {
    self.statements = Children(statements)
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    guard statements.count > 0 else { return .void }
    for index in 0..<statements.count - 1 { _ = try statements.run(index, frame) }
    return try statements.evaluate(statements.count - 1, frame)
  }

  override func run(_ frame: Frame) throws -> Flow {
    for index in 0..<statements.count {
      let flow = try statements.run(index, frame)
      guard case .next = flow else { return flow }
    }
    return .next
  }

  override func finish(_ frame: Frame) throws -> Value {
    guard statements.count > 0 else { return .void }
    for index in 0..<statements.count - 1 {
      if case .returned = try statements.run(index, frame) { return frame.state.takeResult() }
    }
    return try statements.finish(statements.count - 1, frame)
  }
}

extension BlockNode {
  /// The block, or its only statement: one step less for each turn.
  static func shortest(_ statements: [Node], _ span: Span) -> Node {
    statements.count == 1 ? statements[0] : BlockNode(statements, span)
  }
}

final class IfNode: Node {
  let condition: Child
  let then: Child
  /// Does nothing where there is no `else`.
  let otherwise: Child

  init(_ condition: Node, _ then: Node, _ otherwise: Node?, _ span: Span) {
    self.condition = Child(condition)
    self.then = Child(then)
    self.otherwise = Child(otherwise ?? BlockNode([], span))
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    try condition.holds(frame) ? then.evaluate(frame) : otherwise.evaluate(frame)
  }

  override func run(_ frame: Frame) throws -> Flow {
    try condition.holds(frame) ? then.run(frame) : otherwise.run(frame)
  }

  override func finish(_ frame: Frame) throws -> Value {
    try condition.holds(frame) ? then.finish(frame) : otherwise.finish(frame)
  }
}

final class WhileNode: StatementNode {
  let condition: Child
  let body: Child

  init(_ condition: Node, _ body: Node, _ span: Span) {
    self.condition = Child(condition)
    self.body = Child(body)
    super.init(span)
  }

  override func run(_ frame: Frame) throws -> Flow {
    while try condition.holds(frame) {
      try frame.poll()
      switch try body.run(frame) {
      case .next, .continueLoop: continue
      case .breakLoop: return .next
      case .returned: return .returned
      }
    }
    return .next
  }
}

final class ForNode: StatementNode {
  let target: Target
  /// The slot of a loop with one plain variable; -1 for others.
  private let slot: Int
  let sequence: Node
  let body: Child

  init(_ target: Target, _ sequence: Node, _ body: Node, _ span: Span) {
    self.target = target
    slot = if case .place(.local(let slot)) = target { slot } else { -1 }
    self.sequence = sequence
    self.body = Child(body)
    super.init(span)
  }

  override func run(_ frame: Frame) throws -> Flow {
    let sequence = try self.sequence.evaluate(frame)
    if case .range(let range) = sequence, let integers = range.integers {
      for i in integers {
        if let end = try turn(.int(i), frame) { return end }
      }
      return .next
    }
    for element in try located(self.sequence.span, { try elements(of: sequence) }) {
      if let end = try turn(element, frame) { return end }
    }
    return .next
  }

  /// One turn of the loop; non-nil when it was the last.
  @inline(__always)
  private func turn(_ element: Value, _ frame: Frame) throws -> Flow? {
    try frame.poll()
    if slot >= 0 { frame.slots[slot] = element } else { try target.declare(element, frame) }
    switch try body.run(frame) {
    case .next, .continueLoop: return nil
    case .breakLoop: return .next
    case .returned: return .returned
    }
  }
}

final class BreakNode: StatementNode {
  override func run(_ frame: Frame) -> Flow { .breakLoop }
}

final class ContinueNode: StatementNode {
  override func run(_ frame: Frame) -> Flow { .continueLoop }
}

final class ReturnNode: StatementNode {
  let value: Child

  init(_ value: Node?, _ span: Span) {
    self.value = Child(value ?? ConstantNode(.void, span))
    super.init(span)
  }

  override func run(_ frame: Frame) throws -> Flow {
    frame.state.pointee.result = try value.evaluate(frame)
    return .returned
  }

  override func finish(_ frame: Frame) throws -> Value { try value.evaluate(frame) }
}
