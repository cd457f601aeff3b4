import Language

/// `a + b` and its kin. Pairs of integers or numbers are computed here, everything else in `apply`.
class BinaryNode: Node {
  let operation: BinaryOperator
  let left: Child
  let right: Child

  init(_ operation: BinaryOperator, _ left: Node, _ right: Node, _ span: Span) {
    self.operation = operation
    self.left = Child(left)
    self.right = Child(right)
    super.init(span)
  }

  /// The node for an operation.
  static func make(_ operation: BinaryOperator, _ left: Node, _ right: Node, _ span: Span) -> Node {
    if case .int(let integer)? = (right as? ConstantNode)?.value, integer != .min {
      if operation == .add { return ShiftNode(integer, operation, left, right, span) }
      if operation == .subtract { return ShiftNode(-integer, operation, left, right, span) }
    }
    return switch operation {
    case .add: SumNode(operation, left, right, span)
    case .subtract: DifferenceNode(operation, left, right, span)
    case .multiply: ProductNode(operation, left, right, span)
    default: BinaryNode(operation, left, right, span)
    }
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    let a = try left.evaluate(frame)
    return try slow(a, try right.evaluate(frame), frame)
  }

  @inline(never)
  final func slow(_ a: Value, _ b: Value, _ frame: Frame) throws -> Value {
    try located(span) { try apply(operation, a, b, frame.machine) }
  }
}

final class SumNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws -> Value {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    switch (a, b) {
    case (.int(let x), .int(let y)):
      let (sum, overflow) = x.addingReportingOverflow(y)
      return overflow ? try slow(a, b, frame) : .int(sum)
    case (.double(let x), .double(let y)): return .double(x + y)
    case (.double(let x), .int(let y)): return .double(x + Double(y))
    case (.int(let x), .double(let y)): return .double(Double(x) + y)
    default: return try slow(a, b, frame)
    }
  }
}

/// `x + 1`, `n - 2`: an integer literal added or subtracted.
final class ShiftNode: BinaryNode {
  private let shift: Int

  init(_ shift: Int, _ operation: BinaryOperator, _ left: Node, _ right: Node, _ span: Span) {
    self.shift = shift
    super.init(operation, left, right, span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    let a = try left.evaluate(frame)
    if case .int(let x) = a {
      let (sum, overflow) = x.addingReportingOverflow(shift)
      if !overflow { return .int(sum) }
    } else if case .double(let x) = a {
      return .double(x + Double(shift))
    }
    return try slow(a, try right.evaluate(frame), frame)
  }
}

final class DifferenceNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws -> Value {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    switch (a, b) {
    case (.int(let x), .int(let y)):
      let (difference, overflow) = x.subtractingReportingOverflow(y)
      return overflow ? try slow(a, b, frame) : .int(difference)
    case (.double(let x), .double(let y)): return .double(x - y)
    case (.double(let x), .int(let y)): return .double(x - Double(y))
    case (.int(let x), .double(let y)): return .double(Double(x) - y)
    default: return try slow(a, b, frame)
    }
  }
}

final class ProductNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws -> Value {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    switch (a, b) {
    case (.int(let x), .int(let y)):
      let (product, overflow) = x.multipliedReportingOverflow(by: y)
      return overflow ? try slow(a, b, frame) : .int(product)
    case (.double(let x), .double(let y)): return .double(x * y)
    case (.double(let x), .int(let y)): return .double(x * Double(y))
    case (.int(let x), .double(let y)): return .double(Double(x) * y)
    default: return try slow(a, b, frame)
    }
  }
}

final class UnaryNode: Node {
  let operation: UnaryOperator
  let operand: Child

  init(_ operation: UnaryOperator, _ operand: Node, _ span: Span) {
    self.operation = operation
    self.operand = Child(operand)
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    if operation == .not { return .boolean(try !operand.holds(frame)) }
    let value = try operand.evaluate(frame)
    return try located(span) { operation == .negate ? try negated(value) : try apply(.add, .int(0), value) }
  }

  override func holds(_ frame: Frame) throws -> Bool {
    operation == .not ? try !operand.holds(frame) : try super.holds(frame)
  }
}

/// `a < b`
final class ComparisonNode: Node {
  let operation: ComparisonOperator
  let left: Child
  let right: Child
  /// The right side, where it is an integer literal.
  private let literal: Int?

  init(_ operation: ComparisonOperator, _ left: Node, _ right: Node, _ span: Span) {
    self.operation = operation
    self.left = Child(left)
    self.right = Child(right)
    literal = if case .int(let integer)? = (right as? ConstantNode)?.value { integer } else { nil }
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    return try compare(a, b)
  }

  override func holds(_ frame: Frame) throws -> Bool {
    let a = try left.evaluate(frame)
    if let literal, case .int(let x) = a { return ordered(operation, x, literal) }
    let b = try right.evaluate(frame)
    if case .int(let x) = a, case .int(let y) = b { return ordered(operation, x, y) }
    return try truth(of: compare(a, b), at: span)
  }

  func compare(_ a: Value, _ b: Value) throws -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)): return .boolean(ordered(operation, x, y))
    case (.double(let x), .double(let y)): return .boolean(ordered(operation, x, y))
    default: return try located(span) { try Interpreter.compare(operation, a, b) }
    }
  }
}

/// `a < b <= c`: all neighbours must be in order; the middle operands are evaluated once.
final class ComparisonChainNode: Node {
  let first: Node
  let rest: [(operation: ComparisonOperator, right: Node)]

  init(_ first: Node, _ rest: [(operation: ComparisonOperator, right: Node)], _ span: Span) {
    self.first = first
    self.rest = rest
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value { .boolean(try holds(frame)) }

  override func holds(_ frame: Frame) throws -> Bool {
    var left = try first.evaluate(frame)
    for (operation, node) in rest {
      let right = try node.evaluate(frame)
      let result = try located(span) { try compare(operation, left, right) }
      guard try truth(of: result, at: span) else { return false }
      left = right
    }
    return true
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

/// `c ? a : b`
final class ConditionalNode: Node {
  let condition: Child
  let then: Child
  let otherwise: Child

  init(_ condition: Node, _ then: Node, _ otherwise: Node, _ span: Span) {
    self.condition = Child(condition)
    self.then = Child(then)
    self.otherwise = Child(otherwise)
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    try condition.holds(frame) ? then.evaluate(frame) : otherwise.evaluate(frame)
  }
}
