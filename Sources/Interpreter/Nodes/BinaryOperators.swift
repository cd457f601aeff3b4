import Language

/// An operation between two numbers; nil where the result does not fit or is a mistake: `apply` knows what then.
protocol NumberOperation {
  static func of(_ a: Int, _ b: Int) -> Value?
  static func of(_ a: Double, _ b: Double) -> Value?
}

enum Addition: NumberOperation {
  @inline(__always)
  static func of(_ a: Int, _ b: Int) -> Value? { fitting(a.addingReportingOverflow(b)) }
  @inline(__always)
  static func of(_ a: Double, _ b: Double) -> Value? { .double(a + b) }
}

enum Subtraction: NumberOperation {
  @inline(__always)
  static func of(_ a: Int, _ b: Int) -> Value? { fitting(a.subtractingReportingOverflow(b)) }
  @inline(__always)
  static func of(_ a: Double, _ b: Double) -> Value? { .double(a - b) }
}

enum Multiplication: NumberOperation {
  @inline(__always)
  static func of(_ a: Int, _ b: Int) -> Value? { fitting(a.multipliedReportingOverflow(by: b)) }
  @inline(__always)
  static func of(_ a: Double, _ b: Double) -> Value? { .double(a * b) }
}

enum Division: NumberOperation {
  @inline(__always)
  static func of(_ a: Int, _ b: Int) -> Value? { b == 0 ? nil : .double(Double(a) / Double(b)) }
  @inline(__always)
  static func of(_ a: Double, _ b: Double) -> Value? { .double(a / b) }
}

enum Remainder: NumberOperation {
  @inline(__always)
  static func of(_ a: Int, _ b: Int) -> Value? { b == 0 ? nil : .int(remainder(a, b)) }
  @inline(__always)
  static func of(_ a: Double, _ b: Double) -> Value? { b == 0 ? nil : .double(remainder(a, b)) }
}

@inline(__always)
private func fitting(_ result: (partialValue: Int, overflow: Bool)) -> Value? {
  result.overflow ? nil : .int(result.partialValue)
}

extension NumberOperation {
  /// The result for two numbers of any kind; nil for anything else.
  @inline(__always)
  static func of(_ a: Value, _ b: Value) -> Value? {
    switch (a, b) {
    case (.int(let x), .int(let y)): of(x, y)
    case (.double(let x), .double(let y)): of(x, y)
    case (.double(let x), .int(let y)): of(x, Double(y))
    case (.int(let x), .double(let y)): of(Double(x), y)
    default: nil
    }
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
    case .divide: QuotientNode(operation, left, right, span)
    case .remainder: RemainderNode(operation, left, right, span)
    default: BinaryNode(operation, left, right, span)
    }
  }

  override var isQuiet: Bool { operation != .compose && left.node.isQuiet && right.node.isQuiet }

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
    if let result = operation.of(a, b) { return result }
    return try general(a, b, frame)
  }

  @inline(never)
  private final func general(_ a: Value, _ b: Value, _ frame: Frame) throws -> Value {
    if a.isPlain, b.isPlain { return try located(span) { try apply(operation, a, b, frame.machine) } }
    return try located(span) { try frame.atLength { try apply(operation, a, b, frame.machine) } }
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

final class QuotientNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws -> Value { try evaluate(frame, as: Division.self) }
}

final class RemainderNode: BinaryNode {
  override func evaluate(_ frame: Frame) throws -> Value { try evaluate(frame, as: Remainder.self) }
}
