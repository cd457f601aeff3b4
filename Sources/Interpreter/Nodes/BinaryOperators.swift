import Language

/// An operation between two numbers.
protocol NumberOperation {
  /// nil where the result does not fit, or has another kind: `apply` knows what then.
  static func integers(_ a: Int, _ b: Int) -> Int?
  static func numbers(_ a: Double, _ b: Double) -> Double
}

enum Addition: NumberOperation {
  @inline(__always)
  static func integers(_ a: Int, _ b: Int) -> Int? {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : sum
  }
  @inline(__always)
  static func numbers(_ a: Double, _ b: Double) -> Double { a + b }
}

enum Subtraction: NumberOperation {
  @inline(__always)
  static func integers(_ a: Int, _ b: Int) -> Int? {
    let (difference, overflow) = a.subtractingReportingOverflow(b)
    return overflow ? nil : difference
  }
  @inline(__always)
  static func numbers(_ a: Double, _ b: Double) -> Double { a - b }
}

enum Multiplication: NumberOperation {
  @inline(__always)
  static func integers(_ a: Int, _ b: Int) -> Int? {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? nil : product
  }
  @inline(__always)
  static func numbers(_ a: Double, _ b: Double) -> Double { a * b }
}

/// The result for two numbers; nil for anything else, and where integers leave their range.
@inline(__always)
func combined<Operation: NumberOperation>(_ operation: Operation.Type, _ a: Value, _ b: Value) -> Value? {
  switch (a, b) {
  case (.int(let x), .int(let y)): Operation.integers(x, y).map(Value.int)
  case (.double(let x), .double(let y)): .double(Operation.numbers(x, y))
  case (.double(let x), .int(let y)): .double(Operation.numbers(x, Double(y)))
  case (.int(let x), .double(let y)): .double(Operation.numbers(Double(x), y))
  default: nil
  }
}

/// `a + b` and its kin. The subclasses compute numbers themselves; everything else is done by `apply`.
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
    switch operation {
    case .add: SumNode(operation, left, right, span)
    case .subtract: DifferenceNode(operation, left, right, span)
    case .multiply: ProductNode(operation, left, right, span)
    default: BinaryNode(operation, left, right, span)
    }
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    let a = try left.evaluate(frame)
    return try general(a, try right.evaluate(frame), frame)
  }

  @inline(__always)
  final func evaluate<Operation: NumberOperation>(_ frame: Frame, as operation: Operation.Type) throws
    -> Value
  {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    if let result = combined(operation, a, b) { return result }
    return try general(a, b, frame)
  }

  @inline(never)
  private final func general(_ a: Value, _ b: Value, _ frame: Frame) throws -> Value {
    try located(span) { try apply(operation, a, b, frame.machine) }
  }

  /// The integer literal on the right side.
  fileprivate final var literal: Int? {
    if case .int(let integer)? = (right.node as? ConstantNode)?.value { integer } else { nil }
  }
}

final class SumNode: BinaryNode {
  override var operand: Operand { literal.map { left.node.operand.shifted(by: $0) } ?? .none }
  override func evaluate(_ frame: Frame) throws -> Value { try evaluate(frame, as: Addition.self) }
}

final class DifferenceNode: BinaryNode {
  override var operand: Operand {
    guard let literal, literal != .min else { return .none }
    return left.node.operand.shifted(by: -literal)
  }
  override func evaluate(_ frame: Frame) throws -> Value { try evaluate(frame, as: Subtraction.self) }
}

final class ProductNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws -> Value { try evaluate(frame, as: Multiplication.self) }
}
