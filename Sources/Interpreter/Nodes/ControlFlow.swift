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
    if case .returned = try statements.run(frame, count: statements.count - 1) {
      return frame.state.takeResult()
    }
    return try statements.evaluate(statements.count - 1, frame)
  }

  override func run(_ frame: Frame) throws -> Flow { try statements.run(frame) }

  override var leaves: Bool { statements.nodes.contains(where: \.leaves) }

  override var last: Node { BlockNode.last(statements.nodes[...], span, depth: 0) }
}

extension BlockNode {
  /// The block, or its only statement: one step less for each turn.
  static func shortest(_ statements: [Node], _ span: Span) -> Node {
    statements.count == 1 ? statements[0] : BlockNode(statements, span)
  }

  /// The statements of what may be a block: whoever runs them all can do so without it.
  static func statements(of node: Node) -> [Node] {
    (node as? BlockNode)?.statements.nodes ?? [node]
  }

  /// How many `if`s become nested; more would need too much of the thread's stack.
  private static let deepest = 32

  /// The last statements of a function. What follows an `if` that leaves it is the `else` of this `if`.
  private static func last(_ statements: ArraySlice<Node>, _ span: Span, depth: Int) -> Node {
    for (index, statement) in zip(statements.indices, statements).dropLast() where depth < deepest {
      guard let choice = statement as? IfNode, choice.then.node.leaves else { continue }
      let rest = last(statements[(index + 1)...], span, depth: depth + 1)
      let otherwise = shortest(choice.hasElse ? [choice.otherwise.node, rest] : [rest], span)
      let node = IfNode(choice.condition.node, choice.then.node.last, otherwise, choice.span)
      return shortest(statements[..<index] + [node], span)
    }
    guard let end = statements.last else { return BlockNode([], span) }
    return shortest(statements.dropLast() + [end.last], span)
  }
}

/// `if c { … } else { … }`, `c ? a : b`
final class IfNode: Node {
  let condition: Condition
  let then: Child
  /// Does nothing where there is no `else`.
  let otherwise: Child
  let hasElse: Bool

  init(_ condition: Node, _ then: Node, _ otherwise: Node?, _ span: Span) {
    self.condition = Condition(condition)
    self.then = Child(then)
    self.otherwise = Child(otherwise ?? BlockNode([], span))
    hasElse = otherwise != nil
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    // Apart from the rest, since what calls nothing before it goes on needs to save nothing either.
    if let holds = condition.seen(frame) {
      return try holds ? then.evaluate(frame) : otherwise.evaluate(frame)
    }
    return try choose(frame)
  }

  @inline(never)
  private func choose(_ frame: Frame) throws -> Value {
    try condition.holds(frame) ? then.evaluate(frame) : otherwise.evaluate(frame)
  }

  override func run(_ frame: Frame) throws -> Flow {
    try condition.holds(frame) ? then.run(frame) : otherwise.run(frame)
  }

  override var leaves: Bool { then.node.leaves && otherwise.node.leaves }

  override var last: Node { IfNode(condition.node, then.node.last, otherwise.node.last, span) }
}

final class WhileNode: StatementNode {
  let condition: Condition
  let body: Children

  init(_ condition: Node, _ body: Node, _ span: Span) {
    self.condition = Condition(condition)
    self.body = Children(BlockNode.statements(of: body))
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
  let body: Children

  init(_ target: Target, _ sequence: Node, _ body: Node, _ span: Span) {
    self.target = target
    slot = if case .place(.local(let slot)) = target { slot } else { -1 }
    self.sequence = sequence
    self.body = Children(BlockNode.statements(of: body))
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
    if slot >= 0 { (frame.slots + slot).replace(with: element) } else { try target.declare(element, frame) }
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

  override var leaves: Bool { true }

  override var last: Node { value.node }
}
